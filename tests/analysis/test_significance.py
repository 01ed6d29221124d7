"""Exact tests of a shift."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis import significance
from debate.analysis.significance import mcnemar_p, sign_flip_p


def test_the_worked_example_could_be_chance() -> None:
    assert sign_flip_p([10, 40, 30, 20, 0, -10]) == 0.1875
    assert sign_flip_p([]) == sign_flip_p([0, 0]) == 1.0


@given(st.lists(st.integers(-9, 9), max_size=8))
def test_the_table_counts_what_all_sign_patterns_count(changes: list[int]) -> None:
    seen = abs(sum(changes))
    flips = list(product((-1, 1), repeat=len(changes)))
    extreme = sum(
        abs(sum(sign * change for sign, change in zip(flip, changes, strict=True))) >= seen
        for flip in flips
    )
    assert sign_flip_p(changes) == pytest.approx(extreme / len(flips))


@given(st.lists(st.floats(-100, 100), max_size=12))
def test_a_p_is_a_probability_and_the_sides_are_alike(changes: list[float]) -> None:
    found = sign_flip_p(changes)
    assert 0 < found <= 1
    assert found == sign_flip_p([-change for change in changes])


def test_five_movers_cannot_reach_a_twentieth_and_six_can() -> None:
    assert sign_flip_p([10] * 5) == 0.0625
    assert sign_flip_p([10] * 6) == 0.03125


def test_too_many_different_sums_are_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    changes = [0.5, 1.25, -0.75, 3.0, 2.125, 0.375, 1.5]
    exact = sign_flip_p(changes)
    monkeypatch.setattr(significance, "LARGEST_TABLE", 10)
    assert sign_flip_p(changes) == pytest.approx(exact, abs=0.02)


def test_mcnemar_says_how_one_sided_crossings_must_be() -> None:
    reached = [(6, 0), (8, 1), (10, 2), (12, 3), (13, 4), (15, 5)]
    assert all(mcnemar_p(*counts) <= 0.05 for counts in reached)
    assert all(mcnemar_p(forward - 1, back) > 0.05 for forward, back in reached)
    assert mcnemar_p(0, 0) == 1.0
    assert mcnemar_p(2, 9) == mcnemar_p(9, 2)
