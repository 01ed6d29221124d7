"""Every verb and option of the command line is in `docs/lookup/commands.md`."""

from __future__ import annotations

import argparse

from debate.cli.parser import build_parser
from tests.house.sources import ROOT
from tests.house.verbs import undocumented, verbs_of


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
