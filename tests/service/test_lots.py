"""Sides by lot: as even as can be, swapped for all, and only by who leads."""

from __future__ import annotations

from collections import Counter

from debate.domain.refusal import Refusal
from debate.service.lots import draw_sides, swap_sides
from tests.assembly import Assembly


def sides(assembly: Assembly) -> dict[str, str]:
    return {who: side for (who, _), side in assembly.debate.sides.items()}


def test_the_lot_gives_everybody_a_side_as_evenly_as_can_be() -> None:
    assembly = Assembly(5)
    assert draw_sides(assembly.seats[0], assembly.motion) == 5
    assert sorted(Counter(sides(assembly).values()).values()) == [2, 3]


def test_a_swap_gives_everybody_the_other_side() -> None:
    assembly = Assembly(4)
    draw_sides(assembly.seats[0], assembly.motion)
    before = sides(assembly)
    assert swap_sides(assembly.seats[0], assembly.motion) == 4
    after = sides(assembly)
    assert all(before[who] != after[who] for who in before)


def test_nobody_else_draws_lots() -> None:
    assembly = Assembly(2)
    answer = draw_sides(assembly.seats[1], assembly.motion)
    assert isinstance(answer, Refusal)
    assert answer.rule == "person.not-facilitator"
