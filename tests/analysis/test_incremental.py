"""Kept strengths equal those from scratch to the last bit, whatever happened on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.graph import ATTACKS, SUPPORTS, ArgumentGraph, Relation, Undercut
from debate.analysis.incremental import LiveStrengths
from debate.analysis.semantics import H_CATEGORIZER, Semantics
from debate.analysis.strength import strengths
from tests.analysis.graphs import bipolar, graphs, signs, units

GRAPH = ArgumentGraph.of({"m": 0.5, "a": 0.7}, [("a", "m", 1)])
CIRCLE = ArgumentGraph.of({"m": 0.5, "a": 0.7}, [("a", "m", 1), ("m", "a", -1)])


def kept(live: LiveStrengths) -> dict[str, float]:
    """Return every strength that is kept."""
    return {name: live.strength(name) for name in live.graph().bases}


def from_scratch(live: LiveStrengths) -> dict[str, float]:
    """Return the strengths of the same graph, computed anew."""
    return dict(strengths(live.graph(), live.semantics).by_argument)


@given(graphs(), bipolar, st.data())
def test_kept_strengths_equal_those_from_scratch(
    graph: ArgumentGraph, semantics: Semantics, data: st.DataObject
) -> None:
    live = LiveStrengths(graph, semantics)
    for step in range(data.draw(st.integers(1, 6))):
        names = st.sampled_from(sorted(live.graph().bases))
        if data.draw(st.booleans()):
            live.reweigh(data.draw(names), data.draw(units))
        else:
            new = f"new{step}"
            targets = data.draw(st.lists(names, max_size=3, unique=True))
            bearers = data.draw(st.lists(names, max_size=2, unique=True))
            live.add(
                new,
                data.draw(units),
                [Relation(new, target, data.draw(signs), data.draw(units)) for target in targets],
                [Undercut(new, bearer, data.draw(units)) for bearer in bearers],
            )
        assert kept(live) == live.by_argument() == from_scratch(live)


@given(bipolar, units)
def test_a_relation_of_no_weight_leaves_the_base_to_the_last_bit(
    semantics: Semantics, base: float
) -> None:
    live = LiveStrengths(ArgumentGraph({"first": base}), semantics)
    live.add("second", 1.0, [Relation("second", "first", SUPPORTS, 0.0)])
    assert kept(live)["first"] == base == from_scratch(live)["first"]


@given(graphs(), bipolar, units, st.data())
def test_a_supposition_equals_the_graph_it_supposes(
    graph: ArgumentGraph, semantics: Semantics, base: float, data: st.DataObject
) -> None:
    live = LiveStrengths(graph, semantics)
    names = st.sampled_from(sorted(graph.bases))
    argument, topic = data.draw(names), data.draw(names)
    supposed = strengths(graph.with_base(argument, base), semantics).by_argument
    assert live.supposing(argument, base, topic) == supposed[topic]
    assert kept(live) == from_scratch(live)


@given(graphs(), bipolar, st.data())
def test_removal_equals_the_graph_without_the_argument(
    graph: ArgumentGraph, semantics: Semantics, data: st.DataObject
) -> None:
    live = LiveStrengths(graph, semantics)
    names = st.sampled_from(sorted(graph.bases))
    argument, topic = data.draw(names), data.draw(names)
    if argument == topic:
        with pytest.raises(ValueError, match="without itself"):
            live.without(argument, topic)
        return
    rest = strengths(graph.without(argument), semantics).by_argument
    assert live.without(argument, topic) == pytest.approx(rest[topic], abs=1e-12)
    assert kept(live) == from_scratch(live)


@pytest.mark.parametrize("graph", [GRAPH, CIRCLE], ids=["tree", "circle"])
def test_a_bad_addition_is_refused_and_changes_nothing(graph: ArgumentGraph) -> None:
    live = LiveStrengths(graph)
    for name, base, relations in (
        ("a", 0.5, []),
        ("b", 1.5, []),
        ("b", 0.5, [Relation("a", "m", ATTACKS)]),
        ("b", 0.5, [Relation("b", "x", ATTACKS)]),
        ("b", 0.5, [Relation("b", "b", ATTACKS)]),
        ("b", 0.5, [Relation("b", "m", ATTACKS), Relation("b", "m", SUPPORTS)]),
    ):
        with pytest.raises(ValueError, match=r"already|outside|start from|no argument|twice"):
            live.add(name, base, relations)
    assert live.graph() == graph
    assert kept(live) == from_scratch(live)


@pytest.mark.parametrize("graph", [GRAPH, CIRCLE], ids=["tree", "circle"])
def test_a_bad_base_score_is_refused_and_changes_nothing(graph: ArgumentGraph) -> None:
    live = LiveStrengths(graph)
    with pytest.raises(ValueError, match="outside"):
        live.reweigh("a", 1.5)
    with pytest.raises(ValueError, match="outside"):
        live.supposing("a", -0.5, "m")
    assert live.graph() == graph
    assert live.base("a") == 0.7


def test_an_unknown_argument_is_refused() -> None:
    live = LiveStrengths(GRAPH)
    for ask in (live.strength, live.base, lambda name: live.reweigh(name, 0.5)):
        with pytest.raises(ValueError, match="no argument 'x'"):
            ask("x")


def test_a_semantics_for_attacks_alone_refuses_a_support_whenever_it_comes() -> None:
    with pytest.raises(ValueError, match="attacks alone"):
        LiveStrengths(GRAPH, H_CATEGORIZER)
    live = LiveStrengths(ArgumentGraph({"m": 0.5}), H_CATEGORIZER)
    with pytest.raises(ValueError, match="attacks alone"):
        live.add("a", 0.5, [Relation("a", "m", SUPPORTS)])
    live.add("a", 0.5, [Relation("a", "m", ATTACKS)])
    assert live.strength("m") == pytest.approx(1 / 3)


def test_a_graph_can_grow_from_nothing() -> None:
    live = LiveStrengths(ArgumentGraph({}))
    live.add("m", 0.5)
    live.add("a", 0.7, [Relation("a", "m", SUPPORTS)])
    live.add("b", 0.9, [Relation("b", "a", ATTACKS)])
    assert kept(live) == from_scratch(live)
