"""Where people stand in the plane of how they weigh: positions that cannot be led back to them.

Positions come in their own order and in steps of a hundredth, so that neither the order of joining
nor a rare digit tells who is who. The first axis is turned so that people who give the case for more
stand on the right, as everywhere; whether it means that at all is said beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, sqrt
from statistics import fmean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from debate.analysis.groups import Groups
    from debate.analysis.opinions import Opinions, Row
    from debate.analysis.projection import Point

DIGITS = 2
"""Positions are rounded to so many digits of the width of the plane."""
MEANS_SIDES = 0.5
"""From this correlation on, left and right are against and for."""


@dataclass(frozen=True, slots=True)
class Dot:
    """Where one person stands."""

    x: float
    """From -1 to 1."""
    y: float
    """From -1 to 1, on the same scale as `x`."""
    group: int | None
    """The place of their group, 0 the largest; None for who is in none that is shown."""
    is_own: bool
    """Whether it is the person who looks."""


@dataclass(frozen=True, slots=True)
class Plane:
    """Everybody's place."""

    dots: tuple[Dot, ...]
    """In the order of the positions."""
    is_sided: bool
    """Whether people further right give the case for clearly more weight."""


def plane_of(
    opinions: Opinions,
    groups: Groups,
    sides: Mapping[str, int],
    own: str | None,
    *,
    labels: Mapping[int, int],
) -> Plane:
    """Return where people stand.

    Args:
        opinions: What people gave, one person or more.
        groups: The division, which holds the positions.
        sides: Argument id to 1 (for) or -1 (against).
        own: Whose place to mark, if anybody's.
        labels: Row to the group it is shown in.
    """
    positions = groups.projection.positions
    columns = [sides[name] for name in opinions.statements]
    likeness = _correlation([x for x, _ in positions], [_lean(r, columns) for r in opinions.rows])
    turn = -1.0 if likeness < 0 else 1.0
    width = max((max(abs(x), abs(y)) for x, y in positions), default=0.0) or 1.0
    dots = [
        _dot((turn * x / width, y / width), labels.get(row), is_own=person == own)
        for row, (person, (x, y)) in enumerate(zip(opinions.people, positions, strict=True))
    ]
    return Plane(
        dots=tuple(sorted(dots, key=lambda dot: (dot.x, dot.y, -1 if dot.group is None else dot.group))),
        is_sided=abs(likeness) >= MEANS_SIDES,
    )  # fmt: skip


def _dot(place: Point, group: int | None, *, is_own: bool) -> Dot:
    """Return a rounded place, never minus zero."""
    x, y = (round(value, DIGITS) + 0.0 for value in place)
    return Dot(x, y, group, is_own)


def _lean(row: Row, sides: Sequence[int]) -> float:
    """Return how much more a person gave one side than the other: the mean of what they gave."""
    given = [value * side for value, side in zip(row, sides, strict=True) if value is not None]
    return fmean(given) if given else 0.0


def _correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """Return Pearson's correlation; 0 when either does not vary."""
    left, right = _centred(one), _centred(other)
    length = sqrt(fsum(value * value for value in left) * fsum(value * value for value in right))
    return fsum(map(float.__mul__, left, right)) / length if length else 0.0


def _centred(values: Sequence[float]) -> list[float]:
    """Return the values less their mean."""
    middle = fmean(values)
    return [value - middle for value in values]
