"""Student's t, for intervals of the mean: the quantile that the standard library lacks.

Whole degrees of freedom only, where the distribution is a finite sum; no other distribution
lives here.
"""

from __future__ import annotations

import math

_TOLERANCE = 1e-13
"""Relative width at which the bisection stops."""


def central_probability(t: float, freedom: int) -> float:
    """Return P(-t < T < t) for Student's t with a whole number of degrees of freedom.

    With theta = atan(t / sqrt(freedom)): a finite series in cos(theta), one form for odd and one
    for even degrees (Abramowitz and Stegun 1964, *Handbook of Mathematical Functions*, 26.7.3-4).

    Args:
        t: The bound, 0 or more.
        freedom: Degrees of freedom, 1 or more.

    Returns:
        A probability in [0, 1].
    """
    theta = math.atan2(t, math.sqrt(freedom))
    square = math.cos(theta) ** 2
    odd = freedom % 2
    term = math.cos(theta) if odd else 1.0
    total = 0.0
    for step in range(1 + odd, freedom, 2):
        total += term
        term *= square * step / (step + 1)
    series = math.sin(theta) * total
    return (theta + series) * 2 / math.pi if odd else series


def two_sided_quantile(level: float, freedom: int) -> float:
    """Return the t that holds the share `level` of Student's t between -t and t.

    Args:
        level: The central probability, strictly between 0 and 1; .95 for a 95 % interval.
        freedom: Degrees of freedom, 1 or more.

    Returns:
        A bound above 0, correct to about 12 digits; 12.706 for level .95 and 1 degree.
    """
    low, high = 0.0, 1.0
    while central_probability(high, freedom) < level:
        high *= 2
    while high - low > _TOLERANCE * high:
        middle = (low + high) / 2
        if central_probability(middle, freedom) < level:
            low = middle
        else:
            high = middle
    return (low + high) / 2
