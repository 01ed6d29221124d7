"""How far apart people stand, from their own numbers: the meters that need no bins.

`spread` is the meter on the screen: it works from two people and has the least noise. Of the
bimodality coefficient only the figure is given, never a verdict: it ignores how far apart two camps
are and calls one dissenter a camp. Measures over bins are in `debate.analysis.polarisation`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, pstdev

from debate.analysis.refusal import Reason, Refused

HALF_RANGE = 100.0
"""Half the range of a slider from -100 to 100."""
HALF_WEIGHTS = 5.0
"""Half the range of the weights, 0 to 10; also their middle."""
CONTESTED = 0.5
"""From this spread on, an argument counts as contested."""
MINIMUM_FOR_QUADRANT = 4
"""Fewer weights say nothing about whether an argument divides people."""


def spread(values: Sequence[float], half_range: float = HALF_RANGE) -> float | Refused:
    """Return the population standard deviation as a share of half the range.

    Args:
        values: One number a person.
        half_range: Half of what the scale allows, in the same unit.

    Returns:
        0 (all the same; also for one person) to 1 (half at each end); refused without values.
    """
    if not values:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)
    return pstdev(values) / half_range


def pairwise_distance(values: Sequence[float], half_range: float = HALF_RANGE) -> float | Refused:
    """Return the mean difference between two people, as a share of the largest it could be.

    The largest is reached when the group splits as evenly as it can between the two ends, so that
    1 is within reach for odd groups too. Sorted once: each value counts by its rank (Gini 1912,
    *Variabilità e mutabilità*).

    Args:
        values: One number a person, two or more.
        half_range: Half of what the scale allows, in the same unit.

    Returns:
        0 (all the same) to 1 (two halves at the ends).
    """
    size = len(values)
    if size < 2:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=size)
    ordered = sorted(values)
    total = sum((2 * rank - size + 1) * value for rank, value in enumerate(ordered))
    largest = (size // 2) * ((size + 1) // 2) * 2 * half_range
    return total / largest


def bimodality(values: Sequence[float]) -> float | Refused:
    """Return the bimodality coefficient, from moments corrected for a small sample.

    `(g1**2 + 1) / (g2 + 3(n-1)**2 / ((n-2)(n-3)))` with skewness g1 and excess kurtosis g2 (Pfister
    et al. 2013, *Good things peak in pairs: a note on the bimodality coefficient*). 5/9 is the
    value of a uniform distribution. Never show it alone.

    Args:
        values: One number a person, four or more and not all the same.
    """
    size = len(values)
    if size < 4:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=4, had=size)
    if min(values) == max(values):
        return Refused(Reason.NO_VARIATION, needed=2, had=1)
    middle = fmean(values)
    second, third, fourth = (
        fmean(math.pow(value - middle, power) for value in values) for power in (2, 3, 4)
    )
    skewness = third / math.pow(second, 1.5) * math.sqrt(size * (size - 1)) / (size - 2)
    plain = fourth / second**2 - 3
    kurtosis = (size - 1) / ((size - 2) * (size - 3)) * ((size + 1) * plain + 6)
    return (skewness**2 + 1) / (kurtosis + 3 * (size - 1) ** 2 / ((size - 2) * (size - 3)))


class Quadrant(StrEnum):
    """What a group makes of one argument: how strong on average, and whether it divides them."""

    AGREED_STRONG = "agreed-strong"
    AGREED_WEAK = "agreed-weak"
    CONTESTED_STRONG = "contested-strong"
    CONTESTED_WEAK = "contested-weak"


@dataclass(frozen=True, slots=True)
class Reception:
    """How one argument was received."""

    raters: int
    mean: float
    """Mean weight, 0 to 10."""
    spread: float
    """Spread of the weights, 0 to 1."""

    @property
    def quadrant(self) -> Quadrant:
        """Strong above a mean of 5, contested from a spread of .5."""
        if self.mean > HALF_WEIGHTS:
            strong, contested = Quadrant.AGREED_STRONG, Quadrant.CONTESTED_STRONG
        else:
            strong, contested = Quadrant.AGREED_WEAK, Quadrant.CONTESTED_WEAK
        return contested if self.spread >= CONTESTED else strong


def reception(weights: Sequence[float]) -> Reception | Refused:
    """Return how one argument was received by the people who weighed it.

    Args:
        weights: The latest weight of each person who gave one, 0 to 10; refused below four.
    """
    if len(weights) < MINIMUM_FOR_QUADRANT:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=MINIMUM_FOR_QUADRANT, had=len(weights))
    return Reception(len(weights), fmean(weights), pstdev(weights) / HALF_WEIGHTS)
