"""The power goes, the terminal is killed: what was typed is back, and what was saved is there."""

from __future__ import annotations

from pathlib import Path

from tests.campaign import typing
from tests.stories.steps import Person, claims_in, holds
from tests.stories.terminal import Terminal

DRAFT = "A sentence that was never finished, because"
GROUNDS = "the power went"
SAID = "What was said stays said"


def test_a_half_written_argument_is_back_after_a_kill(data: Path) -> None:
    with Terminal(data) as terminal:
        author = Person(terminal)
        author.opens_the_motion()
        author.opens_the_form()
        terminal.type(DRAFT)
        terminal.wait_for(f"{len(DRAFT)}/280")
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
