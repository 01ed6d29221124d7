"""One debate as it stands: a state and what follows from it, each part worked out when first asked.

A `Debate` never changes. `advanced` makes the next one and keeps every part whose facts are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from debate.domain.charter import Charter
from debate.domain.fact import Fact
from debate.domain.fold import fold
from debate.domain.ids import ParticipantId, SessionId
from debate.domain.state import State
from debate.domain.views.agreement import charter_of
from debate.domain.views.floor import Floor, floor_of
from debate.domain.views.people import People, people_of
from debate.domain.views.polls import Poll, PollKey, polls_of
from debate.domain.views.schedule import Schedule, schedule_of
from debate.domain.views.talk import Outcome, Talk, outcomes_of, talk_of


class Debate:
    """A state with its views. Reading `charter` and what needs it asks that the debate was opened."""

    def __init__(self, state: State, before: Debate | None = None) -> None:
        """Wrap a state; `before` lends the parts whose facts did not change."""
        self.state = state
        self._before_floor: Floor | None = None
        if before is not None:
            self._keep(before)

    @classmethod
    def empty(cls, session: SessionId) -> Debate:
        """Return the debate nobody has said anything in."""
        return cls(State(session=session))

    def advanced(self, facts: Iterable[Fact]) -> Debate:
        """Return the debate with `facts` in it."""
        return Debate(fold(self.state, facts), before=self)

    def _keep(self, before: Debate) -> None:
        new, old, known = self.state, before.state, before.__dict__
        same_people = new.people is old.people and new.proceedings is old.proceedings
        parts = {
            "people": same_people,
            "is_open": same_people,
            "charter": same_people and new.ballots is old.ballots,
            "schedule": same_people and new.ballots is old.ballots,
            "polls": same_people and new.ballots is old.ballots,
            "talk": same_people and new.talk is old.talk,
            "outcomes": same_people and new.outcomes is old.outcomes,
        }
        for name, is_same in parts.items():
            if is_same and name in known:
                self.__dict__[name] = known[name]
        if same_people:
            self._before_floor = known.get("floor", before._before_floor)

    @cached_property
    def people(self) -> People:
        """Who takes part, and whose facts count."""
        return people_of(self.state)

    @cached_property
    def is_open(self) -> bool:
        """Whether the fact that opens the debate is here."""
        return charter_of(self.state, self.people) is not None

    @cached_property
    def charter(self) -> Charter:
        """What was agreed.

        Raises:
            LookupError: when the opening fact is still under way; ask `is_open` first.
        """
        charter = charter_of(self.state, self.people)
        if charter is None:
            raise LookupError(self.state.session)
        return charter

    @cached_property
    def schedule(self) -> Schedule:
        """The phases so far."""
        return schedule_of(self.state, self.people, self.charter)

    @cached_property
    def floor(self) -> Floor:
        """The arguments as they stand."""
        return floor_of(self.state, self.people, self.charter, self._before_floor)

    @cached_property
    def polls(self) -> Mapping[PollKey, Poll]:
        """The ballots cast so far."""
        return polls_of(self.state, self.people)

    @cached_property
    def talk(self) -> Talk:
        """Questions, merges, remarks."""
        return talk_of(self.state, self.people)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Drafted statements."""
        return outcomes_of(self.state, self.people)

    def poll(self, key: PollKey) -> Poll:
        """Return a poll; an empty one when nobody has cast a ballot in it."""
        return self.polls.get(key, Poll(key))

    def name_of(self, person: ParticipantId | None) -> str | None:
        """Return the name a person goes by; None for the nameless and for opening arguments."""
        found = self.people.by_id.get(person) if person else None
        return found.name if found else None
