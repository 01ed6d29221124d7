"""What the opinion groups share, and which statement is worth showing next.

A majority can be one large group; group-informed consensus is high only where every group agrees.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from debate.analysis.representative import Answer, Tally

META_PRIORITY = 49.0
"""The priority of statements about the conversation itself."""


@dataclass(frozen=True, slots=True)
class Consensus:
    """How far all groups agree, or disagree, with one statement."""

    statement: str
    agree: float
    """Group-informed consensus on agreeing, strictly between 0 and 1."""
    disagree: float
    """The same on disagreeing."""

    def to_json(self) -> dict[str, object]:
        """Return the consensus as a JSON object."""
        return {"statement": self.statement, "agree": self.agree, "disagree": self.disagree}


def group_informed_consensus(groups: Iterable[Tally], answer: Answer = Answer.AGREE) -> float:
    """Return the product over the groups of `(A + 1) / (S + 2)` (Small et al. 2021, *Polis*).

    Args:
        groups: How each group answered a statement.
        answer: On which answer the groups would agree.

    Returns:
        Strictly between 0 and 1; (1/2)**groups when nobody has seen the statement.
    """
    return math.prod(one.share(answer) for one in groups)


def consensuses(answered: Mapping[str, tuple[Tally, ...]]) -> tuple[Consensus, ...]:
    """Return the consensus on every statement, the most agreed first, then by id.

    Args:
        answered: How each group answered each statement.
    """
    found = [
        Consensus(
            statement=statement,
            agree=group_informed_consensus(groups),
            disagree=group_informed_consensus(groups, Answer.DISAGREE),
        )
        for statement, groups in answered.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.agree, one.statement)))


def priority(everybody: Tally, extremity: float, *, is_meta: bool = False) -> float:
    """Return how worthwhile it is to show a statement to the next person, 0 or more.

    `((1 - p) (E + 1) a (1 + 8 * 2**(-S / 5)))**2`: few pass on it (p) and many agree (a), both
    smoothed, it separates people (E), and it is new (S answers so far). After the routing of Polis.

    Args:
        everybody: How all people answered it.
        extremity: The length of its projection, 0 or more (`Projection.extremity`).
        is_meta: Whether it is about the conversation itself; then always 49.
    """
    if is_meta:
        return META_PRIORITY
    passes = everybody.seen - everybody.agree - everybody.disagree
    passed = (passes + 1) / (everybody.seen + 2)
    newness = 1 + 8 * math.pow(2, -everybody.seen / 5)
    worth = (1 - passed) * (extremity + 1) * everybody.share(Answer.AGREE) * newness
    return worth**2
