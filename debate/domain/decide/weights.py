"""Decisions on weights: whose they are, which there are, and what they cost."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain import weight
from debate.domain.debate import Debate
from debate.domain.decide.rules import (
    At,
    argument_named,
    must_act,
    must_know,
    must_lead,
    person_at,
    phase_of,
    standing_argument,
)
from debate.domain.events.arguments import (
    ArgumentEvents,
    WeightCleared,
    WeightSet,
)
from debate.domain.ids import ArgumentId, ParticipantId
from debate.domain.refusal import Refusal
from debate.domain.views.floor import Argument

Decision = tuple[ArgumentEvents, ...] | Refusal


def decide_weight(debate: Debate, command: c.SetWeight | c.ClearWeight, at: At) -> Decision:
    """Decide a command about a weight."""
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
    if person.role == "observer":
        return Refusal.of("person.looks-on")
    return person.id if person.channel else Refusal.of("person.has-device")


def weights_by(
    debate: Debate, person: ParticipantId, argument: ArgumentId
) -> dict[ArgumentId, int]:
    """Return a person's weights on the motion that an argument is under."""
    root = debate.floor.roots.get(argument)
    return {
        other.id: value
        for other in debate.floor.arguments.values()
        if debate.floor.roots.get(other.id) == root and (value := other.given(person)) is not None
    }


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
    if argument.given(person) is None:
        return Refusal.of("weight.none")
    return (
        WeightCleared(
            phase=phase_of(debate), argument=argument.id, on_behalf_of=command.on_behalf_of
        ),
    )
