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
from typing import Protocol

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


class CentredTable(Protocol):
    """Answers less the mean of their column, with 0 where there is none."""

    means: tuple[float, ...]
    """Mean answer to each statement."""

    def principal_axes(self, count: int) -> list[tuple[float, Sequence[float]]]:
        """Return the `count` largest sums of squares along an axis, with the axes, largest first.

        Fewer come back when there is less variance.
        """

    def along(self, axes: Sequence[Sequence[float]]) -> list[list[float]]:
        """Return where each person stands on each axis, drawn outwards by what was not seen."""


def project(rows: Sequence[Row], *, fast: bool = False) -> Projection:
    """Return the plane of some people, one or more, who all have the same one or more columns.

    Args:
        rows: One row a person; answers from -1 to 1, None is not seen.
        fast: Whether to compute with numpy, for tables above some 12,000 cells.
    """
    table = _centred(rows, fast=fast)
    width = len(table.means)
    count = min(AXES, len(rows), width)
    pairs = [(value, _oriented(axis)) for value, axis in table.principal_axes(count)]
    pairs += [(0.0, (0.0,) * width)] * (count - len(pairs))
    axes = tuple(axis for _, axis in pairs)
    return Projection(
        positions=tuple(_point(places) for places in table.along(axes)),
        means=table.means,
        axes=axes,
        variances=tuple(value / max(len(rows) - 1, 1) for value, _ in pairs),
    )


def _centred(rows: Sequence[Row], *, fast: bool) -> CentredTable:
    """Return the table to compute with; both kinds give the same positions."""
    if fast:
        from debate.analysis.acceleration import ArrayTable

        return ArrayTable(rows)
    return PlainTable(rows)


def _point(places: Sequence[float]) -> Point:
    """Return a position from one or two places on axes, rounded, never minus zero."""
    x, y = (round(place, _DECIMALS) + 0.0 for place in (*places, 0.0)[:AXES])
    return (x, y)


def _oriented(axis: Sequence[float]) -> tuple[float, ...]:
    """Return an axis with a sign of its own, since both are eigenvectors."""
    bound = _LARGE * max(map(abs, axis))
    flipped = next(value for value in axis if abs(value) >= bound) < 0
    return tuple(-value if flipped else value for value in axis)


class PlainTable:
    """A centred table of plain lists."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Centre the answers of one person or more."""
        self.means = tuple(_mean(column) for column in zip(*rows, strict=True))
        self._rows = [
            [
                0.0 if value is None else value - mean
                for value, mean in zip(row, self.means, strict=True)
            ]
            for row in rows
        ]
        self._scales = [_stretch(row) for row in rows]

    def principal_axes(self, count: int) -> list[tuple[float, Sequence[float]]]:
        """Return the principal axes by the eigenvectors of the smaller Gram matrix."""
        columns = list(zip(*self._rows, strict=True))
        found: list[tuple[float, Sequence[float]]] = []
        if len(columns) <= len(self._rows):
            found.extend(leading_pairs(_gram(columns), count))
            return found
        for value, shares in leading_pairs(_gram(self._rows), count):
            length = math.sqrt(value)
            found.append((value, [dot(column, shares) / length for column in columns]))
        return found

    def along(self, axes: Sequence[Sequence[float]]) -> list[list[float]]:
        """Return where each person stands on each axis."""
        return [
            [scale * dot(row, axis) for axis in axes]
            for row, scale in zip(self._rows, self._scales, strict=True)
        ]


def _mean(column: Sequence[float | None]) -> float:
    """Return the mean of the answers in a column, 0 when there is none."""
    given = [value for value in column if value is not None]
    return sum(given) / len(given) if given else 0.0


def _stretch(row: Row) -> float:
    """Return by how much a person who did not see every statement is drawn outwards."""
    answered = len(row) - row.count(None)
    return math.sqrt(len(row) / answered) if answered else 0.0


def _gram(vectors: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return the inner products of all vectors with each other."""
    lower = [[dot(one, other) for other in vectors[: i + 1]] for i, one in enumerate(vectors)]
    size = len(vectors)
    return [[lower[max(i, j)][min(i, j)] for j in range(size)] for i in range(size)]
