"""How the replies to one argument add up to one number, before that number meets the base score.

A *contribution* is the signed weight of a relation times the signal of its source: positive for
support, negative for attack, in [-1, 1]. There are two ways in the literature to join them: the
energy, a sum without bounds, and the product of QuAD, which lies in [-1, 1] and saturates.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate
from operator import mul
from typing import Protocol

GRID = 6144.0
"""1.5 * 2**12: adding it and taking it away again rounds a small number to a multiple of 2**-40."""


def contribution(weight: float, signal: float) -> float:
    """Return `weight * signal` on a grid of 2**-40, about 1e-12.

    Sums of multiples of 2**-40 are exact in double precision up to 8,192 arguments on one node. So
    the order in which replies arrived cannot change a digit, and a sum that had one term replaced
    equals the sum made anew: replicas agree to the last bit.

    Args:
        weight: Sign times edge weight, in [-1, 1].
        signal: What the source carries onwards, in [0, 1].
    """
    return weight * signal + GRID - GRID


class Aggregation(Protocol):
    """A way to join contributions; it has no state."""

    @property
    def is_additive(self) -> bool:
        """Whether replacing one contribution changes the total by the difference."""
        ...

    def total(self, contributions: Sequence[float]) -> float:
        """Return the total of one node's contributions, in any order."""
        ...

    def slopes(self, parts: Sequence[tuple[float, float]]) -> list[float]:
        """Return how fast the total grows with each contribution.

        Args:
            parts: The signed weight and the signal of each source: the two apart, because a
                contribution of 0 has lost its side.
        """
        ...

    def coalitions(self, contributions: Sequence[float]) -> list[float]:
        """Return the total of every subset of n contributions: 2**n numbers.

        Item `mask` is the total of those contributions whose bit is set in `mask`.
        """
        ...

    def running(self, contributions: Sequence[float]) -> list[float]:
        """Return the totals of the first 1, 2 .. n contributions."""
        ...


class Energy:
    """The sum of the contributions: E = sum of supports - sum of attacks (Potyka 2018, KR)."""

    is_additive = True

    def total(self, contributions: Sequence[float]) -> float:
        """Return the sum; exact, see `contribution`."""
        return sum(contributions)

    def slopes(self, parts: Sequence[tuple[float, float]]) -> list[float]:
        """Return 1 for each: a sum grows with every term."""
        return [1.0] * len(parts)

    def coalitions(self, contributions: Sequence[float]) -> list[float]:
        """Return every subset's sum, each from a smaller one by a single addition."""
        sums = [0.0]
        for each in contributions:
            sums += [smaller + each for smaller in sums]
        return sums

    def running(self, contributions: Sequence[float]) -> list[float]:
        """Return the sums so far."""
        return list(accumulate(contributions))


class Product:
    """a = prod(1 - A) - prod(1 - S), in [-1, 1], of QuAD and DF-QuAD.

    Rago, Toni, Aurisicchio and Baroni 2016, *Discontinuity-free decision support with quantitative
    argumentation debates*, KR.
    """

    is_additive = False

    def total(self, contributions: Sequence[float]) -> float:
        """Return the difference of the products; factors are sorted, so that order is nothing."""
        ordered = sorted(contributions)
        attacked = math.prod([1.0 + each for each in ordered if each < 0.0])
        supported = math.prod([1.0 - each for each in ordered if each > 0.0])
        return attacked - supported

    def slopes(self, parts: Sequence[tuple[float, float]]) -> list[float]:
        """Return for each the product of the other factors on its side."""
        slopes = [0.0] * len(parts)
        for is_attack in (False, True):
            side = [index for index, (weight, _) in enumerate(parts) if (weight < 0.0) is is_attack]
            factors = [1.0 - abs(parts[index][0]) * parts[index][1] for index in side]
            for index, rest in zip(side, _products_without_each(factors), strict=True):
                slopes[index] = rest
        return slopes

    def coalitions(self, contributions: Sequence[float]) -> list[float]:
        """Return every subset's total, each from a smaller one by a single multiplication."""
        attacked, supported = [1.0], [1.0]
        for each in contributions:
            against, towards = 1.0 + min(each, 0.0), 1.0 - max(each, 0.0)
            attacked += [smaller * against for smaller in attacked]
            supported += [smaller * towards for smaller in supported]
        return [left - right for left, right in zip(attacked, supported, strict=True)]

    def running(self, contributions: Sequence[float]) -> list[float]:
        """Return the differences of the products so far."""
        attacked = accumulate((1.0 + min(each, 0.0) for each in contributions), mul)
        supported = accumulate((1.0 - max(each, 0.0) for each in contributions), mul)
        return [left - right for left, right in zip(attacked, supported, strict=True)]


def _products_without_each(factors: Sequence[float]) -> list[float]:
    """Return for each factor the product of all others, without dividing: a factor may be 0."""
    before, after = [1.0], [1.0]
    for ahead, behind in zip(factors, reversed(factors), strict=True):
        before.append(before[-1] * ahead)
        after.append(after[-1] * behind)
    size = len(factors)
    return [before[index] * after[size - 1 - index] for index in range(size)]
