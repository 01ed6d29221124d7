"""Who moved, how far and which way between two ballots of the same people.

Only people with both answers count, and how many were left out is always said. It refuses any talk
of significance when fewer than 6 people moved, since no p below .05 exists then, and it never calls
the drift of extremes towards the middle a change of mind. Who won is for `debate.analysis.oxford`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean, median, stdev

from debate.analysis.refusal import Reason, Refused

Ballots = Mapping[str, float | None]
"""Participant id to stance, -100 (against) to 100 (for); None is "not answered"."""
MINIMUM_MOVERS = 6
"""With 5 people who moved, the smallest two-sided p is 2 / 2**5 = .0625."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The people who answered both times, ordered by id."""

    people: tuple[str, ...]
    """Their ids."""
    before: tuple[float, ...]
    """Their opening stances, in the same order."""
    after: tuple[float, ...]
    """Their closing stances, in the same order."""
    dropped: int
    """How many people answered only once."""

    @property
    def changes(self) -> tuple[float, ...]:
        """Closing minus opening stance of each person, -200 to 200."""
        return tuple(after - before for before, after in zip(self.before, self.after, strict=True))


def pair(before: Ballots, after: Ballots) -> Pairs:
    """Return the people with both answers; those with one are counted, those with none are not."""
    opened = {person for person, stance in before.items() if stance is not None}
    closed = {person for person, stance in after.items() if stance is not None}
    both = tuple(sorted(opened & closed))
    return Pairs(
        people=both,
        before=tuple(stance for person in both if (stance := before[person]) is not None),
        after=tuple(stance for person in both if (stance := after[person]) is not None),
        dropped=len(opened ^ closed),
    )


@dataclass(frozen=True, slots=True)
class NetShift:
    """How far a group moved, in slider points."""

    n: int
    mean: float
    median: float
    deviation: float | Refused
    """Sample standard deviation of the changes (n - 1); needs two people."""
    mean_size: float
    """Mean distance moved, whichever way."""
    moved_up: int
    moved_down: int
    unchanged: int
    effect: float | Refused
    """`dz` = mean / deviation (Cohen 1988, *Statistical power analysis*); needs some variation."""


def net_shift(pairs: Pairs) -> NetShift | Refused:
    """Return the mean, the spread and the direction of the changes; refused without a pair."""
    changes = pairs.changes
    if not changes:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)
    mean = fmean(changes)
    deviation = _deviation(changes)
    return NetShift(
        n=len(changes),
        mean=mean,
        median=median(changes),
        deviation=deviation,
        mean_size=fmean(map(abs, changes)),
        moved_up=sum(change > 0 for change in changes),
        moved_down=sum(change < 0 for change in changes),
        unchanged=sum(change == 0 for change in changes),
        effect=_effect(mean, deviation),
    )


def _deviation(changes: tuple[float, ...]) -> float | Refused:
    """Return the sample standard deviation; one person has none."""
    if len(changes) < 2:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=len(changes))
    return stdev(changes)


def _effect(mean: float, deviation: float | Refused) -> float | Refused:
    """Return mean / deviation, passing a refusal on."""
    if isinstance(deviation, Refused):
        return deviation
    if deviation == 0:
        return Refused(Reason.NO_VARIATION, needed=1, had=0)
    return mean / deviation


def regression_slope(pairs: Pairs) -> float | Refused:
    """Return the slope b of closing on opening stance, by least squares.

    b below 1 alone proves nothing: extremes drift inwards by themselves (Barnett, van der Pols and
    Dobson 2005, *Regression to the mean: what it is and how to deal with it*). Needs three people
    whose opening stances differ.
    """
    size = len(pairs.people)
    if size < 3:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=3, had=size)
    middle_before, middle_after = fmean(pairs.before), fmean(pairs.after)
    spread = sum((before - middle_before) ** 2 for before in pairs.before)
    if spread == 0:
        return Refused(Reason.NO_VARIATION, needed=2, had=1)
    together = sum(
        (before - middle_before) * (after - middle_after)
        for before, after in zip(pairs.before, pairs.after, strict=True)
    )
    return together / spread


def surprises(pairs: Pairs) -> tuple[float, ...] | Refused:
    """Return, person by person, the change that drifting to the middle does not explain.

    `d_i - (mean d + (b - 1)(x_i - mean x))`: only about this residual may one say that extremes
    came to the middle. In slider points, in the order of `pairs.people`; they add up to 0.
    """
    slope = regression_slope(pairs)
    if isinstance(slope, Refused):
        return slope
    changes = pairs.changes
    drift, middle = fmean(changes), fmean(pairs.before)
    return tuple(
        change - (drift + (slope - 1) * (before - middle))
        for change, before in zip(changes, pairs.before, strict=True)
    )


def movers_p(p: float, movers: int) -> float | Refused:
    """Return `p` if enough people moved for it to mean anything.

    Args:
        p: The p of an exact test on the changes or the crossings.
        movers: How many people changed their answer at all.

    Returns:
        The same p, or a refusal below 6 movers: then the word "significant" is never used.
    """
    if movers < MINIMUM_MOVERS:
        return Refused(Reason.TOO_FEW_MOVERS, needed=MINIMUM_MOVERS, had=movers)
    return p
