"""Where people stand in the plane that shows most of how they differ.

Missing answers take the mean of their column; the plane is that of the first two principal
components of all people (Pearson 1901, *On lines and planes of closest fit*); people who answered
little are drawn outwards by `sqrt(statements / answered)`, as in Polis. Positions are rounded to ten
decimals: the same answers then give the same point, with numpy and without.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from debate.analysis.eigen import dot, leading_pairs
from debate.analysis.opinions import Row

Point = tuple[float, float]
"""A position in the plane."""
AXES = 2
_DECIMALS = 10
_LARGE = 0.5
"""An axis points to where its first loading of at least this share of the largest is above 0."""


@dataclass(frozen=True, slots=True)
class Projection:
    """People and statements in the plane of the two main differences."""

    positions: tuple[Point, ...]
    """Where each person stands, in the order of the rows."""
    means: tuple[float, ...]
    """Mean answer to each statement over those who answered; 0 when nobody did."""
    axes: tuple[tuple[float, ...], ...]
    """The loadings of the statements on each axis, of length 1; all 0 without variance."""
    variances: tuple[float, ...]
    """Variance of the (completed) answers along each axis, largest first (over n - 1)."""

    def extremity(self, statement: int) -> float:
        """Return how far from the middle somebody stands who only agreed with this statement.

        Polis projects each statement so to find those that separate people most; 0 or more.
        """
        pull = (1 - self.means[statement]) * math.sqrt(len(self.means))
        return abs(pull) * math.hypot(*(axis[statement] for axis in self.axes))


def project(rows: Sequence[Row], *, fast: bool = False) -> Projection:
    """Return the plane of some people, one or more, who all have the same one or more columns.

    Args:
        rows: One row a person; answers from -1 to 1, None is not seen.
        fast: Whether to compute with numpy, for tables above some 12,000 cells.
    """
    columns = list(zip(*rows, strict=True))
    means = tuple(map(_mean, columns))
    centred = [
        [0.0 if value is None else value - mean for value, mean in zip(row, means, strict=True)]
        for row in rows
    ]
    count = min(AXES, len(rows), len(columns))
    if fast:
        from debate.analysis.acceleration import principal_axes
    else:
        principal_axes = _principal_axes
    pairs = [(value, _oriented(axis)) for value, axis in principal_axes(centred, count)]
    pairs += [(0.0, (0.0,) * len(columns))] * (count - len(pairs))
    axes = tuple(axis for _, axis in pairs)
    scales = [_stretch(row) for row in rows]
    return Projection(
        positions=tuple(
            _position(row, axes, scale) for row, scale in zip(centred, scales, strict=True)
        ),
        means=means,
        axes=axes,
        variances=tuple(value / max(len(rows) - 1, 1) for value, _ in pairs),
    )


def _mean(column: Sequence[float | None]) -> float:
    """Return the mean of the answers in a column, 0 when there is none."""
    given = [value for value in column if value is not None]
    return sum(given) / len(given) if given else 0.0


def _stretch(row: Row) -> float:
    """Return by how much a person who did not see every statement is drawn outwards."""
    answered = len(row) - row.count(None)
    return math.sqrt(len(row) / answered) if answered else 0.0


def _position(row: Sequence[float], axes: Sequence[Sequence[float]], scale: float) -> Point:
    """Return the place of a centred row on the axes; a missing axis is 0."""
    along = [round(dot(row, axis) * scale, _DECIMALS) + 0.0 for axis in axes]
    return (along[0], along[1] if len(along) == AXES else 0.0)


def _oriented(axis: Sequence[float]) -> tuple[float, ...]:
    """Return an axis with a sign of its own, since both are eigenvectors."""
    bound = _LARGE * max(map(abs, axis))
    flipped = next(value for value in axis if abs(value) >= bound) < 0
    return tuple(-value if flipped else value for value in axis)


def _principal_axes(
    centred: Sequence[Sequence[float]], count: int
) -> list[tuple[float, Sequence[float]]]:
    """Return the largest sums of squares along an axis, with the axes, by the smaller Gram matrix.

    Args:
        centred: Rows whose columns each have mean 0.
        count: How many axes are wanted; fewer come back when there is less variance.
    """
    columns = list(zip(*centred, strict=True))
    if len(columns) <= len(centred):
        return [(value, axis) for value, axis in leading_pairs(_gram(columns), count)]
    found: list[tuple[float, Sequence[float]]] = []
    for value, shares in leading_pairs(_gram(centred), count):
        length = math.sqrt(value)
        found.append((value, [dot(column, shares) / length for column in columns]))
    return found


def _gram(vectors: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return the inner products of all vectors with each other."""
    lower = [[dot(one, other) for other in vectors[: i + 1]] for i, one in enumerate(vectors)]
    size = len(vectors)
    return [[lower[max(i, j)][min(i, j)] for j in range(size)] for i in range(size)]
