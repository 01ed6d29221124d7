"""Arguments: what may be said, when, in which words, and at what cost."""

from __future__ import annotations

import pytest

from debate.domain import commands as c
from debate.domain.argument import Relation
from debate.domain.events import arguments as a
from debate.domain.ids import ArgumentId, FactId, MotionId, PhaseId
from debate.domain.motion import Source, Text
from debate.domain.refusal import Refusal
from tests.domain.worlds import ANN, BOB, EVE, FAY, STEPS, World, charter, person, text

PRO, CON, WAR = map(ArgumentId, ("tax/pro", "tax/con", "war/pro"))
TAX = MotionId("tax")
GONE = ArgumentId("gone")


def test_an_argument_is_kept_clean_and_bound_to_its_phase() -> None:
    world = World(charter(runsheet=STEPS), people=(ANN,))
    phase = world.do(FAY, c.NextPhase())
    command = c.AddArgument(
        "attacks", TAX, " So \x00 it\nis ", "\nWhy\x1b\n", (Source(cite=" A  book "),)
    )
    assert world.ask(ANN, command) == (
        a.ArgumentAdded(
            phase=phase,
            relation="attacks",
            target=TAX,
            claim="So it is",
            grounds="Why",
            sources=(Source(cite="A book"),),
        ),
    )


def test_words_that_cannot_be_kept() -> None:
    world = World(people=(ANN,))

    def add(claim: str = "C", grounds: str = "", *sources: Source) -> str:
        return world.rule(ANN, c.AddArgument("supports", TAX, claim, grounds, sources))

    assert add("") == "text.empty"
    assert add("c" * 281) == "text.too-long"
    assert add("C", "g" * 20_001) == "text.too-long"
    assert add("C", "", Source(cite="\x00")) == "text.empty"
    assert add("C", "", *(Source(cite="Book"),) * 21) == "source.too-many"
    for link in ("ftp://x.org", "https://x.org/a b", "https://x.org/\u202egpj", "https://x\x1b"):
        assert add("C", "", Source(cite="Book", url=link)) == "source.bad-link"


@pytest.mark.parametrize(
    ("relation", "target", "phase", "rule"),
    [
        ("supports", TAX, "join", "phase.next"),
        ("supports", PRO, "join", "phase.not-yet"),
        ("supports", PRO, "write", "phase.next"),
        ("supports", TAX, "weigh", "phase.over"),
        ("undercuts", TAX, "weigh", "argument.undercuts-motion"),
        ("attacks", GONE, "weigh", "argument.unknown"),
    ],
)
def test_each_act_has_its_phase(relation: Relation, target: str, phase: str, rule: str) -> None:
    world = World(charter(runsheet=STEPS), people=(ANN,))
    if phase != "join":
        world.do(FAY, c.MovePhase(PhaseId(phase)))
    assert world.rule(ANN, c.AddArgument(relation, MotionId(target), "C")) == rule


def test_a_refusal_says_how_many_phases_on_an_act_will_be_possible() -> None:
    world = World(charter(runsheet=STEPS), people=(ANN,))
    refusal = world.ask(ANN, c.AddArgument("supports", PRO, "C"))
    assert isinstance(refusal, Refusal)
    assert dict(refusal.details)["steps"] == 2
    assert world.rule(ANN, c.AskQuestion(TAX, "Why?")) == "phase.not-lawful"


def test_a_refusal_names_the_phase_and_the_later_one_in_both_languages() -> None:
    world = World(charter(runsheet=STEPS), people=(ANN,))
    refusal = world.ask(ANN, c.AddArgument("supports", TAX, "C"))
    assert isinstance(refusal, Refusal)
    assert dict(refusal.details) == {"act": "argue", "phase": text("Join"), "later": text("Write")}
    assert isinstance(dict(refusal.details)["later"], Text)


def test_an_undercut_denies_that_an_argument_is_relevant() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.AddArgument("undercuts", PRO, "Beside the point"))
    assert world.debate.floor.replies[PRO]


def test_who_may_not_argue() -> None:
    world = World()
    world.do(ANN, c.JoinSession(as_observer=True))
    add = c.AddArgument("supports", TAX, "C")
    assert world.rule(ANN, add) == "person.observer"
    assert world.rule(EVE, add) == "person.not-joined"


def test_a_revision_says_something_else_and_is_its_authors() -> None:
    world = World(people=(ANN, BOB))
    name = world.argue(ANN, "So")
    assert world.rule(ANN, c.ReviseArgument(name, "So ")) == "argument.unchanged"
    assert world.rule(ANN, c.ReviseArgument(name, "")) == "text.empty"
    assert world.rule(ANN, c.ReviseArgument(GONE, "So")) == "argument.unknown"
    assert world.rule(BOB, c.ReviseArgument(PRO, "So")) == "argument.not-yours"
    assert world.rule(EVE, c.ReviseArgument(name, "So")) == "person.not-joined"


def test_an_argument_is_withdrawn_once_and_then_only_read() -> None:
    world = World(people=(ANN, BOB))
    name = world.argue(ANN)
    assert world.rule(ANN, c.ReinstateArgument(name)) == "argument.not-withdrawn"
    assert world.rule(EVE, c.WithdrawArgument(name)) == "person.not-joined"
    world.do(ANN, c.WithdrawArgument(name))
    assert world.rule(ANN, c.WithdrawArgument(name)) == "argument.withdrawn"
    assert world.rule(BOB, c.AddArgument("attacks", name, "C")) == "argument.withdrawn"
    assert world.rule(BOB, c.SetWeight(name, 3)) == "argument.withdrawn"


def test_adopting_is_for_others_and_once() -> None:
    world = World(people=(ANN, BOB))
    name = world.argue(ANN)
    assert world.rule(ANN, c.AdoptArgument(name)) == "argument.yours"
    assert world.rule(BOB, c.DisownArgument(name)) == "argument.not-adopted"
    assert world.rule(BOB, c.AdoptArgument(GONE)) == "argument.unknown"
    assert world.rule(EVE, c.AdoptArgument(name)) == "person.not-joined"
    world.do(BOB, c.AdoptArgument(name))
    assert world.rule(BOB, c.AdoptArgument(name)) == "argument.adopted"


def test_weights_on_a_scale_go_from_nought_to_ten() -> None:
    world = World(people=(ANN,))
    for value in (-1, 11, 10**30):
        assert world.rule(ANN, c.SetWeight(PRO, value)) == "weight.out-of-range"
    assert world.rule(ANN, c.SetWeight(GONE, 3)) == "argument.unknown"
    assert world.rule(EVE, c.SetWeight(PRO, 3)) == "person.not-joined"
    assert world.rule(ANN, c.ClearWeight(PRO)) == "weight.none"
    assert world.rule(ANN, c.ClearWeight(GONE)) == "argument.unknown"


def test_a_budget_is_for_one_motion_and_cannot_be_overspent() -> None:
    world = World(charter(scheme="budget"), people=(ANN,))
    world.do(ANN, c.SetWeight(PRO, 60))
    world.do(ANN, c.SetWeight(WAR, 100))
    refusal = world.ask(ANN, c.SetWeight(CON, 50))
    assert refusal == Refusal.of("weight.over-budget", cost=50, left=40)
    world.do(ANN, c.SetWeight(PRO, 50))
    world.do(ANN, c.SetWeight(CON, 50))


def test_who_overspent_on_two_devices_may_only_go_down() -> None:
    world = World(charter(scheme="quadratic"), people=(ANN,))
    for name in (PRO, CON):
        world.say(ANN, a.WeightSet(argument=name, value=9))
    refusal = world.ask(ANN, c.SetWeight(PRO, 10))
    assert refusal == Refusal.of("weight.over-budget", cost=100, left=19)
    world.do(ANN, c.SetWeight(PRO, -8))


def test_hiding_and_flags_ask_for_a_reason_and_a_facilitator() -> None:
    world = World(people=(ANN,))
    assert world.rule(ANN, c.HideArgument(PRO, "Rude")) == "person.not-facilitator"
    assert world.rule(FAY, c.HideArgument(PRO, " ")) == "text.empty"
    assert world.rule(FAY, c.HideArgument(GONE, "Rude")) == "argument.unknown"
    assert world.rule(FAY, c.ShowArgument(PRO)) == "argument.not-hidden"
    assert world.rule(ANN, c.FlagArgument(PRO, "")) == "text.empty"
    assert world.rule(EVE, c.FlagArgument(PRO, "x")) == "person.not-joined"
    flag = world.do(ANN, c.FlagArgument(PRO, "Look"))
    assert world.rule(FAY, c.ResolveFlag(PRO, FactId("x"))) == "flag.unknown"
    assert world.rule(FAY, c.ResolveFlag(PRO, flag, "n" * 501)) == "text.too-long"
    world.do(FAY, c.HideArgument(PRO, "Rude"))
    assert world.rule(FAY, c.HideArgument(PRO, "Again")) == "argument.hidden"
    assert world.rule(ANN, c.FlagArgument(PRO, "x")) == "argument.hidden"
    assert person(ANN) in world.debate.people.by_id
