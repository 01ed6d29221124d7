"""Vectors of votes and allocations: one checker a kind of vote; fractions are written `n/d`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from debate.analysis import allocation, grading, majority, ranking, schulze
from tests.vectors.registry import Case, Document, differences, tolerance


def check(case: Case, document: Document) -> list[str]:
    """Return the faults of one vote of any kind."""
    found = _KINDS.get(case["kind"])
    if found is None:
        return [f"unknown kind {case['kind']!r}"]
    result = found(case)
    expected = case["expected"]
    if isinstance(result, Mapping) and case["kind"] == "ranking":
        result = {key: value for key, value in result.items() if key in expected}
    return list(differences(case["kind"], expected, result, tolerance(case, document)))


def _written(value: Fraction | None) -> str | None:
    """Return a fraction as the vectors write it, with its denominator always."""
    return None if value is None else f"{value.numerator}/{value.denominator}"


def _budget(case: Case) -> object:
    return allocation.budget(case["raw"], case.get("total", allocation.POINTS))


def _quadratic(case: Case) -> object:
    credit = case.get("credits", allocation.CREDITS)
    bought = allocation.quadratic(case["votes"].values(), credit)
    return {"cost": bought.cost, "valid": bought.is_valid, "max_on_new": bought.most_on_another}


def _majority(case: Case) -> object:
    given = dict(case["input"])
    rule = majority.Rule(given.pop("rule", "simple"))
    base = majority.Base(given.pop("base", "cast"))
    quorum = given.pop("quorum", None)
    found = majority.decision(
        majority.Count(**given),
        rule,
        base=base,
        quorum=None if quorum is None else Fraction(quorum),
    )
    return {
        "passed": found.is_carried,
        "quorum_met": found.is_quorate,
        "share": _written(found.share),
    }


def _ranking(case: Case) -> object:
    options = case["options"]
    rankings = [
        ranking.Ranking(tuple(tuple(tier) for tier in tiers), people)
        for people, tiers in case["ballots"]
    ]
    support = ranking.pairwise(options, rankings)
    points = ranking.borda(options, rankings)
    return {
        "pairwise": support,
        "schulze": schulze.schulze(options, support),
        "ranked_pairs": schulze.ranked_pairs(options, support),
        "borda": {option: _written(value) for option, value in points.items()},
    }


def _score(case: Case) -> object:
    found = grading.score(case["ballots"])
    return {option: [_written(each.mean), each.raters] for option, each in found.items()}


def _approval(case: Case) -> object:
    ballots = case["ballots"]
    options = case.get("options") or sorted({option for ballot in ballots for option in ballot})
    return grading.approval(options, ballots)


def _majority_judgment(case: Case) -> object:
    found = grading.majority_judgment(grade for grade in case["grades"] if grade is not None)
    return None if found is None else [found.grade, _written(found.above), _written(found.below)]


_KINDS: Mapping[str, Callable[[Case], object]] = MappingProxyType(
    {
        "approval": _approval,
        "budget": _budget,
        "majority": _majority,
        "majority_judgment": _majority_judgment,
        "qv": _quadratic,
        "ranking": _ranking,
        "score": _score,
    }
)
