"""What groups are known by, and what they share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.consensus import consensuses, group_informed_consensus, priority
from debate.analysis.groups import find_groups
from debate.analysis.representative import (
    Answer,
    Tally,
    leaning,
    representatives,
    tallies,
    tally,
)
from tests.analysis.tables import table

TALLIES = st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30)).map(
    lambda counts: Tally(counts[0], counts[1], sum(counts))
)
NOBODY = Tally(0, 0, 0)


def test_sliders_agree_from_a_fifth_of_the_way() -> None:
    assert tally([1.0, 0.2, 0.19, 0.0, -0.2, -1.0, None]) == Tally(agree=2, disagree=2, seen=6)


@given(TALLIES, TALLIES)
def test_swapping_the_answers_swaps_the_leanings(inside: Tally, outside: Tally) -> None:
    one = leaning(inside, outside, Answer.AGREE)
    left, right = (Tally(side.disagree, side.agree, side.seen) for side in (inside, outside))
    assert one == leaning(left, right, Answer.DISAGREE)


def test_nobody_asked_leans_nowhere() -> None:
    found = leaning(NOBODY, NOBODY, Answer.AGREE)
    assert (found.share, found.share_z, found.ratio, found.ratio_z) == (0.5, 1.0, 1.0, 0.0)
    assert not found.is_representative


def test_at_most_five_statements_represent_a_group_and_agreement_comes_first() -> None:
    strong, weak = Tally(0, 20, 20), Tally(20, 0, 20)
    answered = {f"s{place}": (strong, weak) for place in range(7)}
    answered["yes"] = (Tally(9, 1, 10), Tally(2, 8, 10))
    found = representatives(answered, 0)
    assert len(found) == 5
    assert (found[0].statement, found[0].answer) == ("yes", Answer.AGREE)
    assert {one.answer for one in found[1:]} == {Answer.DISAGREE}
    assert [one.answer for one in representatives(answered, 1)] == [Answer.AGREE] * 5
    assert found[0].to_json()["inside"] == [9, 1, 10]


def test_a_group_like_the_others_has_nothing_of_its_own() -> None:
    same = Tally(10, 0, 10)
    assert representatives({"s": (same, same, same)}, 2) == ()


def test_rejected_statements_represent_nobody() -> None:
    rows = [(1.0, 1.0, 1.0)] * 3 + [(-1.0, -1.0, 1.0)] * 3
    opinions = table(rows, rejected=("s1",))
    found = tallies(opinions, find_groups(opinions))
    assert set(found) == {"s0", "s2"}
    assert sorted(one.agree for one in found["s0"]) == [0, 3]


@given(st.lists(TALLIES, min_size=1, max_size=5))
def test_consensus_of_groups_never_exceeds_that_of_one(groups: list[Tally]) -> None:
    found = group_informed_consensus(groups)
    assert 0 < found <= min(one.share(Answer.AGREE) for one in groups)
    assert found == pytest.approx(group_informed_consensus(groups[::-1]))


def test_the_most_agreed_statement_comes_first() -> None:
    answered = {
        "b": (Tally(1, 5, 6),),
        "a": (Tally(1, 5, 6),),
        "c": (Tally(6, 0, 6),),
    }
    found = consensuses(answered)
    assert [one.statement for one in found] == ["c", "a", "b"]
    assert found[0].to_json() == {"statement": "c", "agree": 7 / 8, "disagree": 1 / 8}


def test_new_and_dividing_statements_go_before_old_and_passed_ones() -> None:
    new, old, passed = Tally(0, 0, 0), Tally(20, 20, 40), Tally(1, 1, 40)
    assert priority(new, 0.0) == pytest.approx((0.5 * 0.5 * 9) ** 2)
    assert priority(new, 1.0) > priority(old, 1.0) > priority(passed, 1.0)
    assert priority(old, 2.0) > priority(old, 1.0)
    assert priority(passed, 0.0, is_meta=True) == 49
