"""Equality, turns and exposure to the other side."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.exposure import (
    Exposure,
    cross_cutting,
    exposures,
    restatement_share,
    steelman_share,
)
from debate.analysis.participation import (
    evenness,
    gini,
    lorenz,
    plain_gini,
    stance_balance,
    top_share,
    turn_gap,
)
from debate.analysis.refusal import Reason, Refused

COUNTS = st.lists(st.integers(0, 50), min_size=2, max_size=12).filter(any)


def test_the_worked_example_has_the_published_figures() -> None:
    counts = [0, 1, 2, 7]
    assert gini(counts) == pytest.approx(0.7333, abs=5e-5)
    assert evenness(counts) == pytest.approx(0.5784, abs=5e-5)
    assert top_share(counts) == 0.7


def test_nothing_counted_has_no_shares() -> None:
    nothing = Refused(Reason.NOTHING_COUNTED, needed=1, had=0)
    for measure in (gini, plain_gini, lorenz, top_share, evenness):
        assert measure([0, 0]) == nothing
    assert stance_balance(0, 0) == nothing


def test_one_person_is_not_unequal() -> None:
    assert gini([5]) == evenness([5]) == Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=1)
    assert lorenz([]) == Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)
    assert turn_gap(["a"]) == Refused(Reason.TOO_FEW_ITEMS, needed=2, had=1)


@given(COUNTS)
def test_gini_is_twice_the_area_above_the_lorenz_line(counts: list[int]) -> None:
    line, found = lorenz(counts), plain_gini(counts)
    assert isinstance(line, tuple)
    assert isinstance(found, float)
    below = sum((y0 + y1) / 2 / len(counts) for (_, y0), (_, y1) in pairwise(line))
    assert found == pytest.approx(1 - 2 * below, abs=1e-9)
    assert found == plain_gini(counts[::-1])


@given(COUNTS)
def test_measures_of_equality_stay_between_nought_and_one(counts: list[int]) -> None:
    for measure in (gini, evenness, top_share):
        found = measure(counts)
        assert isinstance(found, float)
        assert -1e-9 <= found <= 1 + 1e-9


@given(st.lists(st.sampled_from("abc"), min_size=2, max_size=6))
def test_a_turn_gap_averages_nought_over_all_orders(turns: list[str]) -> None:
    gaps = [turn_gap(order) for order in permutations(turns)]
    assert sum(gap for gap in gaps if isinstance(gap, float)) == pytest.approx(0, abs=1e-9)


def test_alternating_is_below_nought_and_runs_are_above() -> None:
    assert turn_gap("AABB") == pytest.approx(1 / 3)
    assert turn_gap("ABAB") == pytest.approx(-1 / 3)


def test_a_balance_is_full_for_as_many_of_each() -> None:
    assert (stance_balance(3, 3), stance_balance(4, 0), stance_balance(3, 1)) == (1, 0, 0.5)


def test_undecided_people_have_no_other_side() -> None:
    found = exposures({"a": 1, "u": 0}, {"p": 1, "c": -1}, {"a": ["c"], "u": ["p", "c"]})
    assert found == {"a": Exposure(other=1.0, own=0.0, external=1.0)}
    assert found["a"].gap == -1


def test_a_side_without_arguments_cannot_be_read() -> None:
    found = exposures({"a": 1, "b": -1}, {"p": 1}, {"a": ["p"]})
    empty = Refused(Reason.EMPTY_SIDE, needed=1, had=0)
    assert found["a"].other == found["a"].gap == found["b"].own == found["b"].gap == empty
    assert found["b"].external == Refused(Reason.NOTHING_COUNTED, needed=1, had=0)
    assert cross_cutting(found) == 0
    assert cross_cutting({}) == Refused(Reason.NOTHING_COUNTED, needed=1, had=0)


def test_granting_needs_more_than_a_five_and_an_opposing_argument() -> None:
    sides, arguments = {"a": 1, "b": -1, "u": 0}, {"p": 1, "c": -1}
    weights = {"a": {"c": 6.0, "p": 9.0}, "b": {"p": 5.0, "gone": 9.0}, "u": {"c": 9.0}}
    assert steelman_share(sides, arguments, weights) == 0.5
    assert steelman_share({"u": 0}, arguments, weights) == Refused(Reason.TOO_FEW_PEOPLE, 1, 0)
    assert restatement_share(3, 4) == 0.75
    assert restatement_share(0, 0) == Refused(Reason.NOTHING_COUNTED, needed=1, had=0)
