"""Slopes against differences, and the single weights that turn a motion."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from debate.analysis.aggregation import Energy, Product
from debate.analysis.gradient import Gradient, gradient
from debate.analysis.graph import ArgumentGraph
from debate.analysis.incremental import LiveStrengths
from debate.analysis.semantics import (
    DF_QUAD,
    H_CATEGORIZER,
    MLP_BASED,
    QUADRATIC_ENERGY,
    Semantics,
)
from debate.analysis.what_if import flips
from tests.analysis.graphs import bipolar, graphs

STEP = 1e-4
"""How far a base score is moved to see what the topic does."""


def by_difference(live: LiveStrengths, argument: str, topic: str) -> float:
    """Return the slope between two base scores close to the present one."""
    base = live.base(argument)
    low, high = base - STEP, base + STEP
    rise = live.supposing(argument, high, topic) - live.supposing(argument, low, topic)
    return rise / (2 * STEP)


def away_from_the_ends(graph: ArgumentGraph) -> ArgumentGraph:
    """Return the graph with every base score where it can be moved both ways."""
    bases = {name: 0.05 + 0.9 * base for name, base in graph.bases.items()}
    return ArgumentGraph(bases, graph.relations, graph.undercuts)


@given(graphs(acyclic=True), bipolar)
def test_slopes_equal_small_differences(graph: ArgumentGraph, semantics: Semantics) -> None:
    graph = away_from_the_ends(graph)
    live = LiveStrengths(graph, semantics)
    for argument, slope in gradient(graph, "0", semantics).slopes.items():
        # DF-QuAD has a corner at balance, where the two sides have slopes of their own.
        corner = semantics is DF_QUAD and abs(gradient(graph, argument, semantics).energy) < 0.01
        assume(not corner)
        assert slope == pytest.approx(by_difference(live, argument, "0"), abs=1e-3)


@given(graphs(most=5))
def test_slopes_on_a_circle_equal_small_differences(graph: ArgumentGraph) -> None:
    graph = away_from_the_ends(graph)
    found = gradient(graph, "0", MLP_BASED.with_kappa(4.0))
    assume(found.residual < 1e-8)
    live = LiveStrengths(graph, MLP_BASED.with_kappa(4.0))
    for argument, slope in found.slopes.items():
        assert slope == pytest.approx(by_difference(live, argument, "0"), abs=1e-3)


def test_slopes_on_a_knifes_edge_say_how_far_off_they_are() -> None:
    """Two bold mutual attackers keep each other in balance, but the least push would decide."""
    edge = ArgumentGraph.of({"a": 1.0, "b": 1.0}, [("a", "b", -1), ("b", "a", -1)])
    assert gradient(edge, "a").residual < 1e-8
    assert gradient(edge, "a", QUADRATIC_ENERGY.with_kappa(0.2)).residual > 1.0


def test_slopes_of_attacks_alone() -> None:
    graph = ArgumentGraph.of({"m": 0.8, "a": 0.5}, [("a", "m", -1)])
    found = gradient(graph, "m", H_CATEGORIZER).slopes
    assert found == pytest.approx({"m": 1 / 1.5, "a": -0.8 / 1.5**2})


def test_at_balance_the_slopes_are_flat() -> None:
    graph = ArgumentGraph.of({"m": 0.5, "a": 0.5, "b": 0.48}, [("a", "m", 1), ("b", "m", -1)])
    assert gradient(graph, "m").is_flat
    assert not gradient(graph.with_base("b", 0.1), "m").is_flat


def test_df_quad_at_balance_takes_the_mean_of_both_sides() -> None:
    graph = ArgumentGraph.of({"m": 0.9, "a": 0.5, "b": 0.5}, [("a", "m", 1), ("b", "m", -1)])
    assert gradient(graph, "m", DF_QUAD).slopes == {"m": 1.0, "a": 0.5, "b": -0.5}


def test_beyond_the_end_of_a_product_there_is_no_slope() -> None:
    graph = ArgumentGraph.of({"m": 0.5, "a": 0.5}, [("a", "m", 1)])
    assert gradient(graph, "m", DF_QUAD.with_kappa(0.25)).slopes == {"m": 0.0, "a": 0.0}


def test_an_unrelated_argument_has_no_slope() -> None:
    assert gradient(ArgumentGraph({"m": 0.5, "a": 0.5}), "m") == Gradient(
        {"m": 1.0, "a": 0.0}, 0.0, 0.0
    )
    with pytest.raises(ValueError, match="no argument 'x'"):
        gradient(ArgumentGraph({"m": 0.5}), "x")


@pytest.mark.parametrize("aggregation", [Energy(), Product()])
@given(parts=st.lists(st.floats(-1.0, 1.0), max_size=6))
def test_coalitions_and_running_totals_agree_with_the_total(
    aggregation: Energy | Product, parts: list[float]
) -> None:
    table = aggregation.coalitions(parts)
    for coalition, value in enumerate(table):
        members = [part for player, part in enumerate(parts) if coalition >> player & 1]
        assert value == pytest.approx(aggregation.total(members), abs=1e-12)
    running = [aggregation.total(parts[: size + 1]) for size in range(len(parts))]
    assert aggregation.running(parts) == pytest.approx(running, abs=1e-12)


# ------------------------------------------------------------------------------ flips


def test_the_smallest_change_that_turns_the_motion_comes_first() -> None:
    graph = ArgumentGraph.of(
        {"m": 0.5, "p": 0.8, "c1": 0.5, "c2": 0.1},
        [("p", "m", 1, 0.9), ("c1", "m", -1, 0.8), ("c2", "m", -1)],
    )
    found = flips(LiveStrengths(graph), "m")
    assert [flip.argument for flip in found] == ["c2", "p", "c1"]
    changes = [flip.change for flip in found]
    assert changes == pytest.approx([0.22, -0.22 / 0.9, 0.22 / 0.8], abs=1e-6)


@given(graphs(acyclic=True))
def test_just_beyond_a_turning_point_the_motion_has_turned(graph: ArgumentGraph) -> None:
    live = LiveStrengths(graph)
    side = live.strength("0") - 0.5
    for flip in flips(live, "0"):
        assert 0.0 <= flip.needed <= 1.0
        assert (live.supposing(flip.argument, flip.needed, "0") - 0.5) * side < 0.0


def test_a_motion_at_balance_has_no_side_to_turn_from() -> None:
    graph = ArgumentGraph.of({"m": 0.5, "p": 0.4, "c": 0.4}, [("p", "m", 1), ("c", "m", -1)])
    assert flips(LiveStrengths(graph), "m") == []


def test_a_motion_that_no_single_weight_can_turn_is_robust() -> None:
    graph = ArgumentGraph.of({"m": 0.5, "p": 0.9, "q": 0.9}, [("p", "m", 1), ("q", "m", 1)])
    assert flips(LiveStrengths(graph), "m") == []
