"""Several groups in words: how each moved, how strong they find the same arguments, what each missed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from debate.analysis.findings.apart import GroupShift
from debate.analysis.findings.movement import Pending
from debate.analysis.refusal import Refused
from debate.analysis.strata import Reversal
from debate.i18n.marks import N_
from debate.i18n.numbers import format_number, format_signed
from debate.report.readings.refusals import chance_reading, pending_reading, refusal_reading
from debate.report.readings.said import Said
from debate.report.readings.side_by_side import shared_readings, strengths_readings
from debate.report.readings.sizes import SIZES
from debate.report.readings.unraised import Naming, unraised_readings

if TYPE_CHECKING:
    from debate.analysis.findings.apart import Apart, Movement, Pooled
    from debate.analysis.findings.compared import Compared, MotionCompared
    from debate.analysis.findings.gathering import Group
    from debate.analysis.intervals import Interval
    from debate.domain.ids import MotionId
    from debate.i18n.catalog import Translator

PARTS = ("movement", "strengths", "shared", "unraised")
"""The parts of a comparison, in their order."""
TITLES: Mapping[str, str] = {
    "movement": N_("Who moved"),
    "strengths": N_("Strengths"),
    "shared": N_("What all share"),
    "unraised": N_("Never raised"),
}
"""What each part is called."""


def head_readings(groups: Sequence[Group], found: Compared, t: Translator) -> tuple[Said, ...]:
    """Say what is compared, and what is not and why."""
    return tuple(_head(groups, found, t))


def _head(groups: Sequence[Group], found: Compared, t: Translator) -> Iterator[Said]:
    if not found.motions:
        yield Said(
            "notice",
            t.text("These debates have no motion in common, so there is nothing to compare."),
        )
    for name in found.reworded:
        short = _short(groups, name, t)
        yield Said(
            "notice",
            t.text(
                "“{motion}” has other words in one of the groups, so it is not compared.",
                motion=short,
            ),
        )
    if found.alone:
        names = ", ".join(_short(groups, name, t) for name in found.alone)
        yield Said("notice", t.text("Debated by one group alone: {motions}.", motions=names))
    if found.mixes_schemes:
        yield Said(
            "notice",
            t.text(
                "The groups weighed by different rules, so their strengths differ by that alone."
            ),
        )
    open_ = [each.name for each in found.groups if not each.is_closed]
    if open_:
        yield Said("notice", t.text("Not over yet: {groups}.", groups=", ".join(open_)))


def _short(groups: Sequence[Group], name: MotionId, t: Translator) -> str:
    found = (group.motion(name) for group in groups)
    return next(motion.short.within(t.language) for motion in found if motion)


def compared_readings(
    groups: Sequence[Group],
    found: MotionCompared,
    part: str,
    t: Translator,
    name_of: Naming | None = None,
) -> tuple[Said, ...]:
    """Return the words of one part.

    Args:
        groups: The groups, as they were compared.
        found: What was found on one motion.
        part: One of `PARTS`.
        t: The language.
        name_of: What a person is called; asked only when every group's agreement allows names.
    """
    match part:
        case "movement":
            return tuple(_movement(groups, found.movement, t))
        case "strengths":
            return strengths_readings(groups, found.sides, t)
        case "shared":
            return shared_readings(groups, found.sides, t)
        case _:
            return unraised_readings(groups, found, t, name_of)


# Movement ----------------------------------------------------------------------------------------


def _movement(groups: Sequence[Group], found: Movement, t: Translator) -> Iterator[Said]:
    for group, shift in zip(groups, found.groups, strict=True):
        if shift is not None:
            yield Said("item", f"{group.name}: {group_shift_reading(shift, t)}")
    yield Said("heading", t.text("All of them as one"))
    yield from _pooled(found.pooled, t)
    if found.apart:
        yield Said("heading", t.text("Did the groups move differently?"))
        yield from (Said("item", apart_reading(groups, each, t)) for each in found.apart)


def group_shift_reading(shift: GroupShift | Pending | Refused, t: Translator) -> str:
    """Say how far one group moved, or why that is not told."""
    if isinstance(shift, Pending):
        return pending_reading(shift, t)
    if isinstance(shift, Refused):
        return refusal_reading(shift, t)
    people = t.plural("{n} person", "{n} people", shift.n)
    said = t.text(
        "{people} moved by {mean} on average, from {before} to {after}; {towards} towards for, "
        "{away} towards against, {unchanged} stayed.",
        people=people,
        mean=points(shift.mean, t),
        before=points(shift.before, t),
        after=points(shift.after, t),
        towards=shift.towards,
        away=shift.away,
        unchanged=shift.unchanged,
    )
    return f"{said} {range_reading(shift.interval, t)}"


def points(value: float, t: Translator) -> str:
    """Return points of the slider with their sign."""
    return format_signed(round(value), t.language, 0)


def range_reading(interval: Interval | Refused, t: Translator) -> str:
    """Say between which values a mean change would lie, 19 times in 20."""
    if isinstance(interval, Refused):
        return t.text("No range: {why}", why=refusal_reading(interval, t))
    return t.text("Range: {range}, 19 times in 20.", range=range_words(interval, t))


def range_words(interval: Interval | Refused, t: Translator) -> str:
    """Return a range, or why there is none."""
    if isinstance(interval, Refused):
        return refusal_reading(interval, t)
    low, high = (points(end, t) for end in interval)
    return t.text("{low} to {high}", low=low, high=high)


def _pooled(pooled: Pooled | Refused, t: Translator) -> Iterator[Said]:
    if isinstance(pooled, Refused):
        yield Said(
            "notice",
            t.text("Fewer than two groups can be told, so there is nothing to put together."),
        )
        return
    if not pooled.may_be_shown:
        yield Said(
            "notice",
            t.text(
                "Put together, the groups would say the opposite of what they say one by one. So only the groups are told."
            ),
        )
        return
    people = t.plural("{n} person", "{n} people", pooled.n)
    said = t.text(
        "{people} of {groups} groups moved by {mean} on average.",
        people=people,
        groups=pooled.groups,
        mean=points(pooled.mean, t),
    )
    yield Said("prose", said)
    if pooled.reversal is Reversal.MIXED:
        yield Said("notice", t.text("Not all groups moved the same way: look at each."))


def apart_reading(groups: Sequence[Group], each: Apart, t: Translator) -> str:
    """Say how far two groups moved apart, and whether that could be chance."""
    left, right = groups[each.left].name, groups[each.right].name
    delta, interval = each.compared.delta, each.compared.interval
    if delta < 0:
        left, right, delta = right, left, -delta
        interval = (-interval[1], -interval[0])
    if not delta:
        return t.text("{left} and {right} moved alike.", left=left, right=right)
    said = t.text(
        "{left} moved further towards for than {right}: {size}, {delta} on a scale from 0 to 1 "
        "({low} to {high}).",
        left=left,
        right=right,
        size=t.text(SIZES[each.compared.magnitude]),
        delta=format_number(delta, t.language),
        low=format_signed(interval[0], t.language),
        high=format_signed(interval[1], t.language),
    )
    return f"{said} {chance_reading(each.p, t)}"
