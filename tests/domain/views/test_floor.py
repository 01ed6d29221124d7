"""Arguments as they stand: worded anew, withdrawn, adopted, weighed, hidden, flagged."""

from __future__ import annotations

from itertools import permutations

from debate.domain import commands as c
from debate.domain.debate import Debate
from debate.domain.events import arguments as a
from debate.domain.ids import ArgumentId, MotionId, ParticipantId
from debate.domain.motion import Source
from debate.domain.views.floor import Argument, weights_of
from tests.domain.worlds import ANN, BOB, CAS, FAY, World, charter, device, motion, person

PRO = ArgumentId("tax/pro")
CON = ArgumentId("tax/con")
WAR = ArgumentId("war/pro")
TAX = MotionId("tax")


def shown(world: World, name: ArgumentId) -> Argument:
    return world.debate.floor.arguments[name]


def test_opening_arguments_come_first_and_then_what_people_added_in_order() -> None:
    world = World(people=(ANN, BOB))
    first, second = world.argue(ANN), world.argue(BOB, target=PRO)
    floor = world.debate.floor
    assert list(floor.arguments) == ["tax/pro", "tax/con", "war/pro", "war/con", first, second]
    assert [one.id for one in floor.under(TAX)] == [PRO, CON, first, second]
    assert (shown(world, PRO).relation, shown(world, CON).relation) == ("supports", "attacks")
    assert shown(world, PRO).author is None


def test_replies_are_below_what_they_answer_all_the_way_down() -> None:
    world = World(people=(ANN,))
    top = world.argue(ANN)
    middle = world.argue(ANN, target=top)
    bottom = world.argue(ANN, target=middle)
    assert set(world.debate.floor.below(top)) == {middle, bottom}
    assert world.debate.floor.below(bottom) == ()
    assert world.debate.floor.roots[bottom] == TAX


def test_an_orphan_waits_outside_every_motion_until_its_target_is_here() -> None:
    world = World(people=(ANN, BOB))
    parent = world.fact(ANN, a.ArgumentAdded(relation="supports", target=TAX, claim="Parent"))
    orphan = a.ArgumentAdded(relation="attacks", target=ArgumentId(parent.id), claim="Orphan")
    name = ArgumentId(world.say(BOB, orphan))
    below = ArgumentId(world.argue(BOB, target=name))
    assert name in world.debate.floor.arguments
    assert world.debate.floor.roots.keys().isdisjoint({name, below})
    world.hear(parent)
    assert {world.debate.floor.roots[one] for one in (name, below)} == {TAX}


def test_words_about_an_argument_may_come_before_it() -> None:
    world = World(people=(ANN, BOB))
    added = world.fact(ANN, a.ArgumentAdded(relation="supports", target=TAX, claim="Here"))
    name = ArgumentId(added.id)
    world.say(BOB, a.WeightSet(argument=name, value=6))
    assert name not in world.debate.floor.arguments
    world.hear(added)
    assert shown(world, name).weights == {person(BOB): 6}


def test_a_revision_keeps_weights_and_replies_and_is_counted() -> None:
    world = World(people=(ANN, BOB))
    name = world.argue(ANN, "Old")
    world.do(BOB, c.SetWeight(name, 5))
    reply = world.argue(BOB, target=name)
    for claim in ("New", "Newer"):
        world.do(ANN, c.ReviseArgument(name, claim, "Why", (Source(cite="Book"),)))
    argument = shown(world, name)
    assert (argument.claim.en, argument.grounds.en, argument.revisions) == ("Newer", "Why", 2)
    assert argument.weights == {person(BOB): 5}
    assert world.debate.floor.below(name) == (reply,)


def test_nobody_words_or_withdraws_the_argument_of_somebody_else() -> None:
    world = World(people=(ANN, BOB))
    name = world.argue(ANN, "Mine")
    world.say(BOB, a.ArgumentRevised(argument=name, claim="Yours"))
    world.say(BOB, a.ArgumentWithdrawn(argument=name))
    assert (shown(world, name).claim.en, shown(world, name).revisions) == ("Mine", 0)
    assert shown(world, name).is_standing
    assert world.rule(BOB, c.ReviseArgument(name, "Yours")) == "argument.not-yours"
    assert world.rule(BOB, c.WithdrawArgument(name)) == "argument.not-yours"


def test_a_withdrawn_argument_keeps_its_rebuttals() -> None:
    world = World(people=(ANN, BOB))
    name = world.argue(ANN)
    rebuttal = world.argue(BOB, target=name)
    world.do(ANN, c.WithdrawArgument(name))
    assert not shown(world, name).is_standing
    assert world.debate.floor.below(name) == (rebuttal,)
    assert shown(world, rebuttal).is_standing
    world.do(ANN, c.ReinstateArgument(name))
    assert shown(world, name).is_standing


def test_adopters_stand_by_an_argument_until_they_disown_it() -> None:
    world = World(people=(ANN, BOB))
    name = world.argue(ANN)
    world.do(BOB, c.AdoptArgument(name))
    world.say(ANN, a.ArgumentAdopted(argument=name))
    assert shown(world, name).adopters == {person(BOB)}
    world.do(BOB, c.DisownArgument(name))
    assert shown(world, name).adopters == frozenset()


def test_the_latest_weight_counts_and_a_cleared_one_is_not_nought() -> None:
    world = World(people=(ANN, BOB))
    world.do(ANN, c.SetWeight(PRO, 3))
    world.say(ANN, a.WeightSet(argument=PRO, value=0), t="0000000000000-0000")
    world.do(BOB, c.SetWeight(PRO, 9))
    assert shown(world, PRO).weights == {person(ANN): 0, person(BOB): 9}
    world.do(ANN, c.ClearWeight(PRO))
    assert shown(world, PRO).weights == {person(BOB): 9}


def test_a_weight_that_the_scheme_does_not_know_leaves_the_one_before_it() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.SetWeight(PRO, 3))
    world.say(ANN, a.WeightSet(argument=PRO, value=100))
    assert shown(world, PRO).weights == {person(ANN): 3}
    record = world.debate.state.arguments[PRO]
    assert weights_of(record, world.debate.people) == {person(ANN): 100}


def test_of_what_is_beyond_a_budget_the_earliest_counts() -> None:
    world = World(charter(scheme="budget"), people=(ANN, BOB))
    for name, value in ((PRO, 60), (WAR, 100), (CON, 70)):
        world.say(ANN, a.WeightSet(argument=name, value=value))
    world.do(BOB, c.SetWeight(CON, 100))
    assert shown(world, PRO).weights == {person(ANN): 60}
    assert shown(world, WAR).weights == {person(ANN): 100}
    assert shown(world, CON).weights == {person(BOB): 100}
    assert shown(world, CON).beyond == {person(ANN): 70}
    assert shown(world, CON).given(person(ANN)) == 70
    assert shown(world, PRO).given(person(BOB)) is None
    assert shown(world, PRO).given(None) is None
    world.do(ANN, c.SetWeight(PRO, 30))
    assert shown(world, PRO).weights == {person(ANN): 30}
    assert shown(world, CON).weights == {person(ANN): 70, person(BOB): 100}
    assert not shown(world, CON).beyond
    world.say(ANN, a.WeightSet(argument=PRO, value=31))
    assert shown(world, PRO).beyond == {person(ANN): 31}
    world.do(ANN, c.ClearWeight(PRO))
    assert shown(world, CON).weights == {person(ANN): 70, person(BOB): 100}


def test_what_counts_of_a_budget_does_not_depend_on_the_order_of_arrival() -> None:
    world = World(charter(scheme="quadratic"), people=(ANN,))
    for name, value in ((PRO, 8), (CON, -8), (PRO, 5), (CON, 9)):
        world.say(ANN, a.WeightSet(argument=name, value=value))
    whole = Debate.empty(world.session).advanced(world.facts)
    assert (whole.floor.arguments[PRO].weights, whole.floor.arguments[CON].beyond) == (
        {person(ANN): 5},
        {person(ANN): 9},
    )
    for order in permutations(world.facts[-4:]):
        stepwise = Debate.empty(world.session).advanced(world.facts[:-4])
        for fact in order:
            stepwise = stepwise.advanced([fact])
        for name in (PRO, CON):
            assert stepwise.floor.arguments[name] == whole.floor.arguments[name]


def test_weights_on_behalf_count_for_people_on_paper_from_who_leads() -> None:
    world = World(people=(ANN,))
    paper = ParticipantId(world.do(FAY, c.EnrolParticipant("proxy")))
    world.do(FAY, c.SetWeight(PRO, 4, on_behalf_of=paper))
    world.say(ANN, a.WeightSet(argument=PRO, value=9, on_behalf_of=paper))
    world.say(FAY, a.WeightSet(argument=PRO, value=9, on_behalf_of=person(ANN)))
    assert shown(world, PRO).weights == {paper: 4}
    world.do(FAY, c.ClearWeight(PRO, on_behalf_of=paper))
    assert not shown(world, PRO).weights


def test_an_amended_scheme_that_a_ballot_undoes_takes_its_weights_along() -> None:
    from tests.domain.worlds import ballot, seal_of

    world = World(people=(ANN,))
    seal = world.fact(ANN, seal_of(ANN, ballot()))
    world.do(FAY, c.AmendCharter(scheme="budget"))
    amended = world.facts.pop()
    lied = amended.event.model_copy(update={"heads": ((ANN, seal.number),)})
    world.say(FAY, lied, n=99)  # type: ignore[arg-type]
    world.say(ANN, a.WeightSet(argument=PRO, value=50), n=9)
    before = Debate.empty(world.session).advanced(world.facts)
    assert before.floor.arguments[PRO].weights == {person(ANN): 50}
    after = before.advanced([seal])
    assert after.floor.arguments[PRO].weights == {}


def test_hiding_is_a_facilitators_and_can_be_undone() -> None:
    world = World(people=(ANN,))
    world.say(ANN, a.ArgumentHidden(argument=PRO, reason="I say so"))
    assert shown(world, PRO).hidden_for is None
    world.do(FAY, c.HideArgument(PRO, "Rude"))
    assert (shown(world, PRO).hidden_for, shown(world, PRO).is_standing) == ("Rude", False)
    world.say(ANN, a.ArgumentShown(argument=PRO, hiding=world.facts[-1].id))
    assert shown(world, PRO).hiding == world.facts[-2].id
    world.do(FAY, c.ShowArgument(PRO))
    assert shown(world, PRO).hiding is None


def test_showing_ends_every_hiding_at_once() -> None:
    world = World(people=(ANN,))
    for reason in ("One", "Two"):
        world.say(FAY, a.ArgumentHidden(argument=PRO, reason=reason))
    assert shown(world, PRO).hidden_for == "Two"
    world.do_all(FAY, c.ShowArgument(PRO))
    assert shown(world, PRO).is_standing


def test_a_flag_is_there_until_a_facilitator_answers_it() -> None:
    world = World(people=(ANN, BOB))
    flag = world.do(ANN, c.FlagArgument(PRO, "Off topic"))
    world.say(BOB, a.FlagResolved(argument=PRO, flag=flag))
    assert [(one.id, one.by, one.reason) for one in shown(world, PRO).flags] == [
        (flag, person(ANN), "Off topic")
    ]
    assert world.rule(ANN, c.FlagArgument(PRO, "Again")) == "flag.raised"
    world.do(FAY, c.ResolveFlag(PRO, flag, "Fine"))
    assert shown(world, PRO).flags == ()


def test_arguments_of_which_nothing_new_was_said_are_the_same_objects() -> None:
    world = World(people=(ANN, BOB))
    first, second = world.argue(ANN), world.argue(ANN)
    before = world.debate.floor
    world.do(BOB, c.SetWeight(first, 2))
    after = world.debate.floor
    assert after.arguments[second] is before.arguments[second]
    assert after.arguments[first] is not before.arguments[first]
    assert list(after.arguments) == list(before.arguments)
    world.do(BOB, c.RaiseHand())
    assert world.debate.floor is after


def test_a_new_facilitator_gives_force_to_nothing_already_said() -> None:
    world = World(people=(ANN, CAS))
    world.say(ANN, a.ArgumentHidden(argument=PRO, reason="Mine"))
    assert shown(world, PRO).is_standing
    world.do(FAY, c.GrantRole(person(ANN), "facilitator"))
    assert shown(world, PRO).is_standing


def test_an_amended_motion_brings_its_arguments_and_roots() -> None:
    world = World(charter(motions=(motion("tax"),)), people=(ANN,))
    early = world.fact(
        ANN, a.ArgumentAdded(relation="supports", target=MotionId("war"), claim="Early")
    )
    world.hear(early)
    assert ArgumentId(early.id) not in world.debate.floor.roots
    world.do(FAY, c.AmendCharter(motions=(motion("war"),)))
    assert world.debate.floor.roots[ArgumentId(early.id)] == "war"
    assert world.debate.floor.roots[ArgumentId("war/pro")] == "war"


def test_a_phone_revises_what_its_owner_said_on_another_device() -> None:
    phone = device("phone")
    world = World(people=(ANN,))
    name = world.argue(ANN, "Typed")
    world.do(ANN, c.LinkDevice(phone))
    world.do(phone, c.AcceptDevice(person(ANN)))
    world.do(phone, c.ReviseArgument(name, "Thumbed"))
    assert shown(world, name).claim.en == "Thumbed"
