"""Removal and shares: what an argument did to the motion."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given

from debate.analysis.attribution import bearing_on, removal, removals
from debate.analysis.graph import ATTACKS, SUPPORTS, ArgumentGraph, Relation
from debate.analysis.incremental import LiveStrengths
from debate.analysis.semantics import DF_QUAD, QUADRATIC_ENERGY, Semantics
from debate.analysis.shapley import EXACT_TO, shares
from debate.analysis.strength import strengths
from tests.analysis.graphs import bipolar, flat_debates, graphs, trees

DEBATE = ArgumentGraph.of(
    {"m": 0.5, "p1": 0.8, "p2": 0.3, "c": 0.6}, [("p1", "m", 1), ("p2", "m", 1), ("c", "m", -1)]
)


def test_the_sentence_beside_an_argument_is_true() -> None:
    """Without p1 and its replies the motion stands at .459."""
    found = removal(LiveStrengths(DEBATE), "p1", "m")
    assert found.without == pytest.approx(0.4587, abs=5e-5)
    assert found.moved == pytest.approx(0.1413, abs=5e-5)


@given(trees(), bipolar)
def test_removing_a_leaf_equals_the_debate_in_which_it_was_never_said(
    graph: ArgumentGraph, semantics: Semantics
) -> None:
    live = LiveStrengths(graph, semantics)
    whole = strengths(graph, semantics).by_argument["0"]
    for argument, found in removals(live, "0").items():
        rest = strengths(graph.without(argument), semantics).by_argument["0"]
        assert found.without == pytest.approx(rest, abs=1e-12)
        assert found.moved == pytest.approx(whole - rest, abs=1e-12)


def test_replies_leave_with_the_argument_they_are_about() -> None:
    graph = DEBATE.with_argument("r", 0.9, [Relation("r", "c", ATTACKS)])
    without = removals(LiveStrengths(graph), "m")["c"].without
    assert without == removals(LiveStrengths(DEBATE), "m")["c"].without


def test_only_what_can_reach_the_topic_has_a_removal() -> None:
    graph = ArgumentGraph.of(
        {"m": 0.5, "n": 0.5, "a": 0.5, "b": 0.5, "u": 0.5},
        [("a", "m", 1), ("b", "n", 1)],
        [("u", "a")],
    )
    assert bearing_on(graph, "m") == ["a", "u"]
    assert set(removals(LiveStrengths(graph), "n")) == {"b"}
    with pytest.raises(ValueError, match="no argument"):
        bearing_on(graph, "x")


def test_a_topic_on_a_circle_does_not_bear_on_itself() -> None:
    graph = ArgumentGraph.of({"m": 0.5, "a": 0.7}, [("a", "m", 1), ("m", "a", -1)])
    assert bearing_on(graph, "m") == ["a"]
    assert removals(LiveStrengths(graph), "m")["a"].without == 0.5


# ------------------------------------------------------------------------------ shares


def by_definition(graph: ArgumentGraph, semantics: Semantics) -> dict[str, float]:
    """Return the mean gain of each direct argument over every order of joining."""
    players = [relation.source for relation in graph.relations]
    gains = dict.fromkeys(players, 0.0)
    orders = list(permutations(players))
    for order in orders:
        present: set[str] = set()
        before = graph.bases["m"]
        for player in order:
            present.add(player)
            relations = tuple(r for r in graph.relations if r.source in present)
            after = strengths(ArgumentGraph(graph.bases, relations), semantics).by_argument["m"]
            gains[player] += (after - before) / len(orders)
            before = after
    return gains


@given(flat_debates(most=4), bipolar)
def test_shares_are_the_mean_over_every_order_of_joining(
    graph: ArgumentGraph, semantics: Semantics
) -> None:
    assert shares(graph, "m", semantics) == pytest.approx(by_definition(graph, semantics), abs=1e-9)


@given(graphs(), bipolar)
def test_shares_add_up(graph: ArgumentGraph, semantics: Semantics) -> None:
    found = strengths(graph, semantics)
    together = sum(shares(graph, "0", semantics).values())
    moved = found.by_argument["0"] - graph.bases["0"]
    assert together == pytest.approx(moved, abs=max(1e-8, 2 * found.residual))


@pytest.mark.parametrize("semantics", [QUADRATIC_ENERGY, DF_QUAD], ids=lambda each: each.name)
def test_shares_of_a_crowd_add_up_and_never_change(semantics: Semantics) -> None:
    count = EXACT_TO + 8
    bases = {"m": 0.5} | {f"a{index}": 0.03 * index for index in range(count)}
    relations = tuple(
        Relation(f"a{index}", "m", SUPPORTS if index % 3 else ATTACKS) for index in range(count)
    )
    graph = ArgumentGraph(bases, relations)
    found = shares(graph, "m", semantics)
    moved = strengths(graph, semantics).by_argument["m"] - 0.5
    assert sum(found.values()) == pytest.approx(moved)
    assert found == shares(graph, "m", semantics)
    assert all(found[r.source] * r.sign >= 0.0 for r in relations)


def test_sampled_shares_lie_close_to_the_exact_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = ArgumentGraph.of(
        {"m": 0.5} | {f"a{i}": 0.08 * i for i in range(12)},
        [(f"a{i}", "m", 1 if i % 2 else -1) for i in range(12)],
    )
    exact = shares(graph, "m")
    monkeypatch.setattr("debate.analysis.shapley.EXACT_TO", 0)
    assert shares(graph, "m") == pytest.approx(exact, abs=0.02)


def test_a_topic_that_is_not_there_has_no_shares() -> None:
    with pytest.raises(ValueError, match="no argument 'x'"):
        shares(DEBATE, "x")
