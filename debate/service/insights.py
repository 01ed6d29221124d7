"""What the person at a seat may know of groups, coherence and decisions, in steps and in words.

The figures are worked out in `debate.analysis.findings` and worded in `debate.report.readings`; here
stands what a phase hides, and whose weights are one's own. Nothing here is safe to keep: ask again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.analysis.findings.choices import (
    implied_finding,
    may_be_sought,
    own_scales,
    tip_of,
)
from debate.analysis.findings.coherence import coherence_steps
from debate.analysis.findings.deciding import carried_finding, preference_finding
from debate.analysis.findings.grouping import grouping_steps
from debate.analysis.findings.taking_part import taking_part_finding
from debate.analysis.majority import Rule
from debate.analysis.oxford import side_of
from debate.analysis.refusal import Refused
from debate.report.readings.choices import implied_reading, own_tip_reading, tip_reading
from debate.report.readings.coherence import coherence_readings
from debate.report.readings.deciding import carried_readings, preference_readings
from debate.report.readings.explanations import SECTIONS, explanations
from debate.report.readings.groups import LETTERS, group_readings, plane_reading
from debate.report.readings.said import Said
from debate.service.readings import taking_part_readings
from debate.service.sight import sight_in, sight_of

if TYPE_CHECKING:
    from fractions import Fraction

    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat

__all__ = [
    "LETTERS",
    "SECTIONS",
    "Said",
    "coherence_readings",
    "coherence_steps",
    "deciding_words",
    "explanations",
    "group_readings",
    "grouping_steps",
    "hidden_words",
    "implied_words",
    "own_tip_words",
    "plane_reading",
    "shows_weights",
    "taking_part_words",
    "tip_words",
]


def shows_weights(debate: Debate) -> bool:
    """Tell whether this phase lets people see what others weigh, and of what."""
    sight = sight_in(debate, None)
    return sight.sees_weights and sight.sees_totals and sight.sees_others_arguments


def hidden_words(t: Translator) -> tuple[Said, ...]:
    """Say that this phase hides what people weigh."""
    return (
        Said("strong", t.text("Not in this phase")),
        Said(
            "prose",
            t.text(
                "Weights stay hidden in this phase of the debate, and so does who weighs alike."
            ),
        ),
    )


def taking_part_words(debate: Debate, motion: MotionId | None, t: Translator) -> tuple[Said, ...]:
    """Return how people take part, motion by motion when `motion` is None."""
    words = [Said("strong", t.text("Who speaks, and who listens to the other side"))]
    for name in debate.charter.motion_ids if motion is None else (motion,):
        part = taking_part_finding(debate, name, _sides(debate, name))
        put = debate.charter.motion(name)
        if motion is None and put is not None:
            words.append(Said("heading", put.short.within(t.language)))
        silent = max(0, part.people - part.speakers)
        words += [Said("item", line) for line in taking_part_readings(part, t)]
        words.append(
            Said(
                "item",
                t.plural(
                    "{n} person brought no argument.", "{n} people brought no argument.", silent
                ),
            )
        )
    return tuple(words)


def _sides(debate: Debate, motion: MotionId) -> dict[str, int]:
    """Return each person's side at the opening ballot; nobody's before its reveal."""
    ballots = debate.poll((motion, "opening", 0)).ballots
    return {
        person: int(side_of(ballot.stance))
        for person, ballot in ballots.items()
        if ballot.stance is not None
    }


def deciding_words(
    debate: Debate,
    motion: MotionId | None,
    t: Translator,
    *,
    rule: Rule = Rule.SIMPLE,
    quorum: Fraction | None = None,
) -> tuple[Said, ...]:
    """Return what is decided about a motion, or in which order people prefer the motions.

    Args:
        debate: An open debate.
        motion: One of its motions; the order of all of them when None.
        t: The language.
        rule: What it takes to carry a motion.
        quorum: The share of those who may vote that must take part, in [0, 1].
    """
    order = preference_readings(preference_finding(debate, motion), debate, motion, t)
    if motion is None:
        return order
    return (*carried_readings(carried_finding(debate, motion, rule, quorum), t), *order)


# One's own weights ---------------------------------------------------------------------------------


def implied_words(seat: Seat, motion: MotionId, stance: int | None, t: Translator) -> str:
    """Say where one's own weights alone put a motion, beside where the slider stands.

    Args:
        seat: Whose weights.
        motion: The motion.
        stance: The slider, also while it is moved; None before it was set.
        t: The language.

    Returns:
        A sentence; empty for somebody who has not joined, or has weighed too little and cannot now.
    """
    person = seat.person
    if person is None:
        return ""
    found = implied_finding(seat.debate, motion, person.id, seat.session.scales.live)
    if isinstance(found, Refused) and seat.barred("weigh") is not None:
        return ""
    return implied_reading(found, stance, t)


def own_tip_words(seat: Seat, motion: MotionId, t: Translator) -> str:
    """Say which of one's own weights would turn what they imply; empty when none would."""
    person = seat.person
    if person is None:
        return ""
    own = own_scales(seat.debate, motion, person.id, seat.session.scales.live)
    return own_tip_reading(tip_of(own, motion), seat.debate, t)


def tip_words(seat: Seat, motion: MotionId, t: Translator) -> str:
    """Say which single argument would turn the motion; empty while totals are hidden."""
    sight = sight_of(seat)
    if not sight.sees_totals or not sight.sees_weights or not sight.sees_others_arguments:
        return ""
    live = seat.session.scales.live
    if not _is_argued(seat.debate, motion):
        return ""
    if not may_be_sought(live):
        return t.text("With so many arguments the one that would turn the motion is not sought.")
    return tip_reading(tip_of(live, motion), live.strength(motion), seat.debate, t)


def _is_argued(debate: Debate, motion: MotionId) -> bool:
    """Tell whether anything stands under a motion."""
    return any(each.is_standing for each in debate.floor.under(motion))
