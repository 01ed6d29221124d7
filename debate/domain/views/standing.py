"""What became of a fact: whether it counts, and whether it came in time.

No fact is ever dropped. What somebody may not say is kept and does not count; what came after its
phase had closed, or what its phase did not allow, is kept, counts, and is marked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from debate.domain.events import arguments as a
from debate.domain.events import decisions as d
from debate.domain.events import people as p
from debate.domain.events.session import SessionEvent, SessionOpened
from debate.domain.fact import Fact
from debate.domain.state import ArgumentRecord
from debate.domain.views.court import latest_weights
from debate.domain.views.people import People
from debate.domain.views.polls import Poll, PollKey
from debate.domain.views.schedule import Schedule
from debate.domain.weight import Scheme

Standing = Literal["counts", "late", "unlawful", "void"]

OFFICE = (
    SessionEvent,
    p.ParticipantEnrolled,
    p.ParticipantConfirmed,
    p.ParticipantRemoved,
    p.ParticipantReinstated,
    p.RoleGranted,
    p.RoleWithdrawn,
    p.SideAssigned,
    p.EpochOpened,
    a.ArgumentHidden,
    a.ArgumentShown,
    a.FlagResolved,
    d.BallotsRevealed,
    d.OutcomeAdopted,
)
"""What counts only when somebody says it who leads."""
TALLIED = a.WeightSet | a.WeightCleared | d.BallotSealed
VOICED = a.ArgumentAdopted | a.ArgumentDisowned | d.OutcomeEndorsed


@dataclass(frozen=True, slots=True)
class Bench:
    """Says what became of each fact of one debate."""

    people: People
    schedule: Schedule
    polls: Mapping[PollKey, Poll]

    def standing(self, fact: Fact) -> Standing:
        """Return what became of a fact that is in the debate."""
        if self._is_void(fact):
            return "void"
        if self.schedule.is_late(fact):
            return "late"
        return "unlawful" if self.schedule.is_unlawful(fact) else "counts"

    def late_weights(self, record: ArgumentRecord, scheme: Scheme) -> int:
        """Return how many of the weights given to an argument came after their phase had closed."""
        latest = latest_weights(record, self.people, scheme).values()
        return sum(
            isinstance(fact.event, a.WeightSet) and self.schedule.is_late(fact) for fact in latest
        )

    def _is_void(self, fact: Fact) -> bool:
        """Tell whether who said something was not the one who could."""
        event, people = fact.event, self.people
        if isinstance(event, SessionOpened):
            return fact.author != people.founder or fact.number != 1
        if isinstance(event, OFFICE):
            return not people.led(fact)
        if isinstance(event, TALLIED):
            is_voiced = people.voice_for(fact, event.on_behalf_of) is not None
            return not is_voiced or any(fact.id in poll.late for poll in self.polls.values())
        if isinstance(event, VOICED):
            return people.voice(fact) is None
        if isinstance(event, d.BallotOpened):
            return any(fact.id in poll.broken for poll in self.polls.values())
        if isinstance(event, p.DeviceAccepted):
            return False  # It waits for the person who is to link the device.
        if isinstance(event, p.DeviceRetired):
            return fact.author not in people.owners  # A device can give itself up.
        return not people.counts(fact)
