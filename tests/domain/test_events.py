"""Events on the wire: read as they were meant, or kept as unknown, and never an exception."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.domain.ballot import Ballot, Hand, commitment
from debate.domain.events import KINDS, UnknownEvent, parse
from debate.domain.fact import Fact
from debate.domain.ids import MotionId
from debate.domain.motion import Text
from debate.domain.participant import strictest
from debate.domain.runsheet import OPEN
from debate.domain.weight import left
from tests.domain.worlds import ANN, FAY, SESSION, World, ballot, salt_of

plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(), max_size=8)
    | st.sampled_from(("\ud800", "tax", "2027-01-01")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=12,
)
fields = st.sampled_from(sorted({name for model in KINDS.values() for name in model.model_fields}))


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(sorted(KINDS)), st.dictionaries(fields, plain, max_size=6))
def test_whatever_stands_in_a_known_kind_is_read_or_set_aside(
    kind: str, data: dict[str, Any]
) -> None:
    event = parse(kind, 1, data)
    assert event.kind in {kind, "unknown"}
    if isinstance(event, UnknownEvent):
        assert event == UnknownEvent(name=kind, reason="malformed")


@pytest.mark.parametrize("data", [None, [], "text", 3, {"argument": "a"}])
def test_content_that_does_not_fit_is_malformed(data: object) -> None:
    assert parse("weight.set", 1, data) == UnknownEvent(name="weight.set", reason="malformed")


@pytest.mark.parametrize("value", ["7", 7.0, True, None, 101])
def test_a_number_is_a_number_and_nothing_that_looks_like_one(value: object) -> None:
    assert isinstance(parse("weight.set", 1, {"argument": "a", "value": value}), UnknownEvent)


@pytest.mark.parametrize("value", ["yes", 1, "true", None])
def test_yes_is_true_and_nothing_that_looks_like_it(value: object) -> None:
    event = parse("restatement.judged", 1, {"restatement": "a", "is_fair": value})
    assert isinstance(event, UnknownEvent)


def test_a_known_kind_with_something_more_in_it_is_malformed() -> None:
    event = parse("argument.withdrawn", 1, {"argument": "a", "more": 1})
    assert isinstance(event, UnknownEvent)


def test_malformed_facts_are_kept_and_counted() -> None:
    world = World(people=(ANN,))
    good = world.facts[-1]
    bad = Fact({**good.envelope, "d": {"name": 3}, "n": 2, "id": "bad"})
    world.hear(bad)
    assert world.debate.state.unknown == {bad.id: bad}
    assert world.debate.state.heads[ANN] == 2
    assert bad.event.kind == "unknown"


def test_a_fact_is_known_by_its_id_alone() -> None:
    world = World()
    again = Fact({**world.facts[0].envelope, "sig": "another copy"})
    assert {again, world.facts[0]} == {again}
    assert again.milliseconds == int(again.time[:13])


def test_a_seal_hides_a_ballot_and_fits_no_other() -> None:
    seals = {
        commitment(held, salt_of(author), Hand(SESSION, author))
        for author in (FAY, ANN)
        for held in (ballot(1), ballot(2), Ballot(motion=None, moment="mid"))
    }
    assert len(seals) == 6
    odd = Ballot.model_construct(motion=MotionId("\ud800"), moment="mid")
    assert len(commitment(odd, "salt", None)) == 64


def test_small_values_answer_for_themselves() -> None:
    assert strictest(frozenset({"named", "secret", "pseudonym"})) == "secret"
    assert OPEN.phase(OPEN.phases[0].id) is OPEN.phases[0]
    assert left("scale", [10, 10]) == 100
    assert Text(nl="Ja").within("en") == "Ja"
    assert Text(en="Yes").within("nl") == "Yes"
    assert Text().within("nl") == ""


def test_equal_run_sheets_are_written_alike_on_every_machine() -> None:
    written = OPEN.model_dump(mode="json")["phases"][0]
    assert written["acts"] == sorted(OPEN.phases[0].acts)
    assert written["hidden"] == ["ballots"]
    assert type(OPEN).model_validate(OPEN.model_dump(mode="json"), strict=False) == OPEN
