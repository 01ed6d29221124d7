"""Texts come in the language of the person who asks, and a missing one comes in English."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.errors import UsageError
from debate.i18n import catalog
from debate.i18n.catalog import LANGUAGES, pick_language, translator
from debate.i18n.marks import N_

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "a house"
msgstr "{}"
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the Dutch catalogue of an empty checkout that the program takes for its own."""
    locales = tmp_path / "debate" / "i18n" / "locale"
    folder = locales / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(catalog, "LOCALES", locales)
    translator.cache_clear()
    yield folder / "debate.po"
    translator.cache_clear()


def test_two_people_in_one_process_read_two_languages() -> None:
    english, dutch = translator("en"), translator("nl")
    assert (english.text("just now"), dutch.text("just now")) == ("just now", "zojuist")
    assert (english.language, dutch.language) == LANGUAGES
    assert repr(dutch) == "Translator('nl')"


def test_a_text_without_translation_is_shown_in_english() -> None:
    assert translator("nl").text("never written") == "never written"


def test_an_empty_text_stays_empty_and_is_not_the_header() -> None:
    assert translator("nl").text("") == ""


def test_a_count_takes_the_form_of_its_number() -> None:
    def days(n: int) -> str:
        return translator("nl").plural("{n} day ago", "{n} days ago", n)

    assert [days(0), days(1), days(2)] == ["0 dagen geleden", "1 dag geleden", "2 dagen geleden"]


def test_a_count_can_be_shown_in_words() -> None:
    assert translator("en").plural("{n} day ago", "{n} days ago", 1, n="one") == "one day ago"


@given(st.text())
def test_what_people_typed_is_put_in_as_it_is(typed: str) -> None:
    assert translator("nl").text("<{claim}>", claim=typed) == f"<{typed}>"


def test_braces_in_a_text_without_values_are_braces() -> None:
    assert translator("en").text("{not a value}") == "{not a value}"


def test_the_mark_changes_nothing() -> None:
    assert N_("a text") == "a text"


@pytest.mark.parametrize(
    ("flag", "environment", "language"),
    [
        (None, {}, "en"),
        (None, {"LANG": "nl_NL.UTF-8"}, "nl"),
        (None, {"LANG": "nl_BE@euro"}, "nl"),
        (None, {"LANG": "nl_NL.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        (None, {"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, "en"),
        (None, {"LANG": "nl_NL.UTF-8", "LC_ALL": ""}, "nl"),
        (None, {"LANG": "fr_FR.UTF-8"}, "en"),
        (None, {"LC_ALL": "C", "DEBATE_LANG": "nl"}, "nl"),
        ("en", {"DEBATE_LANG": "nl"}, "en"),
        ("NL", {}, "nl"),
        ("nl-BE", {}, "nl"),
    ],
)
def test_the_nearest_wish_decides_the_language(
    flag: str | None, environment: dict[str, str], language: str
) -> None:
    assert pick_language(flag, environment) == language


def test_a_language_without_texts_is_told_when_it_was_asked_for() -> None:
    with pytest.raises(UsageError) as caught:
        pick_language("fr", {})
    assert caught.value.details == {"what": "language", "value": "fr"}


def test_an_edited_catalogue_of_a_checkout_is_seen_without_installing(checkout: Path) -> None:
    checkout.write_text(PO.format("een huis"), "utf-8")
    assert translator("nl").text("a house") == "een huis"
    checkout.write_text(PO.format("een woning"), "utf-8")
    later = checkout.with_suffix(".mo").stat().st_mtime_ns + 10**9
    os.utime(checkout, ns=(later, later))
    translator.cache_clear()
    assert translator("nl").text("a house") == "een woning"


def test_a_broken_catalogue_is_read_as_english(checkout: Path) -> None:
    checkout.write_bytes(b"\xff\xfe not a catalogue")
    checkout.with_suffix(".mo").write_bytes(b"neither")
    assert translator("nl").text("a house") == "a house"
    assert sorted(path.name for path in checkout.parent.iterdir()) == ["debate.mo", "debate.po"]


def test_an_installed_catalogue_is_never_compiled(checkout: Path) -> None:
    (catalog.LOCALES.parents[2] / "pyproject.toml").unlink()
    checkout.write_text(PO.format("een huis"), "utf-8")
    assert translator("nl").text("a house") == "a house"
    assert not checkout.with_suffix(".mo").exists()
