"""Sides by lot: half the room argues for, half against, and then they swap.

The lot says which side one argues, never what one holds; it is a facilitator's fact like any other.
"""

from __future__ import annotations

from secrets import SystemRandom
from typing import TYPE_CHECKING

from debate.domain.commands import AssignSide
from debate.domain.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from debate.domain.ids import MotionId, ParticipantId
    from debate.domain.motion import Side
    from debate.service.seat import Seat

SIDES: tuple[Side, Side] = ("for", "against")


def draw_sides(seat: Seat, motion: MotionId) -> int | Refusal:
    """Give everybody who takes part a side by lot, as evenly as can be; return how many.

    Raises:
        StoreError: the disk refused.
    """
    people = [person.id for person in seat.debate.people.present()]
    SystemRandom().shuffle(people)
    return _assign(seat, motion, [(who, SIDES[place % 2]) for place, who in enumerate(people)])


def swap_sides(seat: Seat, motion: MotionId) -> int | Refusal:
    """Give everybody who has a side the other one; return how many.

    Raises:
        StoreError: the disk refused.
    """
    present = {person.id for person in seat.debate.people.present()}
    return _assign(
        seat,
        motion,
        [
            (who, "against" if side == "for" else "for")
            for (who, on), side in seat.debate.sides.items()
            if on == motion and who in present
        ],
    )


def _assign(
    seat: Seat, motion: MotionId, sides: Sequence[tuple[ParticipantId, Side]]
) -> int | Refusal:
    for who, side in sides:
        answer = seat.submit(AssignSide(who, motion, side))
        if isinstance(answer, Refusal):
            return answer
    return len(sides)
