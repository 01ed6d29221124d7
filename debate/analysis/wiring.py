"""A graph laid out flat for computing: ids become numbers, relations become lists of numbers.

Strengths are asked for at every keystroke and a debate has thousands of arguments, so the loops run
over plain lists, in an order made once. Nothing here knows a formula.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    names = list(graph.bases)
    replies, denials = _links(graph)
    sources = [[source for source, _ in links] for links in replies]
    for number, links in denials.items():
        sources[number] += [source for source, _ in links]
    order = dependency_order(sources)
    cyclic = on_cycles(sources) if order is None else set()
    order = list(range(len(names))) if order is None else order
    place_of = {number: place for place, number in enumerate(order)}
    # Made in order, links lie in memory as a sweep reads them.
    incoming = [[(place_of[each], weight) for each, weight in replies[number]] for number in order]
    moved = {
        place_of[number]: [(place_of[each], weight) for each, weight in links]
        for number, links in denials.items()
    }
    return Wiring(
        names=[names[number] for number in order],
        places={names[number]: place for place, number in enumerate(order)},
        bases=[graph.bases[names[number]] for number in order],
        incoming=incoming,
        denials=moved,
        cyclic=frozenset(place_of[number] for number in cyclic),
        inner=[(at, links) for at, links in enumerate(incoming) if links or at in moved],
    )


def _links(graph: ArgumentGraph) -> tuple[list[list[Link]], dict[int, list[Link]]]:
    """Return the replies to and the undercutters of each node, by its number in the graph."""
    numbers = {name: number for number, name in enumerate(graph.bases)}
    replies: list[list[Link]] = [[] for _ in numbers]
    # Equal weights are one object: nearly all are 1 or -1, and a sweep is bound by memory.
    weights: dict[float, float] = {}
    for each in graph.relations:
        weight = each.sign * each.weight
        link = (numbers[each.source], weights.setdefault(weight, weight))
        replies[numbers[each.target]].append(link)
    denials: dict[int, list[Link]] = {}
    for denial in graph.undercuts:
        doubt = (numbers[denial.source], -denial.weight)
        denials.setdefault(numbers[denial.bearer], []).append(doubt)
    return replies, denials
