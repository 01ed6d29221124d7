"""Decisions on people: coming and going, roles, devices, the roster."""

from __future__ import annotations

import re
from typing import assert_never

from debate.domain import commands as c
from debate.domain.debate import Debate
from debate.domain.decide.rules import (
    At,
    must_be_in_force,
    must_be_motion,
    must_be_open,
    must_be_somebody,
    must_know,
    must_lead,
    name_in,
    note_in,
    person_at,
    phase_of,
)
from debate.domain.events.base import Heads
from debate.domain.events.people import (
    DeviceAccepted,
    DeviceLinked,
    DeviceRetired,
    EpochOpened,
    HandLowered,
    HandRaised,
    HeadsAttested,
    ParticipantConfirmed,
    ParticipantEnrolled,
    ParticipantJoined,
    ParticipantLeft,
    ParticipantReinstated,
    ParticipantRemoved,
    PeopleEvents,
    RoleGranted,
    RoleWithdrawn,
    SideAssigned,
    StepFinished,
)
from debate.domain.ids import ParticipantId
from debate.domain.refusal import Refusal
from debate.domain.views.people import Person

Decision = tuple[PeopleEvents, ...] | Refusal
DEVICE = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)
SEALED_KEY_LIMIT = 500
NUMBER_LIMIT = 2**53


def decide_people(debate: Debate, command: c.PeopleCommand, at: At) -> Decision:
    """Decide a command about the people of a debate."""
    match command:
        case c.JoinSession():
            return _join(debate, command, at)
        case c.LeaveSession():
            return must_be_somebody(debate, at) or (ParticipantLeft(),)
        case c.LinkDevice() | c.AcceptDevice() | c.RetireDevice():
            return _device(debate, command, at)
        case c.FinishStep() | c.RaiseHand() | c.LowerHand():
            return _signal(debate, command, at)
        case c.AttestHeads():
            return must_be_somebody(debate, at) or _attest(command.heads)
        case (
            c.EnrolParticipant()
            | c.ConfirmParticipant()
            | c.RemoveParticipant()
            | c.ReinstateParticipant()
            | c.GrantRole()
            | c.WithdrawRole()
            | c.AssignSide()
            | c.OpenEpoch()
        ):
            return must_lead(debate, at) or _lead(debate, command, at)
        case _:
            assert_never(command)


Leading = (
    c.EnrolParticipant | c.ConfirmParticipant | c.RemoveParticipant | c.ReinstateParticipant
    | c.GrantRole | c.WithdrawRole | c.AssignSide | c.OpenEpoch
)  # fmt: skip


def _lead(debate: Debate, command: Leading, at: At) -> Decision:
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


def _attest(heads: Heads) -> Decision:
    if not all(DEVICE.fullmatch(device) and 0 < number < NUMBER_LIMIT for device, number in heads):
        return Refusal.of("heads.malformed")
    return (HeadsAttested(heads=heads),)


def _open_epoch(command: c.OpenEpoch) -> Decision:
    is_sound = 0 < command.epoch < NUMBER_LIMIT and all(
        DEVICE.fullmatch(device) and key.isascii() and len(key) <= SEALED_KEY_LIMIT
        for device, key in command.keys
    )
    if not is_sound:
        return Refusal.of("epoch.malformed")
    return (EpochOpened(epoch=command.epoch, keys=command.keys),)


def _join(debate: Debate, command: c.JoinSession, at: At) -> Decision:
    if refusal := must_be_open(debate) or must_be_in_force(debate, at):
        return refusal
    if debate.schedule.is_closed:
        return Refusal.of("session.closed")
    me = debate.people.of(at.device)
    name = _name(debate, command.name, me)
    if isinstance(name, Refusal):
        return name
    role = "observer" if command.as_observer else "participant"
    if me and me.is_present and me.name == name and (me.role == "observer") == (role == "observer"):
        return Refusal.of("person.joined")
    return (ParticipantJoined(name=name, role=role),)  # type: ignore[arg-type]


def _name(debate: Debate, typed: str | None, me: Person | None) -> str | Refusal | None:
    """Return the name as the journal may hold it: none at all under a secret contract."""
    if typed is None or debate.charter.contract == "secret":
        return None
    name = name_in(typed)
    if isinstance(name, Refusal):
        return name
    taken = any(
        person.name and person.name.casefold() == name.casefold()
        for person in debate.people.by_id.values()
        if person.is_present and (me is None or person.id != me.id)
    )
    return Refusal.of("person.name-taken", name=name) if taken else name


def _enrol(debate: Debate, command: c.EnrolParticipant) -> Decision:
    name = _name(debate, command.name, None)
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
    devices = debate.people.by_id[participant].devices
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
    since = _last_of(debate, command.participant) if command.role == "facilitator" else ()
    return (RoleGranted(participant=command.participant, role=command.role, since=since),)


def _withdraw(debate: Debate, command: c.WithdrawRole, at: At) -> Decision:
    """Take back the facilitator's role: only its giver or the founder can."""
    if refusal := must_know(debate, command.participant):
        return refusal
    people = debate.people
    me = people.owners[at.device]
    grants = [
        office.grant
        for office in people.authority.offices
        if office.grant is not None
        and office.holder == command.participant
        and me in (people.chief, office.giver)
    ]
    if not grants:
        return Refusal.of("role.not-yours")
    last = _last_of(debate, command.participant)
    return tuple(RoleWithdrawn(grant=grant, last=last) for grant in grants)


def _device(
    debate: Debate, command: c.LinkDevice | c.AcceptDevice | c.RetireDevice, at: At
) -> Decision:
    if isinstance(command, c.AcceptDevice):
        return _accept(debate, command, at)
    if refusal := must_be_somebody(debate, at):
        return refusal
    me = person_at(debate, at)
    if isinstance(command, c.LinkDevice):
        return _link(debate, command, me)
    if command.device not in me.devices:
        return Refusal.of("device.not-yours")
    in_use = [device for device in me.devices if device not in debate.people.limits]
    if command.device not in in_use:
        return Refusal.of("device.retired")
    if in_use == [command.device]:
        return Refusal.of("device.only")
    last = debate.state.heads.get(command.device, 0)
    return (DeviceRetired(device=command.device, last=last),)


def _accept(debate: Debate, command: c.AcceptDevice, at: At) -> Decision:
    if refusal := (
        must_be_open(debate)
        or must_be_in_force(debate, at)
        or must_know(debate, command.participant)
    ):
        return refusal
    if debate.people.founder == at.device:
        return Refusal.of("device.founder")
    if debate.people.owners.get(at.device) == command.participant:
        return Refusal.of("device.linked")
    return (DeviceAccepted(participant=command.participant),)


def _link(debate: Debate, command: c.LinkDevice, me: Person) -> Decision:
    if not DEVICE.fullmatch(command.device):
        return Refusal.of("device.bad-key")
    if command.device in me.devices:
        return Refusal.of("device.linked")
    if command.device == debate.people.founder:
        return Refusal.of("device.founder")
    return (DeviceLinked(device=command.device),)


def _signal(debate: Debate, command: c.FinishStep | c.RaiseHand | c.LowerHand, at: At) -> Decision:
    if refusal := must_be_somebody(debate, at):
        return refusal
    if isinstance(command, c.LowerHand):
        return _lower(debate, command, at)
    if debate.schedule.is_closed:
        return Refusal.of("session.closed")
    phase = phase_of(debate)
    if isinstance(command, c.RaiseHand):
        return (HandRaised(phase=phase),)
    return (StepFinished(phase=phase),)


def _lower(debate: Debate, command: c.LowerHand, at: At) -> Decision:
    hand = debate.state.people.get(command.hand)
    if hand is None or not isinstance(hand.event, HandRaised):
        return Refusal.of("hand.unknown")
    mine = debate.people.owners.get(hand.author) == person_at(debate, at).id
    if not mine and not debate.people.is_facilitator(at.device):
        return Refusal.of("hand.not-yours")
    return (HandLowered(hand=hand.id),)
