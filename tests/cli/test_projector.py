"""The projector as plain lines: what the room sees, for a screen reader or a script."""

from __future__ import annotations

import sys

import pytest

from debate.tui import projecting
from tests.cli.conftest import Shell


def test_the_projector_tells_the_join_line_and_follows_the_phase(debate: Shell) -> None:
    debate("projector", code=2)
    debate("new", "W", "--motion", "state-threats", "--runsheet", "workshop-30", "--name", "Ada")
    out = debate("projector", "W", "--join", "ssh debate@10.0.0.5").out
    assert "ssh debate@10.0.0.5" in out
    debate("phase", "next", "W")
    debate("ballot", "W", "77")
    out = debate("projector", "--plain").out
    assert "ballots are in: 1/1" in out
    assert "77" not in out
    debate("phase", "go", "W", "reveal")
    found = debate("projector", "W", "--json").json
    assert found[0]["key"] == "pending/state-threats"


@pytest.mark.parametrize(
    ("chosen", "asked", "spoken"), [("nl", (), "nl"), ("nl", ("--lang", "en"), "en")]
)
def test_at_a_terminal_the_view_opens_in_the_language_that_was_chosen(
    debate: Shell,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    asked: tuple[str, ...],
    spoken: str,
) -> None:
    opened: list[Opened] = []

    class Opened:
        return_code = 0

        def __init__(self, workspace: object, **options: object) -> None:
            self.options = options
            opened.append(self)

        def run(self) -> None:
            """Do nothing: no terminal is opened in a test."""

    debate("new", "W", "--motion", "state-threats")
    debate("settings", "language", chosen)
    monkeypatch.setattr(projecting, "ProjectorProgram", Opened)
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(type(stream), "isatty", lambda _: True, raising=False)
    monkeypatch.setattr("debate.cli.projector.end_with_terminal", lambda: None)
    debate("projector", "W", "--join", "ssh me@here", *asked)
    (found,) = opened
    assert (found.options["language"], found.options["join"]) == (spoken, "ssh me@here")
