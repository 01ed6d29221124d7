"""Words about arguments and participation."""

from __future__ import annotations

from debate.analysis.findings.movement import Pending
from debate.analysis.findings.moving import Moved, Named
from debate.analysis.findings.taking_part import TakingPart
from debate.analysis.findings.weighing import Weighing
from debate.analysis.refusal import Reason, Refused
from debate.domain.ids import ArgumentId
from debate.i18n.catalog import translator
from debate.report.readings.arguments import (
    argument_readings,
    moved_by_reading,
    named_words,
    strength_reading,
)
from debate.report.readings.comparing_methods import any_method
from debate.report.readings.methods import METHODS
from debate.report.readings.taking_part import taking_part_readings
from debate.service.findings import motion_findings_of
from tests.analysis.findings.test_weighing import sided, weighing_of
from tests.assembly import Assembly
from tests.house.sources import ROOT

EN = translator("en")
NONE = Refused(Reason.NOTHING_COUNTED, 1, 0)


def test_where_the_motion_stands_is_told_by_side() -> None:
    for strength, word in (
        (0.61, "lean towards for"),
        (0.2, "lean towards against"),
        (0.5, "balance"),
    ):
        assert word in strength_reading(Weighing(strength, 3, ()), EN)
    assert strength_reading(Weighing(0.6, 0, ()), EN).startswith("Nobody weighed")


def test_a_direct_argument_is_told_with_its_share_and_a_reply_without() -> None:
    assembly, arguments = sided(4, 4)
    found = weighing_of(assembly)
    words = [" ".join(argument_readings(each, EN)) for each in found.arguments]
    assert all("Without it and its replies the motion would stand at" in each for each in words)
    assert all("Its share" in each for each in words)
    assert "They agree that it is strong. People for give it 8.0 of 10" in words[0]
    assert "It brings the sides together." in words[0]
    assert "It sets the sides apart." in words[1]
    assert len(arguments) == 3


def test_an_argument_nobody_weighed_says_so() -> None:
    assembly = Assembly(2)
    name = assembly.argue(1)[0]
    each = weighing_of(assembly).find(name)
    assert each is not None
    assert "Nobody weighed it yet." in argument_readings(each, EN)


def test_few_weights_are_told_with_what_they_lack() -> None:
    assembly = Assembly(2)
    assembly.weigh(assembly.argue(1), lambda *_: 5)
    words = " ".join(argument_readings(weighing_of(assembly).arguments[0], EN))
    assert "2 people weighed it. Too few people to say" in words


def test_what_moved_people_is_their_own_account() -> None:
    assert moved_by_reading(Moved(9, 7, ()), EN) == (
        "7 of 9 named an argument that moved them, by their own account."
    )
    assert moved_by_reading(Moved(9, 0, ()), EN) == "Nobody named an argument that moved them."
    assert moved_by_reading(Pending("closing", 2), EN).startswith("The closing ballots")
    assert moved_by_reading(NONE, EN) == "There is nothing to count yet."


def test_a_named_argument_says_which_way_people_moved() -> None:
    name = ArgumentId("a")
    assert named_words(Named(name, 3, 2, 1), EN) == (
        "named by 3: 2 moved towards for, 1 towards against"
    )
    assert named_words(Named(name, 3, 0, 0), EN) == "named by 3"
    assert named_words(Named(name, 3, None, None), EN) == "named by 3"


def part(**changes: object) -> TakingPart:
    kept: dict[str, object] = {
        "people": 4, "said": 8, "speakers": 2, "weighers": 3, "in_favour": 5, "against": 3,
        "gini": 0.5, "evenness": 0.5, "top_share": 0.6, "turn_gap": 0.3, "balance": 0.7,
        "cross_cutting": 0.4, "steelman": 0.5, "restated": 0, "fair": 0, "fairness": NONE,
    }  # fmt: skip
    return TakingPart(**(kept | changes))  # type: ignore[arg-type]


def test_participation_is_told_in_counts_and_shares() -> None:
    words = taking_part_readings(part(), EN)
    assert words[0].startswith("2 people brought an argument and 3 weighed any, of 4")
    one = taking_part_readings(part(speakers=1), EN)
    assert one[0].startswith("1 person brought an argument")
    assert "in runs" in words[2]
    assert "The share who found any of it strong is 0.50." in words[4]
    assert len(words) == 5


def test_turns_are_compared_with_chance() -> None:
    assert "took turns, more" in taking_part_readings(part(turn_gap=-0.3), EN)[2]
    assert "as much as by chance" in taking_part_readings(part(turn_gap=0.01), EN)[2]


def test_what_cannot_be_said_of_participation_is_told() -> None:
    refused = part(gini=NONE, turn_gap=NONE, cross_cutting=NONE)
    assert sum("cannot be said" in line for line in taking_part_readings(refused, EN)) == 3
    ends = taking_part_readings(part(steelman=NONE), EN)[4]
    assert ends.endswith("(1 is all of it).")


def test_restatements_are_told_when_there_are_any() -> None:
    assert "Authors called fair: 1 of 2." in taking_part_readings(part(restated=2, fair=1), EN)[-1]


def test_participation_of_a_real_debate_has_words() -> None:
    assembly, _ = sided(3, 3)
    found = motion_findings_of(assembly.debate, assembly.motion)
    assert all(taking_part_readings(found.taking_part, EN))


def test_every_method_is_explained_and_has_a_page() -> None:
    for each in METHODS:
        assert any_method(each.id) is each
        assert all((each.title, each.what, each.formula, each.source, each.limits))
        assert (ROOT / "docs" / "understand" / f"{each.id}.md").is_file()
