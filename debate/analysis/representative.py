"""What each opinion group is known by: the statements it answers unlike the others.

A statement represents a group when clearly more of its members than of the others agree (or
disagree) and clearly more than half of them do; both by one-sided tests at 90 %. No statement is
called representative for lack of a better one: a group without any simply has none.

Source: Small et al. 2021, *Polis: scaling deliberation by mapping high dimensional opinion spaces*,
and the measures of its mathematics server.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from debate.analysis.groups import Groups
from debate.analysis.opinions import Opinions

Z90 = 1.2816
"""The normal deviate that 90 % lie below."""
LIMIT = 5
"""At most so many statements represent a group."""
LEANS = 0.2
"""A slider answer from here on agrees, from its opposite on it disagrees; between is a pass."""


class Answer(StrEnum):
    """Which way a group answers a statement."""

    AGREE = "agree"
    DISAGREE = "disagree"


@dataclass(frozen=True, slots=True)
class Tally:
    """How some people answered one statement."""

    agree: int
    disagree: int
    seen: int
    """All who answered, passes included."""

    def count(self, answer: Answer) -> int:
        """Return how many gave one answer."""
        return self.agree if answer is Answer.AGREE else self.disagree

    def share(self, answer: Answer) -> float:
        """Return the smoothed share `(count + 1) / (seen + 2)`, strictly between 0 and 1."""
        return (self.count(answer) + 1) / (self.seen + 2)


def tally(answers: Iterable[float | None]) -> Tally:
    """Return how many of some answers (-1 to 1, None is not seen) agree and disagree."""
    given = [answer for answer in answers if answer is not None]
    return Tally(
        agree=sum(answer >= LEANS for answer in given),
        disagree=sum(answer <= -LEANS for answer in given),
        seen=len(given),
    )


@dataclass(frozen=True, slots=True)
class Leaning:
    """How far a group leans to one answer, by itself and beside the others."""

    share: float
    """Smoothed share of the group that gives the answer (`pa`, `pd` in Polis)."""
    share_z: float
    """How far that is above one half: `2 sqrt(S+1) ((A+1)/(S+1) - 1/2)` (`pat`, `pdt`)."""
    ratio: float
    """That share over the share of the others (`ra`, `rd`)."""
    ratio_z: float
    """How far above the others: a two-proportion z with 1 added to all four counts (`rat`)."""

    @property
    def is_representative(self) -> bool:
        """Whether the lean is clear by itself and clearer than that of the others."""
        return self.share_z > Z90 and self.ratio_z > Z90

    @property
    def force(self) -> float:
        """What representative statements are ranked by."""
        return self.ratio * self.ratio_z * self.share * self.share_z


def leaning(inside: Tally, outside: Tally, answer: Answer) -> Leaning:
    """Return how far the people inside a group lean to an answer, beside those outside it."""
    given, seen = inside.count(answer) + 1, inside.seen + 1
    return Leaning(
        share=inside.share(answer),
        share_z=2 * math.sqrt(seen) * (given / seen - 0.5),
        ratio=inside.share(answer) / outside.share(answer),
        ratio_z=_two_proportions(given, seen, outside.count(answer) + 1, outside.seen + 1),
    )


def _two_proportions(one: int, of_one: int, other: int, of_other: int) -> float:
    """Return the pooled z of the difference of two proportions; 0 when all are hits."""
    pooled = (one + other) / (of_one + of_other)
    if pooled == 1:
        return 0.0
    error = math.sqrt(pooled * (1 - pooled) * (1 / of_one + 1 / of_other))
    return (one / of_one - other / of_other) / error


@dataclass(frozen=True, slots=True)
class Representative:
    """A statement that tells a group from the others, and how the group answers it."""

    statement: str
    answer: Answer
    inside: Tally
    outside: Tally
    leaning: Leaning

    def to_json(self) -> dict[str, object]:
        """Return the statement as a JSON object with its counts and measures."""
        return {
            "statement": self.statement,
            "answer": self.answer.value,
            "inside": [self.inside.agree, self.inside.disagree, self.inside.seen],
            "outside": [self.outside.agree, self.outside.disagree, self.outside.seen],
            "share": self.leaning.share,
            "ratio": self.leaning.ratio,
            "force": self.leaning.force,
        }


def tallies(opinions: Opinions, groups: Groups) -> dict[str, tuple[Tally, ...]]:
    """Return, for each statement that was not rejected, how each group answered it."""
    rows = [[opinions.rows[row] for row in groups.rows_of(g)] for g in range(len(groups.sizes))]
    return {
        statement: tuple(tally(row[column] for row in of_group) for of_group in rows)
        for column, statement in enumerate(opinions.statements)
        if statement not in opinions.rejected
    }


def representatives(
    answered: Mapping[str, tuple[Tally, ...]], group: int
) -> tuple[Representative, ...]:
    """Return the statements that represent a group, at most five.

    The one it most clearly agrees with has a place and comes first; the others follow by force.

    Args:
        answered: How each group answered each statement.
        group: Which of the groups.
    """
    found = []
    for statement, of_groups in answered.items():
        outside = _added(of_groups[:group] + of_groups[group + 1 :])
        candidate = _candidate(statement, of_groups[group], outside)
        if candidate.leaning.is_representative:
            found.append(candidate)
    found.sort(key=lambda one: one.leaning.force, reverse=True)
    best = [one for one in found if one.answer is Answer.AGREE][:1]
    return tuple([*best, *(one for one in found if one not in best)][:LIMIT])


def _candidate(statement: str, inside: Tally, outside: Tally) -> Representative:
    """Return a statement with the answer that sets the people inside apart the most."""
    agree, disagree = (leaning(inside, outside, answer) for answer in Answer)
    if agree.ratio_z > disagree.ratio_z:
        return Representative(statement, Answer.AGREE, inside, outside, agree)
    return Representative(statement, Answer.DISAGREE, inside, outside, disagree)


def _added(parts: Sequence[Tally]) -> Tally:
    """Return the tallies of several groups as one."""
    return Tally(
        agree=sum(part.agree for part in parts),
        disagree=sum(part.disagree for part in parts),
        seen=sum(part.seen for part in parts),
    )
