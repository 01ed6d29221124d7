"""Vectors of representative statements and group-informed consensus."""

from __future__ import annotations

import math

from debate.analysis.consensus import group_informed_consensus
from debate.analysis.representative import Answer, Tally, leaning
from tests.vectors.registry import Case, Document, differences, tolerance


def check(case: Case, document: Document) -> list[str]:
    """Return the faults of one statement: a group's counts beside those of the others."""
    inside, outside = Tally(*case["inn"]), Tally(*case["rest"])
    agree, disagree = (leaning(inside, outside, answer) for answer in Answer)
    found = {
        "na": inside.agree,
        "nd": inside.disagree,
        "ns": inside.seen,
        "pa": agree.share,
        "pat": agree.share_z,
        "ra": agree.ratio,
        "rat": agree.ratio_z,
        "pd": disagree.share,
        "pdt": disagree.share_z,
        "rd": disagree.ratio,
        "rdt": disagree.ratio_z,
        "gic_agree": group_informed_consensus([inside, outside]),
        "passes": agree.is_representative or disagree.is_representative,
    }
    expected = {
        **case["expected"],
        **{key: case[key] for key in ("gic_agree", "passes") if key in case},
    }
    within = tolerance(case, document)
    return [
        fault
        for key, value in expected.items()
        for fault in differences(key, value, found.get(key, math.nan), within)
    ]
