"""A new circle after somebody was removed: its secret is sealed to each device that stays.

The new circle has another place at every store, so who was removed neither reads what is said from
then on nor sees that anything is. What they had they keep; nobody can take that back.
"""

from __future__ import annotations

import binascii
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from debate.domain.commands import OpenEpoch
from debate.domain.events.people import EpochOpened, ParticipantRemoved
from debate.domain.fact import Fact
from debate.domain.refusal import Refusal
from debate.domain.views.people import said
from debate.trust.canonical import to_text
from debate.trust.circle import SECRET_LENGTH, Circle
from debate.trust.keys import seal_to

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.ids import DeviceKey
    from debate.service.seat import Seat
    from debate.trust.envelope import Document
    from debate.trust.keys import SigningKey


class Epoch(NamedTuple):
    """The opening of a circle."""

    fact: Fact
    event: EpochOpened

    @property
    def number(self) -> int:
        """Which circle of the debate it is; the first has number 0 and no fact."""
        return self.event.epoch


def newest_epoch(debate: Debate) -> Epoch | None:
    """Return the newest circle that somebody who leads has opened.

    Of two with one number the one whose fact has the lowest id holds: the same on every replica.
    """
    facts = tuple(debate.state.people.values())
    led = [
        Epoch(fact, event) for fact, event in said(facts, EpochOpened) if debate.people.led(fact)
    ]
    return min(led, key=lambda epoch: (-epoch.number, epoch.fact.id), default=None)


def sealable(
    debate: Debate, documents: Sequence[Document], epoch: int | None
) -> Sequence[Document]:
    """Return the facts that may still go out under a circle's keys.

    Once a newer circle was opened, nothing but the log of who opened it, up to that fact, is sent
    where the old one's members can read it.
    """
    newest = newest_epoch(debate)
    if newest is None or epoch is None or newest.number <= epoch:
        return documents
    author, number = newest.fact.author, newest.fact.number
    return [each for each in documents if each["a"] == author and each["n"] <= number]


def circle_in(epoch: Epoch, keys: Iterable[SigningKey]) -> Circle | None:
    """Return the circle of an epoch, when its secret was sealed to one of these keys."""
    sealed = dict(epoch.event.keys)
    for key in keys:
        text = sealed.get(key.public)
        secret = key.unseal(_raw(text)) if text else None
        if secret is not None and len(secret) == SECRET_LENGTH:
            return Circle.of(secret)
    return None


def open_epoch(seat: Seat, circle: Circle) -> Refusal | None:
    """Tell every device that stays the secret of a new circle."""
    known = newest_epoch(seat.debate)
    secret = circle.join_secret or b""
    sealed = ((device, seal_to(device, secret)) for device in _staying(seat.debate))
    command = OpenEpoch(
        epoch=(known.number if known else 0) + 1,
        keys=tuple((device, to_text(text)) for device, text in sealed if text),
    )
    answer = seat.submit(command)
    return answer if isinstance(answer, Refusal) else None


def is_overdue(seat: Seat) -> bool:
    """Whether this device removed somebody and has opened no new circle since."""
    mine = [fact for fact in seat.debate.state.people.values() if fact.author == seat.device]
    removals = set(seat.debate.people.authority.removals)
    last = max(
        (f.number for f, _ in said(tuple(mine), ParticipantRemoved) if f.id in removals), default=0
    )
    opened = max((fact.number for fact, _ in said(tuple(mine), EpochOpened)), default=0)
    return last > opened


def _staying(debate: Debate) -> list[DeviceKey]:
    """Return the devices of all who were not removed, those that were given up left out."""
    people = debate.people
    removed = {removal.participant for removal in people.authority.removals.values()}
    return [
        device
        for device, owner in people.owners.items()
        if owner not in removed and device not in people.limits
    ]


def _raw(text: str) -> bytes:
    try:
        return binascii.a2b_base64(text.translate(str.maketrans("-_", "+/")) + "==")
    except ValueError:
        return b""
