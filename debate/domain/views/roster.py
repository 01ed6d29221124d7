"""Everybody who ever came, in the order in which they came: name, role, devices, presence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from debate.domain.events.people import (
    ParticipantConfirmed,
    ParticipantEnrolled,
    ParticipantJoined,
    ParticipantLeft,
)
from debate.domain.fact import Fact
from debate.domain.ids import DeviceKey, ParticipantId
from debate.domain.participant import Channel, Role
from debate.domain.views.authority import Authority
from debate.domain.views.devices import devices_of
from debate.domain.views.roles import Roles
from debate.domain.views.saying import in_order, newest_by, said


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


def roster_of(
    facts: Iterable[Fact],
    owners: Mapping[DeviceKey, ParticipantId],
    authority: Authority,
    limits: Mapping[DeviceKey, int],
    roles: Roles,
) -> Mapping[ParticipantId, Person]:
    """Work out who came, and as what.

    Args:
        facts: What was said about people.
        owners: Whose each device is.
        authority: Who leads, and who was removed.
        limits: The last number that counts of devices that have one.
        roles: Every change of role that counts.
    """
    facts = tuple(facts)
    counting = [fact for fact in facts if fact.number <= limits.get(fact.author, fact.number)]
    came = _came(facts, owners) | {
        ParticipantId(fact.id): fact
        for fact, _ in said(counting, ParticipantEnrolled)
        if authority.covers(fact)
    }
    desk = _Desk(counting, owners, authority, limits, roles)
    ordered = sorted(came.items(), key=lambda row: row[1].moment)
    return {name: desk.person(name, number) for number, (name, _) in enumerate(ordered, start=1)}


def _came(
    facts: tuple[Fact, ...], owners: Mapping[DeviceKey, ParticipantId]
) -> dict[ParticipantId, Fact]:
    """Return the fact with which each person with a device came."""
    found: dict[ParticipantId, Fact] = {}
    for fact in in_order(fact for fact, _ in said(facts, ParticipantJoined)):
        found.setdefault(owners[fact.author], fact)
    return found


class _Desk:
    """What is known of each person, looked up once for all of them."""

    def __init__(
        self,
        counting: list[Fact],
        owners: Mapping[DeviceKey, ParticipantId],
        authority: Authority,
        limits: Mapping[DeviceKey, int],
        roles: Roles,
    ) -> None:
        led = [fact for fact in counting if authority.covers(fact)]

        def whose(fact: Fact) -> ParticipantId | None:
            return owners.get(fact.author)

        steps = [f for f in counting if isinstance(f.event, ParticipantJoined | ParticipantLeft)]
        self._steps = newest_by(steps, whose)
        self._joins = newest_by((fact for fact, _ in said(counting, ParticipantJoined)), whose)
        self._enrolled = {
            ParticipantId(fact.id): event for fact, event in said(led, ParticipantEnrolled)
        }
        self._confirmed = {event.participant for _, event in said(led, ParticipantConfirmed)}
        self._removed = {removal.participant for removal in authority.removals.values()}
        self._roles = roles
        self._devices = devices_of(owners)
        self._authority = authority
        self._limits = limits

    def person(self, name: ParticipantId, number: int) -> Person:
        """Return one person as everybody may know them."""
        paper = self._enrolled.get(name)
        step, join = self._steps.get(name), self._joins.get(name)
        joined = join.event if join else None
        if not isinstance(joined, ParticipantJoined):
            joined = ParticipantJoined()
        is_here = paper is not None or (
            step is not None and isinstance(step.event, ParticipantJoined)
        )
        return Person(
            id=name,
            name=paper.name if paper else joined.name,
            number=number,
            role=self._role(name, joined.role),
            devices=self._devices.get(name, ()),
            channel=paper.channel if paper else None,
            is_present=is_here and name not in self._removed,
            is_confirmed=name in self._confirmed,
        )

    def _role(self, name: ParticipantId, chosen: Role) -> Role:
        """Return a person's role: a facilitator's word goes before their own."""
        mine = self._devices.get(name, ())
        if any(self._authority.leads(device) and device not in self._limits for device in mine):
            return "facilitator"
        assigned = self._roles.assigned(name) or chosen
        return "observer" if assigned == "observer" else "participant"
