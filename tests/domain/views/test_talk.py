"""The conversation around arguments, and the statement a debate ends on."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.events import arguments as a
from debate.domain.events import decisions as d
from debate.domain.ids import ArgumentId, FactId, MotionId
from tests.domain.worlds import ANN, BOB, CAS, EVE, FAY, World, person

PRO = ArgumentId("tax/pro")
TAX = MotionId("tax")


def test_answers_stand_with_their_question_in_the_order_they_came() -> None:
    world = World(people=(ANN, BOB))
    question = world.do(ANN, c.AskQuestion(PRO, "What is *it*?"))
    for words in ("This", "That"):
        world.do(BOB, c.AnswerQuestion(question, words))
    (asked,) = world.debate.talk.questions
    assert (asked.asked.by, asked.asked.about, asked.asked.text) == (
        person(ANN), PRO, "What is *it*?",
    )  # fmt: skip
    assert [answer.text for answer in asked.answers] == ["This", "That"]


def test_what_strangers_say_is_not_part_of_the_talk() -> None:
    world = World(people=(ANN,))
    world.say(EVE, a.RemarkMade(about=TAX, text="Buy now"))
    assert world.debate.talk.remarks == ()


def test_remarks_and_cruxes_are_told_apart() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.MakeRemark(TAX, "Hm"))
    world.do(ANN, c.MakeRemark(TAX, "If it failed", is_crux=True))
    assert [one.text for one in world.debate.talk.remarks] == ["Hm"]
    assert [one.text for one in world.debate.talk.cruxes] == ["If it failed"]


def test_options_are_named_by_the_fact_that_proposed_them() -> None:
    world = World(people=(ANN,))
    option = world.do(ANN, c.ProposeOption(TAX, "Half of it"))
    assert [(one.id, one.about, one.text) for one in world.debate.talk.options] == [
        (option, TAX, "Half of it")
    ]


def merging() -> tuple[World, ArgumentId, ArgumentId, FactId]:
    world = World(people=(ANN, BOB, CAS))
    one, two = world.argue(ANN, "One"), world.argue(BOB, "Two")
    merge = world.do(CAS, c.ProposeMerge((one, two), one, "Same"))
    return world, one, two, merge


def test_a_merge_is_in_force_for_those_who_accept_it_and_for_nobody_else() -> None:
    world, one, two, merge = merging()
    world.do(ANN, c.AcceptMerge(merge))
    world.do(BOB, c.DeclineMerge(merge))
    (proposal,) = world.debate.talk.merges
    assert (proposal.accepted, proposal.declined) == ({person(ANN)}, {person(BOB)})
    assert world.debate.talk.merged(person(ANN)) == {two: one}
    assert world.debate.talk.merged(person(BOB)) == {}
    assert {one, two} < world.debate.floor.arguments.keys()
    world.do(ANN, c.DeclineMerge(merge))
    assert world.debate.talk.merged(person(ANN)) == {}


def test_the_latest_word_on_a_merge_is_by_number_and_not_by_clock() -> None:
    world, _, _, merge = merging()
    world.do(ANN, c.AcceptMerge(merge))
    world.say(ANN, a.MergeDeclined(merge=merge), t="0000000000000-0000")
    assert world.debate.talk.merges[0].declined == {person(ANN)}


def test_merges_in_a_row_lead_to_one_argument_and_never_in_a_circle() -> None:
    world, one, two, merge = merging()
    three = world.argue(CAS, "Three")
    into = world.do(CAS, c.ProposeMerge((one, three), three))
    back = world.do(CAS, c.ProposeMerge((one, three), one))
    for proposal in (merge, into, back):
        world.do(ANN, c.AcceptMerge(proposal))
    assert world.debate.talk.merged(person(ANN)) == {two: three, one: three}


def test_a_merge_into_something_else_is_no_merge() -> None:
    world, one, two, _ = merging()
    world.say(ANN, a.MergeProposed(arguments=(one, two), into=PRO))
    assert len(world.debate.talk.merges) == 1


def test_a_relation_is_erased_by_who_drew_it_or_who_leads() -> None:
    world, one, two, _ = merging()
    drawn = world.do(ANN, c.DrawRelation(one, "attacks", two))
    world.say(BOB, a.RelationErased(drawn=drawn))
    world.say(BOB, a.RelationErased(drawn=FactId("nowhere")))
    (relation,) = world.debate.talk.relations
    assert (relation.source, relation.relation, relation.target) == (one, "attacks", two)
    assert world.rule(BOB, c.EraseRelation(drawn)) == "relation.not-yours"
    world.do(ANN, c.EraseRelation(drawn))
    assert world.debate.talk.relations == ()
    again = world.do(ANN, c.DrawRelation(one, "attacks", two))
    world.do(FAY, c.EraseRelation(again))
    assert world.rule(FAY, c.EraseRelation(again)) == "relation.unknown"


def test_only_who_made_the_argument_says_whether_a_restatement_is_fair() -> None:
    world, one, _, _ = merging()
    offered = world.do(BOB, c.OfferRestatement(one, "You mean this"))
    world.say(BOB, a.RestatementJudged(restatement=offered, is_fair=True))
    assert world.debate.talk.restatements[0].is_fair is None
    assert world.rule(BOB, c.JudgeRestatement(offered, is_fair=True)) == "argument.not-yours"
    world.do(ANN, c.JudgeRestatement(offered, is_fair=False))
    assert world.debate.talk.restatements[0].is_fair is False


def test_a_restatement_of_what_is_not_here_waits() -> None:
    world = World(people=(ANN,))
    offered = world.say(ANN, a.RestatementOffered(argument=ArgumentId("later"), text="Hm"))
    world.say(ANN, a.RestatementJudged(restatement=offered, is_fair=True))
    assert world.debate.talk.restatements[0].is_fair is None
    command = c.JudgeRestatement(offered, is_fair=True)
    assert world.rule(ANN, command) == "argument.unknown"


def drafted() -> tuple[World, FactId]:
    world = World(people=(ANN, BOB))
    command = c.DraftOutcome("We agree", motion=TAX, review_on="2027-03-01")
    return world, world.do(ANN, command)


def test_an_outcome_carries_endorsements_dissent_and_its_review() -> None:
    world, draft = drafted()
    world.do(ANN, c.EndorseOutcome(draft, "endorse"))
    world.do(BOB, c.EndorseOutcome(draft, "object"))
    world.do(BOB, c.NoteDissent(draft, "Too fast"))
    world.say(EVE, d.OutcomeEndorsed(outcome=draft, degree="endorse"))
    (outcome,) = world.debate.outcomes
    assert (outcome.text, outcome.motion, outcome.review_on) == ("We agree", "tax", "2027-03-01")
    assert outcome.endorsements == {person(ANN): "endorse", person(BOB): "object"}
    assert [note.text for note in outcome.dissents] == ["Too fast"]
    world.do(BOB, c.EndorseOutcome(draft, "accept"))
    assert world.debate.outcomes[0].endorsements[person(BOB)] == "accept"


def test_a_draft_that_replaces_another_keeps_it_readable() -> None:
    world, draft = drafted()
    world.do(BOB, c.DraftOutcome("We differ", replaces=draft))
    first, second = world.debate.outcomes
    assert (first.is_replaced, second.is_replaced) == (True, False)


def test_a_facilitator_adopts_an_outcome_and_nobody_else() -> None:
    world, draft = drafted()
    world.say(ANN, d.OutcomeAdopted(outcome=draft))
    assert not world.debate.outcomes[0].is_adopted
    world.do(FAY, c.AdoptOutcome(draft))
    assert world.debate.outcomes[0].is_adopted
    assert world.rule(FAY, c.AdoptOutcome(draft)) == "outcome.adopted"
    assert world.rule(ANN, c.AdoptOutcome(draft)) == "person.not-facilitator"
    assert world.rule(FAY, c.AdoptOutcome(FactId("x"))) == "outcome.unknown"
