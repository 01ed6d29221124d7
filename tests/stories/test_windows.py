"""The window changes size, the language changes: nothing is cut off and nothing typed is lost."""

from __future__ import annotations

from pathlib import Path

from tests.stories.steps import BALANCE, FIRST, SHORT, Person
from tests.stories.terminal import Terminal

SIZES = ((60, 20), (160, 45), (80, 24))
HALF = "A claim that is still being written"
PALETTE = "What do you want to do?"


def is_whole(screen: str) -> bool:
    """Tell whether the floor shows title, balance, heading, an argument, its detail and its keys."""
    lines = screen.splitlines()
    return (
        SHORT["en"] in lines[0]
        and any(BALANCE.search(line) for line in lines[:3])
        and "For (3)" in screen
        and "For the motion · the pack" in screen
        and "Without it and its replies" in screen
        and lines[-1].endswith("? help")
    )


def test_the_floor_is_whole_at_every_size_while_the_window_changes(data: Path) -> None:
    with Terminal(data) as terminal:
        reader = Person(terminal)
        reader.opens_the_motion()
        terminal.wait_until(is_whole, "the floor at 80×24")
        for columns, rows in SIZES:
            terminal.resize(columns, rows)
            terminal.wait_until(is_whole, f"the floor at {columns}×{rows}")
            assert max(map(len, terminal.lines())) <= columns
        assert terminal.leave() == 0


def test_a_form_keeps_its_text_and_shows_its_buttons_while_the_window_changes(data: Path) -> None:
    with Terminal(data) as terminal:
        author = Person(terminal)
        author.opens_the_motion()
        author.opens_the_form()
        terminal.type(HALF)
        for columns, rows in SIZES:
            terminal.resize(columns, rows)
            terminal.wait_for(HALF, "35/280", "Claim", "^s save", "esc cancel")
        terminal.resize(40, 12)
        terminal.wait_for("This window is 40×12", "Everything is kept.")
        terminal.resize(80, 24)
        terminal.wait_for(HALF, "^s save")


def test_half_written_text_stays_when_the_language_changes(data: Path) -> None:
    with Terminal(data) as terminal:
        reader, lezer = Person(terminal), Person(terminal, "nl")
        reader.enters_the_lobby()
        terminal.press("n")
        reader.sees("A new debate")
        terminal.press("tab", "tab", "tab")
        terminal.wait_for_caret("Your name")
        terminal.type("Ada")
        terminal.wait_for("3/40")
        terminal.press("ctrl+p")
        reader.sees(PALETTE)
        terminal.type("language")
        terminal.wait_gone("Explain this screen")
        terminal.wait_for("Show everything in the next language")
        terminal.press("enter")
        lezer.sees("A new debate", "Others at this keyboard")
        terminal.wait_for("3/40", "Ada", FIRST["nl"])
        terminal.wait_for_caret(lezer.t.text("Your name"))
        terminal.type(" L.")
        terminal.wait_for("6/40", "Ada L.")
        terminal.press("enter")
        lezer.is_on_the_floor()
        terminal.press("L")
        reader.is_on_the_floor()
        assert terminal.leave() == 0


def test_a_draft_is_back_in_another_language(data: Path) -> None:
    with Terminal(data) as terminal:
        author, auteur = Person(terminal), Person(terminal, "nl")
        author.opens_the_motion()
        author.opens_the_form()
        terminal.type(HALF)
        terminal.wait_for("35/280")
        terminal.press("escape")
        author.sees("Kept as a draft.")
        terminal.press("L")
        auteur.is_on_the_floor()
        terminal.wait_for(SHORT["nl"])
        auteur.opens_the_form()
        terminal.wait_for(HALF, "35/280")
        assert terminal.leave() == 0


def test_the_language_that_was_chosen_is_kept(data: Path) -> None:
    with Terminal(data) as terminal:
        terminal.wait_for(FIRST["en"])
        terminal.press("L")
        terminal.wait_for(FIRST["nl"])
        assert terminal.leave() == 0
    with Terminal(data) as terminal:
        terminal.wait_for(FIRST["nl"])
        assert terminal.leave() == 0
