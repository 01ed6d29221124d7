"""Who bears on whom in a graph, by the numbers of its nodes, before they are put in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from debate.analysis.graph import ArgumentGraph

Link = tuple[int, float]
"""The place of the source, and the signed weight of the relation."""
Bonds = tuple[list[int], list[float]]
"""Who bears on a node, by their numbers in the graph, and with which signed weights."""


def links_of(bonds: Bonds, place_of: Sequence[int]) -> list[Link]:
    """Return who bears on a node by places."""
    sources, weights = bonds
    return list(zip(map(place_of.__getitem__, sources), weights, strict=True))


def replies_of(graph: ArgumentGraph, numbers: Mapping[str, int]) -> dict[int, Bonds]:
    """Return who replies to each node, where anybody does."""
    sources: defaultdict[str, list[int]] = defaultdict(list)
    weights: defaultdict[str, list[float]] = defaultdict(list)
    # Equal weights are one object: nearly all are 1 or -1, and a sweep is bound by memory.
    known: dict[float, float] = {}
    for each in graph.relations:
        target, weight = each.target, each.sign * each.weight
        sources[target].append(numbers[each.source])
        weights[target].append(known.setdefault(weight, weight))
    return {numbers[target]: (sources[target], weights[target]) for target in sources}


def denials_of(graph: ArgumentGraph, numbers: Mapping[str, int]) -> dict[int, Bonds]:
    """Return who undercuts each node, where anybody does."""
    denials: dict[int, Bonds] = {}
    for denial in graph.undercuts:
        sources, weights = denials.setdefault(numbers[denial.bearer], ([], []))
        sources.append(numbers[denial.source])
        weights.append(-denial.weight)
    return denials


def sources_of(
    size: int, replies: Mapping[int, Bonds], denials: Mapping[int, Bonds]
) -> list[Sequence[int]]:
    """Return what each node depends on; most depend on nothing and share one empty answer."""
    sources: list[Sequence[int]] = [()] * size
    for number, (repliers, _) in replies.items():
        sources[number] = repliers
    for number, (undercutters, _) in denials.items():
        sources[number] = [*sources[number], *undercutters]
    return sources
