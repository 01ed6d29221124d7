"""Vectors of disagreement: measures over bins, and measures of the sliders themselves."""

from __future__ import annotations

import math
from collections.abc import Sequence

from debate.analysis import disagreement, polarisation
from debate.analysis.refusal import Refused
from tests.vectors.plain import plain
from tests.vectors.registry import Case, Document, differences, tolerance


def check(case: Case, document: Document) -> list[str]:
    """Return the faults of one row of bins or one group of sliders."""
    found: dict[str, object] = {}
    if "frequencies" in case:
        found |= _binned(case["frequencies"])
    if "sliders" in case:
        found |= _sliders(case["sliders"])
    within = tolerance(case, document)
    return [
        fault
        for key, value in case["expected"].items()
        for fault in differences(key, value, plain(found.get(key, "no such figure")), within)
    ]


def _binned(counts: Sequence[int]) -> dict[str, object]:
    """Return every measure over bins under the names of the vectors."""
    bits = polarisation.entropy(counts)
    share = bits if isinstance(bits, Refused) else bits / math.log2(len(counts))
    return {
        "A": polarisation.agreement(counts),
        "leik_D": polarisation.leik(counts),
        "blair_lacy_l": polarisation.blair_lacy(counts),
        "tastle_cns": polarisation.tastle_wierman(counts),
        "entropy_bits": bits,
        "entropy_norm": share,
        "esteban_ray_08": polarisation.esteban_ray(counts, 0.8),
        "esteban_ray_13": polarisation.esteban_ray(counts, 1.3),
    }


def _sliders(values: Sequence[float]) -> dict[str, object]:
    """Return every measure of sliders under the names of the vectors."""
    return {
        "spread": disagreement.spread(values),
        "pairwise": disagreement.pairwise_distance(values),
        "bimodality": disagreement.bimodality(values),
        "bins5": polarisation.bins(values, 5),
        "bins7": polarisation.bins(values, 7),
    }
