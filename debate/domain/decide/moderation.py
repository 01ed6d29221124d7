"""Decisions on flags and on hiding: what people ask for, and what a facilitator does."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.debate import Debate
from debate.domain.decide.rules import (
    At,
    argument_named,
    must_act,
    must_lead,
    note_in,
    person_at,
    phase_of,
    standing_argument,
)
from debate.domain.events.arguments import (
    ArgumentEvents,
    ArgumentFlagged,
    ArgumentHidden,
    ArgumentShown,
    FlagResolved,
)
from debate.domain.refusal import Refusal
from debate.domain.views.floor import Argument

Decision = tuple[ArgumentEvents, ...] | Refusal


def decide_flag(debate: Debate, command: c.FlagArgument, at: At) -> Decision:
    """Decide what somebody asks a facilitator to look at."""
    if refusal := must_act(debate, at, "flag"):
        return refusal
    argument = standing_argument(debate, command.argument)
    if isinstance(argument, Refusal):
        return argument
    if person_at(debate, at).id in {flag.by for flag in argument.flags}:
        return Refusal.of("flag.raised")
    reason = note_in(command.reason, may_be_empty=False)
    if isinstance(reason, Refusal):
        return reason
    return (ArgumentFlagged(phase=phase_of(debate), argument=argument.id, reason=reason),)


def decide_moderation(
    debate: Debate, command: c.ResolveFlag | c.HideArgument | c.ShowArgument, at: At
) -> Decision:
    """Decide what a facilitator does about an argument."""
    if refusal := must_lead(debate, at):
        return refusal
    argument = argument_named(debate, command.argument)
    if isinstance(argument, Refusal):
        return argument
    if isinstance(command, c.ResolveFlag):
        return _resolve(debate, command, argument)
    if isinstance(command, c.HideArgument):
        return _hide(debate, command, argument)
    if not argument.hidings:
        return Refusal.of("argument.not-hidden")
    phase = phase_of(debate)
    return tuple(
        ArgumentShown(phase=phase, argument=argument.id, hiding=hiding)
        for hiding in argument.hidings
    )


def _hide(debate: Debate, command: c.HideArgument, argument: Argument) -> Decision:
    if argument.hidden_for is not None:
        return Refusal.of("argument.hidden", reason=argument.hidden_for)
    reason = note_in(command.reason, may_be_empty=False)
    if isinstance(reason, Refusal):
        return reason
    return (ArgumentHidden(phase=phase_of(debate), argument=argument.id, reason=reason),)


def _resolve(debate: Debate, command: c.ResolveFlag, argument: Argument) -> Decision:
    if command.flag not in {flag.id for flag in argument.flags}:
        return Refusal.of("flag.unknown")
    note = note_in(command.note)
    if isinstance(note, Refusal):
        return note
    return (
        FlagResolved(phase=phase_of(debate), argument=argument.id, flag=command.flag, note=note),
    )
