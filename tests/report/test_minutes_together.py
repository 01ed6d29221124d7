"""What the minutes tell of everybody together: groups, coherence, decisions, and when they do not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from debate.domain.participant import CONTRACTS, Contract
from debate.i18n.catalog import translator
from debate.report.formats import FORMATS, Format
from debate.service.minutes import minutes_of
from tests.assembly import Assembly, camps, motion_called
from tests.report.test_minutes import HIDING

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines

EN = translator("en")
OPTIONS = ("north", "south", "east", "west")


def minutes(room: Assembly, form: Format = "md") -> str:
    return minutes_of(room.seats[0], form, EN)


def room(contract: Contract = "named", people: int = 16) -> Assembly:
    """Return a room in two camps that ranks options and says yes or no."""
    assembly = Assembly(people, contract=contract, motions=[motion_called("alpha", OPTIONS)])
    assembly.weigh(assembly.argue(12, speakers=2), camps)
    names = [f"alpha/{each}" for each in OPTIONS]

    def ballot(person: int) -> dict[str, Any]:
        order = names if person % 2 else names[::-1]
        return {
            "stance": 40 if person % 2 else -40,
            "verdict": "yes" if person % 3 else "no",
            "ranking": tuple((name,) for name in order),
        }

    for moment in ("opening", "closing"):
        assembly.vote(moment, ballot, assembly.motion)
    return assembly


def test_clear_groups_stand_with_what_each_holds_and_how_sure_that_is() -> None:
    text = minutes(room())
    assert "## Who weighs alike" in text
    assert "2 groups of people weigh alike" in text
    assert "### Group A: 8 people" in text
    assert "By chance this much structure arises 1 time in 100." in text
    assert "### Stability" in text


def test_a_decision_stands_with_its_counts_and_the_order_of_the_options() -> None:
    text = minutes(room())
    assert "### Whether the motion carries\n\nCarried." in text
    assert "Yes 10, no 6, abstained 0, blocked 0." in text
    assert "### Which option people prefer" in text
    assert "### Quorum" in text


def test_coherence_stands_beside_its_null() -> None:
    text = minutes(room())
    assert "### Coherence" in text
    assert "By chance it is" in text


def test_motions_are_compared_when_there_are_several() -> None:
    motions = [motion_called(name) for name in ("alpha", "beta", "gamma")]
    assembly = Assembly(9, motions=motions)
    assembly.weigh(assembly.argue(4), camps)
    order = tuple((each.id,) for each in motions)
    assembly.vote("opening", lambda _: {"ranking": order}, None)
    text = minutes(assembly)
    assert "## Which motion people prefer" in text
    assert "## Coherence" in text


def test_too_few_people_are_told_so_and_nothing_else_is_explained() -> None:
    text = minutes(Assembly(3))
    assert "No groups yet" in text
    assert "Nobody has said yes or no on a ballot that is revealed." in text
    assert "### Stability" not in text
    assert "### Quorum" not in text


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("contract", CONTRACTS)
def test_no_form_places_a_person_on_the_map(contract: Contract, form: Format) -> None:
    assembly = room(contract)
    text = minutes(assembly, form)
    assert "plane" not in text
    assert not [name for name in assembly.ids() if name in text]


def test_the_json_has_groups_decisions_and_orders_as_exact_values() -> None:
    found = json.loads(minutes(room(), "json"))["findings"]
    assert [each["size"] for each in found["groups"]["groups"]] == [8, 8]
    motion = found["motions"][0]
    assert motion["carried"]["decision"]["share"] == "5/8"
    assert motion["preference"]["ballots"] == 16
    assert motion["coherence"]["source"] == "options"
    assert found["preference"] == {"refused": "too-few-items", "needed": 2, "had": 1}


@pytest.mark.parametrize("form", ["md", "json", "csv"])
def test_a_phase_that_hides_weights_hides_who_weighs_alike(form: Format) -> None:
    assembly = Assembly(16, runsheet=HIDING)
    assembly.weigh(assembly.argue(12), camps)
    text = minutes(assembly, form)
    assert "Group A" not in text
    assert "doubts" not in text
    if form == "md":
        assert "Weights are hidden in this phase." in text
