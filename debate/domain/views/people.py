"""Who the people are, which devices speak for them, and up to which fact each of them counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from debate.domain.events.base import EventBase
from debate.domain.events.people import (
    DeviceAccepted,
    DeviceLinked,
    DeviceRetired,
    ParticipantConfirmed,
    ParticipantEnrolled,
    ParticipantJoined,
    ParticipantLeft,
    ParticipantReinstated,
    ParticipantRemoved,
    RoleGranted,
    RoleWithdrawn,
)
from debate.domain.events.session import SessionOpened
from debate.domain.fact import Fact
from debate.domain.ids import DeviceKey, ParticipantId
from debate.domain.participant import Channel, Role
from debate.domain.session_id import session_id_of
from debate.domain.state import State

Kind = TypeVar("Kind", bound=EventBase)
NO_LIMIT = 2**53
"""A number that no author's log reaches."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person, however many devices they use."""

    id: ParticipantId
    name: str | None
    number: int
    """Their place in the order of joining, from 1; screens call the nameless by it."""
    role: Role
    devices: tuple[DeviceKey, ...]
    channel: Channel | None = None
    is_present: bool = True
    """False when they left or were removed; what they said stays."""
    is_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """Everybody in a debate, and whose facts count."""

    founder: DeviceKey | None
    by_id: Mapping[ParticipantId, Person]
    owners: Mapping[DeviceKey, ParticipantId]
    limits: Mapping[DeviceKey, int]
    """Devices of people who were removed, or that were given up: the last number that counts."""
    terms: Mapping[DeviceKey, int]
    """Facilitators' devices: the last number that counts as a facilitator's."""

    def of(self, device: DeviceKey) -> Person | None:
        """Return the person who speaks through a device, if anybody does."""
        owner = self.owners.get(device)
        return self.by_id.get(owner) if owner else None

    def counts(self, fact: Fact) -> bool:
        """Tell whether its author was (still) taking part when the fact was made."""
        return fact.number <= self.limits.get(fact.author, NO_LIMIT)

    def led(self, fact: Fact) -> bool:
        """Tell whether a fact is a facilitator's."""
        return self.counts(fact) and fact.number <= self.terms.get(fact.author, 0)

    def is_facilitator(self, device: DeviceKey) -> bool:
        """Tell whether what a device says next is a facilitator's."""
        return (
            self.terms.get(device, 0) == NO_LIMIT and self.limits.get(device, NO_LIMIT) == NO_LIMIT
        )

    def present(self) -> tuple[Person, ...]:
        """Return the people who take part, observers left out, in the order of joining."""
        return tuple(
            person
            for person in self.by_id.values()
            if person.is_present and person.role != "observer"
        )


def people_of(state: State) -> People:
    """Work out who the people are from all that was said about them."""
    opening = founding(state)
    founder = opening.author if opening else None
    owners = _owners(state.people.values(), founder)
    terms = _terms(state.people.values(), founder, owners)
    removals = _removals(state.people.values(), founder, owners, terms)
    limits = _limits(state.people.values(), owners, removals)
    persons = _persons(state.people.values(), owners, terms, limits, removals)
    return People(founder, persons, owners, limits, terms)


def founding(state: State) -> Fact | None:
    """Return the fact that opened the debate: the one whose author made the session id."""
    openings = [
        fact
        for fact, event in said(state.proceedings.values(), SessionOpened)
        if fact.number == 1 and session_id_of(fact.author, event.nonce) == state.session
    ]
    return min(openings, key=lambda fact: fact.id, default=None)


def said(facts: Iterable[Fact], kind: type[Kind]) -> Iterator[tuple[Fact, Kind]]:
    """Yield the facts that carry one kind of event, with that event."""
    for fact in facts:
        event = fact.event
        if isinstance(event, kind):
            yield fact, event


def _owners(facts: Iterable[Fact], founder: DeviceKey | None) -> Mapping[DeviceKey, ParticipantId]:
    """Map every device to its person: a link counts once both sides said it."""
    facts = tuple(facts)
    owners = {fact.author: ParticipantId(fact.author) for fact, _ in said(facts, ParticipantJoined)}
    if founder:
        owners[founder] = ParticipantId(founder)
    accepted = {(fact.author, event.participant) for fact, event in said(facts, DeviceAccepted)}
    links = sorted((fact.author, event.device) for fact, event in said(facts, DeviceLinked))
    for _ in links:
        for device, other in links:
            owner = owners.get(device)
            if owner and other != founder and (other, owner) in accepted:
                owners[other] = owner
    return owners


def _terms(
    facts: Iterable[Fact], founder: DeviceKey | None, owners: Mapping[DeviceKey, ParticipantId]
) -> Mapping[DeviceKey, int]:
    """Follow the grants from the founder on; a giver or the founder may take a role back."""
    if founder is None:
        return {}
    facts = tuple(facts)
    chief = owners[founder]
    terms = {device: NO_LIMIT for device, owner in owners.items() if owner == chief}
    grants = [(fact, event) for fact, event in said(facts, RoleGranted)]
    ends = [(fact, event) for fact, event in said(facts, RoleWithdrawn)]
    for _ in grants:
        for fact, event in grants:
            if event.role != "facilitator" or fact.number > terms.get(fact.author, 0):
                continue
            givers = {chief, owners.get(fact.author)}
            end = [
                dict(stop.last)
                for said_by, stop in ends
                if stop.grant == fact.id and owners.get(said_by.author) in givers
            ]
            for device, owner in owners.items():
                if owner == event.participant:
                    term = min((last.get(device, 0) for last in end), default=NO_LIMIT)
                    terms[device] = max(term, terms.get(device, 0))
    return terms


def _removals(
    facts: Iterable[Fact],
    founder: DeviceKey | None,
    owners: Mapping[DeviceKey, ParticipantId],
    terms: Mapping[DeviceKey, int],
) -> tuple[ParticipantRemoved, ...]:
    """Return the removals in force; nobody removes the founder."""
    facts = tuple(facts)
    chief = owners.get(founder) if founder else None
    undone = {
        event.removal
        for fact, event in said(facts, ParticipantReinstated)
        if fact.number <= terms.get(fact.author, 0)
    }
    return tuple(
        event
        for fact, event in said(facts, ParticipantRemoved)
        if fact.number <= terms.get(fact.author, 0)
        and fact.id not in undone
        and event.participant != chief
    )


def _limits(
    facts: Iterable[Fact],
    owners: Mapping[DeviceKey, ParticipantId],
    removals: tuple[ParticipantRemoved, ...],
) -> Mapping[DeviceKey, int]:
    limits: dict[DeviceKey, int] = {}
    for removal in removals:
        last = dict(removal.last)
        for device, owner in owners.items():
            if owner == removal.participant:
                limits[device] = min(last.get(device, 0), limits.get(device, NO_LIMIT))
    for fact, event in said(facts, DeviceRetired):
        if owners.get(fact.author) == owners.get(event.device):
            limits[event.device] = min(event.last, limits.get(event.device, NO_LIMIT))
    return limits


def _persons(
    facts: Iterable[Fact],
    owners: Mapping[DeviceKey, ParticipantId],
    terms: Mapping[DeviceKey, int],
    limits: Mapping[DeviceKey, int],
    removals: tuple[ParticipantRemoved, ...],
) -> Mapping[ParticipantId, Person]:
    facts = tuple(facts)
    removed = {removal.participant for removal in removals}
    confirmed = {
        event.participant
        for fact, event in said(facts, ParticipantConfirmed)
        if fact.number <= terms.get(fact.author, 0)
    }
    joined = _newest_by_person(facts, owners)
    observers = _observers(facts, joined, terms)
    persons: dict[ParticipantId, Person] = {}
    for number, (name, _, newest) in enumerate(_in_order(facts, joined, terms), start=1):
        event = newest.event
        devices = tuple(sorted(device for device, owner in owners.items() if owner == name))
        leads = any(terms.get(device, 0) == NO_LIMIT for device in devices)
        role: Role = "facilitator" if leads else "observer" if name in observers else "participant"
        persons[name] = Person(
            id=name,
            name=event.name
            if isinstance(event, ParticipantEnrolled)
            else _last_name(facts, owners, name),
            number=number,
            role=role,
            devices=devices,
            channel=event.channel if isinstance(event, ParticipantEnrolled) else None,
            is_present=name not in removed and not isinstance(event, ParticipantLeft),
            is_confirmed=name in confirmed,
        )
    return persons


def _newest_by_person(
    facts: tuple[Fact, ...], owners: Mapping[DeviceKey, ParticipantId]
) -> Mapping[ParticipantId, tuple[Fact, Fact]]:
    """Map each person with a device to the first and the newest fact of their coming and going."""
    found: dict[ParticipantId, tuple[Fact, Fact]] = {}
    for fact in facts:
        owner = owners.get(fact.author)
        if owner is None or not isinstance(fact.event, ParticipantJoined | ParticipantLeft):
            continue
        first, newest = found.get(owner, (fact, fact))
        found[owner] = (
            min(first, fact, key=lambda one: one.moment),
            max(newest, fact, key=lambda one: one.moment),
        )
    return found


def _observers(
    facts: tuple[Fact, ...],
    joined: Mapping[ParticipantId, tuple[Fact, Fact]],
    terms: Mapping[DeviceKey, int],
) -> frozenset[ParticipantId]:
    """Return who only looks on: by their own choice, or by a facilitator's."""
    chosen = {
        name
        for name, (_, newest) in joined.items()
        if isinstance(newest.event, ParticipantJoined) and newest.event.role == "observer"
    }
    for fact, event in sorted(said(facts, RoleGranted), key=lambda pair: pair[0].moment):
        if fact.number <= terms.get(fact.author, 0):
            (chosen.add if event.role == "observer" else chosen.discard)(event.participant)
    return frozenset(chosen)


def _in_order(
    facts: tuple[Fact, ...],
    joined: Mapping[ParticipantId, tuple[Fact, Fact]],
    terms: Mapping[DeviceKey, int],
) -> list[tuple[ParticipantId, Fact, Fact]]:
    """List the people by the time they came, those enrolled on paper among them."""
    rows = [(name, first, newest) for name, (first, newest) in joined.items()]
    rows += [
        (ParticipantId(fact.id), fact, fact)
        for fact, _ in said(facts, ParticipantEnrolled)
        if fact.number <= terms.get(fact.author, 0)
    ]
    return sorted(rows, key=lambda row: row[1].moment)


def _last_name(
    facts: tuple[Fact, ...], owners: Mapping[DeviceKey, ParticipantId], name: ParticipantId
) -> str | None:
    named = [
        (fact.moment, event.name)
        for fact, event in said(facts, ParticipantJoined)
        if owners.get(fact.author) == name
    ]
    return max(named)[1] if named else None
