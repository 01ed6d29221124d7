"""How good a division into groups is, and how alike two divisions are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from statistics import fmean

from debate.analysis.projection import Point

Distances = Sequence[Sequence[float]]
"""The distance of each point to each point."""


def distances(points: Sequence[Point]) -> list[list[float]]:
    """Return the distance of each point to each point."""
    return [[math.dist(one, other) for other in points] for one in points]


def silhouette(apart: Distances, labels: Sequence[int]) -> float:
    """Return how much nearer points are to their own cluster than to the next: the mean over all.

    `(b - a) / max(a, b)`, a and b the mean distances to the others of the own and to those of the
    nearest other cluster (Rousseeuw 1987, *Silhouettes*). A point alone in its cluster counts 0, and
    so does everything when there is one cluster.

    Args:
        apart: The distance of each point to each point.
        labels: The cluster of each point, one point or more.

    Returns:
        -1 to 1. A high value proves nothing by itself: unstructured votes of a dozen people reach .5.
    """
    sizes = Counter(labels)
    if len(sizes) < 2:
        return 0.0
    return fmean(
        _width(row, label, labels, sizes) for row, label in zip(apart, labels, strict=True)
    )


def _width(row: Sequence[float], own: int, labels: Sequence[int], sizes: Counter[int]) -> float:
    """Return the silhouette of one point."""
    if sizes[own] == 1:
        return 0.0
    sums = dict.fromkeys(sizes, 0.0)
    for distance, label in zip(row, labels, strict=True):
        sums[label] += distance
    inside = sums[own] / (sizes[own] - 1)
    outside = min(sums[label] / sizes[label] for label in sizes if label != own)
    larger = max(inside, outside)
    return (outside - inside) / larger if larger else 0.0


def adjusted_rand_index(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """Return how alike two divisions of the same items are, corrected for chance.

    Hubert and Arabie 1985, *Comparing partitions*.

    Args:
        one: The group of each item in one division.
        other: The group of each item in the other, in the same order.

    Returns:
        1 for the same division under any names, about 0 for unrelated ones; can be below 0.
    """
    together = sum(math.comb(count, 2) for count in Counter(zip(one, other, strict=True)).values())
    left = sum(math.comb(count, 2) for count in Counter(one).values())
    right = sum(math.comb(count, 2) for count in Counter(other).values())
    pairs = math.comb(len(one), 2)
    expected = left * right / pairs if pairs else 0.0
    largest = (left + right) / 2
    if largest == expected:
        return 1.0
    return (together - expected) / (largest - expected)
