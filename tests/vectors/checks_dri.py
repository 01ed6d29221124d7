"""Vectors of the Deliberative Reason Index, standard, modified and person by person."""

from __future__ import annotations

from debate.analysis import reason_index
from tests.vectors.plain import plain
from tests.vectors.registry import Case, Document, differences, tolerance


def check(case: Case, document: Document) -> list[str]:
    """Return the faults of one group's ratings and rankings."""
    pairs = reason_index.pairs(case["considerations"], case["preference_ranks"])
    found = {
        "pairs": len(pairs),
        "standard": reason_index.standard_index(pairs),
        "modified": reason_index.modified_index(pairs),
        "individual_modified": reason_index.individual_indices(pairs),
    }
    within = tolerance(case, document)
    return [
        fault
        for key, value in case["expected"].items()
        for fault in differences(key, value, plain(found.get(key, "no such figure")), within)
    ]
