"""The strength of every argument and motion of a graph.

Without cycles the answer is exact: one pass, each argument after its replies. With cycles it is a
fixed point, found by walking half of the way to where the replies point, again and again, from the
base scores:

    s <- s + (f(s) - s) / 2

The plain iteration (all of the way) never stops on a mutual attack of two certain arguments; the
damped one is Potyka's continuous dynamics (2018, KR) in steps of one half and stopped, within 216
steps, on every hard case tried. No sum-based semantics is known to converge on every graph
(Mossakowski and Neuhaus 2018, arXiv 1807.06685), so the residual is part of the answer. Where
several fixed points exist the start decides; it is always the base scores, never an earlier answer,
so that the result does not depend on the order in which arguments came in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from debate.analysis.aggregation import GRID, contribution
from debate.analysis.bonds import Link
from debate.analysis.graph import ArgumentGraph
from debate.analysis.semantics import QUADRATIC_ENERGY, Semantics
from debate.analysis.wiring import Wiring, wire

STEP = 0.5
"""The part of the way that one step of the fixed point goes."""
TOLERANCE = 1e-9
"""The residual at which a fixed point is good enough."""
MOST_STEPS = 500
"""Where the search for a fixed point gives up."""


@dataclass(frozen=True, slots=True)
class Strengths:
    """What came out for one graph under one semantics."""

    by_argument: Mapping[str, float]
    """The strength of every argument and motion, in [0, 1]."""
    relevance: Mapping[str, float]
    """How much is left of the relations of each undercut argument, in [0, 1]."""
    cyclic: frozenset[str]
    """The arguments that lie on a cycle."""
    steps: int
    """How many steps the fixed point took; 0 without cycles."""
    residual: float
    """How far the answer is from its own replies' verdict at most; 0 without cycles."""

    @property
    def is_settled(self) -> bool:
        """Whether the strengths hold: if not, show them with `~` and the residual."""
        return self.residual < TOLERANCE


@dataclass(slots=True)
class Settled:
    """Strengths by place in a `Wiring`, before they get their names back."""

    strengths: list[float]
    relevances: dict[int, float]
    steps: int = 0
    residual: float = 0.0

    def signals(self) -> list[float]:
        """Return what each place carries onwards: its strength times its relevance."""
        signals = list(self.strengths)
        for place, relevance in self.relevances.items():
            signals[place] *= relevance
        return signals


def strengths(graph: ArgumentGraph, semantics: Semantics = QUADRATIC_ENERGY) -> Strengths:
    """Return the strength of everything in a graph.

    Raises:
        ValueError: If the semantics is not defined for the graph.
    """
    semantics.require(graph)
    wiring = wire(graph)
    settled = settle(wiring, semantics)
    names = wiring.names
    return Strengths(
        by_argument=dict(zip(names, settled.strengths, strict=True)),
        relevance={names[place]: value for place, value in settled.relevances.items()},
        cyclic=frozenset(names[place] for place in wiring.cyclic),
        steps=settled.steps,
        residual=settled.residual,
    )


def settle(wiring: Wiring, semantics: Semantics) -> Settled:
    """Return the strengths of a flat graph: exact without cycles, a fixed point with them."""
    return _fixed_point(wiring, semantics) if wiring.cyclic else _one_pass(wiring, semantics)


def total(links: Sequence[Link], signals: Sequence[float], semantics: Semantics) -> float:
    """Return the total that some links carry to their place, divided by kappa."""
    parts = [contribution(weight, signals[source]) for source, weight in links]
    return semantics.aggregation.total(parts) / semantics.kappa


def relevance(links: Sequence[Link], signals: Sequence[float], semantics: Semantics) -> float:
    """Return what undercutters leave of a relation: see `debate.analysis.graph`."""
    return semantics.relevance.strength(1.0, total(links, signals, semantics))


def _one_pass(wiring: Wiring, semantics: Semantics) -> Settled:
    """Compute each place once, after all it depends on. O(nodes + relations).

    A sum is taken in the loop itself: a call for each relation would double the time.
    """
    settled = Settled(list(wiring.bases), {})
    bases, denials = wiring.bases, wiring.denials
    influence, kappa = semantics.influence.strength, semantics.kappa
    join, is_additive = semantics.aggregation.total, semantics.aggregation.is_additive
    strengths, signals = settled.strengths, list(bases)
    for place, links in wiring.inner:
        if is_additive:
            joined = 0.0
            for source, weight in links:
                joined += weight * signals[source] + GRID - GRID
        else:
            joined = join([contribution(weight, signals[source]) for source, weight in links])
        strength = influence(bases[place], joined / kappa) if links else bases[place]
        strengths[place] = signals[place] = strength
        if place in denials:
            left = settled.relevances[place] = relevance(denials[place], signals, semantics)
            signals[place] = strength * left
    return settled


def _fixed_point(wiring: Wiring, semantics: Semantics) -> Settled:
    """Walk from the base scores, half of the way at a time, until the replies agree."""
    settled = Settled(list(wiring.bases), dict.fromkeys(wiring.denials, 1.0))
    while True:
        moves = _moves(wiring, semantics, settled)
        doubts = _doubts(wiring, semantics, settled)
        changes = (*moves.values(), *doubts.values())
        settled.residual = max(abs(change) for change in changes)
        if settled.residual < TOLERANCE or settled.steps == MOST_STEPS:
            return settled
        for place, change in moves.items():
            settled.strengths[place] += STEP * change
        for place, change in doubts.items():
            settled.relevances[place] += STEP * change
        settled.steps += 1


def _moves(wiring: Wiring, semantics: Semantics, settled: Settled) -> dict[int, float]:
    """Return how far the replies would move the strength of each place that has any."""
    signals = settled.signals()
    influence = semantics.influence.strength
    return {
        place: influence(wiring.bases[place], total(links, signals, semantics))
        - settled.strengths[place]
        for place, links in enumerate(wiring.incoming)
        if links
    }


def _doubts(wiring: Wiring, semantics: Semantics, settled: Settled) -> dict[int, float]:
    """Return how far the undercutters would move the relevance of each place that has any."""
    signals = settled.signals()
    return {
        place: relevance(links, signals, semantics) - settled.relevances[place]
        for place, links in wiring.denials.items()
    }
