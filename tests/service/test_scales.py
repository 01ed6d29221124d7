"""Scales that follow a debate weigh it as new ones would, whatever happened on the way."""

from __future__ import annotations

from hypothesis import given

from debate.domain import commands as c
from debate.domain.debate import Debate
from debate.domain.events import arguments as a
from debate.domain.ids import ArgumentId, MotionId
from debate.service.scales import Scales
from tests.domain.chance import Dice, throws, wild
from tests.domain.worlds import ANN, BOB, FAY, World, charter


def answers(scales: Scales, debate: Debate) -> dict[str, object]:
    """Return everything that scales say of a debate."""
    names: tuple[ArgumentId | MotionId, ...] = (*debate.floor.arguments, *debate.charter.motion_ids)
    said: dict[str, object] = {name: scales.strength(name) for name in names}
    assert scales.strengths() == {name: value for name, value in said.items() if value is not None}
    bases = {f"base {name}": scales.base(name) for name in debate.floor.arguments}
    return {**said, **bases, "cyclic": scales.cyclic}


def follows(scales: Scales, world: World) -> bool:
    """Let scales follow a world; say whether they answer as new ones, unless made anew."""
    live = scales.live
    scales.follow(world.debate)
    assert answers(scales, world.debate) == answers(Scales(world.debate), world.debate)
    return scales.live is live


@given(throws, throws)
def test_scales_that_follow_weigh_as_new_ones_do(dice: Dice, looks: Dice) -> None:
    world = wild(dice)
    debate, scales = Debate.empty(world.session), None
    for fact in looks.shuffled(world.facts):
        debate = debate.advanced([fact])
        if not debate.is_open:
            continue
        scales = scales or Scales(debate)
        if looks.below(2):
            scales.follow(debate)
            assert answers(scales, debate) == answers(Scales(debate), debate)


def test_a_weight_and_a_new_argument_are_taken_in_without_starting_over() -> None:
    world = World(people=(ANN, BOB))
    scales = Scales(world.debate)
    first = world.argue(ANN)
    assert follows(scales, world)
    world.argue(BOB, target=first)
    assert follows(scales, world)
    world.do(BOB, c.SetWeight(first, 2))
    assert follows(scales, world)
    world.do(BOB, c.RaiseHand())
    assert follows(scales, world)


def test_what_is_withdrawn_takes_its_replies_along_and_brings_them_back() -> None:
    world = World(people=(ANN, BOB))
    scales = Scales(world.debate)
    first = world.argue(ANN)
    reply = world.argue(BOB, target=first)
    follows(scales, world)
    world.do(ANN, c.WithdrawArgument(first))
    assert not follows(scales, world)
    assert scales.strength(reply) is None
    world.do(ANN, c.SetWeight(reply, 3))
    assert follows(scales, world)
    world.do(ANN, c.ReinstateArgument(first))
    assert not follows(scales, world)
    assert scales.strength(reply) is not None


def test_a_relation_that_waited_for_its_argument_counts_when_it_comes() -> None:
    world = World(people=(ANN,))
    late = world.fact(
        ANN, a.ArgumentAdded(relation="supports", target=MotionId("tax"), claim="Late")
    )
    drawn = a.RelationDrawn(
        source=ArgumentId(late.id), relation="attacks", target=ArgumentId("tax/con")
    )
    world.say(FAY, drawn)
    scales = Scales(world.debate)
    world.hear(late)
    assert not follows(scales, world)


def test_another_scheme_is_weighed_anew() -> None:
    world = World(people=(ANN,))
    scales = Scales(world.debate)
    world.do(ANN, c.SetWeight(world.argue(ANN), 4))
    world.do(FAY, c.AmendCharter(scheme="quadratic"))
    assert not follows(scales, world)


def test_what_is_beyond_a_budget_weighs_nothing_until_there_is_room() -> None:
    world = World(charter(scheme="budget"), people=(ANN,))
    first, second = world.argue(FAY), world.argue(FAY)
    scales = Scales(world.debate)
    world.say(ANN, a.WeightSet(argument=first, value=100))
    assert follows(scales, world)
    untouched = scales.base(second)
    world.say(ANN, a.WeightSet(argument=second, value=90))
    assert follows(scales, world)
    assert scales.base(second) == untouched
    world.do(ANN, c.SetWeight(first, 10))
    assert follows(scales, world)
    assert scales.base(second) != untouched
