"""What people give to an argument, and what it costs them.

Weights are integers, so that every replica and every program reads the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

Scheme = Literal["scale", "budget", "quadratic"]
"""`scale`: 0 to 10 each. `budget`: 100 points a motion. `quadratic`: 100 credits, v votes cost v²."""

BUDGET = 100
"""Points (budget) or credits (quadratic) a person has for one motion."""

RANGES: dict[Scheme, tuple[int, int]] = {
    "scale": (0, 10),
    "budget": (0, 100),
    "quadratic": (-10, 10),
}
"""The least and the most one weight may be, by scheme."""


def is_in_range(scheme: Scheme, value: int) -> bool:
    """Tell whether `value` is a weight that `scheme` knows."""
    least, most = RANGES[scheme]
    return least <= value <= most


def cost(scheme: Scheme, value: int) -> int:
    """Return what a weight takes from its owner's budget: 0 for `scale`, v for `budget`, v² else."""
    if scheme == "scale":
        return 0
    return value if scheme == "budget" else value * value


def spent(scheme: Scheme, values: Iterable[int]) -> int:
    """Return what all of one person's weights on one motion cost together."""
    return sum(cost(scheme, value) for value in values)


def left(scheme: Scheme, values: Iterable[int]) -> int:
    """Return the budget that remains on one motion; negative when two devices overspent it."""
    return BUDGET - spent(scheme, values)
