"""Every failure and every refusal has words in both languages."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import debate
from debate.domain.motion import Text
from debate.domain.refusal import Refusal
from debate.errors import Busy, Damaged, DebateError, NotSaved, PackError, TrustError, UsageError
from debate.i18n import messages
from debate.i18n.catalog import translator
from debate.i18n.failures import FAILURES, REASONS, THINGS
from debate.i18n.messages import failure_text, refusal_text
from debate.i18n.refusals import DETAILS, REFUSALS

ENGLISH, DUTCH = translator("en"), translator("nl")


def _family(parent: type[DebateError]) -> Iterator[type[DebateError]]:
    yield parent
    for child in parent.__subclasses__():
        yield from _family(child)


def _rules_in_the_law() -> set[str]:
    return {
        call.args[0].value
        for path in Path(debate.__file__).parent.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) == "Refusal.of"
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def test_every_exception_has_words() -> None:
    codes = {error.code for error in _family(DebateError) if error.__module__ == "debate.errors"}
    assert codes <= FAILURES.keys()


def test_every_refusal_has_words() -> None:
    assert _rules_in_the_law() - REFUSALS.keys() == set()


def test_no_words_wait_for_a_refusal_that_is_never_given() -> None:
    assert REFUSALS.keys() - _rules_in_the_law() == set()


@pytest.mark.parametrize("texts", [FAILURES, REASONS, THINGS, REFUSALS, *DETAILS.values()])
def test_every_text_has_a_translation_with_the_same_places(texts: dict[str, str]) -> None:
    for text in texts.values():
        dutch = DUTCH.text(text)
        assert dutch != text
        assert _places(dutch) == _places(text)


def _places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_a_failure_says_what_happened_and_what_was_kept() -> None:
    error = NotSaved(path="/d/events.jsonl", reason="full", system="No space left on device")
    assert failure_text(error, ENGLISH) == (
        "Not saved: the disk is full (/d/events.jsonl). What was saved before is still there, and "
        "so is what you typed. Put it right and try again."
    )
    assert failure_text(error, DUTCH).startswith("Niet bewaard: de schijf is vol")


def test_a_reason_with_a_sentence_of_its_own_is_told_by_it() -> None:
    error = TrustError(reason="key-damaged", path="device.key")
    assert failure_text(error, ENGLISH).startswith(
        "The key of this device, device.key, is damaged."
    )


def test_a_reason_without_words_is_told_as_it_is() -> None:
    assert "(odd)" in failure_text(Damaged(path="x", reason="odd"), DUTCH)


def test_several_faults_are_told_line_by_line() -> None:
    error = PackError(path="pack", faults=("a.md:1: no title", "a.md:9: no claim"))
    assert "a.md:1: no title\na.md:9: no claim\n" in failure_text(error, ENGLISH)


def test_a_fact_that_was_not_told_is_a_question_mark() -> None:
    assert "holds ?." in failure_text(Busy(), ENGLISH)


def test_braces_in_a_value_do_no_harm() -> None:
    assert "{path}" in failure_text(UsageError(what="motion", value="{path}"), ENGLISH)


def test_what_is_missing_is_named_in_the_persons_language() -> None:
    assert "(een motie)" in failure_text(UsageError(what="motion", value="x"), DUTCH)


def test_an_unknown_code_is_told_by_its_name() -> None:
    class Odd(DebateError):
        code = "odd"

    assert "(odd)" in failure_text(Odd(), ENGLISH)
    assert "(odd.rule)" in refusal_text(Refusal.of("odd.rule"), DUTCH)


def test_details_are_told_in_the_persons_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "REFUSALS", {"a.rule": "{title}: {act}, {n}, {other}"})
    monkeypatch.setattr(messages, "DETAILS", {"act": {"argue": "a motion"}})
    title = Text(en="Opening", nl="Begin")
    refusal = Refusal.of("a.rule", title=title, act="argue", n=3, other="as typed")
    assert refusal_text(refusal, DUTCH) == "Begin: een motie, 3, as typed"
    assert refusal_text(refusal, ENGLISH) == "Opening: a motion, 3, as typed"
