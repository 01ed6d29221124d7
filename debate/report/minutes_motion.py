"""One motion in the minutes: what it asks, how positions moved, and what was said for and against."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from debate.analysis.findings.movement import Shift
from debate.analysis.findings.moving import Moved
from debate.analysis.findings.polls import BINS, Standing
from debate.analysis.refusal import Refused
from debate.i18n.marks import N_
from debate.report.minutes_arguments import arguments_part
from debate.report.minutes_together import decided_part
from debate.report.outline import (
    Arrows,
    Bar,
    Bars,
    Block,
    Columns,
    Facts,
    Heading,
    Item,
    Items,
    Paragraph,
    Side,
    Table,
    signed,
)
from debate.report.readings.arguments import moved_by_reading, named_words
from debate.report.readings.refusals import refusal_reading
from debate.report.readings.shift import apart_readings, ballots_reading, shift_readings
from debate.report.readings.taking_part import taking_part_readings

if TYPE_CHECKING:
    from debate.analysis.findings.findings import MotionFindings
    from debate.analysis.findings.polls import PollFinding
    from debate.domain.ballot import Moment
    from debate.i18n.catalog import Translator
    from debate.report.material import Material

MOMENTS: dict[Moment, str] = {
    "opening": N_("opening ballot"),
    "mid": N_("ballot halfway"),
    "closing": N_("closing ballot"),
    "later": N_("later ballot"),
}


def motion_part(material: Material, found: MotionFindings, t: Translator) -> Iterator[Block]:
    """Yield everything about one motion."""
    motion = material.debate.charter.motion(found.motion)
    if motion is None:
        return
    yield Heading(2, t.text("Motion: {short}", short=motion.short.within(t.language)))
    yield Paragraph(motion.proposition.within(t.language))
    yield Facts(
        (
            (t.text("What a yes means"), motion.yes_means.within(t.language)),
            (t.text("What a no means"), motion.no_means.within(t.language)),
        )
    )
    yield from _positions(material, found, t)
    yield from _moved(material, found, t)
    yield from arguments_part(material, found, t)
    yield Heading(3, t.text("Taking part"))
    yield from (Paragraph(line) for line in taking_part_readings(found.taking_part, t))
    yield from decided_part(material, found, t)


def _positions(material: Material, found: MotionFindings, t: Translator) -> Iterator[Block]:
    yield Heading(3, t.text("How positions moved"))
    if not found.polls:
        yield Paragraph(t.text("Nobody cast a ballot on this motion."), "notice")
        return
    yield Items(
        tuple(Item(f"{_name(poll, t)}: {ballots_reading(poll, t)}") for poll in found.polls)
    )
    yield from _columns(found, t)
    yield from (Paragraph(line) for line in shift_readings(found.shift, t))
    yield from (
        Paragraph(line) for line in apart_readings(found.poll("opening"), found.poll("closing"), t)
    )
    if isinstance(found.shift, Shift):
        yield from _table(found.shift, t)
        yield from _people(material, found.shift, t)


def _name(poll: PollFinding, t: Translator) -> str:
    name = t.text(MOMENTS[poll.moment])
    return f"{name} {poll.round + 1}" if poll.round else name


def _columns(found: MotionFindings, t: Translator) -> Iterator[Block]:
    """Yield the stances of every revealed ballot, or why one is withheld."""
    series = []
    for poll in found.polls:
        if isinstance(poll.standing, Standing):
            series.append((_name(poll, t), poll.standing.bins))
        elif isinstance(poll.standing, Refused):
            reading = refusal_reading(poll.standing, t)
            yield Paragraph(f"{_name(poll, t)}: {reading}", "notice")
    if series:
        width = 200 // BINS
        edges = [width * place - 100 for place in range(BINS + 1)]
        spans = pairwise(edges)
        yield Columns(
            t.text("Where people stood"),
            tuple(
                t.text("{low} to {high}", low=signed(low), high=signed(high)) for low, high in spans
            ),
            tuple(series),
            t.text("Stance"),
            t.text("against"),
            t.text("for"),
        )


def _table(shift: Shift, t: Translator) -> Iterator[Block]:
    sides = (t.text("against"), t.text("undecided"), t.text("for"))
    if isinstance(shift.table, Refused):
        words = t.text("Who went from where to where:")
        yield Paragraph(f"{words} {refusal_reading(shift.table, t)}", "notice")
        return
    yield Table(
        t.text("Who went from where (rows) to where (columns)"),
        (t.text("before, after"), *sides),
        tuple((side, *map(str, row)) for side, row in zip(sides, shift.table, strict=True)),
    )


def _people(material: Material, shift: Shift, t: Translator) -> Iterator[Block]:
    """Yield how far each person moved; where nobody is told apart, how many moved how far."""
    if shift.people:
        yield Arrows(
            t.text("How far each person moved"),
            (t.text("Who"), t.text("before"), t.text("after")),
            tuple((material.name_of(row.person), row.before, row.after) for row in shift.people),
            t.text("against"),
            t.text("for"),
        )
        return
    names = class_names(t)
    yield Bars(
        t.text("How far people moved"),
        (t.text("How far"), t.text("People")),
        tuple(
            Bar(name, float(count), str(count), side)
            for (name, side), count in zip(names, shift.classes, strict=True)
        ),
    )


def class_names(t: Translator) -> tuple[tuple[str, Side | None], ...]:
    """Return what the five classes of change are called, and their sides."""
    return (
        (t.text("more than 40 points towards against"), "against"),
        (t.text("up to 40 points towards against"), "against"),
        (t.text("not at all"), None),
        (t.text("up to 40 points towards for"), "for"),
        (t.text("more than 40 points towards for"), "for"),
    )


def _moved(material: Material, found: MotionFindings, t: Translator) -> Iterator[Block]:
    yield Heading(3, t.text("What moved people"))
    yield Paragraph(moved_by_reading(found.moved, t))
    if not isinstance(found.moved, Moved):
        return
    rows = tuple(
        Bar(argument.claim.within(t.language), float(each.by), named_words(each, t))
        for each in found.moved.arguments
        if (argument := material.shown(each.argument)) is not None
    )
    if rows:
        yield Bars(t.text("Arguments people named"), (t.text("Argument"), t.text("Named")), rows)
