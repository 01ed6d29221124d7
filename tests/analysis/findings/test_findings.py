"""The whole of a debate's findings: the same value each time, and JSON that keeps the contract."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pytest

from debate.analysis.findings.movement import Pending
from debate.analysis.findings.plain import plain
from debate.analysis.oxford import Side
from debate.analysis.refusal import Reason, Refused
from debate.domain.ids import MotionId
from debate.domain.participant import CONTRACTS, Contract
from debate.service.findings import findings_json, findings_of, without_weights
from debate.service.scales import Scales
from tests.assembly import NAMES, Assembly


def moved(contract: Contract = "named", people: int = 7) -> Assembly:
    """Return a debate with everything revealed."""
    assembly = Assembly(people, contract=contract)
    arguments = assembly.argue(4, speakers=3)
    assembly.weigh(arguments, lambda person, place: (person + place) % 11)
    assembly.vote("opening", lambda n: {"stance": 20 * n - 60}, assembly.motion)
    assembly.vote(
        "closing",
        lambda n: {"stance": 20 * n - 40, "moved_by": tuple(arguments[:1])},
        assembly.motion,
    )
    return assembly


def as_json(assembly: Assembly) -> Any:  # noqa: ANN401
    return findings_json(assembly.debate, findings_of(assembly.debate))


def test_the_same_debate_has_the_same_findings() -> None:
    debate = moved().debate
    assert findings_of(debate) == findings_of(debate, Scales(debate))
    assert json.dumps(as_json(moved())) == json.dumps(as_json(moved()))


def test_a_motion_is_found_by_its_id() -> None:
    assembly = moved()
    found = findings_of(assembly.debate)
    assert found.motion(assembly.motion) is found.motions[0]
    assert found.motion(MotionId("elsewhere")) is None


@pytest.mark.parametrize("contract", CONTRACTS)
def test_json_never_holds_an_id_of_a_person(contract: Contract) -> None:
    assembly = moved(contract)
    text = json.dumps(as_json(assembly))
    assert not [name for name in assembly.ids() if name in text]


def test_json_of_a_secret_debate_has_no_names_and_no_rows_of_people() -> None:
    assembly = moved("secret")
    found = as_json(assembly)
    assert found["motions"][0]["shift"]["people"] == []
    assert not [name for name in NAMES if name in json.dumps(found)]


def test_json_of_an_open_debate_names_people_beside_their_stances() -> None:
    rows = as_json(moved())["motions"][0]["shift"]["people"]
    assert rows[0] == {"number": 1, "name": NAMES[0], "before": -60, "after": -40}


def test_a_shift_that_waits_says_for_what() -> None:
    assembly = Assembly(2)
    found: Any = findings_json(assembly.debate, findings_of(assembly.debate))
    assert found["motions"][0]["shift"] == {"pending": "opening", "cast": 0}
    assert found["motions"][0]["moved"] == {"pending": "closing", "cast": 0}


@dataclass(frozen=True, slots=True)
class Thing:
    one: float
    two: Refused
    three: dict[Side, int]


def test_values_become_plain_json() -> None:
    thing = Thing(1 / 3, Refused(Reason.NOT_RUN, 1, 0), {Side.FOR: 2})
    assert plain((thing, Side.AGAINST, None, True, "x", 3)) == [
        {
            "one": 0.333333,
            "two": {"refused": "not-run", "needed": 1, "had": 0},
            "three": {"for": 2},
        },
        "against", None, True, "x", 3,
    ]  # fmt: skip
    assert str(plain(-0.0)) == "0.0"


def test_what_findings_are_not_made_of_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        plain(object())


def test_what_waits_and_what_is_a_fraction_are_plain_too() -> None:
    assert plain((Pending("closing", 3), Fraction(2, 3))) == [
        {"pending": "closing", "cast": 3},
        "2/3",
    ]


def test_findings_are_one_value_with_groups_decisions_and_coherence() -> None:
    found = as_json(moved())
    assert found["groups"] == {"refused": "too-few-people", "needed": 12.0, "had": 7.0}
    assert found["coherence"]["refused"] == found["preference"]["refused"] == "too-few-items"
    assert found["motions"][0]["carried"]["refused"] == "nothing-counted"


def test_what_tells_of_weights_can_be_held_back() -> None:
    held: Any = without_weights(as_json(moved()))
    assert "groups" not in held
    assert "preference" in held
    (motion,) = held["motions"]
    assert not {"weighing", "coherence"} & set(motion)
    assert motion["shift"]["n"] == 7
