"""Two groups compared, and the guard against pooling them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.analysis import comparison
from debate.analysis.comparison import (
    Comparison,
    Magnitude,
    cliffs_delta,
    delta_interval,
    magnitude,
    permutation_p,
)
from debate.analysis.refusal import Reason, Refused
from debate.analysis.strata import Reversal, Stratified, stratified

ANSWERS = st.lists(st.integers(-10, 10), min_size=2, max_size=6)
LEFT, RIGHT = [7, 8, 9, 6], [5, 6, 4]


def test_the_worked_example_has_the_published_figures() -> None:
    found = comparison.comparison(LEFT, RIGHT)
    assert isinstance(found, Comparison)
    assert found.people == (4, 3)
    assert found.delta == pytest.approx(0.9167, abs=5e-5)
    assert found.interval == pytest.approx((0.194, 0.994), abs=5e-4)
    assert found.p == pytest.approx(0.0857, abs=5e-5)
    assert found.magnitude is Magnitude.LARGE


def test_small_cells_and_empty_sides_are_refused() -> None:
    assert comparison.comparison([1, 2], [1, 2, 3]) == Refused(Reason.SMALL_CELL, 3, 2)
    assert comparison.comparison([], [1, 2, 3]) == Refused(Reason.EMPTY_SIDE, needed=1, had=0)
    assert cliffs_delta([], [1]) == permutation_p([1], []) == Refused(Reason.EMPTY_SIDE, 1, 0)
    assert delta_interval([1], [1, 2]) == Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=1)


def test_a_delta_has_a_word() -> None:
    assert [magnitude(-delta) for delta in (0.1, 0.2, 0.4, 0.5)] == list(Magnitude)


@given(ANSWERS, ANSWERS)
def test_swapping_the_groups_turns_the_delta_around(left: list[int], right: list[int]) -> None:
    there, back = cliffs_delta(left, right), cliffs_delta(right, left)
    assert isinstance(there, float)
    assert isinstance(back, float)
    assert there == -back
    one, other = delta_interval(left, right), delta_interval(right, left)
    assert isinstance(one, tuple)
    assert isinstance(other, tuple)
    assert one == pytest.approx((-other[1], -other[0]), abs=1e-9)
    assert -1 <= one[0] <= there <= one[1] <= 1


@given(ANSWERS, ANSWERS)
def test_only_the_order_of_the_answers_counts(left: list[int], right: list[int]) -> None:
    cubed = [[value**3 for value in side] for side in (left, right)]
    assert cliffs_delta(left, right) == cliffs_delta(*cubed)
    assert permutation_p(left, right) == permutation_p(right, left) == permutation_p(*cubed)


def test_too_many_deals_are_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    exact = permutation_p(LEFT, RIGHT)
    monkeypatch.setattr(comparison, "LARGEST_COUNT", 5)
    assert permutation_p(LEFT, RIGHT) == pytest.approx(exact, abs=0.01)


def test_a_pool_can_say_the_opposite_of_every_group() -> None:
    found = stratified({"low": ([3, 4] * 4, [2]), "high": ([12], [9, 10] * 4)})
    assert isinstance(found, Stratified)
    assert found.pooled == pytest.approx(-0.580, abs=5e-4)
    assert dict(found.groups) == {"low": 1, "high": 1}
    assert found.reversal is Reversal.FULL
    assert not found.pooled_may_be_shown
    assert found.shown_groups["low"] == Refused(Reason.SMALL_CELL, needed=3, had=1)


def test_a_dissenting_group_leaves_a_reversal() -> None:
    strata = {"low": ([3, 4] * 4, [2]), "high": ([12], [9, 10] * 4), "mid": ([5], [6])}
    found = stratified(strata)
    assert isinstance(found, Stratified)
    assert found.reversal is Reversal.REVERSAL


def test_groups_that_point_both_ways_are_mixed_and_may_still_be_pooled() -> None:
    found = stratified({"a": ([5, 6, 7], [1, 2, 3]), "b": ([4], [5])})
    assert isinstance(found, Stratified)
    assert found.reversal is Reversal.MIXED
    assert found.pooled_may_be_shown
    assert found.shown_groups["a"] == 1


def test_a_group_with_one_side_is_left_out_and_none_at_all_refused() -> None:
    found = stratified({"a": ([5], [1]), "b": ([], [9])})
    assert isinstance(found, Stratified)
    assert found.groups["b"] == Refused(Reason.EMPTY_SIDE, needed=1, had=0)
    assert found.common == 1
    assert stratified({}) == stratified({"a": ([1], []), "b": ([], [2])})
    assert stratified({}) == Refused(Reason.EMPTY_SIDE, needed=1, had=0)


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from("abc"), st.tuples(ANSWERS, ANSWERS), min_size=1))
def test_one_group_never_contradicts_its_own_pool(
    strata: dict[str, tuple[list[int], list[int]]],
) -> None:
    found = stratified(strata)
    assert isinstance(found, Stratified)
    assert -1 <= found.common <= 1
    if len(strata) == 1:
        assert found.reversal is Reversal.NONE
