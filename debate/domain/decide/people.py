"""Decisions on people: coming and going, roles, devices, the roster."""

from __future__ import annotations

from typing import assert_never

from debate.domain import commands as c
from debate.domain.debate import Debate
from debate.domain.decide.rules import (
    At,
    must_act,
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
from debate.domain.views.people import NO_LIMIT, Person, said

Decision = tuple[PeopleEvents, ...] | Refusal


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
            return must_be_somebody(debate, at) or (HeadsAttested(heads=command.heads),)
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
            return _remove(debate, command)
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
            return (EpochOpened(epoch=command.epoch, keys=command.keys),)
        case _:
            assert_never(command)


def _join(debate: Debate, command: c.JoinSession, at: At) -> Decision:
    if refusal := must_be_open(debate):
        return refusal
    if debate.people.limits.get(at.device, NO_LIMIT) < NO_LIMIT:
        return Refusal.of("person.removed")
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


def _name(debate: Debate, typed: str | None, me: Person | None) -> str | None | Refusal:
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


def _remove(debate: Debate, command: c.RemoveParticipant | c.ReinstateParticipant) -> Decision:
    if refusal := must_know(debate, command.participant):
        return refusal
    if isinstance(command, c.RemoveParticipant):
        founder = debate.people.founder
        if founder and debate.people.owners.get(founder) == command.participant:
            return Refusal.of("person.founder")
        reason = note_in(command.reason)
        if isinstance(reason, Refusal):
            return reason
        last = _last_of(debate, command.participant)
        return (ParticipantRemoved(participant=command.participant, last=last, reason=reason),)
    facts = tuple(debate.state.people.values())
    undone = {event.removal for _, event in said(facts, ParticipantReinstated)}
    removals = [
        fact.id
        for fact, event in said(facts, ParticipantRemoved)
        if event.participant == command.participant and fact.id not in undone
    ]
    if not removals:
        return Refusal.of("person.not-removed")
    return tuple(ParticipantReinstated(removal=removal) for removal in removals)


def _grant(debate: Debate, command: c.GrantRole) -> Decision:
    if refusal := must_know(debate, command.participant):
        return refusal
    if debate.people.by_id[command.participant].role == command.role:
        return Refusal.of("role.held")
    return (RoleGranted(participant=command.participant, role=command.role),)


def _withdraw(debate: Debate, command: c.WithdrawRole, at: At) -> Decision:
    """Take back the facilitator's role: only its giver or the founder can."""
    if refusal := must_know(debate, command.participant):
        return refusal
    facts = tuple(debate.state.people.values())
    ended = {event.grant for _, event in said(facts, RoleWithdrawn)}
    me, founder = person_at(debate, at).id, debate.people.founder
    is_founder = founder is not None and debate.people.owners.get(founder) == me
    grants = [
        fact.id
        for fact, event in said(facts, RoleGranted)
        if event.participant == command.participant
        and event.role == "facilitator"
        and fact.id not in ended
        and (is_founder or debate.people.owners.get(fact.author) == me)
    ]
    if not grants:
        return Refusal.of("role.not-yours")
    last = _last_of(debate, command.participant)
    return tuple(RoleWithdrawn(grant=grant, last=last) for grant in grants)


def _device(
    debate: Debate, command: c.LinkDevice | c.AcceptDevice | c.RetireDevice, at: At
) -> Decision:
    if isinstance(command, c.AcceptDevice):
        known = must_be_open(debate) or must_know(debate, command.participant)
        return known or (DeviceAccepted(participant=command.participant),)
    if refusal := must_be_somebody(debate, at):
        return refusal
    me = person_at(debate, at)
    if isinstance(command, c.LinkDevice):
        if command.device in me.devices:
            return Refusal.of("device.linked")
        return (DeviceLinked(device=command.device),)
    if command.device not in me.devices:
        return Refusal.of("device.not-yours")
    last = debate.state.heads.get(command.device, 0)
    return (DeviceRetired(device=command.device, last=last),)


def _signal(debate: Debate, command: c.FinishStep | c.RaiseHand | c.LowerHand, at: At) -> Decision:
    if refusal := must_be_somebody(debate, at):
        return refusal
    if isinstance(command, c.LowerHand):
        hand = debate.state.people.get(command.hand)
        if hand is None or not isinstance(hand.event, HandRaised):
            return Refusal.of("hand.unknown")
        mine = debate.people.owners.get(hand.author) == person_at(debate, at).id
        if not mine and not debate.people.is_facilitator(at.device):
            return Refusal.of("hand.not-yours")
        return (HandLowered(hand=hand.id),)
    if refusal := must_act(debate, at, "join") if debate.schedule.is_closed else None:
        return refusal
    phase = phase_of(debate)
    return (
        (StepFinished(phase=phase),)
        if isinstance(command, c.FinishStep)
        else (HandRaised(phase=phase),)
    )
