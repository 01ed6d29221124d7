"""Orders of computing, and cycles, against the definition."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.components import components, on_cycles
from debate.analysis.dependency_order import dependency_order

Predecessors = list[list[int]]


@st.composite
def dependencies(draw: st.DrawFn) -> Predecessors:
    size = draw(st.integers(0, 9))
    nodes = st.integers(0, max(size - 1, 0))
    return [draw(st.lists(nodes, max_size=3, unique=True)) for _ in range(size)]


def reach(predecessors: Predecessors, start: int) -> set[int]:
    """Return what a node depends on, directly or not."""
    met: set[int] = set()
    waiting = list(predecessors[start])
    while waiting:
        node = waiting.pop()
        if node not in met:
            met.add(node)
            waiting += predecessors[node]
    return met


@given(dependencies())
def test_an_order_has_every_node_after_all_it_depends_on(predecessors: Predecessors) -> None:
    order = dependency_order(predecessors)
    try:
        tuple(TopologicalSorter(dict(enumerate(predecessors))).static_order())
    except CycleError:
        assert order is None
    else:
        assert order is not None
        assert sorted(order) == list(range(len(predecessors)))
        place = {node: index for index, node in enumerate(order)}
        assert all(place[a] < place[b] for b, before in enumerate(predecessors) for a in before)


@given(dependencies())
def test_a_node_lies_on_a_cycle_when_it_depends_on_itself(predecessors: Predecessors) -> None:
    expected = {node for node in range(len(predecessors)) if node in reach(predecessors, node)}
    assert on_cycles(predecessors) == expected


@given(dependencies())
def test_a_component_holds_the_nodes_that_reach_each_other(predecessors: Predecessors) -> None:
    parts = components(predecessors)
    assert sorted(node for part in parts for node in part) == list(range(len(predecessors)))
    for part in parts:
        for node in part:
            mutual = {
                other
                for other in range(len(predecessors))
                if other in reach(predecessors, node) and node in reach(predecessors, other)
            }
            assert set(part) == mutual | {node}


def test_a_chain_of_fifty_thousand_replies_does_not_exhaust_the_stack() -> None:
    chain = [[node + 1] for node in range(49_999)] + [[]]
    assert dependency_order(chain) == list(range(49_999, -1, -1))
    assert len(components(chain)) == 50_000
