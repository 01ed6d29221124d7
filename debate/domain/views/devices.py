"""Which device speaks for whom, and up to which of its facts its owner lets it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from debate.domain.events.people import (
    DeviceAccepted,
    DeviceLinked,
    DeviceRetired,
    ParticipantJoined,
    ParticipantReinstated,
    ParticipantRemoved,
)
from debate.domain.fact import Fact
from debate.domain.ids import DeviceKey, ParticipantId
from debate.domain.views.saying import NO_LIMIT, said


def owners_of(
    facts: Iterable[Fact], founder: DeviceKey | None
) -> Mapping[DeviceKey, ParticipantId]:
    """Map every device to its person: a link counts once both sides said it.

    Who offered a link and then removed the person of that device took the offer back: an acceptance
    beyond the number that the removal named comes too late.
    """
    facts = tuple(facts)
    owners = {fact.author: ParticipantId(fact.author) for fact, _ in said(facts, ParticipantJoined)}
    if founder:
        owners[founder] = ParticipantId(founder)
    accepted: dict[tuple[DeviceKey, ParticipantId], int] = {}
    for fact, acceptance in said(facts, DeviceAccepted):
        pair = (fact.author, acceptance.participant)
        accepted[pair] = min(fact.number, accepted.get(pair, NO_LIMIT))
    wanted = [link for link in _offers(facts) if link[1] != founder]
    for _ in wanted:
        before = dict(owners)
        for device, other, last in wanted:
            owner = owners.get(device)
            if owner and accepted.get((other, owner), NO_LIMIT + 1) <= last:
                owners[other] = owner
        if owners == before:
            break
    return dict(sorted(owners.items()))


def _offers(facts: tuple[Fact, ...]) -> list[tuple[DeviceKey, DeviceKey, int]]:
    """Return who offered a link to which device, and the last number at which it can accept."""
    undone = {(fact.author, event.removal) for fact, event in said(facts, ParticipantReinstated)}
    removals = [
        (fact, event)
        for fact, event in said(facts, ParticipantRemoved)
        if (fact.author, fact.id) not in undone
    ]
    offers: dict[tuple[DeviceKey, DeviceKey], int] = {}
    for fact, link in said(facts, DeviceLinked):
        ends = [
            dict(removal.last).get(link.device, NO_LIMIT)
            for other, removal in removals
            if other.author == fact.author and other.number > fact.number
        ]
        pair = (fact.author, link.device)
        offers[pair] = max(min(ends, default=NO_LIMIT), offers.get(pair, 0))
    return [(device, other, last) for (device, other), last in sorted(offers.items())]


def devices_of(
    owners: Mapping[DeviceKey, ParticipantId],
) -> Mapping[ParticipantId, tuple[DeviceKey, ...]]:
    """Return each person's devices, in the order of their keys."""
    found: dict[ParticipantId, list[DeviceKey]] = {}
    for device in sorted(owners):
        found.setdefault(owners[device], []).append(device)
    return {person: tuple(devices) for person, devices in found.items()}


def retired_of(
    facts: Iterable[Fact],
    owners: Mapping[DeviceKey, ParticipantId],
    removed: Mapping[DeviceKey, int],
) -> Mapping[DeviceKey, int]:
    """Return the last number that counts of each device that was given up.

    A person's first device is heard first, so that of two devices that give each other up one
    always stays; what a device says once it was given up, or its owner removed, gives up nothing.

    Args:
        facts: What was said about people.
        owners: Whose each device is.
        removed: The last number that counts of each device of those who were removed.
    """
    limits: dict[DeviceKey, int] = {}
    found = sorted(
        said(facts, DeviceRetired),
        key=lambda pair: (
            str(owners.get(pair[0].author)) != pair[0].author,
            pair[0].author,
            pair[0].rank,
        ),
    )
    for fact, event in found:
        owner = owners.get(fact.author)
        last = min(removed.get(fact.author, NO_LIMIT), limits.get(fact.author, NO_LIMIT))
        if owner is not None and owner == owners.get(event.device) and fact.number <= last:
            limits[event.device] = min(event.last, limits.get(event.device, NO_LIMIT))
    return limits
