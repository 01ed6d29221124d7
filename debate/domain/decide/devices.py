"""Decisions on devices: linking, accepting, giving up."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.debate import Debate
from debate.domain.decide.rules import (
    At,
    is_device,
    must_be_in_force,
    must_be_open,
    must_be_somebody,
    must_know,
    person_at,
)
from debate.domain.events.people import (
    DeviceAccepted,
    DeviceLinked,
    DeviceRetired,
    PeopleEvents,
)
from debate.domain.refusal import Refusal
from debate.domain.views.people import Person

Decision = tuple[PeopleEvents, ...] | Refusal


def decide_device(
    debate: Debate, command: c.LinkDevice | c.AcceptDevice | c.RetireDevice, at: At
) -> Decision:
    """Decide a command about a person's devices."""
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
    if not is_device(command.device):
        return Refusal.of("device.bad-key")
    if command.device in me.devices:
        return Refusal.of("device.linked")
    if command.device == debate.people.founder:
        return Refusal.of("device.founder")
    return (DeviceLinked(device=command.device),)
