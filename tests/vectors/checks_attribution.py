"""Vectors of attribution: removal, shares of the direct arguments, slopes."""

from __future__ import annotations

import math

from debate.analysis.attribution import removals
from debate.analysis.gradient import gradient
from debate.analysis.graph import ArgumentGraph
from debate.analysis.incremental import LiveStrengths
from debate.analysis.semantics import SEMANTICS
from debate.analysis.shapley import shares
from tests.vectors.registry import Case, Document, differences, tolerance

SLOPE_TOLERANCE = 1e-5
"""Slopes in the vectors are rounded to five decimals."""


def check(case: Case, document: Document) -> list[str]:
    """Return the faults of one graph."""
    semantics = SEMANTICS[case["semantics"]].with_kappa(case.get("kappa", 1.0))
    graph = ArgumentGraph.of(case["base"], case["edges"], case.get("undercuts", ()))
    topic, within = case["topic"], tolerance(case, document)
    live = LiveStrengths(graph, semantics)
    direct = shares(graph, topic, semantics)
    moved = {name: each.moved for name, each in removals(live, topic).items()}
    found = {
        "strength": live.strength(topic),
        "removal": {name: moved.get(name, 0.0) for name in case["expected"].get("removal", ())},
        "shapley_direct": direct,
    }
    faults = [
        fault
        for key, value in case["expected"].items()
        for fault in differences(key, value, found.get(key, "no such figure"), within)
    ]
    if not math.isclose(
        sum(direct.values()), live.strength(topic) - live.base(topic), abs_tol=1e-9
    ):
        faults.append("the shares do not add up to strength - base")
    slopes = gradient(graph, topic, semantics).slopes
    expected_slopes = case.get("gradient_1e5", {})
    known = {name: slopes[name] for name in expected_slopes}
    return [*faults, *differences("gradient", expected_slopes, known, SLOPE_TOLERANCE)]
