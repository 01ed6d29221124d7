"""A hand on the mouse: the whole way through a debate, with the keyboard for words alone."""

from __future__ import annotations

from pathlib import Path

from tests.stories.steps import claims_in, holds
from tests.stories.terminal import Terminal

CLAIM = "Criminals hit somebody every single day"
SAVE = "Cancel        Save"
"""The buttons at the end of a form."""


def test_a_debate_is_held_with_the_mouse(data: Path) -> None:
    with Terminal(data) as terminal:
        terminal.click("States are the gravest cyber threat", times=2)
        terminal.click("debate it")

        terminal.click("v ballot")
        terminal.click("┼", right=8)
        terminal.wait_for("+27")
        terminal.click("a guess", right=30)
        terminal.click("seal it")
        terminal.wait_for("you +27")

        terminal.click("a add")
        terminal.click("○ ▼ against")
        terminal.click("Claim", below=1)
        terminal.type(CLAIM)
        terminal.wait_for(f"{len(CLAIM)}/280")
        terminal.click(SAVE, right=SAVE.index("Save"))
        terminal.wait_for("Against (4)")

        terminal.click("w weigh")
        terminal.click("nothing", right=40)
        terminal.wait_for("/ 10")
        terminal.click(SAVE, right=SAVE.index("Save"))
        terminal.wait_for("◆")

        terminal.click("For (3)")
        terminal.click("m mine too")
        terminal.wait_for("You made it yours too.")

        terminal.click("^p …")
        terminal.turn_wheel_to_the_end("quit  ^q", over="Add an argument")
        terminal.click("Go back to where you came from")
        terminal.wait_for("Your debates")
        assert terminal.leave() == 0
    assert CLAIM in claims_in(data)
    assert holds(data)
