"""The power goes, the terminal is killed: what was typed is back, and what was saved is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaign import typing
from tests.stories.room import begun
from tests.stories.steps import Person, claims_in, holds
from tests.stories.terminal import Terminal

DRAFT = "A sentence that was never finished, because"
GROUNDS = "the power went"
SAID = "What was said stays said"


def half_write(terminal: Terminal) -> None:
    """Begin a debate and the sentence of an argument, and leave it at that."""
    author = Person(terminal)
    author.opens_the_motion()
    author.opens_the_form()
    terminal.type(DRAFT)
    terminal.wait_for(f"{len(DRAFT)}/280")


def test_a_half_written_argument_is_back_after_a_kill(data: Path) -> None:
    with Terminal(data) as terminal:
        half_write(terminal)
        terminal.press("tab")
        terminal.wait_for_caret("Why")
        terminal.type(GROUNDS)
        terminal.wait_for(f"{len(GROUNDS)}/20000")
        typing.wait_for_draft(data, GROUNDS)
        terminal.kill()
    with Terminal(data) as terminal:
        author = Person(terminal)
        author.opens_the_debate()
        author.opens_the_form()
        terminal.wait_for("Your draft is back")
        terminal.wait_for(DRAFT, GROUNDS, f"{len(DRAFT)}/280")
        terminal.press("ctrl+s")
        terminal.wait_gone("An argument for or against")
        terminal.wait_for("A sentence that was")
        assert terminal.leave() == 0
    assert DRAFT in claims_in(data)
    assert holds(data)


def test_an_argument_is_there_when_the_program_is_killed_right_after_it_said_saved(
    data: Path,
) -> None:
    with Terminal(data) as terminal:
        author = Person(terminal)
        author.opens_the_motion()
        author.opens_the_form()
        terminal.type(SAID)
        terminal.wait_for(f"{len(SAID)}/280")
        terminal.press("enter")
        terminal.wait_for("Saved.")
        terminal.kill()
    assert SAID in claims_in(data)
    assert holds(data)
    with Terminal(data) as terminal:
        author = Person(terminal)
        author.opens_the_debate()
        terminal.wait_for("What was said stays", "For (4)")
        author.opens_the_form()
        assert "Your draft is back" not in terminal.screen()


def test_kills_at_any_moment_lose_nothing_that_was_acknowledged(data: Path) -> None:
    figures = typing.run(data, rounds=3)
    assert figures.lost == 0
    assert figures.acknowledged >= 1


class Wrapped(Terminal):
    """A window whose first program keeps to itself that the window goes, and waits for what it began."""

    def command_line(self, *words: str) -> list[str]:
        """Return what is run in the window."""
        return ["sh", "-c", 'trap : HUP; "$@"; exit 0', "sh", *super().command_line(*words)]


def test_a_window_that_goes_takes_the_program_along_and_leaves_the_draft(data: Path) -> None:
    with Wrapped(data) as terminal:
        half_write(terminal)
        typing.wait_for_draft(data, DRAFT)
        terminal.hang_up()
    with Terminal(data) as terminal:
        author = Person(terminal)
        author.opens_the_debate()
        author.opens_the_form()
        terminal.wait_for("Your draft is back", DRAFT)


@pytest.mark.parametrize(("leading", "last"), [((), "ssh -p"), (("--facilitate",), "next phase")])
def test_a_window_that_goes_closes_the_room(
    data: Path, leading: tuple[str, ...], last: str
) -> None:
    begun(data)
    with Wrapped(data, "host", "--only-here", "--port", "0", *leading) as terminal:
        terminal.wait_for("Monday group", last)
        terminal.hang_up()
    assert holds(data)


def test_a_window_that_goes_ends_a_conversation_in_lines(data: Path) -> None:
    with Wrapped(data, "--plain") as terminal:
        terminal.wait_for("`help` names the words")
        terminal.hang_up()
