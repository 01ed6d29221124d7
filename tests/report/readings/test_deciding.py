"""Decisions in plain words: every count, the rule, the quorum, and why there is none."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from debate.analysis.findings.deciding import carried_finding, preference_finding
from debate.analysis.findings.movement import Pending
from debate.analysis.majority import Rule
from debate.analysis.refusal import Reason, Refused
from debate.domain import commands as c
from debate.i18n.catalog import translator
from debate.report.readings.deciding import (
    carried_readings,
    choice_name,
    fraction_text,
    preference_readings,
)
from tests.assembly import Assembly, motion_called

EN = translator("en")
OPTIONS = ("north", "east", "south")


def room(people: int = 5) -> Assembly:
    return Assembly(people, motions=[motion_called("alpha", OPTIONS), motion_called("beta")])


def carried(
    assembly: Assembly, rule: Rule = Rule.SIMPLE, quorum: Fraction | None = None
) -> list[str]:
    found = carried_finding(assembly.debate, assembly.motion, rule, quorum)
    return [each.text for each in carried_readings(found, EN)]


def order(assembly: Assembly) -> list[str]:
    motion = assembly.motion
    found = preference_finding(assembly.debate, motion)
    return [each.text for each in preference_readings(found, assembly.debate, motion, EN)]


def ranked(*names: str) -> dict[str, Any]:
    return {"ranking": tuple((f"alpha/{name}",) for name in names)}


def test_a_verdict_comes_with_its_counts_and_its_rule() -> None:
    assembly = room()
    said = ["yes", "yes", "no", "abstain", None]
    assembly.vote("closing", lambda n: {"verdict": said[n]}, assembly.motion)
    words = carried(assembly)
    assert words[1] == "Carried."
    assert words[2] == "Yes 2, no 1, abstained 1, blocked 0. 1 ballot says none of these."
    assert words[3] == "2 of 3 said yes. It takes more than half of those who say yes or no."
    assert words[4] == "4 of 5 took part. No quorum was asked for."
    assert words[5] == "By the ballots of the end."
    assert carried(assembly, Rule.UNANIMITY)[1] == "Not carried."
    assert carried(assembly, Rule.CONSENT)[3].startswith("It takes that nobody blocks")


def test_a_quorum_that_is_not_met_is_no_decision() -> None:
    assembly = room()
    assembly.vote("closing", lambda n: {"verdict": "yes"} if n < 2 else None, assembly.motion)
    words = carried(assembly, quorum=Fraction(1, 2))
    assert words[1] == "No decision: too few took part."
    assert words[4] == "2 of 5 took part. The quorum is 1/2: 3 people."


def test_only_abstentions_carry_nothing() -> None:
    assembly = room(2)
    assembly.vote("closing", lambda n: {"verdict": "abstain"}, assembly.motion)
    assert carried(assembly)[1] == "Not carried."


def test_percentages_wait_for_twenty_people() -> None:
    assert fraction_text(Fraction(2, 3), 19, EN) == "2/3"
    assert fraction_text(Fraction(2, 3), 20, EN).startswith("2/3 (67")


def test_an_order_names_places_and_comparisons() -> None:
    assembly = room()
    assembly.vote(
        "closing",
        lambda n: ranked("east", "north") if n < 3 else ranked("south", "east"),
        assembly.motion,
    )
    words = order(assembly)
    assert words[1] == "5 ballots rank them. By the ballots of the end."
    assert words[2] == "1. The way of east"
    assert "The first beats every other one against one." in words
    assert "The way of east above The way of north: 5 people, the other way round 0" in words


def test_ties_and_circles_are_told() -> None:
    assembly = room(2)
    assembly.vote("closing", lambda n: ranked("east") if n else ranked("north"), assembly.motion)
    words = order(assembly)
    assert "1. The way of north (shared place)" in words
    assert "3. The way of south" in words
    assert "There is a tie for the first place." in words
    circle = room(9)
    ways = [("north", "east", "south")] * 4 + [("east", "south", "north")] * 3
    ways += [("south", "north", "east")] * 2
    circle.vote("closing", lambda n: ranked(*ways[n]), circle.motion)
    assert any("does not beat every other" in line for line in order(circle))


def test_what_is_missing_is_told() -> None:
    assembly = room()
    assert carried(assembly)[1].startswith("Nobody has said yes or no")
    assert order(assembly)[1].startswith("Nobody has ranked")
    debate, small = assembly.debate, Refused(Reason.SMALL_CELL, 3, 2)
    one = Refused(Reason.TOO_FEW_ITEMS, 2, 1)
    for found, words in (
        (Pending("closing", 2), "The closing ballots are still sealed: 2 are cast."),
        (small, "Withheld"),
        (one, "There are no two options to rank."),
    ):
        assert preference_readings(found, debate, None, EN)[1].text.startswith(words)
    assert carried_readings(Pending("closing", 1), EN)[1].text.endswith("1 is cast.")
    assert carried_readings(small, EN)[1].text.startswith("Withheld")


def test_motions_packed_options_and_proposed_ones_have_names() -> None:
    assembly = room()
    name = assembly.do(1, c.ProposeOption(assembly.motion, "Go to sea")).first
    assert choice_name(assembly.debate, "beta", EN) == "Do beta"
    assert choice_name(assembly.debate, "alpha/north", EN) == "The way of north"
    assert choice_name(assembly.debate, name, EN) == "Go to sea"
    assert choice_name(assembly.debate, "gone", EN) == "gone"
