"""Points in the plane gathered around centres: k-means, from given starts.

Deterministic: the starts are an argument, the first centre wins a tie, and centres that lose all
their points are dropped, as in Polis (MacQueen 1967, *Some methods for classification*; Lloyd 1982).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from debate.analysis.draws import Draws
from debate.analysis.projection import Point

Deal = Callable[[Sequence[Point]], "Clusters"]
"""Deals some points out to the nearest of some centres, each around the mean of what it got."""
STILL = 0.01
"""When every sorted centre moves less than this, the clusters stand."""
_DECIMALS = 10
"""Points that agree to so many decimals are one point."""


@dataclass(frozen=True, slots=True)
class Clusters:
    """Points and the centres they belong to."""

    labels: tuple[int, ...]
    """For each point the place of its centre; every centre has a point."""
    centres: tuple[Point, ...]


def dealing(points: Sequence[Point], weights: Sequence[float]) -> Deal:
    """Return a function that deals these points out, the first of equally near centres first."""

    def deal(centres: Sequence[Point]) -> Clusters:
        places = range(len(centres))
        labels = []
        for x, y in points:
            distances = [(x - a) * (x - a) + (y - b) * (y - b) for a, b in centres]
            labels.append(min(places, key=distances.__getitem__))
        return _recentred(points, weights, labels)

    return deal


def k_means(
    points: Sequence[Point],
    weights: Sequence[float],
    starts: Sequence[Point],
    rounds: int,
    deal: Deal | None = None,
) -> Clusters:
    """Return the clusters that k-means finds from some starts.

    Args:
        points: One or more positions.
        weights: How much each point counts in its centre, above 0.
        starts: The first centres, one or more, all different.
        rounds: How often the points are dealt out anew, at most; 1 or more.
        deal: Another way to deal out the same points.
    """
    deal = deal or dealing(points, weights)
    clusters = Clusters((), tuple(starts))
    for _ in range(rounds):
        before = clusters.centres
        clusters = deal(before)
        moves = zip(sorted(before), sorted(clusters.centres), strict=False)
        if all(math.dist(old, new) < STILL for old, new in moves):
            break
    return clusters


def _recentred(
    points: Sequence[Point], weights: Sequence[float], labels: Sequence[int]
) -> Clusters:
    """Return the clusters of some labels, numbered without gaps, around their weighted means."""
    sums: dict[int, list[float]] = {label: [0.0, 0.0, 0.0] for label in sorted(set(labels))}
    for (x, y), weight, label in zip(points, weights, labels, strict=True):
        held = sums[label]
        held[0] += weight * x
        held[1] += weight * y
        held[2] += weight
    places = {label: place for place, label in enumerate(sums)}
    return Clusters(
        labels=tuple(places[label] for label in labels),
        centres=tuple((x / weight, y / weight) for x, y, weight in sums.values()),
    )


def first_distinct(points: Sequence[Point], count: int) -> list[Point]:
    """Return the first `count` points that differ, in their order; fewer when there are fewer."""
    found: dict[tuple[float, float], Point] = {}
    for point in points:
        if len(found) == count:
            break
        found.setdefault((round(point[0], _DECIMALS), round(point[1], _DECIMALS)), point)
    return list(found.values())


def spread_starts(points: Sequence[Point], count: int, stream: Draws) -> list[Point]:
    """Return starts that lie apart: each is drawn by its squared distance to those before it.

    k-means++ (Arthur and Vassilvitskii 2007, *k-means++: the advantages of careful seeding*).

    Args:
        points: One or more positions.
        count: How many starts are wanted; fewer come back when fewer points differ.
        stream: Where the draws come from.
    """
    starts = [points[stream.below(len(points))]]
    while len(starts) < count:
        sums = list(accumulate(min(_square(point, one) for one in starts) for point in points))
        if sums[-1] == 0:
            break
        starts.append(points[bisect_right(sums, stream.unit() * sums[-1])])
    return starts


def inertia(points: Sequence[Point], clusters: Clusters) -> float:
    """Return the sum of squared distances of the points to their centres: what k-means lowers."""
    return sum(
        _square(point, clusters.centres[label])
        for point, label in zip(points, clusters.labels, strict=True)
    )


def _square(one: Point, other: Point) -> float:
    """Return the squared distance between two points."""
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
