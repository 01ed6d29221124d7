"""The list of debates gives nothing away that a phase hides, nor the stance of one secret ballot."""

from __future__ import annotations

import pytest

from debate.domain import commands as c
from debate.domain.ballot import Ballot
from debate.domain.participant import Contract
from debate.domain.runsheet import Hidden
from debate.service.listing import summary_of
from tests.assembly import Assembly
from tests.tui.screens.evening import WORKSHOP, phase


def room(hidden: tuple[Hidden, ...] = (), contract: Contract = "named") -> Assembly:
    phases = (phase("weigh", hidden=hidden),)
    sheet = WORKSHOP.model_copy(update={"phases": phases})
    return Assembly(3, runsheet=sheet, contract=contract)


@pytest.mark.parametrize("hidden", [("totals",), ("weights",)])
def test_a_list_shows_no_balance_while_a_phase_hides_it(hidden: tuple[Hidden, ...]) -> None:
    assert summary_of(room().seats[0].session).balances
    assert summary_of(room(hidden).seats[0].session).balances == ()


@pytest.mark.parametrize(("contract", "shown"), [("named", True), ("secret", False)])
def test_one_revealed_ballot_is_drawn_only_where_people_are_known(
    contract: Contract, shown: bool
) -> None:
    assembly = room(contract=contract)
    assembly.seats[0].cast(Ballot(motion=assembly.motion, moment="opening", stance=60))
    assembly.do(0, c.RevealBallots(assembly.motion, "opening"))
    assembly.seats[0].open_ballots()
    assert bool(summary_of(assembly.seats[0].session).histogram) is shown
