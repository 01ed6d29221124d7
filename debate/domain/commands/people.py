"""What people ask about who takes part, as what and with which devices."""

from __future__ import annotations

from dataclasses import dataclass

from debate.domain.events.base import Heads
from debate.domain.ids import DeviceKey, FactId, MotionId, ParticipantId
from debate.domain.motion import Side
from debate.domain.participant import Channel, Role


@dataclass(frozen=True, slots=True)
class JoinSession:
    """Take part, or take part under another name or role; None gives no name."""

    name: str | None = None
    as_observer: bool = False


@dataclass(frozen=True, slots=True)
class LeaveSession:
    """Take part no more; what was said stays."""


@dataclass(frozen=True, slots=True)
class EnrolParticipant:
    """Let somebody without a device take part, on paper or by proxy."""

    channel: Channel
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ConfirmParticipant:
    """Put a person on the roster: one vote for each entry."""

    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class RemoveParticipant:
    """End a person's part; what they said before counts."""

    participant: ParticipantId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReinstateParticipant:
    """Take a removal back."""

    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class GrantRole:
    """Give a person a role."""

    participant: ParticipantId
    role: Role


@dataclass(frozen=True, slots=True)
class WithdrawRole:
    """Take back the role that was given to a person."""

    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class LinkDevice:
    """Name another device as one's own; it has to accept."""

    device: DeviceKey


@dataclass(frozen=True, slots=True)
class AcceptDevice:
    """Act with this device for a person who linked it."""

    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class RetireDevice:
    """Give up a device of one's own: what it says from here on does not count."""

    device: DeviceKey


@dataclass(frozen=True, slots=True)
class AssignSide:
    """Ask a person to argue one side of a motion, whatever they hold."""

    participant: ParticipantId
    motion: MotionId
    side: Side


@dataclass(frozen=True, slots=True)
class FinishStep:
    """Be done with the phase."""


@dataclass(frozen=True, slots=True)
class RaiseHand:
    """Ask for the floor."""


@dataclass(frozen=True, slots=True)
class LowerHand:
    """Meet a request for the floor, or take one's own back."""

    hand: FactId


@dataclass(frozen=True, slots=True)
class OpenEpoch:
    """Give each device that stays new content keys, sealed to it."""

    epoch: int
    keys: tuple[tuple[DeviceKey, str], ...]


@dataclass(frozen=True, slots=True)
class AttestHeads:
    """Tell how many facts of each device have come in here."""

    heads: Heads


PeopleCommand = (
    JoinSession | LeaveSession | EnrolParticipant | ConfirmParticipant | RemoveParticipant
    | ReinstateParticipant | GrantRole | WithdrawRole | LinkDevice | AcceptDevice | RetireDevice
    | AssignSide | FinishStep | RaiseHand | LowerHand | OpenEpoch | AttestHeads
)  # fmt: skip
