"""The newcomer's two minutes: from an empty folder to what changed, without reading anything first."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.i18n.catalog import Language
from tests.stories.steps import FIRST, SHORT, Person, claims_in, holds
from tests.stories.terminal import Terminal

CLAIM = {
    "en": "Only states can pay for years of quiet preparation",
    "nl": "Alleen staten kunnen jaren van stille voorbereiding betalen",
}


@pytest.mark.parametrize(
    ("language", "columns", "rows"), [("en", 80, 24), ("nl", 80, 24), ("en", 160, 45)]
)
def test_a_newcomer_argues_weighs_votes_twice_and_reads_what_changed(
    data: Path, language: Language, columns: int, rows: int
) -> None:
    words = ("--lang", language)
    with Terminal(data, *words, columns=columns, rows=rows) as terminal:
        newcomer = Person(terminal, language)
        terminal.wait_for(FIRST[language], SHORT[language])
        newcomer.opens_the_motion()
        newcomer.votes(40, 70)
        terminal.wait_for("+40")
        before = newcomer.balance()

        newcomer.adds(CLAIM[language])
        terminal.wait_until(lambda _: newcomer.balance() > before, "a new argument moves nothing")
        newcomer.weighs(9)

        newcomer.opens_the_ballot()
        newcomer.takes_a_stance(65)
        terminal.press("o")
        newcomer.sees("What moved you?", "pick")
        terminal.wait_for(CLAIM[language])
        terminal.press("space")
        terminal.wait_for("●")
        terminal.press("ctrl+s")
        newcomer.sees("Moment")
        terminal.wait_for(newcomer.t.text("Moved by: {claims}", claims="")[:5])
        terminal.press("enter")
        newcomer.sees("Results", "Before and after", "People")
        terminal.press("2")
        terminal.wait_until(lambda screen: "+40" in screen and "+65" in screen, "nobody moved")
        assert terminal.leave() == 0
    assert CLAIM[language] in claims_in(data)
    assert holds(data)


def test_a_motion_can_be_read_before_it_is_debated(data: Path) -> None:
    with Terminal(data) as terminal:
        newcomer = Person(terminal)
        newcomer.enters_the_lobby()
        terminal.press("down", "enter")
        newcomer.sees("debate it")
        terminal.wait_for("State actors, not criminals")
        top = terminal.screen()
        terminal.press("pagedown")
        terminal.wait_until(lambda screen: screen != top, "the page does not scroll")
        terminal.press("escape")
        newcomer.sees("Your debates")
        assert terminal.leave() == 0
