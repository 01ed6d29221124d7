"""Weights that cost something: a budget to divide, and credits that buy votes by the square.

A person has 100 points for the arguments of a motion, or 100 credits for votes of which v cost v².
Both count in whole numbers and exactly, so that what is shown adds up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

POINTS = 100
"""The points of a budget."""
CREDITS = 100
"""The credits of a quadratic vote."""


def budget(raw: Mapping[str, float | Fraction], total: int = POINTS) -> dict[str, int]:
    """Divide a budget into whole points in proportion to what somebody entered.

    Largest remainder (Hamilton 1792): everyone gets the whole part of an exact share, what is left
    goes one by one to the largest remainders, ties to the earlier key. Every result is its share
    rounded up or down, and the sum is `total`.

    Args:
        raw: What was entered for each key, at least 0, in any unit.
        total: How many points there are, at least 0.

    Returns:
        The points of each key; all 0 when everything entered is 0: that is an abstention.

    Raises:
        ValueError: If a number is below 0.
    """
    if total < 0 or any(value < 0 for value in raw.values()):
        raise ValueError("a budget divides no number below 0")
    exact = {key: Fraction(value) for key, value in raw.items()}
    entered = sum(exact.values())
    if not entered:
        return dict.fromkeys(raw, 0)
    quotas = {key: value * total / entered for key, value in exact.items()}
    points = {key: int(quota) for key, quota in quotas.items()}
    left = total - sum(points.values())
    for key in sorted(quotas, key=lambda each: (points[each] - quotas[each], each))[:left]:
        points[key] += 1
    return points


@dataclass(frozen=True, slots=True)
class Purchase:
    """What a set of quadratic votes costs."""

    cost: int
    """The sum of the squares, in credits."""
    credits: int
    """The credits there are."""

    @property
    def is_valid(self) -> bool:
        """Whether the credits pay for the votes."""
        return self.cost <= self.credits

    @property
    def most_on_another(self) -> int | None:
        """The most votes that the rest buys on one more argument; None when nothing is valid."""
        return isqrt(self.credits - self.cost) if self.is_valid else None


def quadratic(votes: Iterable[int], credit: int = CREDITS) -> Purchase:
    """Return what some votes cost: v votes on one argument, for or against, cost v² credits.

    Lalley and Weyl 2018, *Quadratic voting: how mechanism design can radicalize democracy*.

    Args:
        votes: The signed whole votes on each argument.
        credit: The credits there are.
    """
    return Purchase(sum(vote * vote for vote in votes), credit)
