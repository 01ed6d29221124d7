"""Ballots that judge each option on its own: score, approval, majority judgment.

What somebody did not judge is missing, never the lowest grade; so each result says how many judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """The mean of what people gave one option."""

    mean: Fraction
    raters: int


def score(ballots: Iterable[Mapping[str, float | Fraction | None]]) -> dict[str, Score]:
    """Return the mean score of every option that anybody scored, as an exact fraction.

    Args:
        ballots: What each person gave each option; missing or None is not scored.
    """
    given: dict[str, list[Fraction]] = {}
    for ballot in ballots:
        for option, value in ballot.items():
            if value is not None:
                given.setdefault(option, []).append(Fraction(value))
    return {
        option: Score(sum(values, Fraction(0)) / len(values), len(values))
        for option, values in given.items()
    }


def approval(options: Sequence[str], ballots: Iterable[Iterable[str]]) -> dict[str, int]:
    """Return how many people approve of each option (Brams and Fishburn 1978, APSR).

    Args:
        options: What can be approved of.
        ballots: What each person approves of; naming an option twice counts once.

    Raises:
        ValueError: If a ballot names an option that does not exist.
    """
    approvals = dict.fromkeys(options, 0)
    for ballot in ballots:
        for option in set(ballot):
            if option not in approvals:
                raise ValueError(f"there is no option {option!r}")
            approvals[option] += 1
    return approvals


@dataclass(frozen=True, slots=True)
class MajorityGrade:
    """The grade that a majority gives at least, and how the rest lean."""

    grade: int
    """The lower median: at least half gave this or less, and more than half this or more."""
    above: Fraction
    """The share of people who gave more."""
    below: Fraction
    """The share of people who gave less."""

    @property
    def order(self) -> tuple[int, Fraction]:
        """Sort by this, best last: a larger share above lifts a grade, otherwise below sinks it.

        The majority gauge of Balinski and Laraki 2007.
        """
        return self.grade, self.above if self.above > self.below else -self.below


def majority_judgment(grades: Iterable[int]) -> MajorityGrade | None:
    """Return the majority grade of one option, or None when nobody graded it.

    Balinski and Laraki 2007, *A theory of measuring, electing, and ranking*, PNAS 104.

    Args:
        grades: The grade each person gave, a higher number being better.
    """
    ordered = sorted(grades)
    if not ordered:
        return None
    size = len(ordered)
    middle = ordered[(size - 1) // 2]
    return MajorityGrade(
        middle,
        Fraction(sum(grade > middle for grade in ordered), size),
        Fraction(sum(grade < middle for grade in ordered), size),
    )
