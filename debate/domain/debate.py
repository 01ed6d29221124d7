"""One debate as it stands: a state and what follows from it, each part worked out when first asked.

A `Debate` never changes. `advanced` makes the next one, which keeps every part that follows from the
very same objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from operator import is_
from typing import NamedTuple, TypeVar, cast

from debate.domain.charter import Charter
from debate.domain.fact import Fact
from debate.domain.fold import fold
from debate.domain.ids import ArgumentId, ParticipantId, SessionId
from debate.domain.state import State
from debate.domain.views.agreement import charter_of
from debate.domain.views.floor import Floor, floor_of
from debate.domain.views.people import People, people_of
from debate.domain.views.polls import Poll, PollKey, polls_of
from debate.domain.views.schedule import Schedule, schedule_of
from debate.domain.views.sides import Sides, sides_of
from debate.domain.views.standing import Bench
from debate.domain.views.talk import Outcome, Talk, outcomes_of, talk_of

Value = TypeVar("Value")


class Part(NamedTuple):
    """Something that was worked out, and the objects that it follows from."""

    needs: tuple[object, ...]
    value: object


class Debate:
    """A state with its views. Reading `charter` and what needs it asks that the debate was opened."""

    def __init__(self, state: State, known: Mapping[str, Part] | None = None) -> None:
        """Wrap a state; `known` lends what was worked out for an earlier one."""
        self.state = state
        self._known = dict(known or {})

    @classmethod
    def empty(cls, session: SessionId) -> Debate:
        """Return the debate nobody has said anything in."""
        return cls(State(session=session))

    def advanced(self, facts: Iterable[Fact]) -> Debate:
        """Return the debate with `facts` in it."""
        return Debate(fold(self.state, facts), self._known)

    def _once(self, name: str, needs: tuple[object, ...], make: Callable[[], Value]) -> Value:
        """Return a part, worked out anew only when something it needs is not the same object.

        A part that comes out equal is the same object as before, and so is what needs it.
        """
        known = self._known.get(name)
        if known is not None and all(map(is_, known.needs, needs)):
            return cast("Value", known.value)
        value = make()
        if known is not None and known.value == value:
            value = known.value
        self._known[name] = Part(needs, value)
        return value

    @cached_property
    def people(self) -> People:
        """Who takes part, and whose facts count."""
        state = self.state
        return self._once("people", (state.people, state.proceedings), lambda: people_of(state))

    @cached_property
    def _agreed(self) -> Charter | None:
        state, people = self.state, self.people
        needs = (state.proceedings, state.ballots, people)
        return self._once("charter", needs, lambda: charter_of(state, people))

    @cached_property
    def is_open(self) -> bool:
        """Whether the fact that opens the debate is here."""
        return self._agreed is not None

    @cached_property
    def charter(self) -> Charter:
        """What was agreed.

        Raises:
            LookupError: when the opening fact is still under way; ask `is_open` first.
        """
        if self._agreed is None:
            raise LookupError(self.state.session)
        return self._agreed

    @cached_property
    def schedule(self) -> Schedule:
        """The phases so far."""
        state, people, charter = self.state, self.people, self.charter
        needs = (state.proceedings, people, charter)
        return self._once("schedule", needs, lambda: schedule_of(state, people, charter))

    @cached_property
    def floor(self) -> Floor:
        """The arguments as they stand; those of which nothing new was said are the same objects."""
        state, people, charter = self.state, self.people, self.charter
        known = self._known.get("floor")
        before = None
        if known is not None and known.needs[0] is people and known.needs[1] is charter:
            before = cast("Floor", known.value)
            if known.needs[2] is state.arguments:
                return before
        floor = floor_of(state, people, charter, before)
        self._known["floor"] = Part((people, charter, state.arguments), floor)
        return floor

    @cached_property
    def polls(self) -> Mapping[PollKey, Poll]:
        """The ballots cast so far."""
        state, people = self.state, self.people
        return self._once("polls", (state.ballots, people), lambda: polls_of(state, people))

    @cached_property
    def talk(self) -> Talk:
        """Questions, merges, remarks."""
        state, people = self.state, self.people
        needs = (state.talk, state.arguments, people)
        return self._once("talk", needs, lambda: talk_of(state, people))

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Drafted statements."""
        state, people = self.state, self.people
        return self._once("outcomes", (state.outcomes, people), lambda: outcomes_of(state, people))

    @cached_property
    def bench(self) -> Bench:
        """Who says what became of a fact."""
        return Bench(self.people, self.schedule, self.polls)

    @cached_property
    def sides(self) -> Sides:
        """Which side people were asked to argue."""
        state, people = self.state, self.people
        return self._once("sides", (state.people, people), lambda: sides_of(state, people))

    def poll(self, key: PollKey) -> Poll:
        """Return a poll; an empty one when nobody has cast a ballot in it."""
        return self.polls.get(key, Poll(key))

    def late_weights(self, argument: ArgumentId) -> int:
        """Return how many of an argument's weights came after their phase had closed."""
        record = self.state.arguments.get(argument)
        return self.bench.late_weights(record, self.charter.scheme) if record else 0

    def name_of(self, person: ParticipantId | None) -> str | None:
        """Return the name a person goes by; None for the nameless and for opening arguments."""
        found = self.people.by_id.get(person) if person else None
        return found.name if found else None
