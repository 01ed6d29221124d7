"""Argument graphs for the laws: trees, graphs without cycles, and graphs of any shape."""

from __future__ import annotations

from hypothesis import strategies as st

from debate.analysis.graph import ATTACKS, SUPPORTS, ArgumentGraph, Relation, Undercut
from debate.analysis.semantics import (
    DF_QUAD,
    EULER_BASED,
    H_CATEGORIZER,
    MLP_BASED,
    QUADRATIC_ENERGY,
    SQUARED_DF_QUAD,
    Semantics,
)

BIPOLAR = (QUADRATIC_ENERGY, DF_QUAD, SQUARED_DF_QUAD, EULER_BASED, MLP_BASED)
"""Every semantics that is defined for any graph."""
ALL = (*BIPOLAR, H_CATEGORIZER)

units = st.one_of(st.sampled_from([0.0, 0.5, 1.0]), st.floats(0.0, 1.0))
"""Base scores and weights."""
bipolar: st.SearchStrategy[Semantics] = st.sampled_from(BIPOLAR)
signs = st.sampled_from([SUPPORTS, ATTACKS])


@st.composite
def trees(draw: st.DrawFn, most: int = 12) -> ArgumentGraph:
    """Draw a tree under the motion `0`, in which some arguments undercut what they reply to."""
    size = draw(st.integers(1, most))
    bases = {str(node): draw(units) for node in range(size)}
    relations: list[Relation] = []
    undercuts: list[Undercut] = []
    for node in range(1, size):
        parent = draw(st.integers(0, node - 1))
        if parent and draw(st.integers(0, 3)) == 0:
            undercuts.append(Undercut(str(node), str(parent), draw(units)))
        else:
            relations.append(Relation(str(node), str(parent), draw(signs), draw(units)))
    return ArgumentGraph(bases, tuple(relations), tuple(undercuts))


@st.composite
def graphs(draw: st.DrawFn, most: int = 8, *, acyclic: bool = False) -> ArgumentGraph:
    """Draw a graph of any shape, or one in which every relation goes to a lower number."""
    size = draw(st.integers(1, most))
    nodes = st.integers(0, size - 1)
    pairs = st.tuples(nodes, nodes).filter(lambda pair: not acyclic or pair[0] > pair[1])
    ends = st.lists(pairs, max_size=2 * size, unique=True) if size > 1 else st.just([])
    return ArgumentGraph(
        {str(node): draw(units) for node in range(size)},
        tuple(Relation(str(a), str(b), draw(signs), draw(units)) for a, b in draw(ends)),
        tuple(Undercut(str(a), str(b), draw(units)) for a, b in draw(ends)[:3]),
    )


@st.composite
def flat_debates(draw: st.DrawFn, most: int = 8) -> ArgumentGraph:
    """Draw a motion `m` at one half with direct arguments only."""
    count = draw(st.integers(0, most))
    names = [f"a{index}" for index in range(count)]
    return ArgumentGraph(
        {"m": 0.5, **{name: draw(units) for name in names}},
        tuple(Relation(name, "m", draw(signs), draw(units)) for name in names),
    )
