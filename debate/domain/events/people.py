"""Who takes part, as what, with which devices, and until which of their facts."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from debate.domain.argument import Note
from debate.domain.base import Whole
from debate.domain.events.base import ActBase, EventBase, Heads
from debate.domain.ids import DeviceKey, FactId, MotionId, ParticipantId
from debate.domain.motion import Side
from debate.domain.participant import Channel, PersonName, Role


class PeopleEvent(EventBase):
    """A fact about the people of a debate."""


class ParticipantJoined(PeopleEvent):
    """A person takes part with this device; a later one renames or lets them back in."""

    kind: ClassVar[str] = "participant.joined"
    name: PersonName | None = None
    """None under a secret contract: the journal then holds no name at all."""
    role: Literal["participant", "observer"] = "participant"


class ParticipantLeft(PeopleEvent):
    """A person left; what they said stays."""

    kind: ClassVar[str] = "participant.left"


class ParticipantEnrolled(PeopleEvent):
    """A facilitator takes part for somebody without a device; the fact's id is that person."""

    kind: ClassVar[str] = "participant.enrolled"
    name: PersonName | None = None
    channel: Channel


class ParticipantConfirmed(PeopleEvent):
    """A facilitator put a person on the roster: one vote for each entry."""

    kind: ClassVar[str] = "participant.confirmed"
    participant: ParticipantId


class ParticipantRemoved(PeopleEvent):
    """A facilitator ended a person's part: facts after `last` are kept and do not count."""

    kind: ClassVar[str] = "participant.removed"
    participant: ParticipantId
    last: Heads = ()
    reason: Note = ""


class ParticipantReinstated(PeopleEvent):
    """A removal was taken back."""

    kind: ClassVar[str] = "participant.reinstated"
    removal: FactId


class RoleGranted(PeopleEvent):
    """A facilitator gave somebody a role."""

    kind: ClassVar[str] = "role.granted"
    participant: ParticipantId
    role: Role
    since: Heads = ()
    """What its giver had seen of each device: what was said up to there was said in the old role."""


class RoleWithdrawn(PeopleEvent):
    """The giver of a role, or the founder, took it back; facts up to `last` still count."""

    kind: ClassVar[str] = "role.withdrawn"
    grant: FactId
    last: Heads = ()


class DeviceLinked(PeopleEvent):
    """A person named another device as theirs; in force once that device accepts."""

    kind: ClassVar[str] = "device.linked"
    device: DeviceKey


class DeviceAccepted(PeopleEvent):
    """This device acts for a person who linked it."""

    kind: ClassVar[str] = "device.accepted"
    participant: ParticipantId


class DeviceRetired(PeopleEvent):
    """A person gave up a device of theirs: facts after number `last` do not count."""

    kind: ClassVar[str] = "device.retired"
    device: DeviceKey
    last: Annotated[Whole, Field(ge=0)]


class SideAssigned(PeopleEvent):
    """A facilitator asked a person to argue one side, whatever they hold."""

    kind: ClassVar[str] = "side.assigned"
    participant: ParticipantId
    motion: MotionId
    side: Side


class StepFinished(PeopleEvent, ActBase):
    """A person is done with the phase."""

    kind: ClassVar[str] = "step.finished"


class HandRaised(PeopleEvent, ActBase):
    """A person asked for the floor."""

    kind: ClassVar[str] = "hand.raised"


class HandLowered(PeopleEvent):
    """A request for the floor was met or taken back, by its owner or a facilitator."""

    kind: ClassVar[str] = "hand.lowered"
    hand: FactId


class EpochOpened(PeopleEvent):
    """New content keys, sealed to each device that stays."""

    kind: ClassVar[str] = "epoch.opened"
    epoch: Annotated[Whole, Field(ge=1)]
    keys: tuple[tuple[DeviceKey, str], ...]


class HeadsAttested(PeopleEvent):
    """What this device had received: proves what a store holds back."""

    kind: ClassVar[str] = "heads.attested"
    heads: Heads


PeopleEvents = (
    ParticipantJoined | ParticipantLeft | ParticipantEnrolled | ParticipantConfirmed
    | ParticipantRemoved | ParticipantReinstated | RoleGranted | RoleWithdrawn | DeviceLinked
    | DeviceAccepted | DeviceRetired | SideAssigned | StepFinished | HandRaised | HandLowered
    | EpochOpened | HeadsAttested
)  # fmt: skip
