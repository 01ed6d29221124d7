"""How two groups differ: how often one stands above the other, and whether that could be chance.

Cliff's delta needs no bins, no normality and no equal steps, which sliders do not have. Pooling
several groups can turn a difference around: `debate.analysis.strata` guards against that. Answers to
different motions may not be pooled without centring them first.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from debate.analysis.deals import extreme_deals
from debate.analysis.draws import Draws
from debate.analysis.intervals import Interval
from debate.analysis.refusal import Reason, Refused

LARGEST_COUNT = 120
"""The most people of both groups together of whom all deals are counted."""
SAMPLES = 10_000
"""How many deals are drawn when there are more."""
Z95 = 1.959964
"""The normal deviate of a 95 % interval."""
MINIMUM_CELL = 3
"""Fewer people in a group would give their answers away."""


class Magnitude(StrEnum):
    """The usual words for |delta|, from .147, .33 and .474 (Romano et al. 2006)."""

    NEGLIGIBLE = "negligible"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


def cliffs_delta(left: Sequence[float], right: Sequence[float]) -> float | Refused:
    """Return P(x > y) - P(x < y) for a random x on the left and y on the right.

    Cliff 1993, *Dominance statistics: ordinal analyses to answer ordinal questions*.

    Args:
        left: One number a person of the one group, one or more.
        right: The same of the other group.

    Returns:
        -1 (all of the left below all of the right) to 1; 0 when neither stands above the other.
    """
    return _too_few(left, right, 1) or _delta(left, right)


def _too_few(left: Sequence[float], right: Sequence[float], needed: int) -> Refused | None:
    """Return why two groups cannot be compared: a side has fewer than `needed` people."""
    smaller = min(len(left), len(right))
    if smaller >= needed:
        return None
    reason = Reason.TOO_FEW_PEOPLE if smaller else Reason.EMPTY_SIDE
    return Refused(reason, needed=needed, had=smaller)


def _delta(left: Sequence[float], right: Sequence[float]) -> float:
    """Return Cliff's delta of two groups that both have people."""
    return sum(_dominances(left, right)) / (len(left) * len(right))


def _dominances(left: Sequence[float], right: Sequence[float]) -> list[int]:
    """Return, for each on the left, how many on the right are below less how many are above."""
    ordered = sorted(right)
    size = len(ordered)
    return [bisect_left(ordered, value) + bisect_right(ordered, value) - size for value in left]


def magnitude(delta: float) -> Magnitude:
    """Return the word for a delta, whatever its sign."""
    bounds = ((0.147, Magnitude.NEGLIGIBLE), (0.33, Magnitude.SMALL), (0.474, Magnitude.MEDIUM))
    return next((word for bound, word in bounds if abs(delta) < bound), Magnitude.LARGE)


def delta_interval(left: Sequence[float], right: Sequence[float]) -> Interval | Refused:
    """Return the 95 % interval of Cliff's delta, asymmetric and within [-1, 1].

    Cliff's consistent variance, and `(d - d**3 ± z s sqrt((1 - d**2)**2 + z**2 s**2)) / (1 - d**2 +
    z**2 s**2)`; at a delta of ±1 the inner end is `(n - z**2) / (n + z**2)` with the smaller n (Feng
    and Cliff 2004, *Monte Carlo evaluation of ordinal d with improved confidence interval*).

    Args:
        left: One number a person of the one group, two or more.
        right: The same of the other group.
    """
    return _too_few(left, right, 2) or _interval(left, right)


def _interval(left: Sequence[float], right: Sequence[float]) -> Interval:
    """Return the interval of delta for two groups of two people or more."""
    delta = _delta(left, right)
    if abs(delta) == 1:
        smaller = min(len(left), len(right))
        inner = (smaller - Z95**2) / (smaller + Z95**2) * delta
        return (min(inner, delta), max(inner, delta))
    scaled = Z95**2 * _delta_variance(left, right, delta)
    middle = delta - delta**3
    half = math.sqrt(scaled * ((1 - delta**2) ** 2 + scaled))
    below = 1 - delta**2 + scaled
    return ((middle - half) / below, (middle + half) / below)


def _delta_variance(left: Sequence[float], right: Sequence[float], delta: float) -> float:
    """Return Cliff's consistent variance of delta, at least (1 - d**2) / (nm - 1).

    `((m - 1) s_i**2 + (n - 1) s_j**2 + s_ij**2) / nm`: the variances of the row means, of the column
    means and of the n by m single comparisons, the last over (n - 1)(m - 1).
    """
    n, m = len(left), len(right)
    rows = sum((wins / m - delta) ** 2 for wins in _dominances(left, right)) / (n - 1)
    columns = sum((wins / n + delta) ** 2 for wins in _dominances(right, left)) / (m - 1)
    unequal = n * m - sum(left.count(value) for value in right)
    cells = (unequal - n * m * delta**2) / ((n - 1) * (m - 1))
    variance = ((m - 1) * rows + (n - 1) * columns + cells) / (n * m)
    return max(variance, (1 - delta**2) / (n * m - 1))


def permutation_p(left: Sequence[float], right: Sequence[float]) -> float | Refused:
    """Return how often dealing the same answers over the two groups gives a |delta| this large.

    Up to 120 people all deals are counted; beyond, 10,000 are drawn from a fixed seed, the real one
    counted among them (Pitman 1937, *Significance tests which may be applied to samples from any
    populations*).

    Args:
        left: One number a person of the one group, one or more.
        right: The same of the other group.

    Returns:
        A probability in (0, 1].
    """
    return _too_few(left, right, 1) or _permutation_p(left, right)


def _permutation_p(left: Sequence[float], right: Sequence[float]) -> float:
    """Return the permutation p of two groups that both have people."""
    pooled = sorted([*left, *right])
    places = _dominances(pooled, pooled)
    dealt = len(left)
    seen = abs(sum(_dominances(left, pooled)))
    if len(pooled) <= LARGEST_COUNT:
        return extreme_deals(places, dealt, seen) / math.comb(len(pooled), dealt)
    stream = Draws()
    drawn = (stream.shuffled(places)[:dealt] for _ in range(SAMPLES))
    extreme = sum(abs(sum(deal)) >= seen for deal in drawn)
    return (extreme + 1) / (SAMPLES + 1)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two groups compared on one number a person."""

    people: tuple[int, int]
    delta: float
    interval: Interval
    p: float

    @property
    def magnitude(self) -> Magnitude:
        """The word for the size of the difference."""
        return magnitude(self.delta)


def comparison(left: Sequence[float], right: Sequence[float]) -> Comparison | Refused:
    """Return the comparison of two groups, or a refusal when either has fewer than three people."""
    smaller = min(len(left), len(right))
    if 0 < smaller < MINIMUM_CELL:
        return Refused(Reason.SMALL_CELL, needed=MINIMUM_CELL, had=smaller)
    return _too_few(left, right, 1) or Comparison(
        people=(len(left), len(right)),
        delta=_delta(left, right),
        interval=_interval(left, right),
        p=_permutation_p(left, right),
    )
