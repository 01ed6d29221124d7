"""Shares of the direct arguments that add up to what they did together.

The players are the arguments that support or attack the topic directly, each with the signal it has
in the whole graph; a coalition is worth what the topic would be with only its members, and the
share of a player is its average gain over all orders of joining (Shapley 1953, *A value for
n-person games*; for argument graphs Kampik et al. 2024, IJAR). So

    sum of shares = strength(topic) - base(topic)

In a tree the topic depends on its direct arguments only through their total, so every coalition is
one entry of a subset-sum table: 2**n entries, each one addition from a smaller one.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import factorial

from debate.analysis.aggregation import contribution
from debate.analysis.draws import Draws
from debate.analysis.graph import ArgumentGraph
from debate.analysis.semantics import QUADRATIC_ENERGY, Semantics
from debate.analysis.strength import settle
from debate.analysis.wiring import wire

EXACT_TO = 12
"""The most players for the exact table (4,096 coalitions)."""
ORDERS = 200
"""The orders of joining that are tried above that: half of them drawn, each with its reverse."""


def shares(
    graph: ArgumentGraph, topic: str, semantics: Semantics = QUADRATIC_ENERGY
) -> dict[str, float]:
    """Return the share of each direct argument in what they did to the topic, in [-1, 1].

    Exact for at most `EXACT_TO` direct arguments; above that the mean over `ORDERS` antithetic
    orders, the same ones in every call. Either way the shares add up.

    Raises:
        ValueError: If the topic is not in the graph or the semantics not defined for it.
    """
    semantics.require(graph)
    graph.require(topic)
    wiring = wire(graph)
    links = wiring.incoming[wiring.places[topic]]
    signals = settle(wiring, semantics).signals()
    parts = [contribution(weight, signals[source]) for source, weight in links]
    base = graph.bases[topic]
    values = (_exact if len(parts) <= EXACT_TO else _sampled)(semantics, base, parts)
    return {wiring.names[source]: value for (source, _), value in zip(links, values, strict=True)}


def _exact(semantics: Semantics, base: float, parts: Sequence[float]) -> list[float]:
    """Return the Shapley values by the table of all coalitions. O(n 2**n)."""
    influence, kappa = semantics.influence.strength, semantics.kappa
    worth = [influence(base, each / kappa) for each in semantics.aggregation.coalitions(parts)]
    size = len(parts)
    odds = [factorial(k) * factorial(size - 1 - k) / factorial(size) for k in range(size)]
    values = [0.0] * size
    for coalition, before in enumerate(worth):
        for player in range(size):
            if not coalition >> player & 1:
                gain = worth[coalition | 1 << player] - before
                values[player] += odds[coalition.bit_count()] * gain
    return values


def _sampled(semantics: Semantics, base: float, parts: Sequence[float]) -> list[float]:
    """Return the mean gain of each player over drawn orders of joining and their reverses."""
    draws = Draws()
    values = [0.0] * len(parts)
    for _ in range(ORDERS // 2):
        order = draws.shuffled(range(len(parts)))
        for joining in (order, order[::-1]):
            _add_gains(semantics, base, [(player, parts[player]) for player in joining], values)
    return [value / ORDERS for value in values]


def _add_gains(
    semantics: Semantics, base: float, joining: Sequence[tuple[int, float]], values: list[float]
) -> None:
    """Add to `values` what each player gains when they join in this order."""
    influence, kappa = semantics.influence.strength, semantics.kappa
    running = semantics.aggregation.running([part for _, part in joining])
    before = base
    for (player, _), total in zip(joining, running, strict=True):
        after = influence(base, total / kappa)
        values[player] += after - before
        before = after
