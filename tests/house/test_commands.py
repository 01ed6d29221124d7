"""Every verb, argument and option of the command line is told, in its help and on its page."""

from __future__ import annotations

import argparse

import pytest

from debate.cli.parser import build_parser
from debate.i18n.catalog import LANGUAGES, translator
from tests.house.sources import ROOT
from tests.house.verbs import arguments_of, undocumented, unexplained, unnamed, verbs_of


def test_every_command_is_documented() -> None:
    parser = build_parser()
    page = (ROOT / "docs" / "lookup" / "commands.md").read_text("utf-8")
    assert list(verbs_of(parser)) != []
    assert undocumented(parser, page) == []


def test_a_verb_or_option_that_is_not_documented_is_found() -> None:
    parser = argparse.ArgumentParser()
    verbs = parser.add_subparsers()
    verbs.add_parser("list").add_argument("--json", action="store_true")
    motions = verbs.add_parser("motions").add_subparsers()
    motions.add_parser("check").add_argument("--secret", help=argparse.SUPPRESS)
    assert undocumented(parser, "`debate list`, `debate motions`, --help") == [
        "motions check",
        "--json",
    ]
    assert undocumented(parser, "`debate list --json`, `debate motions check FOLDER` --help") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_argument_says_what_it_is(language: str) -> None:
    parser = build_parser(translator(language))
    assert len(list(arguments_of(parser))) > len(list(verbs_of(parser)))
    assert unexplained(parser) == []
    assert unnamed(parser) == []


def test_an_argument_without_a_help_text_or_a_name_is_found() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--loud", "-l", action="store_true")
    motions = parser.add_subparsers().add_parser("motions").add_subparsers()
    check = motions.add_parser("check")
    check.add_argument("folder", help=" ")
    check.add_argument("side", choices=("for", "against"), help="which side")
    check.add_argument("other", metavar="MOTION|ARGUMENT", help="another")
    assert unexplained(parser) == ["--loud/-l", "motions check folder"]
    assert unnamed(parser) == ["motions check folder"]
