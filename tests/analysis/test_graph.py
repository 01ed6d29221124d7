"""What a graph refuses, and that changing one makes another."""

from __future__ import annotations

import math

import pytest

from debate.analysis.graph import ATTACKS, SUPPORTS, ArgumentGraph, Relation, Undercut

GRAPH = ArgumentGraph.of(
    {"m": 0.5, "a": 0.7, "u": 0.4}, [("a", "m", 1, 0.5)], undercuts=[("u", "a")]
)


def test_plain_tuples_become_relations_and_undercuts() -> None:
    assert GRAPH.relations == (Relation("a", "m", SUPPORTS, 0.5),)
    assert GRAPH.undercuts == (Undercut("u", "a"),)


def test_a_graph_keeps_its_own_copy_of_the_base_scores() -> None:
    bases = {"m": 0.5}
    graph = ArgumentGraph(bases)
    bases["m"] = 0.9
    assert graph.bases["m"] == 0.5


@pytest.mark.parametrize("base", [-0.1, 1.1, math.nan, math.inf])
def test_a_base_score_outside_the_unit_is_refused(base: float) -> None:
    with pytest.raises(ValueError, match="outside"):
        ArgumentGraph({"m": base})


def test_a_weight_outside_the_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="the weight from 'a'"):
        ArgumentGraph.of({"m": 0.5, "a": 0.5}, [("a", "m", 1, 2.0)])
    with pytest.raises(ValueError, match="the weight from 'u'"):
        ArgumentGraph({"m": 0.5, "u": 0.5}, (), (Undercut("u", "m", -1.0),))


def test_a_relation_to_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no argument 'x'"):
        ArgumentGraph.of({"m": 0.5}, [("x", "m", 1)])
    with pytest.raises(ValueError, match="no argument 'y'"):
        ArgumentGraph.of({"m": 0.5}, [], [("m", "y")])


def test_the_same_relation_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="the relation from 'a' to 'm' is there twice"):
        ArgumentGraph.of({"m": 0.5, "a": 0.5}, [("a", "m", 1), ("a", "m", -1)])


def test_another_base_score_makes_another_graph() -> None:
    changed = GRAPH.with_base("a", 0.1)
    assert (GRAPH.bases["a"], changed.bases["a"]) == (0.7, 0.1)
    assert changed.relations == GRAPH.relations
    with pytest.raises(ValueError, match="no argument 'x'"):
        GRAPH.with_base("x", 0.1)


def test_another_argument_makes_another_graph() -> None:
    changed = GRAPH.with_argument("b", 0.3, [Relation("b", "m", ATTACKS)], [Undercut("b", "u")])
    assert "b" not in GRAPH.bases
    assert changed.relations[-1].source == changed.undercuts[-1].source == "b"
    with pytest.raises(ValueError, match="already"):
        changed.with_argument("b", 0.3)


def test_taking_an_argument_out_takes_what_it_said_and_was_told() -> None:
    rest = GRAPH.without("a")
    assert dict(rest.bases) == {"m": 0.5, "u": 0.4}
    assert not rest.relations
    assert not rest.undercuts
