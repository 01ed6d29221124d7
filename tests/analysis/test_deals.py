"""Deals counted all at once are the deals counted one by one."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.comparison import permutation_p
from debate.analysis.deals import extreme_deals

VALUES = st.lists(st.integers(-30, 30), max_size=9)


@given(VALUES, st.data())
def test_counting_at_once_is_counting_one_by_one(values: list[int], data: st.DataObject) -> None:
    dealt = data.draw(st.integers(0, len(values)))
    seen = data.draw(st.integers(0, 60))
    one_by_one = sum(abs(sum(deal)) >= seen for deal in combinations(values, dealt))
    assert extreme_deals(values, dealt, seen) == one_by_one


def test_every_deal_is_counted_when_nothing_is_too_small() -> None:
    values = [7 * number % 11 - 5 for number in range(60)]
    assert extreme_deals(values, 30, 0) == math.comb(60, 30)


def test_two_rooms_of_ten_far_apart_have_the_rarest_of_all_deals() -> None:
    found = permutation_p(range(10), range(20, 30))
    assert found == pytest.approx(2 / math.comb(20, 10))
