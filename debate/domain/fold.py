"""Gather facts into a state. Pure, and free of the order and number of times facts arrive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import assert_never

from debate.domain.events import UnknownEvent
from debate.domain.events.arguments import (
    ArgumentAdded,
    ArgumentAdopted,
    ArgumentDisowned,
    ArgumentEvent,
    ArgumentEvents,
    ArgumentFlagged,
    ArgumentHidden,
    ArgumentReinstated,
    ArgumentRevised,
    ArgumentShown,
    ArgumentWithdrawn,
    FlagResolved,
    TalkEvent,
    WeightCleared,
    WeightSet,
)
from debate.domain.events.decisions import BallotEvent, OutcomeEvent
from debate.domain.events.people import PeopleEvent
from debate.domain.events.session import SessionEvent
from debate.domain.fact import Fact
from debate.domain.ids import ArgumentId, FactId
from debate.domain.state import ArgumentRecord, State


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
        self.arguments = dict(state.arguments)
        self.talk = dict(state.talk)
        self.ballots = dict(state.ballots)
        self.outcomes = dict(state.outcomes)
        self.unknown = dict(state.unknown)
        self.heads = dict(state.heads)
        self._has_argued = False

    def take(self, fact: Fact) -> None:
        """Put one fact in the table it belongs to."""
        self.heads[fact.author] = max(fact.number, self.heads.get(fact.author, 0))
        event = fact.event
        match event:
            case ArgumentEvent():
                self._record(fact, event)
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

    def _record(self, fact: Fact, event: ArgumentEvents) -> None:
        name = ArgumentId(fact.id) if isinstance(event, ArgumentAdded) else event.argument
        known = self.arguments.get(name, ArgumentRecord())
        record = recorded(known, fact, event)
        if record != known:
            self.arguments[name] = record
            self._has_argued = True

    def finished(self) -> State:
        """Return the state; a table that did not change is the very same object as before."""
        old = self._state
        return State(
            session=old.session,
            proceedings=_kept(old.proceedings, self.proceedings),
            people=_kept(old.people, self.people),
            arguments=self.arguments if self._has_argued else old.arguments,
            talk=_kept(old.talk, self.talk),
            ballots=_kept(old.ballots, self.ballots),
            outcomes=_kept(old.outcomes, self.outcomes),
            unknown=_kept(old.unknown, self.unknown),
            heads=self.heads,
        )


def recorded(record: ArgumentRecord, fact: Fact, event: ArgumentEvents) -> ArgumentRecord:
    """Return what is known of one argument with one more fact."""
    match event:
        case ArgumentAdded():
            return record if record.added else replace(record, added=fact)
        case ArgumentRevised():
            return replace(record, wordings=_with(record.wordings, fact))
        case ArgumentWithdrawn() | ArgumentReinstated():
            return replace(record, standings=_with(record.standings, fact))
        case ArgumentAdopted() | ArgumentDisowned():
            return replace(record, adoptions=_with(record.adoptions, fact))
        case WeightSet() | WeightCleared():
            return replace(record, weights=_with(record.weights, fact))
        case ArgumentFlagged() | ArgumentHidden() | ArgumentShown() | FlagResolved():
            return replace(record, moderation=_with(record.moderation, fact))
        case _:
            assert_never(event)


def _with(table: Mapping[FactId, Fact], fact: Fact) -> Mapping[FactId, Fact]:
    return {**table, fact.id: fact}


def _kept(old: Mapping[FactId, Fact], new: Mapping[FactId, Fact]) -> Mapping[FactId, Fact]:
    return old if len(old) == len(new) else new
