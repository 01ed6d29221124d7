"""The groups that are compared: each a session of its own, with what may be seen of it.

Figures of fewer than three people in a group are withheld here under every contract: within its own
debate a group of two knows itself, beside other groups it would be known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.analysis.comparison import MINIMUM_CELL
from debate.analysis.refusal import Reason, Refused

if TYPE_CHECKING:
    from debate.analysis.findings.findings import Findings, MotionFindings
    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId
    from debate.domain.motion import Motion
    from debate.domain.views.floor import Argument


@dataclass(frozen=True, slots=True)
class Group:
    """One session among those compared."""

    name: str
    """What it is called here; no other group has the same name."""
    debate: Debate
    found: Findings
    sees: Callable[[Argument], bool]
    """Whether an argument may be read now."""
    sees_totals: bool = True
    """Whether weights and strengths may be shown now."""
    sees_authors: bool = True
    """Whether it may be told who said what."""

    def motion(self, name: MotionId) -> Motion | None:
        """Return a motion that is put to this group."""
        return self.debate.charter.motion(name)

    def findings(self, name: MotionId) -> MotionFindings | None:
        """Return what this group's own debate found on a motion."""
        return self.found.motion(name)

    def voiced(self, name: MotionId) -> tuple[Argument, ...]:
        """Return the arguments on a motion that stand and may be read."""
        under = self.debate.floor.under(name)
        return tuple(each for each in under if each.is_standing and self.sees(each))


@dataclass(frozen=True, slots=True)
class Common:
    """The motions that two groups or more debate."""

    motions: tuple[MotionId, ...]
    """Those with the same words wherever they are put, in the order of the groups."""
    reworded: tuple[MotionId, ...]
    """Those that bear one name and say different things: they are not compared."""
    alone: tuple[MotionId, ...]
    """Those that one group debates."""


def common_motions(groups: tuple[Group, ...]) -> Common:
    """Return which motions can be compared."""
    put: dict[MotionId, list[Motion]] = {}
    for group in groups:
        for motion in group.debate.charter.motions:
            put.setdefault(motion.id, []).append(motion)
    shared = {name: found for name, found in put.items() if len(found) > 1}
    same = {name for name, found in shared.items() if len(set(map(_claim, found))) == 1}
    return Common(
        motions=tuple(name for name in shared if name in same),
        reworded=tuple(name for name in shared if name not in same),
        alone=tuple(name for name in put if name not in shared),
    )


def _claim(motion: Motion) -> tuple[str | None, str | None, str]:
    """Return what must be equal for two groups to have debated the same."""
    return (motion.proposition.en, motion.proposition.nl, motion.polarity)


def few(people: int) -> Refused | None:
    """Return why nothing is told of so few people of one group; None when there are three."""
    if people >= MINIMUM_CELL:
        return None
    reason = Reason.SMALL_CELL if people else Reason.TOO_FEW_PEOPLE
    return Refused(reason, needed=MINIMUM_CELL, had=people)
