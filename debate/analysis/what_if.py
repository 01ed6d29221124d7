"""Which single weight would turn the motion, and what its new value would have to be.

A motion stands on one side of one half. For each argument that bears on it the ends of the scale
are tried, base score 0 and base score 1; when one of them puts the motion on the other side, the
turning point on the way there is found by halving. In a tree the motion only rises or only falls
with one argument, so that point is the only one; where paths part and meet again it is one of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from debate.analysis.attribution import bearing_on
from debate.analysis.incremental import LiveStrengths

BALANCE = 0.5
"""Where a motion leans to neither side."""
HALVINGS = 40
"""Enough to place a turning point within 1e-12 of the scale."""


@dataclass(frozen=True, slots=True)
class Flip:
    """One weight that would turn the topic if it alone were different."""

    argument: str
    base: float
    """Its base score, in [0, 1]."""
    needed: float
    """The base score at which the topic is at balance; just beyond it the topic has turned."""

    @property
    def change(self) -> float:
        """How far its base score would have to move, in [-1, 1]."""
        return self.needed - self.base


def flips(live: LiveStrengths, topic: str) -> list[Flip]:
    """Return every argument whose weight alone could turn the topic, the smallest change first.

    A topic at balance has no side to turn from, and one that no single weight can turn is robust:
    both give an empty list. The topic's own base score is not an argument and is left out.

    Raises:
        ValueError: If the topic is not in the graph.
    """
    side = live.strength(topic) - BALANCE
    found = [
        flip
        for argument in bearing_on(live.graph(), topic)
        for flip in _flip(live, argument, topic, side)
    ]
    return sorted(found, key=lambda flip: (abs(flip.change), flip.argument))


def _flip(live: LiveStrengths, argument: str, topic: str, side: float) -> list[Flip]:
    """Return the nearest turning point of one argument, if it has any."""
    base = live.base(argument)
    turning = [
        Flip(argument, base, _turning_point(live, argument, topic, side, end))
        for end in (0.0, 1.0)
        if (live.supposing(argument, end, topic) - BALANCE) * side < 0.0
    ]
    return sorted(turning, key=lambda flip: abs(flip.change))[:1]


def _turning_point(
    live: LiveStrengths, argument: str, topic: str, side: float, end: float
) -> float:
    """Return the base score between the present one and `end` at which the topic turns."""
    same, other = live.base(argument), end
    for _ in range(HALVINGS):
        middle = (same + other) / 2.0
        if (live.supposing(argument, middle, topic) - BALANCE) * side < 0.0:
            other = middle
        else:
            same = middle
    return other
