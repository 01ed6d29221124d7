"""How people are spread over ordered bins: camps, agreement, and what political science calls them.

Esteban-Ray over five bins is the polarisation meter; van der Eijk's A is for comparison with
published work. Entropy is given for completeness only: it orders two camps below an even spread, so
no screen shows it. All need people in the bins, and `polarisation` refuses fewer than five.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import accumulate, combinations, pairwise

from debate.analysis.refusal import Reason, Refused

BINS = 5
"""How many bins a slider is cut into."""
ALPHA = 0.8
"""How much Esteban-Ray cares for identification within a camp, in (0, 1.6]."""
MINIMUM_PEOPLE = 5
"""Fewer people than bins cannot show camps."""


def bins(sliders: Sequence[float], count: int = BINS) -> tuple[int, ...]:
    """Return how many stances fall in each of `count` equal bins of the slider.

    An edge belongs to the bin above it; 100 belongs to the last.

    Args:
        sliders: Stances, -100 to 100.
        count: How many bins, 1 or more.
    """
    found = [0] * count
    for stance in sliders:
        found[min(int((stance + 100) * count // 200), count - 1)] += 1
    return tuple(found)


def polarisation(sliders: Sequence[float]) -> float | Refused:
    """Return Esteban-Ray polarisation over five bins, 0 to 1; refused below five people."""
    if len(sliders) < MINIMUM_PEOPLE:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=MINIMUM_PEOPLE, had=len(sliders))
    return esteban_ray(bins(sliders))


def _measured(
    measure: Callable[[Sequence[float]], float], counts: Sequence[int]
) -> float | Refused:
    """Return a measure of the shares of people per bin; refused without people or with one bin."""
    total = sum(counts)
    if len(counts) < 2:
        return Refused(Reason.TOO_FEW_ITEMS, needed=2, had=len(counts))
    if total == 0:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)
    return measure([count / total for count in counts])


def esteban_ray(counts: Sequence[int], alpha: float = ALPHA) -> float | Refused:
    """Return polarisation by Esteban and Ray (1994, *On the measurement of polarization*).

    `2**(1+a) * sum p_i**(1+a) * p_j * |y_i - y_j|` with bins at equal distances on 0..1.

    Args:
        counts: People in each bin, in order; two bins or more.
        alpha: In (0, 1.6]; near 0 it becomes the Gini coefficient.

    Returns:
        0 (one bin) to 1 (half at each end).
    """

    def measure(shares: Sequence[float]) -> float:
        last = len(shares) - 1
        apart = math.fsum(
            math.pow(one, 1 + alpha) * other * abs(i - j) / last
            for i, one in enumerate(shares)
            for j, other in enumerate(shares)
        )
        return math.pow(2, 1 + alpha) * apart

    return _measured(measure, counts)


def leik(counts: Sequence[int]) -> float | Refused:
    """Return Leik's ordinal consensus D (1966, *A measure of ordinal consensus*).

    `2 * sum min(F_k, 1 - F_k) / (K - 1)` over the cumulative shares F; 0 (one bin) to 1 (two ends).

    Args:
        counts: People in each bin, in order; two bins or more.
    """

    def measure(shares: Sequence[float]) -> float:
        steps = list(accumulate(shares))[:-1]
        return 2 * sum(min(step, 1 - step) for step in steps) / len(steps)

    return _measured(measure, counts)


def blair_lacy(counts: Sequence[int]) -> float | Refused:
    """Return Blair and Lacy's concentration l (2000, *Statistics of ordinal variation*).

    `sqrt(sum (F_k - 1/2)**2 / ((K - 1) / 4))` over the cumulative shares F; 0 (two ends) to 1 (one
    bin).

    Args:
        counts: People in each bin, in order; two bins or more.
    """

    def measure(shares: Sequence[float]) -> float:
        steps = list(accumulate(shares))[:-1]
        return math.sqrt(sum((step - 0.5) ** 2 for step in steps) * 4 / len(steps))

    return _measured(measure, counts)


def tastle_wierman(counts: Sequence[int]) -> float | Refused:
    """Return the consensus Cns of Tastle and Wierman (2007, *Consensus and dissention*).

    `1 + sum p_i * log2(1 - |i - mean| / (K - 1))`; 0 (two ends) to 1 (one bin).

    Args:
        counts: People in each bin, in order; two bins or more.
    """

    def measure(shares: Sequence[float]) -> float:
        last = len(shares) - 1
        middle = math.fsum(place * share for place, share in enumerate(shares))
        return 1 + sum(
            share * math.log2(1 - abs(place - middle) / last)
            for place, share in enumerate(shares)
            if share
        )

    return _measured(measure, counts)


def entropy(counts: Sequence[int]) -> float | Refused:
    """Return Shannon's entropy in bits (1948, *A mathematical theory of communication*).

    Divide by log2 of the number of bins for a share of the largest possible.

    Args:
        counts: People in each bin; two bins or more.

    Returns:
        0 (one bin) to log2 of the number of bins (all alike).
    """

    def measure(shares: Sequence[float]) -> float:
        return -sum(share * math.log2(share) for share in shares if share)

    return _measured(measure, counts)


def agreement(counts: Sequence[int]) -> float | Refused:
    """Return van der Eijk's A (2001, *Measuring agreement in ordered rating scales*).

    The counts are peeled into layers of equal height; each layer is a pattern of filled bins whose
    A is known, and the layers count by how many people they hold.

    Args:
        counts: People in each bin, in order; two bins or more.

    Returns:
        -1 (half at each end) through 0 (all bins alike) to 1 (one bin).
    """

    def measure(shares: Sequence[float]) -> float:
        levels = sorted({share for share in shares if share})
        total = 0.0
        for below, level in pairwise([0.0, *levels]):
            filled = [share >= level for share in shares]
            total += (level - below) * sum(filled) * _pattern_agreement(filled)
        return total

    return _measured(measure, counts)


def _pattern_agreement(filled: Sequence[bool]) -> float:
    """Return A of one layer: unimodality U times the share of bins that are empty.

    U compares the triples of bins that speak for one peak (110, 011) with those that speak against
    it (101): `((K-2) * for - (K-1) * against) / ((K-2) * (for + against))`.
    """
    size, full = len(filled), sum(filled)
    if full == 1:
        return 1.0
    if full == size:
        return 0.0
    triples = list(combinations(filled, 3))
    against = triples.count((True, False, True))
    towards = triples.count((True, True, False)) + triples.count((False, True, True))
    unimodality = ((size - 2) * towards - (size - 1) * against) / ((size - 2) * (towards + against))
    return unimodality * (1 - (full - 1) / (size - 1))
