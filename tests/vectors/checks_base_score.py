"""Vectors of the base score: what people gave one argument, joined in four ways."""

from __future__ import annotations

import re

from debate.analysis import base_score
from tests.vectors.registry import Case, Document, differences, tolerance

_SHRUNK = re.compile(r"shrunk_k(\d+)_prior(\d)(\d+)")
"""As `shrunk_k3_prior05`: three imagined raters at 0.5."""


def check(case: Case, document: Document) -> list[str]:
    """Return the faults of one list of ratings from 0 to 10, with null for no rating."""
    ratings = case["ratings_0_10"]
    found = {
        "mean": base_score.mean(ratings),
        "median": base_score.median(ratings),
        "trimmed20": base_score.trimmed(ratings),
    }
    for key in case["expected"]:
        named = _SHRUNK.fullmatch(key)
        if named:
            strength, whole, decimals = named.groups()
            prior = float(f"{whole}.{decimals}")
            found[key] = base_score.shrunk(ratings, strength=float(strength), prior=prior)
    within = tolerance(case, document)
    return [
        fault
        for key, value in case["expected"].items()
        for fault in differences(key, value, found.get(key, "no such figure"), within)
    ]
