"""A graph laid out flat for computing: ids become numbers, relations become lists of numbers.

Strengths are asked for at every keystroke and a debate has thousands of arguments, so the loops run
over plain lists, in an order made once. Nothing here knows a formula.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from debate.analysis.components import dependency_order, on_cycles
from debate.analysis.graph import ArgumentGraph

Link = tuple[int, float]
"""The place of the source, and the signed weight of the relation."""
Bonds = tuple[list[int], list[float]]
"""Who bears on a node, by their numbers in the graph, and with which signed weights."""
NOBODY: tuple[Link, ...] = ()
"""The replies to most arguments."""


@dataclass(frozen=True, slots=True)
class Wiring:
    """A graph of n nodes, each known by its place 0 .. n - 1.

    Without cycles every place comes after those it depends on, replies close before what they
    reply to, so that one sweep in order computes everything and reads memory nearly in line.
    """

    names: Sequence[str]
    """The id at each place."""
    places: Mapping[str, int]
    """The place of each id."""
    bases: Sequence[float]
    incoming: Sequence[Sequence[Link]]
    """At each place: who supports (weight above 0) or attacks it (below 0)."""
    denials: Mapping[int, Sequence[Link]]
    """At each undercut place: its undercutters, with weights below 0."""
    cyclic: frozenset[int]
    """The places that lie on a cycle."""
    inner: Sequence[tuple[int, Sequence[Link]]]
    """In order, the places with replies or undercutters, and their replies; the rest is given."""


def wire(graph: ArgumentGraph) -> Wiring:
    """Lay a graph out flat. O(nodes + relations)."""
    names, scores = list(graph.bases), list(graph.bases.values())
    size = len(names)
    numbers = dict(zip(names, range(size), strict=True))
    replies = _replies(graph, numbers)
    denials = _denials(graph, numbers)
    sources = _sources(size, replies, denials)
    order = dependency_order(sources)
    cyclic = on_cycles(sources) if order is None else set()
    order = list(range(size)) if order is None else order
    place_of = [0] * size
    for place, number in enumerate(order):
        place_of[number] = place
    # Made in order, links lie in memory as a sweep reads them.
    linked = {number: _links(bonds, place_of) for number, bonds in replies.items()}
    incoming = [linked.get(number, NOBODY) for number in order]
    moved = {place_of[number]: _links(bonds, place_of) for number, bonds in denials.items()}
    inner = sorted({place_of[number] for number in replies}.union(moved))
    named = [names[number] for number in order]
    return Wiring(
        names=named,
        places=dict(zip(named, range(size), strict=True)),
        bases=[scores[number] for number in order],
        incoming=incoming,
        denials=moved,
        cyclic=frozenset(place_of[number] for number in cyclic),
        inner=[(place, incoming[place]) for place in inner],
    )


def _links(bonds: Bonds, place_of: Sequence[int]) -> list[Link]:
    """Return who bears on a node by places."""
    sources, weights = bonds
    return list(zip(map(place_of.__getitem__, sources), weights, strict=True))


def _replies(graph: ArgumentGraph, numbers: Mapping[str, int]) -> dict[int, Bonds]:
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


def _denials(graph: ArgumentGraph, numbers: Mapping[str, int]) -> dict[int, Bonds]:
    """Return who undercuts each node, where anybody does."""
    denials: dict[int, Bonds] = {}
    for denial in graph.undercuts:
        sources, weights = denials.setdefault(numbers[denial.bearer], ([], []))
        sources.append(numbers[denial.source])
        weights.append(-denial.weight)
    return denials


def _sources(
    size: int, replies: Mapping[int, Bonds], denials: Mapping[int, Bonds]
) -> list[Sequence[int]]:
    """Return what each node depends on; most depend on nothing and share one empty answer."""
    sources: list[Sequence[int]] = [()] * size
    for number, (repliers, _) in replies.items():
        sources[number] = repliers
    for number, (undercutters, _) in denials.items():
        sources[number] = [*sources[number], *undercutters]
    return sources
