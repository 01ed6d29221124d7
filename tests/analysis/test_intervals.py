"""Intervals of the mean, their draws and the quantiles behind them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.analysis.draws import Draws
from debate.analysis.intervals import bootstrap_interval, percentile, t_interval
from debate.analysis.refusal import Reason, Refused
from debate.analysis.student import central_probability, two_sided_quantile

CHANGES = st.lists(st.integers(-200, 200), min_size=5, max_size=20)


@pytest.mark.parametrize(
    ("freedom", "quantile"), [(1, 12.7062047), (2, 4.3026527), (7, 2.3646243), (30, 2.0422725)]
)
def test_quantiles_are_those_of_the_tables(freedom: int, quantile: float) -> None:
    assert two_sided_quantile(0.95, freedom) == pytest.approx(quantile, abs=5e-8)


@given(st.floats(0.01, 0.99), st.integers(1, 60))
def test_a_quantile_holds_its_level(level: float, freedom: int) -> None:
    bound = two_sided_quantile(level, freedom)
    assert central_probability(bound, freedom) == pytest.approx(level, abs=1e-9)


def test_intervals_are_refused_for_too_few_people() -> None:
    assert t_interval([3]) == Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=1)
    assert bootstrap_interval([1, 2, 3, 4]) == Refused(Reason.TOO_FEW_PEOPLE, needed=5, had=4)


@settings(max_examples=10, deadline=None)
@given(CHANGES, st.randoms())
def test_the_order_of_the_people_does_not_move_an_interval(
    changes: list[int], random: object
) -> None:
    assert bootstrap_interval(changes) == bootstrap_interval(sorted(changes))


@settings(max_examples=10, deadline=None)
@given(CHANGES)
def test_an_interval_holds_the_mean_and_shrinks_to_it(changes: list[int]) -> None:
    found = bootstrap_interval(changes)
    assert isinstance(found, tuple)
    low, high = found
    mean = sum(changes) / len(changes)
    assert low - 1e-9 <= mean <= high + 1e-9
    if len(set(changes)) == 1:
        assert (low, high) == pytest.approx((mean, mean))


def test_the_worked_example_has_the_published_intervals() -> None:
    changes = [10, 40, 30, 20, 0, -10]
    assert t_interval(changes) == pytest.approx((-4.63, 34.63), abs=5e-3)
    assert bootstrap_interval(changes) == pytest.approx((-4.2, 34.2), abs=0.5)


def test_a_percentile_lies_between_two_values() -> None:
    assert percentile([0.0, 10.0], 0.25) == 2.5
    assert percentile([7.0], 0.95) == 7.0
    assert percentile([1.0, 2.0, 3.0], 1.0) == 3.0


def test_draws_repeat_themselves_and_differ_by_seed() -> None:
    assert Draws(1).words(5) == Draws(1).words(5) != Draws(2).words(5)
    assert [Draws(3).below(10) for _ in range(3)] == [Draws(3).below(10)] * 3


@given(st.integers(), st.lists(st.integers(), max_size=30))
def test_a_shuffle_keeps_everything_and_a_sample_keeps_the_order(
    seed: int, items: list[int]
) -> None:
    assert sorted(Draws(seed).shuffled(items)) == sorted(items)
    places = list(range(len(items)))
    kept = Draws(seed).sample(places, len(items) // 2)
    assert kept == sorted(set(kept))
    assert len(kept) == len(items) // 2


def test_draws_are_even() -> None:
    stream = Draws(9)
    counts = [0] * 6
    for _ in range(6000):
        counts[stream.below(6)] += 1
    assert max(abs(count - 1000) for count in counts) < 120
    assert 0 <= stream.unit() < 1
    assert set(stream.chosen("ab", 50)) == {"a", "b"}
