"""How alike two people order the same things: Spearman's rank correlation.

Missing answers are left out pair by pair, ties share their mean rank, and a person who rates
everything alike has no order: such pairs are left out, never counted as 0.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from statistics import fmean

from debate.analysis.refusal import Reason, Refused

Row = Sequence[float | None]
"""One person's number for each item, in an order that all share; None is missing."""
MINIMUM_ITEMS = 3
"""Fewer shared items give a rank correlation no meaning."""


def ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value, from 1; equal values share the mean of their ranks."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in order[start : end + 1]:
            found[place] = (start + end) / 2 + 1
        start = end + 1
    return found


def spearman(one: Row, other: Row) -> float | Refused:
    """Return the rank correlation of two people over the items that both answered.

    Pearson's correlation of the ranks (Spearman 1904, *The proof and measurement of association*).

    Args:
        one: A number for each item, or None.
        other: The same items, in the same order.

    Returns:
        -1 to 1; refused below three shared items, or when one of them answered all items alike.
    """
    shared = [
        (left, right)
        for left, right in zip(one, other, strict=True)
        if left is not None and right is not None
    ]
    if len(shared) < MINIMUM_ITEMS:
        return Refused(Reason.TOO_FEW_ITEMS, needed=MINIMUM_ITEMS, had=len(shared))
    return _correlation(*(_standardised(ranks(side)) for side in zip(*shared, strict=True)))


def _standardised(values: Sequence[float]) -> tuple[float, ...]:
    """Return the values less their mean, at length 1; empty when they are all the same."""
    middle = fmean(values)
    length = math.dist(values, [middle] * len(values))
    return tuple((value - middle) / length for value in values) if length else ()


def _correlation(one: Sequence[float], other: Sequence[float]) -> float | Refused:
    """Return the product of two standardised rows, held within [-1, 1]."""
    if not one or not other:
        return Refused(Reason.NO_VARIATION, needed=2, had=1)
    return max(-1.0, min(1.0, math.fsum(map(float.__mul__, one, other))))


def correlations(ratings: Mapping[str, Row]) -> dict[tuple[str, str], float]:
    """Return the correlation of every two people for whom there is one, smaller id first.

    The ranks of people without missing answers are made once, so that 60 people take milliseconds.

    Args:
        ratings: Participant id to a row; all rows have the same items.
    """
    whole = {person: _standardised_if_whole(row) for person, row in ratings.items()}
    found = {}
    for one, other in combinations(sorted(ratings), 2):
        left, right = whole[one], whole[other]
        if left is None or right is None:
            value = spearman(ratings[one], ratings[other])
        else:
            value = _correlation(left, right)
        if not isinstance(value, Refused):
            found[one, other] = value
    return found


def _standardised_if_whole(row: Row) -> tuple[float, ...] | None:
    """Return the standardised ranks of a row, or None when an answer is missing or items are few."""
    given = [value for value in row if value is not None]
    if len(given) < max(len(row), MINIMUM_ITEMS):
        return None
    return _standardised(ranks(given))
