"""Decisions on people: coming and going, roles, devices, the roster."""

from __future__ import annotations

from typing import Literal, assert_never

from debate.domain import commands as c
from debate.domain.debate import Debate
from debate.domain.decide.devices import decide_device
from debate.domain.decide.roles import decide_leading
from debate.domain.decide.rules import (
    NUMBER_LIMIT,
    At,
    free_name,
    is_device,
    must_be_in_force,
    must_be_open,
    must_be_somebody,
    must_lead,
    person_at,
    phase_of,
)
from debate.domain.events.base import Heads
from debate.domain.events.people import (
    HandLowered,
    HandRaised,
    HeadsAttested,
    ParticipantJoined,
    ParticipantLeft,
    PeopleEvents,
    StepFinished,
)
from debate.domain.refusal import Refusal

Decision = tuple[PeopleEvents, ...] | Refusal


def decide_people(debate: Debate, command: c.PeopleCommand, at: At) -> Decision:
    """Decide a command about the people of a debate."""
    match command:
        case c.JoinSession():
            return _join(debate, command, at)
        case c.LeaveSession():
            return must_be_somebody(debate, at) or (ParticipantLeft(),)
        case c.LinkDevice() | c.AcceptDevice() | c.RetireDevice():
            return decide_device(debate, command, at)
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
            return must_lead(debate, at) or decide_leading(debate, command, at)
        case _:
            assert_never(command)


def _attest(heads: Heads) -> Decision:
    if not all(is_device(device) and 0 < number < NUMBER_LIMIT for device, number in heads):
        return Refusal.of("heads.malformed")
    return (HeadsAttested(heads=heads),)


def _join(debate: Debate, command: c.JoinSession, at: At) -> Decision:
    if refusal := must_be_open(debate) or must_be_in_force(debate, at):
        return refusal
    if debate.schedule.is_closed:
        return Refusal.of("session.closed")
    me = debate.people.of(at.device)
    name = free_name(debate, command.name, me)
    if isinstance(name, Refusal):
        return name
    role: Literal["participant", "observer"] = "observer" if command.as_observer else "participant"
    if me and me.is_present and me.name == name and (me.role == "observer") == (role == "observer"):
        return Refusal.of("person.joined")
    return (ParticipantJoined(name=name, role=role),)


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
