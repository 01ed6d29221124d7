"""Vectors of comparing groups: Cliff's delta, its interval, its p, and the Simpson guard."""

from __future__ import annotations

from debate.analysis import comparison, strata
from debate.analysis.refusal import Refused
from tests.vectors.plain import plain
from tests.vectors.registry import Case, Document, differences, tolerance


def check(case: Case, document: Document) -> list[str]:
    """Return the faults of two samples, or of several groups with two sides each."""
    found = _stratified(case) if "strata" in case else _compared(case)
    within = tolerance(case, document)
    return [
        fault
        for key, value in case["expected"].items()
        for fault in differences(key, value, plain(found.get(key, "no such figure")), within)
    ]


def _compared(case: Case) -> dict[str, object]:
    """Return the comparison of two samples under the names of the vectors."""
    left, right = case["x"], case["y"]
    delta = comparison.cliffs_delta(left, right)
    return {
        "delta": delta,
        "ci95": comparison.delta_interval(left, right),
        "magnitude": delta if isinstance(delta, Refused) else comparison.magnitude(delta).value,
        "perm_p": comparison.permutation_p(left, right),
    }


def _stratified(case: Case) -> dict[str, object]:
    """Return the guarded comparison of several groups under the names of the vectors."""
    found = strata.stratified(case["strata"])
    if isinstance(found, Refused):
        return {"pooled": None, "common": None, "per": None, "flag": None}
    return {
        "pooled": found.pooled,
        "common": found.common,
        "per": {name: plain(delta) for name, delta in found.groups.items()},
        "flag": found.reversal.value,
    }
