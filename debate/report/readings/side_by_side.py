"""The same arguments in several groups, in words: how strong each finds them, and what all share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from debate.analysis.comparison import magnitude
from debate.analysis.findings.side_by_side import ArgumentStrength, MotionStrength
from debate.analysis.refusal import Refused
from debate.analysis.representative import Answer
from debate.analysis.strata import Reversal
from debate.i18n.marks import N_
from debate.i18n.numbers import format_number, format_signed
from debate.report.readings.refusals import refusal_reading
from debate.report.readings.said import Said, shortened
from debate.report.readings.sizes import SIZES

if TYPE_CHECKING:
    from debate.analysis.findings.gathering import Group
    from debate.analysis.findings.side_by_side import SideBySide, SidesAcross
    from debate.domain.ids import ArgumentId
    from debate.i18n.catalog import Translator

ANSWERS: Mapping[Answer, str] = {
    Answer.AGREE: N_("Every group gives these much:"),
    Answer.DISAGREE: N_("Every group gives these little:"),
}


def claim_in(groups: Sequence[Group], name: ArgumentId, t: Translator) -> str:
    """Return what an argument says where it can be read first."""
    found = (group.debate.floor.arguments.get(name) for group in groups)
    claims = (each.claim for each in found if each is not None and each.is_standing)
    return next(shortened(claim.within(t.language)) for claim in claims)


def strengths_readings(
    groups: Sequence[Group], found: SideBySide, t: Translator
) -> tuple[Said, ...]:
    """Say how strong each group finds the motion and the arguments they have in common."""
    return tuple(_strengths(groups, found, t))


def _strengths(groups: Sequence[Group], found: SideBySide, t: Translator) -> Iterator[Said]:
    yield Said("strong", t.text("The motion, by the weights"))
    for group, each in zip(groups, found.motion, strict=True):
        yield Said("item", f"{group.name}: {motion_strength_reading(each, t)}")
    if not found.arguments:
        yield Said("prose", t.text("The groups have no argument of a pack in common."))
    for row in found.arguments:
        sign = "▲" if row.leaning == "for" else "▼"
        yield Said("strong", f"{sign} {claim_in(groups, row.argument, t)}")
        for group, strength in zip(groups, row.groups, strict=True):
            yield Said("item", f"{group.name}: {argument_strength_reading(strength, t)}")
        if not isinstance(row.across, Refused):
            yield from _across(groups, row.across, t)


def motion_strength_reading(each: MotionStrength | Refused | None, t: Translator) -> str:
    """Say where a motion stands in one group."""
    if each is None:
        return t.text("not shown now, or not debated there")
    if isinstance(each, Refused):
        return refusal_reading(each, t)
    number = format_number(each.strength, t.language)
    people = t.plural("{n} person", "{n} people", each.raters)
    return t.text("{strength}, by the weights of {people}", strength=number, people=people)


def argument_strength_reading(each: ArgumentStrength | Refused | None, t: Translator) -> str:
    """Say what one group makes of an argument."""
    if each is None:
        return t.text("not shown now, or not there")
    if isinstance(each, Refused):
        return refusal_reading(each, t)
    return t.text(
        "{mean} of 10 on average by {people}; {strength} after the replies it got there",
        mean=format_number(each.mean, t.language, 1),
        people=t.plural("{n} person", "{n} people", each.raters),
        strength=format_number(each.strength, t.language),
    )


def _across(groups: Sequence[Group], found: SidesAcross, t: Translator) -> Iterator[Said]:
    """Say whether people for and people against weigh an argument differently, over the groups."""
    if found.pooled is not None:
        yield Said("prose", _sides_reading(found.pooled, t))
        if found.reversal is Reversal.MIXED:
            yield Said("notice", t.text("Not all groups say so: look at each."))
        return
    yield Said(
        "notice",
        t.text("Put together, the groups would say the opposite of what they say one by one:"),
    )
    for place, delta in found.groups:
        yield Said("item", f"{groups[place].name}: {_sides_reading(delta, t)}")


def _sides_reading(delta: float, t: Translator) -> str:
    """Say which side gives an argument more, and by how much."""
    size, number = t.text(SIZES[magnitude(delta)]), format_signed(delta, t.language)
    if delta > 0:
        return t.text(
            "People for give it more than people against: {size} ({delta}).",
            size=size, delta=number,
        )  # fmt: skip
    if delta < 0:
        return t.text(
            "People against give it more than people for: {size} ({delta}).",
            size=size, delta=number,
        )  # fmt: skip
    return t.text("People for and people against give it alike.")


def shared_readings(groups: Sequence[Group], found: SideBySide, t: Translator) -> tuple[Said, ...]:
    """Say which arguments every group gives much, or little."""
    words: list[Said] = []
    for answer, title in ANSWERS.items():
        rows = [each for each in found.shared if each.answer is answer]
        if rows:
            words.append(Said("strong", t.text(title)))
            words += [Said("item", claim_in(groups, each.argument, t)) for each in rows]
    if words:
        return tuple(words)
    return (
        Said(
            "prose",
            t.text(
                "There is no argument of the pack that three people or more in every group weighed "
                "and that every group gives much, or every group little."
            ),
        ),
    )
