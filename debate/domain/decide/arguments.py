"""Decisions on arguments: what may be said, revised, weighed and moderated."""

from __future__ import annotations

from typing import assert_never

from debate.domain import commands as c
from debate.domain import weight
from debate.domain.argument import Relation, Target, Wording
from debate.domain.debate import Debate
from debate.domain.decide.rules import (
    At,
    argument_named,
    claim_in,
    must_act,
    must_be_there,
    must_know,
    must_lead,
    note_in,
    person_at,
    phase_of,
    prose_in,
    sources_in,
    standing_argument,
)
from debate.domain.events.arguments import (
    ArgumentAdded,
    ArgumentAdopted,
    ArgumentDisowned,
    ArgumentEvents,
    ArgumentFlagged,
    ArgumentHidden,
    ArgumentReinstated,
    ArgumentRevised,
    ArgumentShown,
    ArgumentWithdrawn,
    FlagResolved,
    WeightCleared,
    WeightSet,
)
from debate.domain.ids import ArgumentId, ParticipantId
from debate.domain.refusal import Refusal
from debate.domain.runsheet import Act
from debate.domain.views.floor import Argument

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
            return _weigh(debate, command, at)
        case c.FlagArgument():
            return _flag(debate, command, at)
        case c.ResolveFlag() | c.HideArgument() | c.ShowArgument():
            return _moderate(debate, command, at)
        case _:
            assert_never(command)


def act_of(debate: Debate, relation: Relation, target: Target) -> Act:
    """Return which lawful act it is to relate something to a target."""
    if relation == "undercuts":
        return "undercut"
    return "argue" if debate.charter.motion(target) else "rebut"


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
    act = act_of(debate, command.relation, command.target) if debate.is_open else "argue"
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


def _weigher(debate: Debate, on_behalf_of: ParticipantId | None, at: At) -> ParticipantId | Refusal:
    """Return whose weight it is; only facilitators type for others, and only for people on paper."""
    if refusal := must_act(debate, at, "weigh"):
        return refusal
    if on_behalf_of is None:
        return person_at(debate, at).id
    return typed_for(debate, on_behalf_of, at)


def typed_for(debate: Debate, participant: ParticipantId, at: At) -> ParticipantId | Refusal:
    """Return the person on paper whom a facilitator types for."""
    if refusal := must_lead(debate, at) or must_know(debate, participant):
        return refusal
    person = debate.people.by_id[participant]
    if not person.is_present:
        return Refusal.of("person.absent")
    return person.id if person.channel else Refusal.of("person.has-device")


def weights_by(
    debate: Debate, person: ParticipantId, argument: ArgumentId
) -> dict[ArgumentId, int]:
    """Return a person's weights on the motion that an argument is under."""
    root = debate.floor.roots.get(argument)
    return {
        other.id: other.weights[person]
        for other in debate.floor.arguments.values()
        if person in other.weights and debate.floor.roots.get(other.id) == root
    }


def _weigh(debate: Debate, command: c.SetWeight | c.ClearWeight, at: At) -> Decision:
    person = _weigher(debate, command.on_behalf_of, at)
    if isinstance(person, Refusal):
        return person
    if isinstance(command, c.ClearWeight):
        return _clear(debate, command, person)
    argument = standing_argument(debate, command.argument)
    if isinstance(argument, Refusal):
        return argument
    if refusal := _must_be_affordable(debate, person, argument, command.value):
        return refusal
    return (
        WeightSet(
            phase=phase_of(debate),
            argument=argument.id,
            value=command.value,
            on_behalf_of=command.on_behalf_of,
        ),
    )


def _must_be_affordable(
    debate: Debate, person: ParticipantId, argument: Argument, value: int
) -> Refusal | None:
    """Refuse weights that the scheme does not know, and those beyond a person's budget."""
    scheme = debate.charter.scheme
    if not weight.is_in_range(scheme, value):
        least, most = weight.RANGES[scheme]
        return Refusal.of("weight.out-of-range", value=value, least=least, most=most)
    weights = weights_by(debate, person, argument.id)
    before = weight.left(scheme, weights.values())
    after = weight.left(scheme, {**weights, argument.id: value}.values())
    if after >= min(0, before):
        return None
    cost = weight.cost(scheme, value)
    free = before + weight.cost(scheme, weights.get(argument.id, 0))
    return Refusal.of("weight.over-budget", cost=cost, left=max(0, free))


def _clear(debate: Debate, command: c.ClearWeight, person: ParticipantId) -> Decision:
    argument = argument_named(debate, command.argument)
    if isinstance(argument, Refusal):
        return argument
    if person not in argument.weights:
        return Refusal.of("weight.none")
    return (
        WeightCleared(
            phase=phase_of(debate), argument=argument.id, on_behalf_of=command.on_behalf_of
        ),
    )


def _flag(debate: Debate, command: c.FlagArgument, at: At) -> Decision:
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


def _moderate(
    debate: Debate, command: c.ResolveFlag | c.HideArgument | c.ShowArgument, at: At
) -> Decision:
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
