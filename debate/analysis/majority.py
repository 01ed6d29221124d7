"""Whether a motion is carried: thresholds in exact fractions, quorum, consent.

Shares are fractions, so that 6 of 9 is two thirds and 0.6667 is never compared. A quorum that is
not met is a state of its own: the meeting has not decided, whatever the share.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import assert_never


class Rule(StrEnum):
    """What it takes to carry a motion."""

    SIMPLE = "simple"
    """More than half."""
    TWO_THIRDS = "two_thirds"
    """Two thirds or more."""
    THREE_QUARTERS = "three_quarters"
    """Three quarters or more."""
    UNANIMITY = "unanimity"
    """All."""
    CONSENT = "consent"
    """Nobody blocks; a no is a concern, not a block."""
    CONSENSUS_MINUS_ONE = "consensus_minus_one"
    """At most one person says no or blocks."""


class Base(StrEnum):
    """Of whom a share is taken."""

    CAST = "cast"
    """Those who said yes or no."""
    PRESENT = "present"
    """Everybody who took part: also those who abstained or blocked."""
    ELIGIBLE = "eligible"
    """Everybody who may vote."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many people said what.

    Raises:
        ValueError: If a number is below 0, or more people took part than may vote.
    """

    yes: int
    no: int
    abstain: int = 0
    blocks: int = 0
    """Those who object so strongly that they withhold consent; not counted among the no's."""
    eligible: int | None = None
    """How many may vote; None when nobody knows."""

    def __post_init__(self) -> None:
        """Refuse counts of fewer than nobody or more than everybody."""
        if min(self.yes, self.no, self.abstain, self.blocks) < 0:
            raise ValueError("nobody counts fewer than 0 people")
        if self.eligible is not None and self.eligible < self.present:
            raise ValueError(f"{self.present} took part and {self.eligible} may vote")

    @property
    def present(self) -> int:
        """How many took part."""
        return self.yes + self.no + self.abstain + self.blocks

    def of(self, base: Base) -> int:
        """Return how many people a share is taken of.

        Raises:
            ValueError: If it is of the eligible and their number is not known.
        """
        match base:
            case Base.CAST:
                return self.yes + self.no
            case Base.PRESENT:
                return self.present
            case Base.ELIGIBLE:
                return self.known_eligible
            case _:
                assert_never(base)

    @property
    def known_eligible(self) -> int:
        """How many may vote.

        Raises:
            ValueError: If nobody knows.
        """
        if self.eligible is None:
            raise ValueError("how many may vote is not known")
        return self.eligible


@dataclass(frozen=True, slots=True)
class Decision:
    """What the count comes to."""

    is_carried: bool
    """Whether the motion is carried: the rule holds and the quorum is met."""
    is_quorate: bool
    """Whether enough people took part for any decision."""
    share: Fraction | None
    """The yes votes as a share of the base; None when the base is nobody."""


def decision(
    count: Count,
    rule: Rule = Rule.SIMPLE,
    *,
    base: Base = Base.CAST,
    quorum: Fraction | None = None,
) -> Decision:
    """Return whether a motion is carried.

    Args:
        count: How many people said what.
        rule: What it takes.
        base: Of whom the share is taken, for the rules that have one.
        quorum: The share of the eligible who must take part, in [0, 1]; without it, anybody.

    Raises:
        ValueError: If a quorum or the base asks for the number of eligible and it is not known.
    """
    of = count.of(base)
    share = Fraction(count.yes, of) if of else None
    quorate = is_quorate(count, quorum)
    return Decision(quorate and _holds(rule, count, share), quorate, share)


def is_quorate(count: Count, quorum: Fraction | None) -> bool:
    """Tell whether enough people took part; those who abstain did, and an empty room never does."""
    if not count.present:
        return False
    return quorum is None or count.present >= quorum * count.known_eligible


def _holds(rule: Rule, count: Count, share: Fraction | None) -> bool:
    """Tell whether the rule is satisfied; no share satisfies no threshold."""
    match rule:
        case Rule.SIMPLE:
            return share is not None and share > Fraction(1, 2)
        case Rule.TWO_THIRDS:
            return share is not None and share >= Fraction(2, 3)
        case Rule.THREE_QUARTERS:
            return share is not None and share >= Fraction(3, 4)
        case Rule.UNANIMITY:
            return share == 1
        case Rule.CONSENT:
            return count.blocks == 0
        case Rule.CONSENSUS_MINUS_ONE:
            return count.no + count.blocks <= 1
        case _:
            assert_never(rule)
