"""Points that add up and credits that run out."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.allocation import budget, quadratic

entries = st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(0, 500))


@given(entries, st.integers(0, 200))
def test_points_add_up_and_each_is_its_share_rounded(raw: dict[str, int], total: int) -> None:
    points = budget(raw, total)
    entered = sum(raw.values())
    if not entered:
        assert points == dict.fromkeys(raw, 0)
        return
    assert sum(points.values()) == total
    for key, value in raw.items():
        assert abs(points[key] - Fraction(value * total, entered)) < 1


@given(entries)
def test_the_order_of_entry_does_not_decide_who_gets_the_last_point(raw: dict[str, int]) -> None:
    assert budget(dict(reversed(raw.items()))) == budget(raw)


def test_three_equal_wishes_share_a_hundred_points() -> None:
    assert budget({"c": 1, "a": 1, "b": 1}) == {"c": 33, "a": 34, "b": 33}


def test_nothing_entered_is_an_abstention() -> None:
    assert budget({"a": 0, "b": 0}) == {"a": 0, "b": 0}
    assert budget({}) == {}


@pytest.mark.parametrize(("raw", "total"), [({"a": -1}, 100), ({"a": 1}, -1)])
def test_a_number_below_zero_is_refused(raw: dict[str, int], total: int) -> None:
    with pytest.raises(ValueError, match="below 0"):
        budget(raw, total)


@given(st.lists(st.integers(-12, 12), max_size=5))
def test_the_most_votes_on_another_can_be_paid_and_one_more_cannot(votes: list[int]) -> None:
    bought = quadratic(votes)
    most = bought.most_on_another
    if most is None:
        assert not bought.is_valid
    else:
        assert quadratic([*votes, most]).is_valid
        assert quadratic([*votes, -most]).is_valid
        assert not quadratic([*votes, most + 1]).is_valid
