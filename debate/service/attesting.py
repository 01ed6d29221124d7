"""Say from time to time how far one has seen everybody, so that a store that withholds is found out.

Only devices that lead do: their word is proof, and in a full room everybody's would be a flood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.domain.commands import AttestHeads
from debate.domain.events.people import HeadsAttested
from debate.domain.views.people import said

if TYPE_CHECKING:
    from debate.service.seat import Seat

EVERY = 50
"""After how many facts of others it is said again."""


def attest(seat: Seat) -> bool:
    """Say how far this device has seen everybody, when that is due; tell whether it was said."""
    if not seat.debate.is_open or seat.person is None or not seat.is_facilitator:
        return False
    state = seat.debate.state
    others = {device: number for device, number in state.heads.items() if device != seat.device}
    if sum(others.values()) - _told(seat) < EVERY:
        return False
    seat.submit(AttestHeads(tuple(sorted(others.items()))))
    return True


def _told(seat: Seat) -> int:
    """Return how many facts of others this device last said it had seen."""
    mine = [fact for fact in seat.debate.state.people.values() if fact.author == seat.device]
    told = max(said(tuple(mine), HeadsAttested), key=lambda pair: pair[0].number, default=None)
    return sum(number for _, number in told[1].heads) if told else 0
