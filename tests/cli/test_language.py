"""The command line speaks the reader's language, in its mistakes too."""

from __future__ import annotations

import argparse

import pytest

from debate.cli.grammar_debates import RULES
from debate.cli.main import main
from debate.cli.parser import build_parser, parsed, parser_for
from debate.cli.understanding import Misunderstood
from debate.i18n.catalog import Translator, translator
from tests.cli.conftest import Shell


class Shouting(Translator):
    """A language in which every text stands between exclamation marks."""

    __slots__ = ()

    def text(self, msgid: str, /, **values: object) -> str:
        return f"!{super().text(msgid, **values)}!"


@pytest.fixture
def shouting() -> argparse.ArgumentParser:
    english = translator("en")
    return build_parser(Shouting("en", english._catalogue))


def test_help_leaves_no_word_untranslated(shouting: argparse.ArgumentParser) -> None:
    told = shouting.format_help()
    for words in ("!usage!", "!options!", "!verbs!", "!everywhere!", "!show this help"):
        assert words in told
    assert "positional arguments" not in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["shwo"], "“shwo”"),
        (["phase", "nxt"], "Did you mean “next”?"),
        (["argue", "x"], "Still needed"),
        (["log", "x", "--last", "y"], "a whole number"),
        (["list", "--data-dir"], "needs a value"),
        (["list", "more"], "Not understood: more"),
        (["--js=1", "list"], "takes no value"),
        (["list", "--m"], "needs a value"),
        (["--lang", "fr", "list"], "en, nl"),
    ],
)
def test_mistakes_are_told_in_sentences(words: list[str], told: str) -> None:
    with pytest.raises(Misunderstood) as caught:
        build_parser(translator("en")).parse_args(words)
    assert told in str(caught.value.details["message"])


def test_what_is_typed_with_a_hyphen_is_not_broken_in_help() -> None:
    told = build_parser(translator("en")).verbs["decide"].format_help()
    assert all(rule in told.split("--rule RULE")[-1] for rule in RULES)


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (["ballot", "x", "--as", "Ada", "--", "-40"], "stance", -40),
        (["ballot", "x", "--as", "Ada", "-40"], "stance", -40),
        (["ballot", "--as", "Ada", "x", "-40", "--moved-by", "3"], "moved_by", ["3"]),
        (["compare", "x", "--motion", "m", "y", "z"], "others", ["y", "z"]),
        (["phase", "extend", "x", "-5"], "minutes", -5),
        (["merge", "x", "bo.jsonl"], "session", "x"),
        (["argue", "x", "--source", "a", "for", "--source", "b", "c"], "source", ["a", "b"]),
    ],
)
def test_an_argument_is_found_behind_options_also_when_it_may_be_left_out(
    words: list[str], name: str, value: object
) -> None:
    assert vars(build_parser(translator("en")).parse_args(words))[name] == value


def test_a_word_too_many_is_still_too_many_behind_an_option() -> None:
    with pytest.raises(Misunderstood) as caught:
        build_parser(translator("en")).parse_args(["ballot", "x", "--as", "Ada", "40", "50"])
    assert "Not understood: 50" in str(caught.value.details["message"])


def test_one_verb_alone_is_the_same_as_among_all() -> None:
    words = ["weigh", "Monday", "3", "8"]
    whole = vars(build_parser(translator("en")).parse_args(words))
    assert vars(parser_for(words, translator("en")).parse_args(words)) == whole
    assert vars(parsed(words, translator("en"))) == whole


@pytest.mark.parametrize("words", [[], ["--lang", "nl"], ["--data-dir", "list"], ["--js"]])
def test_a_line_without_a_verb_is_the_same_as_among_all(words: list[str]) -> None:
    whole = vars(build_parser(translator("en")).parse_args(words))
    assert vars(parsed(words, translator("en"))) == whole


def test_help_behind_an_option_lists_every_verb(debate: Shell) -> None:
    assert "argue" in debate("--lang", "en", "--hel").out


def test_the_list_of_verbs_is_the_same_as_of_all() -> None:
    assert parser_for(["--help"], translator("en")).format_help() == build_parser().format_help()


def test_help_and_version_are_no_failures(debate: Shell) -> None:
    assert debate("--version").out.startswith("debate ")
    assert "debate argue" in debate("argue", "--help").out
    assert "Did you mean “show”?" in debate("shwo", code=2).err


def test_a_mistake_is_a_document_for_a_program(debate: Shell) -> None:
    assert debate("list", "--json", "more", code=2).json["error"] == "usage.grammar"


def test_an_unknown_language_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang=fr", "list"]) == 2
    assert "“fr”" in capsys.readouterr().err


def test_dutch_is_spoken(debate: Shell) -> None:
    debate("--lang", "nl", "new", "M", "--motion", "state-threats", "--name", "Ada")
    assert "Statelijke" in debate("show", "M", "--lang", "nl").out
