"""Vectors of the gradual semantics: strengths of whole graphs, with and without cycles."""

from __future__ import annotations

from debate.analysis.graph import ArgumentGraph
from debate.analysis.semantics import SEMANTICS
from debate.analysis.strength import strengths
from tests.vectors.registry import Case, Document, differences, tolerance


def check(case: Case, document: Document) -> list[str]:
    """Return the faults of one graph."""
    semantics = SEMANTICS[case["semantics"]].with_kappa(case.get("kappa", 1.0))
    graph = ArgumentGraph.of(case["base"], case["edges"], case.get("undercuts", ()))
    found = strengths(graph, semantics)
    within = tolerance(case, document)
    faults = list(differences("strength", case["expected"], found.by_argument, within))
    if "cyclic" in case and bool(found.cyclic) is not case["cyclic"]:
        faults.append(f"cyclic: expected {case['cyclic']}, found {sorted(found.cyclic)}")
    return faults
