"""Who took part: the silent count, turns, and the other side's case."""

from __future__ import annotations

import pytest

from debate.analysis.findings.taking_part import TakingPart
from debate.analysis.refusal import Reason, Refused
from debate.domain import commands as c
from debate.domain.ids import FactId
from debate.domain.participant import Contract
from debate.service.findings import motion_findings_of
from tests.assembly import Assembly


def part_of(assembly: Assembly) -> TakingPart:
    return motion_findings_of(assembly.debate, assembly.motion).taking_part


def room(people: int, contract: Contract = "named") -> Assembly:
    """Return people of two sides who weighed all arguments of the first two of them."""
    assembly = Assembly(people, contract=contract)
    arguments = assembly.argue(4, speakers=2)
    assembly.vote("opening", lambda n: {"stance": -50 if n % 2 else 50}, assembly.motion)
    assembly.weigh(arguments, lambda person, place: 9 if person % 2 == place % 2 else 6)
    return assembly


def test_one_voice_among_many_is_as_uneven_as_can_be() -> None:
    assembly = Assembly(4)
    assembly.argue(3)
    part = part_of(assembly)
    assert (part.people, part.said, part.speakers, part.weighers) == (4, 3, 1, 0)
    assert part.gini == pytest.approx(1)
    assert part.top_share == 1
    assert part.turn_gap == pytest.approx(0)
    assert (part.in_favour, part.against) == (2, 1)


def test_a_room_that_was_silent_is_not_uneven() -> None:
    part = part_of(Assembly(3))
    assert part.gini == Refused(Reason.NOTHING_COUNTED, needed=1, had=0)
    assert part.fairness == Refused(Reason.NOTHING_COUNTED, needed=1, had=0)
    assert isinstance(part.cross_cutting, Refused)


def test_what_the_other_side_brought_is_weighed_by_share() -> None:
    part = part_of(room(4))
    assert part.cross_cutting == 1
    assert part.steelman == 1
    assert part.weighers == 4


def test_two_sided_people_under_a_secret_contract_are_not_told() -> None:
    part = part_of(room(2, "secret"))
    small = Refused(Reason.SMALL_CELL, needed=3, had=2)
    assert (part.cross_cutting, part.steelman, part.gini) == (small, small, small)
    assert isinstance(part_of(room(4, "secret")).cross_cutting, float)


def test_fair_restatements_are_counted_among_those_that_were_judged() -> None:
    assembly = Assembly(3)
    name = assembly.argue(1)[0]
    first = assembly.do(1, c.OfferRestatement(name, "In other words")).first
    assembly.do(2, c.OfferRestatement(name, "Otherwise put"))
    assembly.do(0, c.JudgeRestatement(FactId(first), is_fair=True))
    part = part_of(assembly)
    assert (part.restated, part.fair, part.fairness) == (2, 1, 1)
