"""Gather facts into a state. Pure, and free of the order and number of times facts arrive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, assert_never

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
from debate.domain.state import UNTOUCHED, ArgumentRecord, RecordTable, State


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
            arguments=_argued(old.arguments, self.said),
            talk=_kept(old.talk, self.talk),
            ballots=_kept(old.ballots, self.ballots),
            outcomes=_kept(old.outcomes, self.outcomes),
            unknown=_kept(old.unknown, self.unknown),
            heads=self.heads,
        )


def _argued(
    old: Mapping[ArgumentId, ArgumentRecord],
    said: Mapping[ArgumentId, Iterable[tuple[Fact, ArgumentEvents]]],
) -> Mapping[ArgumentId, ArgumentRecord]:
    """Return the records with what was said; the very same mapping if nothing of it is new."""
    changed: dict[ArgumentId, ArgumentRecord] = {}
    for name, news in said.items():
        known = old.get(name, UNTOUCHED)
        record = _recorded(known, news)
        if record is not known:
            changed[name] = record
    return {**old, **changed} if changed else old


def _recorded(known: ArgumentRecord, news: Iterable[tuple[Fact, ArgumentEvents]]) -> ArgumentRecord:
    """Return what is known of one argument with more facts; the very same if none is new."""
    changes: dict[str, Any] = {}
    more: dict[RecordTable, dict[FactId, Fact]] = {}
    for fact, event in news:
        table = _table_of(event)
        if table is not None:
            more.setdefault(table, {})[fact.id] = fact
        elif known.added is None:
            changes["added"] = fact
    for table, facts in more.items():
        old = getattr(known, table)
        if not facts.keys() <= old.keys():
            changes[table] = {**old, **facts}
    if known is UNTOUCHED:
        return ArgumentRecord(**changes) if changes else known
    return known._replace(**changes) if changes else known


def _table_of(event: ArgumentEvents) -> RecordTable | None:
    """Return which table of an argument's record an event goes to; None for the one that made it."""
    match event:
        case ArgumentAdded():
            return None
        case WeightSet() | WeightCleared():
            return "weights"
        case ArgumentAdopted() | ArgumentDisowned():
            return "adoptions"
        case ArgumentRevised():
            return "wordings"
        case ArgumentWithdrawn() | ArgumentReinstated():
            return "standings"
        case ArgumentFlagged() | ArgumentHidden() | ArgumentShown() | FlagResolved():
            return "moderation"
        case _:
            assert_never(event)


def _kept(old: Mapping[FactId, Fact], new: Mapping[FactId, Fact]) -> Mapping[FactId, Fact]:
    return old if len(old) == len(new) else new
