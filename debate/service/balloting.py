"""Which ballots can be cast now, and which of them a person means who does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from debate.domain.ballot import MOMENTS, Moment
from debate.domain.views.lawful import CASTING

if TYPE_CHECKING:
    from debate.domain.ids import MotionId, ParticipantId
    from debate.service.seat import Seat

USUAL: Final[tuple[Moment, ...]] = ("opening", "closing")
"""The ballots that are shown in a phase in which none can be cast."""


def moments_open(seat: Seat) -> tuple[Moment, ...]:
    """Return the moments whose ballots the phase allows, in order; the usual ones when none are."""
    return _allowed(seat) or USUAL


def is_alone(seat: Seat) -> bool:
    """Tell whether nobody else takes part, so that nothing is given away by a reveal."""
    return seat.is_facilitator and len(seat.debate.people.by_id) == 1


def may_cast(seat: Seat) -> bool:
    """Tell whether the law lets this person cast any ballot at present."""
    return any(seat.barred(act) is None for act in CASTING.values())


def _allowed(seat: Seat) -> tuple[Moment, ...]:
    acts = seat.debate.schedule.now.phase.acts
    return tuple(each for each in MOMENTS if CASTING[each] in acts)


def moment_due(seat: Seat, motion: MotionId | None, voter: ParticipantId | None = None) -> Moment:
    """Return the moment of the ballot that is due.

    Where the phase allows several, that is the opening one until it is cast or revealed, and then
    the closing one; the ballots halfway and later are for who asks for them. Where it allows none,
    that is the last one which was cast.

    Args:
        seat: Who votes, or types for somebody else.
        motion: The motion; None for the ballot over all of them.
        voter: The person on paper for whom it is typed.
    """

    def has_cast(moment: Moment) -> bool:
        return seat.ballot((motion, moment, 0), of=voter) is not None

    allowed = _allowed(seat)
    if not allowed:
        return next((each for each in reversed(USUAL) if has_cast(each)), "opening")
    first, *others = allowed
    is_over = has_cast(first) or seat.debate.poll((motion, first, 0)).is_revealed
    if not is_over or not others:
        return first
    return "closing" if "closing" in others else others[-1]
