"""Gather facts into a state. Pure, and free of the order and number of times facts arrive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from debate.domain.events import UnknownEvent
from debate.domain.events.arguments import (
    ArgumentAdded,
    ArgumentEvent,
    ArgumentEvents,
    TalkEvent,
)
from debate.domain.events.decisions import BallotEvent, OutcomeEvent
from debate.domain.events.people import PeopleEvent
from debate.domain.events.session import SessionEvent
from debate.domain.fact import Fact
from debate.domain.ids import ArgumentId, FactId
from debate.domain.record import argued
from debate.domain.state import State


def fold(state: State, facts: Iterable[Fact]) -> State:
    """Return the state with `facts` in it. Facts already there change nothing.

    Args:
        state: What was gathered so far.
        facts: Checked facts of the same session, in any order.
    """
    draft = _Draft(state)
    for fact in facts:
        draft.take(fact)
    return draft.finished()


class _Draft:
    """A state under construction: each table is copied once for a batch, not once for a fact."""

    def __init__(self, state: State) -> None:
        self._state = state
        self.proceedings = dict(state.proceedings)
        self.people = dict(state.people)
        self.talk = dict(state.talk)
        self.ballots = dict(state.ballots)
        self.outcomes = dict(state.outcomes)
        self.unknown = dict(state.unknown)
        self.heads = dict(state.heads)
        self.said: dict[ArgumentId, list[tuple[Fact, ArgumentEvents]]] = {}
        """What this batch says of each argument."""

    def take(self, fact: Fact) -> None:
        """Put one fact in the table it belongs to."""
        self.heads[fact.author] = max(fact.number, self.heads.get(fact.author, 0))
        event = fact.event
        match event:
            case ArgumentEvent():
                name = ArgumentId(fact.id) if isinstance(event, ArgumentAdded) else event.argument
                self.said.setdefault(name, []).append((fact, event))
            case SessionEvent():
                self.proceedings[fact.id] = fact
            case PeopleEvent():
                self.people[fact.id] = fact
            case TalkEvent():
                self.talk[fact.id] = fact
            case BallotEvent():
                self.ballots[fact.id] = fact
            case OutcomeEvent():
                self.outcomes[fact.id] = fact
            case UnknownEvent():
                self.unknown[fact.id] = fact
            case _:
                assert_never(event)

    def finished(self) -> State:
        """Return the state; a table that did not change is the very same object as before."""
        old = self._state
        return State(
            session=old.session,
            proceedings=_kept(old.proceedings, self.proceedings),
            people=_kept(old.people, self.people),
            arguments=argued(old.arguments, self.said),
            talk=_kept(old.talk, self.talk),
            ballots=_kept(old.ballots, self.ballots),
            outcomes=_kept(old.outcomes, self.outcomes),
            unknown=_kept(old.unknown, self.unknown),
            heads=self.heads,
        )


def _kept(old: Mapping[FactId, Fact], new: Mapping[FactId, Fact]) -> Mapping[FactId, Fact]:
    return old if len(old) == len(new) else new
