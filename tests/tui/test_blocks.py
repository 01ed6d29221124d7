"""Bars tell their number to an eighth of a cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.tui.blocks import across, meter, mirrored, upward

FRACTIONS = st.floats(0, 1)


@given(FRACTIONS, st.integers(0, 40))
def test_a_bar_fills_exactly_its_cells(fraction: float, cells: int) -> None:
    assert len(across(fraction, cells)) == cells
    assert len("".join(mirrored(fraction, cells))) == cells


@given(FRACTIONS, FRACTIONS)
def test_more_is_never_drawn_as_less(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert across(less, 20).rstrip() <= across(more, 20).rstrip() or len(
        across(less, 20).rstrip()
    ) <= len(across(more, 20).rstrip())


def test_little_is_not_nothing() -> None:
    assert across(0.0001, 10).startswith("▏")
    assert across(0, 10).strip() == ""


@pytest.mark.parametrize("fraction", [-1.0, 2.0])
def test_what_lies_outside_is_drawn_at_the_edge(fraction: float) -> None:
    assert across(fraction, 4) in {"    ", "████"}


def test_a_mirrored_bar_grows_from_the_right() -> None:
    empty, part, full = mirrored(0.3, 10)
    assert (len(empty), len(part), full) == (7, 0, "███")


def test_columns_are_filled_from_below() -> None:
    assert [upward(0.5, 4, row) for row in range(4)] == [" ", " ", "█", "█"]


def test_a_meter_has_its_middle_between_the_halves() -> None:
    assert meter([0, 1, 2, 4]) == "▁▂┊▄█"
    assert meter([0, 0]) == "▁┊▁"
    assert meter([]) == "┊"
