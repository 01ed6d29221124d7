"""Which side gained the debate: the result by sides, and who crossed from one to the other.

The winner is decided on counts of people, never on rounded percentages, and the table of crossings
always goes with it, because a net figure hides who moved. It refuses percentages below 20 people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from debate.analysis.refusal import Reason, Refused
from debate.analysis.shift import Pairs
from debate.analysis.significance import mcnemar_p

NEUTRAL = 20.0
"""Stances from -20 to 20, both included, are undecided."""
MINIMUM_FOR_PERCENTAGES = 20
"""Below this many people, percentages pretend to a precision that counts do not."""


class Side(IntEnum):
    """Where a stance stands; the numbers order the sides from against to for."""

    AGAINST = -1
    UNDECIDED = 0
    FOR = 1


def side_of(stance: float, neutral: float = NEUTRAL) -> Side:
    """Return the side of a stance; the edges -`neutral` and `neutral` are undecided."""
    if stance > neutral:
        return Side.FOR
    return Side.AGAINST if stance < -neutral else Side.UNDECIDED


@dataclass(frozen=True, slots=True)
class Oxford:
    """The result by the rule of the Oxford Union and Intelligence Squared: the larger gain wins."""

    before: Mapping[Side, int]
    """People on each side at the opening ballot; the keys are all three sides."""
    after: Mapping[Side, int]
    """The same people at the closing ballot."""

    @property
    def n(self) -> int:
        """How many people were paired, 1 or more."""
        return sum(self.before.values())

    def percent(self, ballot: Mapping[Side, int], side: Side) -> float:
        """Return the percentage of the paired people on `side` at one ballot, 0 to 100."""
        return 100 * ballot[side] / self.n

    def gain(self, side: Side) -> int:
        """Return how many more people stand on `side` at the end than at the start."""
        return self.after[side] - self.before[side]

    def swing(self, side: Side) -> float:
        """Return the gain of a side in percentage points, -100 to 100."""
        return 100 * self.gain(side) / self.n

    @property
    def winner(self) -> Side | None:
        """The side with the larger gain in people; None is a tie."""
        lead = self.gain(Side.FOR) - self.gain(Side.AGAINST)
        if lead == 0:
            return None
        return Side.FOR if lead > 0 else Side.AGAINST

    @property
    def margin(self) -> float:
        """Swing for minus swing against, in percentage points, -200 to 200."""
        return 100 * (self.gain(Side.FOR) - self.gain(Side.AGAINST)) / self.n

    @property
    def may_show_percentages(self) -> bool:
        """Whether the group is large enough for percentages; below 20 people say counts."""
        return self.n >= MINIMUM_FOR_PERCENTAGES


def oxford(pairs: Pairs, neutral: float = NEUTRAL) -> Oxford | Refused:
    """Return the Oxford result of the paired people; refused without a pair."""
    if not pairs.people:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)
    return Oxford(_sides(pairs.before, neutral), _sides(pairs.after, neutral))


def _sides(stances: Iterable[float], neutral: float) -> dict[Side, int]:
    """Return how many stances fall on each side."""
    sides = [side_of(stance, neutral) for stance in stances]
    return {side: sides.count(side) for side in Side}


Transitions = Mapping[tuple[Side, Side], int]
"""How many people went from one side to another; all nine pairs of sides are keys."""


def transitions(pairs: Pairs, neutral: float = NEUTRAL) -> Transitions:
    """Return the 3 by 3 table of people by opening and closing side.

    Each row adds up to the opening count of its side, each column to the closing count. All zero
    without a pair.
    """
    steps = [
        (side_of(before, neutral), side_of(after, neutral))
        for before, after in zip(pairs.before, pairs.after, strict=True)
    ]
    return {step: steps.count(step) for step in ((start, end) for start in Side for end in Side)}


@dataclass(frozen=True, slots=True)
class Crossings:
    """How many people changed side, and whether that could be chance."""

    forward: int
    """People who ended on a side further towards for."""
    back: int
    """People who ended on a side further towards against."""
    switched: int
    """Those among both who went from one side straight to the opposite one."""

    @property
    def p(self) -> float:
        """The exact two-sided p of McNemar's test on the crossings, in (0, 1]."""
        return mcnemar_p(self.forward, self.back)


def crossings(table: Transitions) -> Crossings:
    """Return the crossings in a transition table: the noise floor of the Oxford result."""
    return Crossings(
        forward=sum(count for (before, after), count in table.items() if after > before),
        back=sum(count for (before, after), count in table.items() if after < before),
        switched=sum(count for (before, after), count in table.items() if before * after < 0),
    )
