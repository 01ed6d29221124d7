"""A graph laid out flat for computing: ids become numbers, relations become lists of numbers.

Strengths are asked for at every keystroke and a debate has thousands of arguments, so the loops run
over plain lists, in an order made once. Nothing here knows a formula.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from debate.analysis.bonds import Link, denials_of, links_of, replies_of, sources_of
from debate.analysis.components import on_cycles
from debate.analysis.dependency_order import dependency_order
from debate.analysis.graph import ArgumentGraph

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
    replies = replies_of(graph, numbers)
    denials = denials_of(graph, numbers)
    sources = sources_of(size, replies, denials)
    order = dependency_order(sources)
    cyclic = on_cycles(sources) if order is None else set()
    order = list(range(size)) if order is None else order
    place_of = [0] * size
    for place, number in enumerate(order):
        place_of[number] = place
    # Made in order, links lie in memory as a sweep reads them.
    linked = {number: links_of(bonds, place_of) for number, bonds in replies.items()}
    incoming = [linked.get(number, NOBODY) for number in order]
    moved = {place_of[number]: links_of(bonds, place_of) for number, bonds in denials.items()}
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
