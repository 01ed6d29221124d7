"""Reveal every ballot that waits for it, and open those that were cast at this keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.domain.commands import RevealBallots
from debate.domain.refusal import Refusal

if TYPE_CHECKING:
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace


def reveal_all(workspace: Workspace, seat: Seat) -> int | Refusal:
    """End every ballot that people cast; return how many ballots were ended.

    Args:
        workspace: Where the other seats of this keyboard are, whose ballots are opened too.
        seat: Who leads.

    Raises:
        StoreError: the disk refused.
    """
    waiting = [poll.key for poll in seat.debate.polls.values() if poll.seals and not poll.reveal]
    if not waiting:
        return Refusal.of("ballot.none-cast")
    for motion, moment, number in waiting:
        answer = seat.submit(RevealBallots(motion, moment, number))
        if isinstance(answer, Refusal):
            return answer
    for other in workspace.seats(seat.session):
        other.open_ballots()
    return len(waiting)
