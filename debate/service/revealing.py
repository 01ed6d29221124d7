"""Reveal ballots that wait for it, and open those that were cast at this keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from debate.domain.commands import RevealBallots
from debate.domain.refusal import Refusal

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.views.polls import Poll
    from debate.service.seat import Seat
    from debate.service.session import Session
    from debate.service.workspace import Workspace


def unrevealed(debate: Debate) -> tuple[Poll, ...]:
    """Return the ballots that people cast and nobody revealed."""
    return tuple(poll for poll in debate.polls.values() if poll.seals and not poll.is_revealed)


def reveal_all(workspace: Workspace, seat: Seat) -> int | Refusal:
    """End every ballot that people cast; see `reveal`."""
    return reveal(workspace.seats(seat.session), seat, unrevealed(seat.debate))


def reveal(seats: Iterable[Seat], leader: Seat, polls: Iterable[Poll]) -> int | Refusal:
    """End ballots that people cast; return how many were ended.

    Args:
        seats: The seats of this keyboard, whose ballots are opened too.
        leader: Who leads.
        polls: The ballots.

    Raises:
        StoreError: the disk refused.
    """
    count = 0
    for poll in polls:
        answer = leader.submit(RevealBallots(*poll.key))
        if isinstance(answer, Refusal):
            return answer
        count += 1
    open_together(leader.session, seats)
    return count or Refusal.of("ballot.none-cast")


def open_together(session: Session, seats: Iterable[Seat]) -> int:
    """Open the ballots of several people that were revealed, in one write; return how many.

    One after the other, each would show by how much it changed the tally.

    Raises:
        StoreError: the disk refused; none was opened.
    """
    return session.submit_together(each for seat in seats for each in seat.openings())
