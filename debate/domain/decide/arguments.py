"""Decisions on arguments: what may be said, revised, weighed and moderated."""

from __future__ import annotations

from typing import assert_never

from debate.domain import commands as c
from debate.domain.argument import Wording
from debate.domain.debate import Debate
from debate.domain.decide.moderation import decide_flag, decide_moderation
from debate.domain.decide.rules import (
    At,
    argument_named,
    claim_in,
    must_act,
    must_be_open,
    must_be_there,
    person_at,
    phase_of,
    prose_in,
    sources_in,
    standing_argument,
)
from debate.domain.decide.weights import decide_weight
from debate.domain.events.arguments import (
    ArgumentAdded,
    ArgumentAdopted,
    ArgumentDisowned,
    ArgumentEvents,
    ArgumentReinstated,
    ArgumentRevised,
    ArgumentWithdrawn,
)
from debate.domain.ids import ArgumentId
from debate.domain.refusal import Refusal
from debate.domain.views.floor import Argument
from debate.domain.views.lawful import relating

Decision = tuple[ArgumentEvents, ...] | Refusal


def decide_argument(debate: Debate, command: c.ArgumentCommand, at: At) -> Decision:
    """Decide a command about one argument."""
    match command:
        case c.AddArgument():
            return _add(debate, command, at)
        case c.ReviseArgument():
            return _revise(debate, command, at)
        case c.WithdrawArgument() | c.ReinstateArgument():
            return _stand(debate, command, at)
        case c.AdoptArgument() | c.DisownArgument():
            return _adopt(debate, command, at)
        case c.SetWeight() | c.ClearWeight():
            return decide_weight(debate, command, at)
        case c.FlagArgument():
            return decide_flag(debate, command, at)
        case c.ResolveFlag() | c.HideArgument() | c.ShowArgument():
            return decide_moderation(debate, command, at)
        case _:
            assert_never(command)


def wording_in(
    command: c.AddArgument | c.ReviseArgument,
) -> Wording | Refusal:
    """Return the words of an argument as they may be kept."""
    claim = claim_in(command.claim)
    if isinstance(claim, Refusal):
        return claim
    grounds = prose_in(command.grounds, may_be_empty=True)
    if isinstance(grounds, Refusal):
        return grounds
    sources = sources_in(command.sources)
    if isinstance(sources, Refusal):
        return sources
    return Wording(claim=claim, grounds=grounds, sources=sources)


def _add(debate: Debate, command: c.AddArgument, at: At) -> Decision:
    if refusal := must_be_open(debate):
        return refusal
    act = relating(debate.charter, command.relation, command.target)
    if refusal := must_act(debate, at, act) or must_be_there(debate, command.target):
        return refusal
    if command.relation == "undercuts" and debate.charter.motion(command.target):
        return Refusal.of("argument.undercuts-motion")
    wording = wording_in(command)
    if isinstance(wording, Refusal):
        return wording
    return (
        ArgumentAdded(
            phase=phase_of(debate),
            relation=command.relation,
            target=command.target,
            claim=wording.claim,
            grounds=wording.grounds,
            sources=wording.sources,
        ),
    )


def _own(debate: Debate, name: ArgumentId, at: At) -> Argument | Refusal:
    argument = argument_named(debate, name)
    if isinstance(argument, Refusal):
        return argument
    mine = argument.author == person_at(debate, at).id
    return argument if mine else Refusal.of("argument.not-yours")


def _revise(debate: Debate, command: c.ReviseArgument, at: At) -> Decision:
    if refusal := must_act(debate, at, "revise"):
        return refusal
    argument = _own(debate, command.argument, at)
    if isinstance(argument, Refusal):
        return argument
    wording = wording_in(command)
    if isinstance(wording, Refusal):
        return wording
    if (wording.claim, wording.grounds, wording.sources) == (
        argument.claim.en,
        argument.grounds.en,
        argument.sources,
    ):
        return Refusal.of("argument.unchanged")
    return (
        ArgumentRevised(
            phase=phase_of(debate),
            argument=argument.id,
            claim=wording.claim,
            grounds=wording.grounds,
            sources=wording.sources,
        ),
    )


def _stand(debate: Debate, command: c.WithdrawArgument | c.ReinstateArgument, at: At) -> Decision:
    if refusal := must_act(debate, at, "revise"):
        return refusal
    argument = _own(debate, command.argument, at)
    if isinstance(argument, Refusal):
        return argument
    phase = phase_of(debate)
    if isinstance(command, c.WithdrawArgument):
        if argument.is_withdrawn:
            return Refusal.of("argument.withdrawn")
        return (ArgumentWithdrawn(phase=phase, argument=argument.id),)
    if not argument.is_withdrawn:
        return Refusal.of("argument.not-withdrawn")
    return (ArgumentReinstated(phase=phase, argument=argument.id),)


def _adopt(debate: Debate, command: c.AdoptArgument | c.DisownArgument, at: At) -> Decision:
    if refusal := must_act(debate, at, "adopt"):
        return refusal
    argument = standing_argument(debate, command.argument)
    if isinstance(argument, Refusal):
        return argument
    person = person_at(debate, at).id
    if argument.author == person:
        return Refusal.of("argument.yours")
    phase = phase_of(debate)
    if isinstance(command, c.AdoptArgument):
        if person in argument.adopters:
            return Refusal.of("argument.adopted")
        return (ArgumentAdopted(phase=phase, argument=argument.id),)
    if person not in argument.adopters:
        return Refusal.of("argument.not-adopted")
    return (ArgumentDisowned(phase=phase, argument=argument.id),)
