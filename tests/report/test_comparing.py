"""The report on several groups: the same bytes each time, in every form, and nothing a contract forbids."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from debate.i18n.catalog import translator
from debate.report.comparing import FORMATS, Format
from debate.report.drawing import drawing
from debate.report.outline import Ranges, Span, table_of
from debate.report.readings.comparing import PARTS, compared_readings
from debate.service.comparing import compared_material, compared_report
from tests.analysis.findings.test_compared import hiding
from tests.assembly import NAMES, Assembly
from tests.groups import (
    BOATS,
    BUS,
    SLEEP,
    contradicting,
    curfew,
    day,
    group,
    say,
    weighed_by_side,
)
from tests.report.test_minutes import ENDINGS, read

GOLDEN = Path(__file__).parent.parent / "golden" / "compared"
EN, NL = translator("en"), translator("nl")


def report(form: Format, *rooms: Assembly) -> str:
    return compared_report([room.seats[0] for room in rooms], form, EN)


def words(part: str, *rooms: Assembly) -> str:
    material = compared_material([room.seats[0] for room in rooms], EN)
    found = compared_readings(
        material.groups, material.found.motions[0], part, EN, material.name_of
    )
    return "\n".join(each.text for each in found)


@pytest.mark.parametrize("form", FORMATS)
def test_three_groups_have_the_report_that_was_kept(form: Format) -> None:
    path = GOLDEN / f"day.{ENDINGS[form]}"
    found = report(form, *day()).encode()
    if "DEBATE_KEEP_GOLDEN" in os.environ:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(found)
    assert found == path.read_bytes()


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_names_nobody_when_one_group_is_secret(form: Format) -> None:
    a, b, _ = day()
    secret = group(3, contract="secret")
    say(secret, "Trams are quiet")
    text = report(form, a, b, secret)
    assert not [name for name in NAMES if name in text]
    assert not [person for room in (a, b, secret) for person in room.ids() if person in text]


def test_the_page_is_whole_loads_nothing_and_skips_no_heading() -> None:
    reader = read(report("html", *day()))
    assert reader.open == []
    assert not {"script", "img", "link", "iframe"} & set(reader.tags)
    assert reader.headings[0] == 1
    assert all(
        after <= before + 1
        for before, after in zip(reader.headings, reader.headings[1:], strict=False)
    )


def test_the_table_says_what_cannot_be_read_from_a_spreadsheet() -> None:
    rows = list(csv.reader(io.StringIO(report("csv", *day()), newline="")))
    assert {len(row) for row in rows} == {5}
    assert ["curfew", "unraised", "0.1", "claim", BOATS] in rows
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


def test_the_json_document_has_the_figures_the_words_and_the_claims() -> None:
    found = json.loads(report("json", *day()))
    assert [group["name"] for group in found["compared"]["groups"]] == [
        "Group A",
        "Group B",
        "Group C",
    ]
    assert all(proof["holds"] and len(proof["words"]) == 6 for proof in found["proofs"])
    assert found["claims"][SLEEP]["en"] == "People who live beside it could sleep."
    assert found["compared"]["motions"][0]["unraised"][0][0]["author"] == "Bertrand"
    waiting = json.loads(report("json", group(0), group(1, is_voted=False)))
    shifts = waiting["compared"]["motions"][0]["movement"]["groups"]
    assert shifts[1] == {"pending": "opening", "cast": 0}


def test_the_report_reads_in_dutch() -> None:
    page = compared_report([room.seats[0] for room in day()], "html", NL)
    assert read(page).language == "nl"
    assert "3 groepen vergeleken" in page


def test_groups_without_a_motion_in_common_are_told_so() -> None:
    text = report("text", group(0), group(1, motions=(curfew("elsewhere"),), is_voted=False))
    assert "no motion in common" in text
    assert "Debated by one group alone" in text


def test_other_words_and_other_rules_are_told() -> None:
    other = Assembly(
        3, scheme="budget", first=900, motions=(curfew("curfew", "We should open it."), curfew("x"))
    )
    text = report("text", group(0, motions=(curfew(), curfew("x"))), other)
    assert "has other words in one of the groups" in " ".join(text.split())
    assert "weighed by different rules" in " ".join(text.split())


def test_a_fact_that_does_not_hold_is_told_in_the_report() -> None:
    a, b, _ = day()
    a.session.journal.append([{"d": {}}])
    assert "a check did not hold" in report("text", a, b)


def test_groups_that_cannot_be_told_say_why() -> None:
    found = words("movement", group(0), group(1, people=2), group(2, is_voted=False))
    assert "Withheld" in found
    assert "Nobody has cast the opening ballot yet" in found
    assert "Fewer than two groups can be told" in found


def test_groups_that_moved_alike_are_told_so() -> None:
    found = words("movement", group(0), group(1))
    assert "Group A and Group B moved alike." in found
    assert "14 people of 2 groups moved by +11 on average." in found


def test_a_group_too_small_for_a_range_says_so() -> None:
    assert "No range: Too few people to say" in words("movement", group(0, people=4), group(1))


def test_a_pool_that_misleads_is_replaced_by_a_sentence() -> None:
    found = words("movement", *contradicting())
    assert "Put together, the groups would say the opposite" in found
    assert "of 2 groups moved by" not in found


def test_what_is_shared_and_what_is_not() -> None:
    assert "Every group gives these much:" in words("shared", *day())
    assert "There is no argument of the pack" in words("shared", group(0), group(1, is_voted=False))


def test_more_than_a_dozen_missed_arguments_are_counted() -> None:
    a, b = group(0), group(1)
    for number in range(15):
        say(b, f"{'abcdefghijklmno'[number] * 9} {number}")
    assert "3 more in the report." in words("unraised", a, b)


def test_a_group_that_missed_nothing_is_told_so_and_what_it_passed_by() -> None:
    idle = group(1, is_voted=False)
    say(idle, BUS, "curfew/work")
    found = words("unraised", group(0), idle)
    assert "Nothing: whatever others raised was raised here too." in found
    assert "Passed by here, and weighed elsewhere" in found


def test_a_range_is_drawn_on_its_axis_and_said_in_its_table() -> None:
    chart = Ranges(
        "Means", ("Group", "Points", "Range"),
        (Span("A", 12.0, (-5.0, 29.0), "−5 to +29"), Span("B", -3.0, None, "none"), Span("C", 0.0, None, "none")),
        "against", "for",
    )  # fmt: skip
    picture = drawing(chart)
    assert picture.count("<circle") == 3
    assert picture.count('class="stroke') == 1
    assert "−40" in picture
    assert table_of(chart).rows == (
        ("A", "+12", "−5 to +29"),
        ("B", "−3", "none"),
        ("C", "0", "none"),
    )


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_words_in_both_languages(part: str) -> None:
    material = compared_material([room.seats[0] for room in day()], EN)
    found = material.found.motions[0]
    english, dutch = (
        [each.text for each in compared_readings(material.groups, found, part, t, material.name_of)]
        for t in (EN, NL)
    )
    assert english != dutch
    assert len(english) == len(dutch)


def test_sides_that_weigh_an_argument_differently_are_told_over_the_groups() -> None:
    found = words("strengths", *(weighed_by_side(n, 8, 3, many=4, few=4) for n in range(2)))
    assert "People for give it more than people against: a large difference (+1.00)." in found
    found = words("strengths", *(weighed_by_side(n, 3, 8, many=4, few=4) for n in range(2)))
    assert "People against give it more than people for: a large difference (−1.00)." in found
    found = words("strengths", *(weighed_by_side(n, 5, 5, many=4, few=4) for n in range(2)))
    assert "People for and people against give it alike." in found


def test_sides_that_turn_round_when_pooled_are_told_group_by_group() -> None:
    rooms = (weighed_by_side(0, 3, 2, many=9, few=3), weighed_by_side(1, 10, 9, many=3, few=9))
    found = words("strengths", *rooms)
    assert "the opposite of what they say one by one" in found
    assert "Group A: People for give it more than people against" in found


def test_groups_of_which_some_say_otherwise_are_to_be_looked_at_one_by_one() -> None:
    rooms = (weighed_by_side(0, 9, 2, many=6, few=6), weighed_by_side(1, 5, 6, many=3, few=3))
    assert "Not all groups say so: look at each." in words("strengths", *rooms)


def test_what_a_phase_hides_is_said_to_be_hidden() -> None:
    shy = group(1, is_voted=False, runsheet=hiding("totals"))
    found = words("strengths", group(0), shy)
    assert "Group B: not shown now, or not debated there" in found
    assert "Group B: not shown now, or not there" in found
    bare = [group(n, motions=(curfew(arguments=False),), is_voted=False) for n in range(2)]
    assert "The groups have no argument of a pack in common." in words("strengths", *bare)


def test_what_comes_nearest_is_said_with_its_likeness_and_strength_where_it_may_be() -> None:
    a, b = group(0), group(1, is_voted=False, runsheet=hiding("totals"))
    say(a, "Whoever goes by boat waits for hours at a bridge")
    say(b, "Boats wait for a bridge that stays down, and miss the tide")
    found = words("unraised", a, b)
    assert "Nearest here: “Whoever goes by boat waits for hours at a bridge” (likeness 0." in found
    assert "Strength there" not in found.partition("Group B never raised")[0]
