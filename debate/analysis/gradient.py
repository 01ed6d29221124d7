"""What one more point of weight would do: the slope of the topic in every base score.

One sweep backwards, from the topic down, gives all slopes at once (the chain rule; for argument
graphs Yin, Potyka, Toni 2023, *Argument attribution explanations in quantitative bipolar
argumentation frameworks*, ECAI). On a cycle the slopes are themselves a fixed point,

    slope = seed + slope through all that it bears on

found by the same damped steps as the strengths. Where the strengths rest on a knife's edge they do
not find one: then the residual is large, and slopes should not be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from debate.analysis.bonds import Link
from debate.analysis.graph import ArgumentGraph
from debate.analysis.influence import Influence
from debate.analysis.semantics import QUADRATIC_ENERGY, Semantics
from debate.analysis.strength import MOST_STEPS, STEP, TOLERANCE, Settled, settle, total
from debate.analysis.wiring import Wiring, wire

FLAT_BELOW = 0.05
"""An energy nearer to 0 than this is balance, where Quadratic Energy has no slope to speak of."""


@dataclass(frozen=True, slots=True)
class Gradient:
    """How fast the topic rises with each base score, and whether that says anything."""

    slopes: dict[str, float]
    """The partial derivative of the topic's strength by each base score; 0 for unrelated ones."""
    energy: float
    """The total at the topic, divided by kappa."""
    residual: float
    """How far the slopes are from their fixed point at most; 0 without cycles."""

    @property
    def is_flat(self) -> bool:
        """Whether the topic is so near to balance that slopes should not be shown."""
        return abs(self.energy) < FLAT_BELOW


@dataclass(frozen=True, slots=True)
class _Flow:
    """The local slopes at each place, at the strengths that were found."""

    settled: Settled
    by_base: list[float]
    """Of its strength by its base score."""
    by_reply: list[list[Link]]
    """Of its strength by the signal of each reply."""
    by_denial: dict[int, list[Link]]
    """Of its relevance by the signal of each undercutter."""


def gradient(graph: ArgumentGraph, topic: str, semantics: Semantics = QUADRATIC_ENERGY) -> Gradient:
    """Return the slope of the topic's strength in every base score. O(nodes + relations).

    Raises:
        ValueError: If the topic is not in the graph or the semantics not defined for it.
    """
    semantics.require(graph)
    graph.require(topic)
    wiring = wire(graph)
    flow = _flow(wiring, semantics)
    about = wiring.places[topic]
    gains = [0.0] * len(wiring.names)
    residual = 0.0
    if wiring.cyclic:
        residual = _settle_gains(flow, about, gains)
    else:
        _sweep(flow, about, gains, gains)
    slopes = {
        name: flow.by_base[place] * _through_strength(flow, about, gains, place)
        for name, place in wiring.places.items()
    }
    energy = total(wiring.incoming[about], flow.settled.signals(), semantics)
    return Gradient(slopes, energy, residual)


def _flow(wiring: Wiring, semantics: Semantics) -> _Flow:
    """Return the local slopes of a flat graph at its strengths."""
    settled = settle(wiring, semantics)
    signals = settled.signals()
    by_base, by_reply = [], []
    for base, links in zip(wiring.bases, wiring.incoming, strict=True):
        slope, replies = _local(semantics, semantics.influence, base, links, signals)
        by_base.append(slope)
        by_reply.append(replies)
    by_denial = {
        place: _local(semantics, semantics.relevance, 1.0, links, signals)[1]
        for place, links in wiring.denials.items()
    }
    return _Flow(settled, by_base, by_reply, by_denial)


def _local(
    semantics: Semantics,
    influence: Influence,
    base: float,
    links: Sequence[Link],
    signals: Sequence[float],
) -> tuple[float, list[Link]]:
    """Return the slope of one influenced score by its base, and by each linked signal."""
    if not links:
        return 1.0, []
    parts = [(weight, signals[source]) for source, weight in links]
    by_base, by_total = influence.slopes(base, total(links, signals, semantics))
    slopes = semantics.aggregation.slopes(parts)
    return by_base, [
        (source, by_total / semantics.kappa * slope * weight)
        for (source, weight), slope in zip(links, slopes, strict=True)
    ]


def _sweep(flow: _Flow, about: int, gains: Sequence[float], into: list[float]) -> None:
    """Hand the gain of each place down to its sources, from the last place to the first.

    Args:
        flow: The local slopes.
        about: The place of the topic.
        gains: How fast the topic rises with the signal of each place.
        into: Where the gains of the sources are added; without cycles this may be `gains` itself,
            since a place is done before its sources are reached.
    """
    for place in reversed(range(len(into))):
        slope = _through_strength(flow, about, gains, place)
        for source, by_signal in flow.by_reply[place]:
            into[source] += slope * by_signal
        for source, by_signal in flow.by_denial.get(place, ()):
            into[source] += gains[place] * flow.settled.strengths[place] * by_signal


def _through_strength(flow: _Flow, about: int, gains: Sequence[float], place: int) -> float:
    """Return how fast the topic rises with the strength of one place."""
    seed = 1.0 if place == about else 0.0
    return seed + gains[place] * flow.settled.relevances.get(place, 1.0)


def _settle_gains(flow: _Flow, about: int, gains: list[float]) -> float:
    """Walk the gains of a graph with cycles to their fixed point, and return the residual."""
    for _ in range(MOST_STEPS):
        aims = [0.0] * len(gains)
        _sweep(flow, about, gains, aims)
        residual = max(abs(aim - gain) for aim, gain in zip(aims, gains, strict=True))
        if residual < TOLERANCE:
            break
        gains[:] = [gain + STEP * (aim - gain) for aim, gain in zip(aims, gains, strict=True)]
    return residual
