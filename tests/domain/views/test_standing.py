"""What became of each fact: whether it counts, came late, or was not allowed in its phase."""

from __future__ import annotations

from hypothesis import given, settings

from debate.domain import commands as c
from debate.domain.events import arguments as a
from debate.domain.events import decisions as d
from debate.domain.events import people as p
from debate.domain.events.session import SessionClosed, SessionOpened
from debate.domain.ids import FactId, ParticipantId
from debate.domain.runsheet import OPEN
from debate.domain.views.lawful import act_of
from debate.domain.views.standing import Standing
from tests.domain.chance import Chance, Dice, throws
from tests.domain.worlds import (
    ANN,
    BOB,
    EVE,
    FAY,
    STEPS,
    World,
    ballot,
    charter,
    device,
    person,
    seal_of,
)

PHONE = device("phone")
PRO = charter().motions[0].arguments[0].id


def standings(world: World) -> dict[FactId, Standing]:
    return {fact.id: world.debate.bench.standing(fact) for fact in world.facts}


@settings(deadline=None, max_examples=100)
@given(throws)
def test_whatever_the_law_allowed_counts_at_the_moment_it_is_said(dice: Dice) -> None:
    world = World(charter(runsheet=STEPS) if dice.below(2) else None, people=(ANN, BOB))
    chance = Chance(world, dice)
    while dice.is_left:
        before = len(world.facts)
        chance.act()
        for fact in world.facts[before:]:
            assert world.debate.bench.standing(fact) == "counts"


def test_what_only_somebody_else_could_say_counts_for_nothing() -> None:
    world = World(people=(ANN, BOB))
    paper = ParticipantId(world.do(FAY, c.EnrolParticipant("paper", "Opa")))
    assert set(standings(world).values()) == {"counts"}
    world.do(FAY, c.GrantRole(person(BOB), "observer"))
    void = {
        world.say(ANN, SessionClosed()),
        world.say(ANN, SessionOpened(nonce="another-nonce-16", charter=charter())),
        world.say(ANN, p.RoleGranted(participant=person(ANN), role="facilitator")),
        world.say(ANN, a.ArgumentHidden(argument=PRO, reason="No")),
        world.say(ANN, a.WeightSet(argument=PRO, value=3, on_behalf_of=paper)),
        world.say(FAY, a.WeightSet(argument=PRO, value=3, on_behalf_of=person(ANN))),
        world.say(ANN, seal_of(ANN, ballot(), on_behalf_of=paper)),
        world.say(EVE, a.ArgumentAdopted(argument=PRO)),
        world.say(BOB, a.ArgumentAdopted(argument=PRO)),
        world.say(BOB, a.WeightSet(argument=PRO, value=9)),
    }
    assert {name for name, found in standings(world).items() if found == "void"} == void


def test_a_ballot_that_came_late_or_does_not_fit_its_seal_counts_for_nothing() -> None:
    world = World(people=(ANN, BOB))
    sealed = world.seal(ANN, ballot(5))
    world.reveal(ballot())
    late = world.say(BOB, seal_of(BOB, ballot(5)))
    broken = world.say(ANN, d.BallotOpened(sealed=sealed, salt="s" * 43, ballot=ballot(6)))
    found = standings(world)
    assert [found[each] for each in (sealed, late, broken)] == ["counts", "void", "void"]


def test_what_was_removed_people_say_counts_for_nothing() -> None:
    world = World(people=(ANN,))
    world.do(FAY, c.RemoveParticipant(person(ANN), "Shouting"))
    after = world.say(ANN, a.QuestionAsked(about=PRO, text="Why?"))
    assert standings(world)[after] == "void"


def test_a_device_that_gives_itself_up_may_say_so() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.LinkDevice(PHONE))
    world.do(PHONE, c.AcceptDevice(person(ANN)))
    retired = world.do(PHONE, c.RetireDevice(PHONE))
    after = world.say(PHONE, a.QuestionAsked(about=PRO, text="Why?"))
    stranger = world.say(EVE, p.DeviceRetired(device=ANN, last=1))
    found = standings(world)
    assert [found[each] for each in (retired, after, stranger)] == ["counts", "void", "void"]


def test_an_act_is_late_or_unlawful_by_the_phase_it_names() -> None:
    world = World(charter(runsheet=STEPS), people=(ANN,))
    write = world.do(FAY, c.NextPhase())
    early = world.say(ANN, a.WeightSet(argument=PRO, value=3, phase=write))
    weigh = world.do(FAY, c.NextPhase())
    late = world.say(ANN, a.QuestionAsked(about=PRO, text="Why?", phase=write))
    timely = world.say(ANN, a.WeightSet(argument=PRO, value=3, phase=weigh))
    assert [standings(world)[each] for each in (early, late, timely)] == [
        "unlawful", "late", "counts",
    ]  # fmt: skip


def test_late_weights_are_counted_once_for_each_person() -> None:
    world = World(charter(runsheet=STEPS), people=(ANN, BOB))
    world.do(FAY, c.NextPhase())
    weigh = world.do(FAY, c.NextPhase())
    world.do(ANN, c.SetWeight(PRO, 4))
    world.do(FAY, c.MovePhase(STEPS.phases[1].id))
    assert world.debate.late_weights(PRO) == 0
    for value in (2, 3):
        world.say(BOB, a.WeightSet(argument=PRO, value=value, phase=weigh))
    assert world.debate.late_weights(PRO) == 1
    world.say(BOB, a.WeightCleared(argument=PRO, phase=weigh))
    assert world.debate.late_weights(PRO) == 0


def test_what_was_lawful_before_the_run_sheet_changed_stays_so() -> None:
    world = World(people=(ANN,))
    before = world.do(ANN, c.SetWeight(PRO, 4))
    world.do(FAY, c.AmendCharter(runsheet=STEPS))
    assert standings(world)[before] == "counts"
    moved = World(charter(runsheet=STEPS), people=(ANN,))
    moved.do(FAY, c.NextPhase())
    written = moved.argue(ANN)
    moved.do(FAY, c.NextPhase())
    moved.do(FAY, c.AmendCharter(runsheet=OPEN))
    assert standings(moved)[FactId(written)] == "counts"


def test_a_phase_forbids_acts_and_nothing_else() -> None:
    agreed = charter()
    assert act_of(SessionClosed(), agreed) is None
    assert act_of(p.ParticipantLeft(), agreed) is None
    ranked = seal_of(ANN, ballot().model_copy(update={"motion": None}))
    assert act_of(ranked, agreed) == "rank"
