"""Reading facts: those of one kind, the newest of one person, the one that opened the debate.

What one device said is ordered by its number, which nobody but that device can choose. Time orders
only what one person said on different devices, and what different people said about nothing in
particular: no fact gets the better of another person's by its clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from debate.domain.events.base import EventBase
from debate.domain.events.session import SessionOpened
from debate.domain.fact import Fact
from debate.domain.ids import DeviceKey, ParticipantId
from debate.domain.session_id import session_id_of
from debate.domain.state import State

Kind = TypeVar("Kind", bound=EventBase)
NO_LIMIT = 2**53
"""A number that no author's log reaches."""


def said(facts: Iterable[Fact], kind: type[Kind]) -> Iterator[tuple[Fact, Kind]]:
    """Yield the facts that carry one kind of event, with that event."""
    for fact in facts:
        event = fact.event
        if isinstance(event, kind):
            yield fact, event


def founding(state: State) -> Fact | None:
    """Return the fact that opened the debate: the one whose author made the session id."""
    openings = [
        fact
        for fact, event in said(state.proceedings.values(), SessionOpened)
        if fact.number == 1 and session_id_of(fact.author, event.nonce) == state.session
    ]
    return min(openings, key=lambda fact: fact.id, default=None)


def newest(facts: Iterable[Fact]) -> Fact | None:
    """Return the newest of one person's facts: by number on a device, by time between devices."""
    last: dict[DeviceKey, Fact] = {}
    for fact in facts:
        _hear(fact, last)
    return _latest(last) if last else None


def newest_by(
    facts: Iterable[Fact], whose: Callable[[Fact], ParticipantId | None]
) -> Mapping[ParticipantId, Fact]:
    """Return the newest fact of each person, in the order of their ids.

    Args:
        facts: Facts about one thing.
        whose: Whose a fact is; None leaves it out.
    """
    found: dict[ParticipantId, dict[DeviceKey, Fact]] = {}
    for fact in facts:
        person = whose(fact)
        if person is not None:
            _hear(fact, found.setdefault(person, {}))
    return {person: _latest(found[person]) for person in sorted(found)}


def _hear(fact: Fact, last: dict[DeviceKey, Fact]) -> None:
    """Keep the newest fact of each device of one person."""
    known = last.get(fact.author)
    if known is None or known.rank < fact.rank:
        last[fact.author] = fact


def _latest(last: Mapping[DeviceKey, Fact]) -> Fact:
    """Return the newest of the newest facts of each device."""
    if len(last) == 1:
        return next(iter(last.values()))
    return max(last.values(), key=lambda fact: fact.moment)


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return facts as they are shown: by time, then by id."""
    return tuple(sorted(facts, key=lambda fact: fact.moment))
