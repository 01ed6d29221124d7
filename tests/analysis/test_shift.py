"""The paired shift: who counts, how far they moved, and what may not be said of it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis import shift
from debate.analysis.refusal import Reason, Refused
from debate.analysis.shift import Pairs, net_shift, pair, regression_slope, surprises

STANCES = st.integers(-100, 100)
BALLOTS = st.dictionaries(st.sampled_from("abcdefghij"), st.none() | STANCES, max_size=10)
WORKED = pair(
    dict(zip("abcdef", (-60, -30, 0, 15, 40, 80), strict=True)),
    dict(zip("abcdef", (-50, 10, 30, 35, 40, 70), strict=True)),
)


def test_the_worked_example_moves_fifteen_points() -> None:
    net = net_shift(WORKED)
    assert isinstance(net, shift.NetShift)
    assert (net.n, net.mean, net.median) == (6, 15, 15)
    assert (net.moved_up, net.moved_down, net.unchanged) == (4, 1, 1)
    assert net.deviation == pytest.approx(18.708, abs=5e-4)
    assert regression_slope(WORKED) == pytest.approx(0.75984, abs=5e-6)


def test_only_people_with_both_answers_are_paired_and_the_others_are_counted() -> None:
    pairs = pair({"a": 1, "b": None, "c": 3, "e": None}, {"a": 5, "b": 2, "d": 4})
    assert pairs == Pairs(people=("a",), before=(1,), after=(5,), dropped=3)


def test_nobody_paired_has_no_shift() -> None:
    assert net_shift(pair({}, {})) == Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)


def test_one_person_has_a_mean_but_no_deviation_and_no_effect() -> None:
    net = net_shift(pair({"a": 10}, {"a": 50}))
    assert isinstance(net, shift.NetShift)
    assert net.mean == 40
    assert net.deviation == net.effect == Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=1)


def test_equal_moves_have_no_effect_size() -> None:
    net = net_shift(pair({"a": 0, "b": 1}, {"a": 5, "b": 6}))
    assert isinstance(net, shift.NetShift)
    assert net.effect == Refused(Reason.NO_VARIATION, needed=1, had=0)


def test_a_slope_needs_three_people_who_started_apart() -> None:
    two = pair({"a": 0, "b": 1}, {"a": 5, "b": 6})
    same = pair(dict.fromkeys("abc", 7), {"a": 1, "b": 2, "c": 3})
    assert regression_slope(two) == Refused(Reason.TOO_FEW_PEOPLE, needed=3, had=2)
    assert regression_slope(same) == Refused(Reason.NO_VARIATION, needed=2, had=1)
    assert isinstance(surprises(two), Refused)


def test_what_drift_does_not_explain_adds_up_to_nothing() -> None:
    left = surprises(WORKED)
    assert isinstance(left, tuple)
    assert len(left) == 6
    assert math.fsum(left) == pytest.approx(0, abs=1e-9)


def test_a_p_is_withheld_below_six_movers() -> None:
    assert shift.movers_p(0.0625, 5) == Refused(Reason.TOO_FEW_MOVERS, needed=6, had=5)
    assert shift.movers_p(0.03125, 6) == 0.03125


@given(BALLOTS, BALLOTS)
def test_new_names_for_the_people_change_no_figure(
    before: dict[str, int | None], after: dict[str, int | None]
) -> None:
    names = dict(zip("abcdefghij", "jihgfedcba", strict=True))
    one = net_shift(pair(before, after))
    other = net_shift(
        pair({names[k]: v for k, v in before.items()}, {names[k]: v for k, v in after.items()})
    )
    if isinstance(one, Refused) or isinstance(other, Refused):
        assert one == other
    else:
        assert (one.n, one.median, one.moved_up) == (other.n, other.median, other.moved_up)
        assert one.mean == pytest.approx(other.mean, abs=1e-9)


@given(BALLOTS, BALLOTS)
def test_swapping_the_ballots_turns_the_shift_around(
    before: dict[str, int | None], after: dict[str, int | None]
) -> None:
    there, back = net_shift(pair(before, after)), net_shift(pair(after, before))
    if isinstance(there, Refused) or isinstance(back, Refused):
        assert there == back
    else:
        assert there.mean == -back.mean
        assert (there.moved_up, there.unchanged) == (back.moved_down, back.unchanged)
