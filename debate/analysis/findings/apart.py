"""How far each group moved, whether groups moved differently, and whether one line may tell of all.

Only groups with three people or more who answered both times are told, and only they are pooled:
otherwise the others could be worked out. Pooled people stand in one line only when that line does
not contradict the groups it is made of.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from statistics import fmean
from typing import TYPE_CHECKING

from debate.analysis.comparison import Comparison, comparison
from debate.analysis.findings.findings import newest_poll
from debate.analysis.findings.gathering import few
from debate.analysis.findings.movement import Pending, Shift, pairs_between
from debate.analysis.intervals import Interval
from debate.analysis.refusal import Reason, Refused
from debate.analysis.significance import adjusted
from debate.analysis.strata import Reversal, stratified

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from debate.analysis.findings.gathering import Group
    from debate.analysis.shift import Pairs
    from debate.domain.ids import MotionId


@dataclass(frozen=True, slots=True)
class GroupShift:
    """How one group moved between its opening and its newest closing ballot."""

    n: int
    """People with both answers, three or more."""
    before: float
    """Their mean opening stance, -100 to 100."""
    after: float
    """Their mean closing stance."""
    mean: float
    """The mean of their changes."""
    interval: Interval | Refused
    """The 95 % interval of the mean change; needs five people who did not all move alike."""
    towards: int
    away: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class Apart:
    """Whether two groups moved differently."""

    left: int
    """The place of the one group."""
    right: int
    compared: Comparison
    """Of the changes: above 0 when people on the left moved further towards for."""
    p: float
    """The permutation p, adjusted for the number of pairs (Holm 1979)."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """All groups as one."""

    groups: int
    n: int
    mean: float
    """Without a range: people of one group heard the same, so they are not so many answers."""
    reversal: Reversal
    """How far the groups contradict the pool."""

    @property
    def may_be_shown(self) -> bool:
        """Whether the one line tells the truth of the groups."""
        return self.reversal not in {Reversal.FULL, Reversal.REVERSAL}


@dataclass(frozen=True, slots=True)
class Movement:
    """How the groups moved on one motion."""

    groups: tuple[GroupShift | Pending | Refused | None, ...]
    """In the order of the groups; None for one that does not debate the motion."""
    apart: tuple[Apart, ...]
    """Every two groups that are told, in their order."""
    pooled: Pooled | Refused


def movement_finding(groups: Sequence[Group], motion: MotionId) -> Movement:
    """Return how the groups moved on a motion."""
    pairs = [_pairs(group, motion) for group in groups]
    shifts = tuple(_shift(*both, motion=motion) for both in zip(groups, pairs, strict=True))
    told = {
        place: pairs[place] for place, each in enumerate(shifts) if isinstance(each, GroupShift)
    }
    return Movement(shifts, _apart(told), _pooled(told))


def _pairs(group: Group, motion: MotionId) -> Pairs:
    opening = group.debate.poll((motion, "opening", 0))
    return pairs_between(opening, newest_poll(group.debate, motion, "closing"))


def _shift(
    group: Group, pairs: Pairs, *, motion: MotionId
) -> GroupShift | Pending | Refused | None:
    found = group.findings(motion)
    if found is None:
        return None
    shift = found.shift
    if not isinstance(shift, Shift):
        return shift
    return few(shift.n) or GroupShift(
        n=shift.n,
        before=fmean(pairs.before),
        after=fmean(pairs.after),
        mean=shift.net.mean,
        interval=shift.interval,
        towards=shift.towards,
        away=shift.away,
        unchanged=shift.unchanged,
    )


def _apart(told: Mapping[int, Pairs]) -> tuple[Apart, ...]:
    """Return every two groups compared, their p adjusted together."""
    found = [
        (left, right, compared)
        for left, right in combinations(told, 2)
        if isinstance(compared := comparison(told[left].changes, told[right].changes), Comparison)
    ]
    ps = adjusted([compared.p for _, _, compared in found])
    return tuple(Apart(*each, p) for each, p in zip(found, ps, strict=True))


def _pooled(told: Mapping[int, Pairs]) -> Pooled | Refused:
    """Return all groups as one; refused unless two of them are told."""
    sides = {str(place): (each.after, each.before) for place, each in told.items()}
    too_few = Refused(Reason.TOO_FEW_ITEMS, needed=2, had=len(told))
    guard = stratified(sides) if len(told) > 1 else too_few
    if isinstance(guard, Refused):
        return guard
    changes = tuple(change for each in told.values() for change in each.changes)
    return Pooled(
        groups=len(told),
        n=len(changes),
        mean=fmean(changes),
        reversal=guard.reversal,
    )
