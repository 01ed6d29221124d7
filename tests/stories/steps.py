"""What people do again and again: sit down, argue, weigh, vote; in the language they chose.

Texts are looked up in the program's own catalogue, so that one story is told in each language.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from debate.i18n.catalog import Language, Translator, translator
from tests.stories.terminal import Terminal, command

SHORT = {
    "en": "States are the gravest cyber threat",
    "nl": "Staten zijn de ernstigste cyberdreiging",
}
"""The short title of the motion that the stories are about; it is the second of its pack."""
FIRST = {"en": "One integrated cyber strategy", "nl": "Eén geïntegreerde cyberstrategie"}
"""The short title of the first motion."""
BALANCE = re.compile(r"\d[.,]\d\d(?= [▲▼=]$)")


class Person:
    """Somebody at a terminal, who reads one language."""

    def __init__(self, terminal: Terminal, language: Language = "en") -> None:
        """Sit down at a terminal."""
        self.terminal = terminal
        self.t: Translator = translator(language)

    def sees(self, *msgids: str, **values: object) -> str:
        """Wait for texts of the program, by their English; return the screen."""
        return self.terminal.wait_for(*(self.t.text(msgid, **values) for msgid in msgids))

    # Going ------------------------------------------------------------------------------------

    def enters_the_lobby(self) -> None:
        """Wait for the first screen with its motions."""
        self.terminal.wait_for(SHORT[self.t.language])

    def opens_the_motion(self) -> None:
        """From the lobby, read the motion and go to its floor."""
        self.enters_the_lobby()
        self.terminal.press("down", "enter")
        self.sees("debate it")
        self.terminal.press("enter")
        self.is_on_the_floor()

    def opens_the_debate(self) -> None:
        """From the lobby, go on with the one debate there is."""
        self.enters_the_lobby()
        self.terminal.wait_gone(self.t.text("None yet. Open a motion with enter,")[:9])
        self.terminal.press("tab")
        self.terminal.press("enter")
        self.is_on_the_floor()

    def is_on_the_floor(self) -> None:
        """Wait for the floor, drawn to its last line."""
        self.sees("rebut", "undercut")

    # Acting -----------------------------------------------------------------------------------

    def opens_the_form(self) -> None:
        """Begin to write an argument."""
        self.terminal.press("a")
        self.sees("An argument for or against", "Claim")

    def adds(self, claim: str) -> None:
        """Say an argument for the motion, to the toast that it is saved."""
        self.opens_the_form()
        self.terminal.type(claim)
        self.terminal.wait_for(f"{len(claim)}/280")
        self.terminal.press("enter")
        self.terminal.wait_for(self.t.text("Saved. Weigh it with w; others can answer it.")[:6])
        self.terminal.wait_gone(self.t.text("An argument for or against"))

    def weighs(self, value: int) -> None:
        """Weigh the argument under the cursor."""
        self.terminal.press("w")
        self.sees("How much does this weigh for you?")
        self.terminal.type(str(value))
        self.terminal.wait_for(f"{value} / 10")
        self.terminal.press("enter")
        self.terminal.wait_gone(self.t.text("How much does this weigh for you?"))
        self.terminal.wait_for(f"◆{value}")

    def opens_the_ballot(self) -> None:
        """Open the ballot."""
        self.terminal.press("v")
        self.sees("Moment", "Where do you stand?")

    def takes_a_stance(self, stance: int, confidence: int | None = None) -> None:
        """Fill in the ballot, beginning at its first slider."""
        self.terminal.type(str(stance))
        self.terminal.wait_for(f"+{stance} ▲" if stance > 0 else f"−{-stance} ▼")
        if confidence is not None:
            self.terminal.press("tab")
            self.terminal.wait_for("▸ " + self.t.text("How sure are you?"))
            self.terminal.type(str(confidence))
            self.terminal.wait_for(f"{confidence} %")

    def votes(self, stance: int, confidence: int | None = None) -> None:
        """Cast a sealed ballot from the floor and come back to it."""
        self.opens_the_ballot()
        self.takes_a_stance(stance, confidence)
        self.terminal.press("enter")
        self.is_on_the_floor()

    # Reading ----------------------------------------------------------------------------------

    def balance(self) -> float:
        """Return where the motion stands, as the floor shows it."""
        found = [BALANCE.search(line) for line in self.terminal.lines()]
        figure = next(match[0] for match in found if match)
        return float(figure.replace(",", "."))


def claims_in(data: Path) -> list[str]:
    """Return every claim of the one debate in a data folder, as the command line tells them."""
    (debate,) = _told(data, "list", "--json")
    shown = _told(data, "show", str(debate["id"]), "--json")
    return [argument["claim"] for motion in shown["motions"] for argument in motion["arguments"]]


def holds(data: Path) -> bool:
    """Tell whether the one debate in a data folder passes every check."""
    (found,) = _told(data, "verify", "--json")
    return bool(found["holds"])


def _told(data: Path, *words: str) -> Any:  # noqa: ANN401 (plain JSON)
    told = command(data, *words)
    assert told.returncode == 0, told.stderr or told.stdout
    return json.loads(told.stdout)
