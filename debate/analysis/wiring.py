"""A graph laid out flat for computing: ids become numbers, relations become lists of numbers.

Strengths are asked for at every keystroke and a debate has thousands of arguments, so the loops run
over plain lists, in an order made once. Nothing here knows a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from debate.analysis.components import dependency_order, on_cycles
from debate.analysis.graph import ArgumentGraph

Link = tuple[int, float]
"""The place of the source, and the signed weight of the relation."""


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
    names, cyclic = _ordered(graph)
    places = {name: place for place, name in enumerate(names)}
    incoming: list[list[Link]] = [[] for _ in names]
    # Equal weights are one object: nearly all are 1 or -1, and a sweep is bound by memory.
    weights: dict[float, float] = {}
    for each in graph.relations:
        weight = each.sign * each.weight
        link = (places[each.source], weights.setdefault(weight, weight))
        incoming[places[each.target]].append(link)
    denials: dict[int, list[Link]] = {}
    for denial in graph.undercuts:
        doubt = (places[denial.source], -denial.weight)
        denials.setdefault(places[denial.bearer], []).append(doubt)
    return Wiring(
        names=names,
        places=places,
        bases=[graph.bases[name] for name in names],
        incoming=incoming,
        denials=denials,
        cyclic=frozenset(places[name] for name in cyclic),
        inner=[(at, links) for at, links in enumerate(incoming) if links or at in denials],
    )


def _ordered(graph: ArgumentGraph) -> tuple[list[str], Iterable[str]]:
    """Return the ids in the order of computing, and those on a cycle (then the order is given)."""
    names = list(graph.bases)
    numbers = {name: number for number, name in enumerate(names)}
    sources: list[list[int]] = [[] for _ in names]
    for relation in graph.relations:
        sources[numbers[relation.target]].append(numbers[relation.source])
    for denial in graph.undercuts:
        sources[numbers[denial.bearer]].append(numbers[denial.source])
    order = dependency_order(sources)
    if order is None:
        return names, [names[number] for number in on_cycles(sources)]
    return [names[number] for number in order], ()
