"""Meters of disagreement, over sliders and over bins."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis import polarisation
from debate.analysis.disagreement import (
    Quadrant,
    Reception,
    bimodality,
    pairwise_distance,
    reception,
    spread,
)
from debate.analysis.refusal import Reason, Refused

SLIDERS = st.lists(st.integers(-100, 100), min_size=4, max_size=20)
COUNTS = st.lists(st.integers(0, 9), min_size=2, max_size=8).filter(any)
WORKED = [-80, -60, -50, 10, 40, 70, 90]
Binned = Callable[[Sequence[int]], float | Refused]
RANGES: list[tuple[Binned, float, float]] = [
    (polarisation.agreement, -1, 1),
    (polarisation.leik, 0, 1),
    (polarisation.blair_lacy, 0, 1),
    (polarisation.tastle_wierman, 0, 1),
    (polarisation.entropy, 0, 3),
]


def test_the_worked_example_has_the_published_figures() -> None:
    counts = polarisation.bins(WORKED)
    assert counts == (1, 2, 1, 1, 2)
    assert polarisation.agreement(counts) == pytest.approx(-0.1190, abs=5e-5)
    assert polarisation.leik(counts) == pytest.approx(0.6429, abs=5e-5)
    assert polarisation.tastle_wierman(counts) == pytest.approx(0.3887, abs=5e-5)
    assert polarisation.polarisation(WORKED) == pytest.approx(0.4273, abs=5e-5)
    assert spread(WORKED) == pytest.approx(0.6227, abs=5e-5)
    assert pairwise_distance(WORKED) == pytest.approx(0.7167, abs=5e-5)
    assert bimodality(WORKED) == pytest.approx(0.2919, abs=5e-5)


def test_an_edge_belongs_to_the_bin_above_and_the_end_to_the_last() -> None:
    assert polarisation.bins([-100, -60, -20, 20, 60, 100]) == (1, 1, 1, 1, 2)


def test_measures_are_refused_for_nobody() -> None:
    assert spread([]) == Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)
    assert spread([5]) == 0
    assert pairwise_distance([5]) == Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=1)
    assert bimodality([1, 2, 3]) == Refused(Reason.TOO_FEW_PEOPLE, needed=4, had=3)
    assert bimodality([0.1] * 4) == Refused(Reason.NO_VARIATION, needed=2, had=1)
    assert polarisation.polarisation([1, 2, 3, 4]) == Refused(Reason.TOO_FEW_PEOPLE, 5, 4)
    assert polarisation.leik([0, 0]) == Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)
    assert polarisation.leik([3]) == Refused(Reason.TOO_FEW_ITEMS, needed=2, had=1)


@given(SLIDERS)
def test_mirroring_the_sliders_changes_no_meter(sliders: list[int]) -> None:
    mirrored = [-value for value in sliders]
    for meter in (spread, pairwise_distance):
        found = meter(sliders)
        assert not isinstance(found, Refused)
        assert found == pytest.approx(meter(mirrored))
        assert -1e-12 <= found <= 1 + 1e-12


@pytest.mark.parametrize(("measure", "low", "high"), RANGES)
@given(counts=COUNTS)
def test_a_measure_over_bins_stays_in_range_and_has_no_direction(
    measure: Binned, low: float, high: float, counts: list[int]
) -> None:
    found = measure(counts)
    assert not isinstance(found, Refused)
    assert low - 1e-9 <= found <= high + 1e-9
    assert found == pytest.approx(measure(counts[::-1]), abs=1e-9)
    assert found == pytest.approx(measure([3 * count for count in counts]), abs=1e-9)


@given(COUNTS)
def test_nothing_is_more_polarised_than_two_halves_at_the_ends(counts: list[int]) -> None:
    found = polarisation.esteban_ray(counts)
    assert not isinstance(found, Refused)
    assert -1e-9 <= found <= 1 + 1e-9


@given(st.lists(st.integers(-100, 100), max_size=40), st.integers(1, 9))
def test_every_slider_falls_in_one_bin(sliders: list[int], count: int) -> None:
    assert sum(polarisation.bins(sliders, count)) == len(sliders)


def test_an_argument_is_strong_or_weak_and_agreed_or_contested() -> None:
    rows = ([8, 9, 8, 9], [1, 2, 1, 2], [10, 10, 10, 0], [0, 0, 0, 10])
    found = [reception(weights) for weights in rows]
    assert [one.quadrant for one in found if isinstance(one, Reception)] == list(Quadrant)
    assert reception([1, 2, 3]) == Refused(Reason.TOO_FEW_PEOPLE, needed=4, had=3)
    assert math.isclose(Reception(4, 5.0, 0.5).spread, 0.5)
