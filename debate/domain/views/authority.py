"""Who leads, from which to which of their facts, and whom those who lead have removed.

Authority comes down from the founder like a staircase. Everybody's acts are heard in the order in
which they came to lead: first the founder's, then those of the people the founder appointed, and so
on. So each office is settled by those above it before it is heard itself, two facilitators who
remove each other are never both gone, and neither clocks nor the order of arrival have a say.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from debate.domain.events.base import Heads
from debate.domain.events.people import (
    DeviceRetired,
    ParticipantReinstated,
    ParticipantRemoved,
    RoleGranted,
    RoleWithdrawn,
)
from debate.domain.fact import Fact
from debate.domain.ids import DeviceKey, FactId, ParticipantId
from debate.domain.views.devices import devices_of, retired_of
from debate.domain.views.saying import NO_LIMIT, said

Span = tuple[int, int]
"""Facts beyond the first number, up to and with the second."""
ActOfOffice = ParticipantReinstated | ParticipantRemoved | RoleGranted | RoleWithdrawn


@dataclass(frozen=True, slots=True)
class Office:
    """One person's charge to lead."""

    holder: ParticipantId
    grant: FactId | None = None
    """The fact that gave it; None for the founder's."""
    giver: ParticipantId | None = None
    since: Heads = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """The end of one person's part, as far as its maker's word reaches."""

    participant: ParticipantId
    limits: Mapping[DeviceKey, int]
    """The last number that counts of each device; none for a person on paper."""

    @property
    def is_felt(self) -> bool:
        """Whether it ends anything: a facilitator's word does not reach those above them."""
        return not self.limits or any(last < NO_LIMIT for last in self.limits.values())


@dataclass(frozen=True, slots=True)
class Authority:
    """Who leads and who was removed."""

    spans: Mapping[DeviceKey, tuple[Span, ...]] = field(default_factory=dict)
    """Which facts of a device are a facilitator's."""
    offices: tuple[Office, ...] = ()
    """The offices that nobody took back, from the founder's on."""
    removals: Mapping[FactId, Removal] = field(default_factory=dict)
    """The removals in force."""
    limits: Mapping[DeviceKey, int] = field(default_factory=dict)
    """Devices of people who were removed: the last number that counts."""

    def covers(self, fact: Fact) -> bool:
        """Tell whether its author led when the fact was made."""
        spans = self.spans.get(fact.author, ())
        return any(after < fact.number <= until for after, until in spans)

    def leads(self, device: DeviceKey) -> bool:
        """Tell whether the next fact of a device is a facilitator's."""
        return any(until == NO_LIMIT for _, until in self.spans.get(device, ()))

    def office_of(self, person: ParticipantId) -> int | None:
        """Return the place of a person's first office on the staircase; None without one."""
        places = (place for place, office in enumerate(self.offices) if office.holder == person)
        return next(places, None)


def authority_of(
    facts: Iterable[Fact], founder: DeviceKey | None, owners: Mapping[DeviceKey, ParticipantId]
) -> Authority:
    """Hear everybody who leads, from the founder down.

    Args:
        facts: What was said about people.
        founder: The device that opened the debate.
        owners: Whose each device is.
    """
    if founder is None:
        return Authority()
    hearing = _Hearing(tuple(facts), owners, owners[founder])
    hearing.run()
    return hearing.found()


class _Hearing:
    """The staircase while it is walked down."""

    def __init__(
        self,
        facts: tuple[Fact, ...],
        owners: Mapping[DeviceKey, ParticipantId],
        chief: ParticipantId,
    ) -> None:
        self._owners = owners
        self._devices = devices_of(owners)
        self._chief = chief
        self._acts: dict[DeviceKey, list[tuple[Fact, ActOfOffice]]] = {}
        for fact in facts:
            if isinstance(fact.event, ActOfOffice):
                self._acts.setdefault(fact.author, []).append((fact, fact.event))
        self._grants = {fact.id: fact for fact, _ in said(facts, RoleGranted)}
        self._retirements = tuple(fact for fact, _ in said(facts, DeviceRetired))
        self._waiting = deque([Office(holder=chief)])
        self._terms: dict[Office, Mapping[DeviceKey, Span]] = {}
        self._held: list[Office] = []
        self._heard: set[FactId] = set()
        self._spans: dict[DeviceKey, list[Span]] = {}
        self._ends: dict[FactId, list[Mapping[DeviceKey, int]]] = {}
        self._removals: dict[FactId, Removal] = {}
        self._undone: set[FactId] = set()

    def run(self) -> None:
        """Hear every office, each after those above it."""
        while self._waiting:
            office = self._waiting.popleft()
            if office not in self._terms:
                self._begin(office)
            self._hear(office)

    def found(self) -> Authority:
        """Return what was heard."""
        return Authority(
            spans={device: tuple(spans) for device, spans in sorted(self._spans.items())},
            offices=tuple(self._held),
            removals={
                name: removal
                for name, removal in sorted(self._removals.items())
                if name not in self._undone and removal.is_felt
            },
            limits={
                device: last for device, last in sorted(self._limits().items()) if last < NO_LIMIT
            },
        )

    def _begin(self, office: Office) -> None:
        """Settle from which to which fact an office is held: who could end it was heard before."""
        ends = self._ends.get(office.grant, []) if office.grant else []
        since = dict(office.since)
        spans: dict[DeviceKey, Span] = {}
        for device in self._devices.get(office.holder, ()):
            until = min((end.get(device, 0) for end in ends), default=NO_LIMIT)
            spans[device] = (since.get(device, 0), until)
            self._spans.setdefault(device, []).append(spans[device])
        self._terms[office] = spans
        if not ends:
            self._held.append(office)

    def _hear(self, office: Office) -> None:
        removed = self._limits()
        retired = retired_of(self._retirements, self._owners, removed)
        acts: list[tuple[Fact, ActOfOffice]] = []
        for device, (after, until) in self._terms[office].items():
            last = min(until, removed.get(device, NO_LIMIT), retired.get(device, NO_LIMIT))
            acts += [act for act in self._acts.get(device, ()) if after < act[0].number <= last]
        for fact, event in sorted(acts, key=lambda act: (act[0].rank, act[0].author)):
            if fact.id not in self._heard:
                self._heard.add(fact.id)
                self._apply(fact, event, office.holder)

    def _apply(self, fact: Fact, event: ActOfOffice, holder: ParticipantId) -> None:
        match event:
            case RoleGranted():
                if event.role == "facilitator" and event.participant not in (self._chief, holder):
                    self._waiting.append(Office(event.participant, fact.id, holder, event.since))
            case RoleWithdrawn():
                grant = self._grants.get(event.grant)
                giver = self._owners.get(grant.author) if grant else None
                if giver is not None and holder in (self._chief, giver):
                    self._ends.setdefault(event.grant, []).append(dict(event.last))
            case ParticipantRemoved():
                self._removals[fact.id] = Removal(event.participant, self._reach(event))
            case ParticipantReinstated():
                self._undo(event.removal)
            case _:
                assert_never(event)

    def _reach(self, event: ParticipantRemoved) -> Mapping[DeviceKey, int]:
        """Return the limits a removal sets: never within what was heard above its maker.

        The devices it names are meant even when somebody else took them over since.
        """
        last = dict(event.last)
        own = self._devices.get(event.participant, ())
        first = DeviceKey(event.participant)
        known = {*own, *last, *({first} & self._owners.keys())}
        return {device: max(last.get(device, 0), self._reached(device)) for device in sorted(known)}

    def _reached(self, device: DeviceKey) -> int:
        """Return up to which number a device was heard as a facilitator's."""
        return max((until for _, until in self._spans.get(device, ())), default=0)

    def _undo(self, removal: FactId) -> None:
        """Take a removal back, and hear again what it had silenced."""
        self._undone.add(removal)
        known = self._removals.get(removal)
        if known is not None:
            self._waiting += [
                office for office in self._terms if office.holder == known.participant
            ]

    def _limits(self) -> Mapping[DeviceKey, int]:
        limits: dict[DeviceKey, int] = {}
        for name, removal in self._removals.items():
            if name not in self._undone:
                for device, last in removal.limits.items():
                    limits[device] = min(last, limits.get(device, NO_LIMIT))
        return limits
