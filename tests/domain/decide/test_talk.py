"""The conversation: what may be asked, drawn, merged, restated and remarked."""

from __future__ import annotations

import pytest

from debate.domain import commands as c
from debate.domain.ids import ArgumentId, FactId, MotionId
from tests.domain.worlds import ANN, BOB, EVE, World

PRO, CON = ArgumentId("tax/pro"), ArgumentId("tax/con")
GONE = ArgumentId("gone")
TAX = MotionId("tax")
LONG = "x" * 20_001
NOWHERE = FactId("nowhere")


@pytest.mark.parametrize(
    "command",
    [
        c.DrawRelation(PRO, "attacks", CON),
        c.EraseRelation(NOWHERE),
        c.AskQuestion(PRO, "?"),
        c.AnswerQuestion(NOWHERE, "!"),
        c.ProposeMerge((PRO, CON), PRO),
        c.AcceptMerge(NOWHERE),
        c.OfferRestatement(PRO, "So"),
        c.JudgeRestatement(NOWHERE, is_fair=True),
        c.MakeRemark(TAX, "Hm"),
        c.ProposeOption(TAX, "Both"),
        c.DraftOutcome("So"),
        c.EndorseOutcome(NOWHERE, "accept"),
    ],
)
def test_who_has_not_joined_takes_no_part_in_the_talk(command: c.Command) -> None:
    assert World().rule(EVE, command) == "person.not-joined"


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (c.DrawRelation(GONE, "attacks", CON), "argument.unknown"),
        (c.DrawRelation(PRO, "undercuts", TAX), "argument.undercuts-motion"),
        (c.EraseRelation(NOWHERE), "relation.unknown"),
        (c.AskQuestion(GONE, "?"), "argument.unknown"),
        (c.AskQuestion(PRO, " "), "text.empty"),
        (c.AnswerQuestion(NOWHERE, "!"), "question.unknown"),
        (c.ProposeMerge((PRO, PRO), PRO), "merge.incomplete"),
        (c.ProposeMerge((PRO, CON), GONE), "merge.incomplete"),
        (c.ProposeMerge((PRO, GONE), PRO), "argument.unknown"),
        (c.ProposeMerge((PRO, CON), PRO), "merge.different-places"),
        (c.AcceptMerge(NOWHERE), "merge.unknown"),
        (c.OfferRestatement(GONE, "So"), "argument.unknown"),
        (c.OfferRestatement(PRO, ""), "text.empty"),
        (c.JudgeRestatement(NOWHERE, is_fair=True), "restatement.unknown"),
        (c.MakeRemark(TAX, LONG), "text.too-long"),
        (c.MakeRemark(GONE, "Hm"), "argument.unknown"),
        (c.ProposeOption(MotionId("x"), "Both"), "motion.unknown"),
        (c.ProposeOption(TAX, ""), "text.empty"),
        (c.DraftOutcome(" "), "text.empty"),
        (c.DraftOutcome("So", MotionId("x")), "motion.unknown"),
        (c.DraftOutcome("So", review_on="2027-02-30"), "outcome.bad-date"),
        (c.DraftOutcome("So", review_on="1 March"), "outcome.bad-date"),
        (c.DraftOutcome("So", replaces=NOWHERE), "outcome.unknown"),
        (c.EndorseOutcome(NOWHERE, "accept"), "outcome.unknown"),
        (c.NoteDissent(NOWHERE, "No"), "outcome.unknown"),
    ],
)
def test_what_cannot_be_said(command: c.Command, rule: str) -> None:
    assert World(people=(ANN,)).rule(ANN, command) == rule


def test_a_relation_in_a_circle_must_be_meant() -> None:
    world = World(people=(ANN,))
    one = world.argue(ANN, "One")
    two = world.argue(ANN, "Two", target=one)
    assert world.rule(ANN, c.DrawRelation(one, "attacks", two)) == "relation.cycle"
    assert world.rule(ANN, c.DrawRelation(one, "attacks", one)) == "relation.cycle"
    world.do(ANN, c.DrawRelation(one, "attacks", two, allow_cycle=True))
    world.do(ANN, c.DrawRelation(PRO, "supports", two))
    assert world.rule(ANN, c.DrawRelation(two, "supports", PRO)) == "relation.cycle"
    world.do(ANN, c.DrawRelation(CON, "supports", two))


def test_texts_that_are_too_long_or_empty_wherever_they_stand() -> None:
    world = World(people=(ANN, BOB))
    one, two = world.argue(ANN, "One"), world.argue(ANN, "Two")
    question = world.do(ANN, c.AskQuestion(TAX, "?"))
    draft = world.do(ANN, c.DraftOutcome("So"))
    assert world.rule(ANN, c.AnswerQuestion(question, "")) == "text.empty"
    assert world.rule(ANN, c.ProposeMerge((one, two), one, "n" * 501)) == "text.too-long"
    assert world.rule(ANN, c.NoteDissent(draft, "")) == "text.empty"


def test_nobody_says_the_same_twice() -> None:
    world = World(people=(ANN, BOB))
    one, two = world.argue(ANN, "One"), world.argue(ANN, "Two")
    merge = world.do(BOB, c.ProposeMerge((one, two), one))
    world.do(ANN, c.AcceptMerge(merge))
    assert world.rule(ANN, c.AcceptMerge(merge)) == "merge.accepted"
    world.do(ANN, c.DeclineMerge(merge))
    assert world.rule(ANN, c.DeclineMerge(merge)) == "merge.declined"
    draft = world.do(ANN, c.DraftOutcome("So"))
    world.do(ANN, c.EndorseOutcome(draft, "accept"))
    assert world.rule(ANN, c.EndorseOutcome(draft, "accept")) == "outcome.unchanged"
    assert world.rule(ANN, c.OfferRestatement(one, "So")) == "argument.yours"
