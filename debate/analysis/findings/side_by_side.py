"""The same arguments in several groups: how strong each group finds them, and what all of them share.

Only the arguments that a pack brings are the same in every group. A weight of fewer than three people
is withheld; so is a difference between people for and people against where a side has fewer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from debate.analysis.comparison import MINIMUM_CELL
from debate.analysis.consensus import group_informed_consensus
from debate.analysis.findings.findings import sides_of
from debate.analysis.findings.gathering import few
from debate.analysis.findings.grouping import LEAST_SHARE, MIDDLE
from debate.analysis.findings.weighing import Leaning, leaning_of, on_ten
from debate.analysis.refusal import Reason, Refused
from debate.analysis.representative import Answer, Tally, tally
from debate.analysis.strata import Reversal, stratified

if TYPE_CHECKING:
    from debate.analysis.findings.gathering import Group
    from debate.domain.ids import ArgumentId, MotionId, ParticipantId

HIDDEN = None
"""What stands where a phase of the debate hides weights, or where there is nothing to weigh."""


@dataclass(frozen=True, slots=True)
class MotionStrength:
    """Where a motion stands in one group, by the arguments."""

    raters: int
    """People who weighed anything; three or more."""
    strength: float
    """0 all against, 1 all for."""


@dataclass(frozen=True, slots=True)
class ArgumentStrength:
    """What one group makes of an argument."""

    raters: int
    """People who weighed it; three or more."""
    mean: float
    """Their mean weight, 0 to 10."""
    strength: float
    """After the replies it got there, in [0, 1]."""


@dataclass(frozen=True, slots=True)
class SidesAcross:
    """How people for and people against weigh an argument, over the groups."""

    pooled: float | None
    """Cliff's delta of all groups as one, -1 to 1; None when the groups contradict it."""
    groups: tuple[tuple[int, float], ...]
    """The place and the delta of each group with three people on both sides."""
    reversal: Reversal


@dataclass(frozen=True, slots=True)
class Paralleled:
    """One argument of the pack in every group."""

    argument: ArgumentId
    leaning: Leaning
    groups: tuple[ArgumentStrength | Refused | None, ...]
    """In the order of the groups; None where it is hidden or not there."""
    across: SidesAcross | Refused


@dataclass(frozen=True, slots=True)
class SharedByAll:
    """An argument that every group gives much, or every group gives little."""

    argument: ArgumentId
    answer: Answer
    consensus: float
    """The product over the groups of their smoothed shares, in (0, 1)."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What the groups make of a motion and of the arguments they have in common."""

    motion: tuple[MotionStrength | Refused | None, ...]
    """In the order of the groups; None where strengths are hidden or the motion is not put."""
    arguments: tuple[Paralleled, ...]
    """The arguments of the pack that two groups or more have, in the pack's order."""
    shared: tuple[SharedByAll, ...]
    """Most agreed first; empty unless every group that debates it has three people who weighed."""


def side_by_side_finding(groups: Sequence[Group], motion: MotionId) -> SideBySide:
    """Return what the groups make of a motion and of its opening arguments."""
    views = [_View(group, motion) for group in groups]
    names = dict.fromkeys(name for view in views for name in view.openings)
    common = [name for name in names if sum(name in view.openings for view in views) > 1]
    return SideBySide(
        motion=tuple(view.strength() for view in views),
        arguments=tuple(_paralleled(views, name) for name in common),
        shared=_shared([view for view in views if view.is_put], common),
    )


class _View:
    """One group's weights on one motion."""

    def __init__(self, group: Group, motion: MotionId) -> None:
        self._group = group
        self._found = group.findings(motion)
        voiced = group.voiced(motion)
        self.is_put = self._found is not None
        self.openings = {each.id: each for each in voiced if each.author is None}
        self._count = sum(each.is_standing for each in group.debate.floor.under(motion))
        self.sides = sides_of(group.debate.poll((motion, "opening", 0)))

    def strength(self) -> MotionStrength | Refused | None:
        """Return where the motion stands."""
        if self._found is None or not self._group.sees_totals:
            return HIDDEN
        weighing = self._found.weighing
        return few(weighing.raters) or MotionStrength(weighing.raters, weighing.strength)

    def weights(self, name: ArgumentId) -> dict[ParticipantId, float]:
        """Return each person's weight of an argument from 0 to 10; nothing while it is hidden."""
        argument = self.openings.get(name)
        if argument is None or not self._group.sees_totals:
            return {}
        scheme = self._group.debate.charter.scheme
        given = sorted(argument.weights.items())
        return {person: on_ten(weight, scheme, self._count) for person, weight in given}

    def of(self, name: ArgumentId) -> ArgumentStrength | Refused | None:
        """Return what this group makes of an argument."""
        weighed = self._found.weighing.find(name) if self._found else None
        if weighed is None or name not in self.openings or not self._group.sees_totals:
            return HIDDEN
        given = list(self.weights(name).values())
        return few(len(given)) or ArgumentStrength(len(given), fmean(given), weighed.strength)

    def tally(self, name: ArgumentId) -> Tally:
        """Return how many give an argument more than the middle, and how many less."""
        return tally((each - MIDDLE) / MIDDLE for each in self.weights(name).values())

    def leaning(self, name: ArgumentId) -> Leaning | None:
        """Return the side an argument helps, when this group has it."""
        argument = self.openings.get(name)
        return leaning_of(self._group.debate.floor, argument) if argument else None


def _paralleled(views: Sequence[_View], name: ArgumentId) -> Paralleled:
    """Return one argument in every group."""
    leanings = (view.leaning(name) for view in views)
    return Paralleled(
        argument=name,
        leaning=next(each for each in leanings if each is not None),
        groups=tuple(view.of(name) for view in views),
        across=_across(views, name),
    )


def _across(views: Sequence[_View], name: ArgumentId) -> SidesAcross | Refused:
    """Return how the two sides weigh an argument over the groups with three people on each side."""
    strata = {str(place): _by_side(view, name) for place, view in enumerate(views)}
    told = {place: sides for place, sides in strata.items() if min(map(len, sides)) >= MINIMUM_CELL}
    too_few = Refused(Reason.TOO_FEW_ITEMS, needed=2, had=len(told))
    found = stratified(told) if len(told) > 1 else too_few
    if isinstance(found, Refused):
        return found
    return SidesAcross(
        pooled=found.pooled if found.pooled_may_be_shown else None,
        groups=tuple(
            (int(place), delta)
            for place, delta in found.groups.items()
            if not isinstance(delta, Refused)
        ),
        reversal=found.reversal,
    )


def _by_side(view: _View, name: ArgumentId) -> tuple[list[float], list[float]]:
    """Return the weights of people for and of people against."""
    weights = view.weights(name)
    in_favour = [weight for person, weight in weights.items() if view.sides.get(person, 0) > 0]
    against = [weight for person, weight in weights.items() if view.sides.get(person, 0) < 0]
    return in_favour, against


def _shared(views: Sequence[_View], names: Sequence[ArgumentId]) -> tuple[SharedByAll, ...]:
    """Return the arguments that all groups weigh the same way, most agreed first."""
    found = []
    for name in names:
        tallies = [view.tally(name) for view in views]
        if min(each.seen for each in tallies) < MINIMUM_CELL:
            continue
        for answer in Answer:
            if min(each.share(answer) for each in tallies) >= LEAST_SHARE:
                consensus = group_informed_consensus(tallies, answer)
                found.append(SharedByAll(name, answer, consensus))
    return tuple(sorted(found, key=lambda each: -each.consensus))
