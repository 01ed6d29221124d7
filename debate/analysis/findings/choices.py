"""What one's own weights imply, and which single weight would turn a motion.

The first is a mirror: the motion on the scales with one person's weights alone, beside where that
person put the slider. Neither is a verdict on anybody: a gap says that weights and stance do not yet
tell the same story, not which of them is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.analysis.base_score import BUDGET, QUADRATIC, SCALE
from debate.analysis.graph import ArgumentGraph
from debate.analysis.incremental import LiveStrengths
from debate.analysis.refusal import Reason, Refused
from debate.analysis.what_if import BALANCE, Flip, flips
from debate.domain.ids import ArgumentId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from debate.analysis.base_score import Scheme
    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId, ParticipantId
    from debate.domain.weight import Scheme as SchemeName

MINIMUM_WEIGHED = 3
"""With fewer weights of one's own the scales say little more than those weights."""
HALF_SLIDER = 100
"""From balance to either end of the slider."""
MOST_SOUGHT = 200
"""Above so many arguments the turning points of a motion are not sought between two keys."""
NEAR = 20
"""A gap of up to so many points between slider and weights is not worth a word."""
_SCHEMES: Mapping[SchemeName, Scheme] = {
    "scale": SCALE,
    "budget": BUDGET,
    "quadratic": QUADRATIC,
}


@dataclass(frozen=True, slots=True)
class Tip:
    """The single argument that would turn a motion with the least change."""

    argument: ArgumentId
    now: float
    """Its base score, in [0, 1]."""
    needed: float
    """The base score at which the motion is at balance."""


@dataclass(frozen=True, slots=True)
class Implied:
    """Where one person's weights alone put a motion."""

    stance: int
    """From -100 to 100: the strength of the motion, with balance at 0."""
    weighed: int
    """How many of the arguments that stand this person weighed."""


def stance_of(strength: float) -> int:
    """Return a strength in [0, 1] as a point on the slider: `200 (s - 1/2)`."""
    return round(2 * HALF_SLIDER * (strength - BALANCE))


def implied_finding(
    debate: Debate, motion: MotionId, person: ParticipantId, live: LiveStrengths
) -> Implied | Refused:
    """Return where a person's own weights put a motion.

    Each argument that the person weighed has that weight as its base score, as it is: it is all
    there is of this person and not an estimate of many. What the person did not weigh says nothing,
    nor do the replies to it.

    Args:
        debate: An open debate.
        motion: One of its motions.
        person: Whose weights.
        live: The strengths of everything that stands, for its relations and its semantics.
    """
    own = own_scales(debate, motion, person, live)
    weighed = len(own.graph().bases) - 1
    if weighed < MINIMUM_WEIGHED:
        return Refused(Reason.TOO_FEW_ITEMS, needed=MINIMUM_WEIGHED, had=weighed)
    return Implied(stance_of(own.strength(motion)), weighed)


def own_scales(
    debate: Debate, motion: MotionId, person: ParticipantId, live: LiveStrengths
) -> LiveStrengths:
    """Return the scales of one motion with one person's weights alone; see `implied_finding`."""
    scheme, graph = _SCHEMES[debate.charter.scheme], live.graph()
    bases: dict[str, float] = {
        each.id: scheme.unit(each.weights[person])
        for each in debate.floor.under(motion)
        if person in each.weights and each.id in graph.bases
    }
    kept = {motion, *bases}
    return LiveStrengths(
        ArgumentGraph(
            {motion: BALANCE, **bases},
            tuple(each for each in graph.relations if {each.source, each.target} <= kept),
            tuple(each for each in graph.undercuts if {each.source, each.bearer} <= kept),
        ),
        live.semantics,
    )


def tip_of(live: LiveStrengths, motion: MotionId) -> Tip | None:
    """Return the single weight that would turn a motion with the least change, if any would.

    None too when the motion is at balance, or has too many arguments to try them all at once.
    """
    if not may_be_sought(live):
        return None
    return next((_tip(flip) for flip in flips(live, motion)), None)


def may_be_sought(live: LiveStrengths) -> bool:
    """Tell whether there are few enough arguments to try each of them between two keys."""
    return len(live.graph().bases) <= MOST_SOUGHT


def _tip(flip: Flip) -> Tip:
    """Return a flip with its argument's id."""
    return Tip(ArgumentId(flip.argument), flip.base, flip.needed)
