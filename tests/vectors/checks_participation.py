"""Vectors of participation: equality, turns, balance and cross-cutting exposure."""

from __future__ import annotations

from debate.analysis import exposure, participation
from tests.vectors.plain import plain
from tests.vectors.registry import Case, Document, differences, tolerance


def check(case: Case, document: Document) -> list[str]:
    """Return the faults of one case: counts, an order of turns, two sides, or a whole debate."""
    found: dict[str, object] = {}
    if "counts" in case:
        found |= _equality(case["counts"])
    if "order" in case:
        found["turn_gap"] = participation.turn_gap(case["order"])
    if "pro" in case:
        found["stance_balance"] = participation.stance_balance(case["pro"], case["con"])
    if "side" in case:
        found |= _exposure(case)
    within = tolerance(case, document)
    return [
        fault
        for key, value in case["expected"].items()
        for fault in differences(key, value, plain(found.get(key, "no such figure")), within)
    ]


def _equality(counts: list[int]) -> dict[str, object]:
    """Return the measures of equality under the names of the vectors."""
    return {
        "gini": participation.gini(counts),
        "gini_plain": participation.plain_gini(counts),
        "lorenz": participation.lorenz(counts),
        "top1_share": participation.top_share(counts),
        "evenness": participation.evenness(counts),
    }


def _exposure(case: Case) -> dict[str, object]:
    """Return what people took in of the other side under the names of the vectors."""
    found = exposure.exposures(case["side"], case["argument_side"], case["rated"])
    return {
        "per_person": {
            person: {
                "other": plain(one.other),
                "own": plain(one.own),
                "ei": plain(one.external),
                "gap": plain(one.gap),
            }
            for person, one in found.items()
        },
        "mean_other": exposure.cross_cutting(found),
        "steelman": exposure.steelman_share(
            case["side"], case["argument_side"], case.get("endorsed", {})
        ),
    }
