"""Decisions of those who lead on people: the roster, removals, roles, sides, keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from debate.domain import commands as c
from debate.domain.debate import Debate
from debate.domain.decide.rules import (
    NUMBER_LIMIT,
    At,
    free_name,
    is_device,
    must_be_motion,
    must_know,
    note_in,
)
from debate.domain.events.base import Heads
from debate.domain.events.people import (
    EpochOpened,
    ParticipantConfirmed,
    ParticipantEnrolled,
    ParticipantReinstated,
    ParticipantRemoved,
    PeopleEvents,
    RoleGranted,
    RoleWithdrawn,
    SideAssigned,
)
from debate.domain.ids import DeviceKey, ParticipantId
from debate.domain.refusal import Refusal

Decision = tuple[PeopleEvents, ...] | Refusal
SEALED_KEY_LIMIT = 500


Leading = (
    c.EnrolParticipant | c.ConfirmParticipant | c.RemoveParticipant | c.ReinstateParticipant
    | c.GrantRole | c.WithdrawRole | c.AssignSide | c.OpenEpoch
)  # fmt: skip


def decide_leading(debate: Debate, command: Leading, at: At) -> Decision:
    """Decide a command about people, once it is clear that who gives it leads."""
    match command:
        case c.EnrolParticipant():
            return _enrol(debate, command)
        case c.ConfirmParticipant():
            return _confirm(debate, command)
        case c.RemoveParticipant() | c.ReinstateParticipant():
            return _remove(debate, command, at)
        case c.GrantRole():
            return _grant(debate, command)
        case c.WithdrawRole():
            return _withdraw(debate, command, at)
        case c.AssignSide():
            known = must_know(debate, command.participant)
            return (
                known
                or must_be_motion(debate, command.motion)
                or (
                    SideAssigned(
                        participant=command.participant, motion=command.motion, side=command.side
                    ),
                )
            )
        case c.OpenEpoch():
            return _open_epoch(command)
        case _:
            assert_never(command)


def _enrol(debate: Debate, command: c.EnrolParticipant) -> Decision:
    name = free_name(debate, command.name, None)
    if isinstance(name, Refusal):
        return name
    return (ParticipantEnrolled(name=name, channel=command.channel),)


def _confirm(debate: Debate, command: c.ConfirmParticipant) -> Decision:
    if refusal := must_know(debate, command.participant):
        return refusal
    if debate.people.by_id[command.participant].is_confirmed:
        return Refusal.of("person.confirmed")
    return (ParticipantConfirmed(participant=command.participant),)


def _last_of(debate: Debate, participant: ParticipantId) -> Heads:
    """Return the newest number of each of a person's devices."""
    return _heard_of(debate, debate.people.by_id[participant].devices)


def _heard_of(debate: Debate, devices: Iterable[DeviceKey]) -> Heads:
    return tuple((device, debate.state.heads.get(device, 0)) for device in devices)


def _remove(
    debate: Debate, command: c.RemoveParticipant | c.ReinstateParticipant, at: At
) -> Decision:
    if refusal := must_know(debate, command.participant):
        return refusal
    removals = [
        name
        for name, removal in debate.people.authority.removals.items()
        if removal.participant == command.participant
    ]
    if isinstance(command, c.ReinstateParticipant):
        if not removals:
            return Refusal.of("person.not-removed")
        return tuple(ParticipantReinstated(removal=removal) for removal in removals)
    if removals:
        return Refusal.of("person.already-removed")
    if refusal := _must_stand_above(debate, command.participant, at):
        return refusal
    reason = note_in(command.reason)
    if isinstance(reason, Refusal):
        return reason
    last = _last_of(debate, command.participant)
    return (ParticipantRemoved(participant=command.participant, last=last, reason=reason),)


def _must_stand_above(debate: Debate, participant: ParticipantId, at: At) -> Refusal | None:
    """Refuse to end the part of oneself, of the founder, and of who came to lead before."""
    people = debate.people
    me = people.owners[at.device]
    if participant == people.chief:
        return Refusal.of("person.founder")
    if participant == me:
        return Refusal.of("person.yourself")
    mine, theirs = people.authority.office_of(me), people.authority.office_of(participant)
    is_above = theirs is None or (mine is not None and mine < theirs)
    return None if is_above else Refusal.of("person.senior")


def _grant(debate: Debate, command: c.GrantRole) -> Decision:
    if refusal := must_know(debate, command.participant):
        return refusal
    person = debate.people.by_id[command.participant]
    if person.role == command.role:
        return Refusal.of("role.held")
    if person.role == "facilitator":
        return Refusal.of("role.leads")
    if command.role == "facilitator" and not person.devices:
        return Refusal.of("person.no-device")
    # For a person on paper everybody speaks who leads, or ever did.
    speakers = person.devices if person.channel is None else sorted(debate.people.authority.spans)
    since = _heard_of(debate, speakers)
    return (RoleGranted(participant=command.participant, role=command.role, since=since),)


def _withdraw(debate: Debate, command: c.WithdrawRole, at: At) -> Decision:
    """Take back the facilitator's role: only its giver or the founder can."""
    if refusal := must_know(debate, command.participant):
        return refusal
    people = debate.people
    me = people.owners[at.device]
    held = [
        (office.grant, office.giver)
        for office in people.authority.offices
        if office.grant is not None and office.holder == command.participant
    ]
    if not held:
        return Refusal.of("role.none")
    grants = [grant for grant, giver in held if me in (people.chief, giver)]
    if not grants:
        return Refusal.of("role.not-yours")
    last = _last_of(debate, command.participant)
    return tuple(RoleWithdrawn(grant=grant, last=last) for grant in grants)


def _open_epoch(command: c.OpenEpoch) -> Decision:
    is_sound = 0 < command.epoch < NUMBER_LIMIT and all(
        is_device(device) and key.isascii() and len(key) <= SEALED_KEY_LIMIT
        for device, key in command.keys
    )
    if not is_sound:
        return Refusal.of("epoch.malformed")
    return (EpochOpened(epoch=command.epoch, keys=command.keys),)
