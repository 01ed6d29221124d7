"""Whether a difference between two sides survives when it is taken group by group.

Pooling groups of unequal make-up can turn a difference around (Simpson 1951, *The interpretation of
interaction in contingency tables*). When it does, the pooled line may not be printed: the table of
the groups is, without the cells that are so small that they would give answers away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from debate.analysis.comparison import MINIMUM_CELL, cliffs_delta
from debate.analysis.refusal import Reason, Refused

Strata = Mapping[str, tuple[Sequence[float], Sequence[float]]]
"""Group to the answers of its one and its other side."""


class Reversal(StrEnum):
    """How far the groups contradict the pooled difference, worst first."""

    FULL = "full"
    """Every group points the other way than the pool."""
    REVERSAL = "reversal"
    """The groups together point the other way than the pool."""
    MIXED = "mixed"
    """The groups do not all point the same way."""
    NONE = "none"
    """No group contradicts the pool."""


@dataclass(frozen=True, slots=True)
class Stratified:
    """A difference pooled, group by group, and over the groups."""

    pooled: float
    """Cliff's delta of all answers together, -1 to 1."""
    common: float
    """Mean of the groups' deltas, each weighted by n m / (n + m)."""
    groups: Mapping[str, float | Refused]
    """Cliff's delta of each group; refused where a side is empty."""
    sizes: Mapping[str, tuple[int, int]]
    """How many people each side of each group has."""

    @property
    def reversal(self) -> Reversal:
        """How far the groups contradict the pool."""
        deltas = [delta for delta in self.groups.values() if not isinstance(delta, Refused)]
        if all(delta * self.pooled < 0 for delta in deltas):
            return Reversal.FULL
        if self.common * self.pooled < 0:
            return Reversal.REVERSAL
        mixed = min(deltas) < 0 < max(deltas)
        return Reversal.MIXED if mixed else Reversal.NONE

    @property
    def pooled_may_be_shown(self) -> bool:
        """Whether the pooled line tells the truth; if not, print the groups instead."""
        return self.reversal not in {Reversal.FULL, Reversal.REVERSAL}

    @property
    def shown_groups(self) -> Mapping[str, float | Refused]:
        """The groups' deltas, refused where a side has fewer than three people."""
        return {
            name: Refused(Reason.SMALL_CELL, needed=MINIMUM_CELL, had=min(self.sizes[name]))
            if min(self.sizes[name]) < MINIMUM_CELL
            else delta
            for name, delta in self.groups.items()
        }


def stratified(strata: Strata) -> Stratified | Refused:
    """Return the difference of two sides, pooled and by group; refused when no group has both.

    Args:
        strata: The answers of both sides, group by group; a side may be empty.
    """
    deltas = {name: cliffs_delta(*sides) for name, sides in strata.items()}
    weighed = [
        (len(left) * len(right) / (len(left) + len(right)), delta)
        for (left, right), delta in zip(strata.values(), deltas.values(), strict=True)
        if not isinstance(delta, Refused)
    ]
    pooled = cliffs_delta(*([value for one in strata.values() for value in one[i]] for i in (0, 1)))
    if isinstance(pooled, Refused) or not weighed:
        return Refused(Reason.EMPTY_SIDE, needed=1, had=0)
    return Stratified(
        pooled=pooled,
        common=sum(weight * delta for weight, delta in weighed) / sum(w for w, _ in weighed),
        groups=deltas,
        sizes={name: (len(left), len(right)) for name, (left, right) in strata.items()},
    )
