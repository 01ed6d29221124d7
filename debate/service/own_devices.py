"""The devices of the person at a seat, and those that say they are theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from debate.domain.events.people import DeviceAccepted
from debate.domain.views.people import said

if TYPE_CHECKING:
    from debate.domain.ids import DeviceKey
    from debate.service.seat import Seat

Standing = Literal["this", "mine", "asks", "retired"]


@dataclass(frozen=True, slots=True)
class OwnDevice:
    """One device and what it is to the person who asks."""

    key: DeviceKey
    standing: Standing


def devices_here(seat: Seat) -> tuple[OwnDevice, ...]:
    """Return this person's devices, then those that ask to act for them."""
    person = seat.person
    if person is None:
        return (OwnDevice(seat.device, "this"),)
    people = seat.debate.people
    mine = [OwnDevice(key, _standing(seat, key)) for key in person.devices]
    asking = {
        fact.author
        for fact, event in said(tuple(seat.debate.state.people.values()), DeviceAccepted)
        if event.participant == person.id and people.owners.get(fact.author) != person.id
    }
    return (*mine, *(OwnDevice(key, "asks") for key in sorted(asking)))


def _standing(seat: Seat, key: DeviceKey) -> Standing:
    if key == seat.device:
        return "this"
    return "retired" if key in seat.debate.people.limits else "mine"
