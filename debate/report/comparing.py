"""The report on several groups: one outline, drawn by the same hands as the minutes of one debate.

The same groups in the same order give the same bytes. It refuses to pool their journals, and names
nobody unless every group's agreement allows names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, assert_never, get_args

from debate.analysis.findings.apart import GroupShift
from debate.i18n.marks import N_
from debate.i18n.numbers import format_day
from debate.report.comparing_data import compared_json, compared_sheet
from debate.report.markdown import markdown
from debate.report.material import moment_of
from debate.report.minutes import method_part
from debate.report.outline import (
    Block,
    Facts,
    Heading,
    Item,
    Items,
    Outline,
    Paragraph,
    Ranges,
    Span,
    Table,
)
from debate.report.page import page
from debate.report.plain import plain
from debate.report.readings.comparing import (
    PARTS,
    TITLES,
    compared_readings,
    head_readings,
    range_words,
)
from debate.report.readings.comparing_methods import COMPARING_METHODS
from debate.report.saying import said_blocks

if TYPE_CHECKING:
    from debate.analysis.findings.compared import MotionCompared
    from debate.i18n.catalog import Translator
    from debate.report.comparing_data import ComparedMaterial

CONTRACT_WORDS = {
    "named": N_("names"),
    "pseudonym": N_("chosen names"),
    "secret": N_("no names"),
}
SCHEME_WORDS = {
    "scale": N_("0 to 10"),
    "budget": N_("100 points"),
    "quadratic": N_("100 credits"),
}
Format = Literal["text", "md", "html", "json", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)


def compared_written(material: ComparedMaterial, form: Format, t: Translator) -> str:
    """Return a report on several groups in one of the forms. Pure: the same groups, the same text."""
    match form:
        case "json":
            return compared_json(material)
        case "csv":
            return compared_sheet(material, t)
        case "md":
            return markdown(compared_outline(material, t))
        case "html":
            return page(compared_outline(material, t))
        case "text":
            return plain(compared_outline(material, t))
        case _:
            assert_never(form)


def compared_outline(material: ComparedMaterial, t: Translator) -> Outline:
    """Return the report before it has a form."""
    title = t.plural("{n} group compared", "{n} groups compared", len(material.groups))
    return Outline(title, t.language, tuple(_blocks(material, title, t)))


def _blocks(material: ComparedMaterial, title: str, t: Translator) -> Iterator[Block]:
    yield Heading(1, title)
    yield Paragraph(
        t.text(
            "Each group is a debate of its own: nothing of one counts in the figures of another."
        )
    )
    yield _groups(material, t)
    readings = head_readings(material.groups, material.found, t)
    yield from said_blocks(readings, 3, strong_is_heading=True)
    for found in material.found.motions:
        yield from _motion(material, found, t)
    yield from method_part(COMPARING_METHODS, t)
    yield from _again(material, t)


def _groups(material: ComparedMaterial, t: Translator) -> Table:
    heads = (
        t.text("Group"), t.text("When"), t.text("People"), t.text("Arguments"), t.text("Anonymity"),
        t.text("Weighing"),
    )  # fmt: skip
    rows = []
    for group, head, proof in zip(
        material.groups, material.found.groups, material.proofs, strict=True
    ):
        days = sorted({moment_of(proof.first).date(), moment_of(proof.last).date()})
        standing = sum(each.is_standing for each in group.debate.floor.arguments.values())
        rows.append(
            (
                head.name,
                " – ".join(format_day(day, t.language) for day in days),
                str(head.people),
                str(standing),
                t.text(CONTRACT_WORDS[head.contract]),
                t.text(SCHEME_WORDS[head.scheme]),
            )
        )
    return Table(t.text("The groups"), heads, tuple(rows))


def _motion(material: ComparedMaterial, found: MotionCompared, t: Translator) -> Iterator[Block]:
    put = (group.motion(found.motion) for group in material.groups)
    motion = next(each for each in put if each is not None)
    yield Heading(2, t.text("Motion: {short}", short=motion.short.within(t.language)))
    yield Paragraph(motion.proposition.within(t.language))
    for part in PARTS:
        yield Heading(3, t.text(TITLES[part]))
        if part == "movement":
            yield from _ranges(material, found, t)
        words = compared_readings(material.groups, found, part, t, material.name_of)
        yield from said_blocks(words, 4, strong_is_heading=True)


def _ranges(material: ComparedMaterial, found: MotionCompared, t: Translator) -> Iterator[Block]:
    """Yield the mean change of every group that may be told, on one axis."""
    rows = tuple(
        Span(
            group.name,
            shift.mean,
            shift.interval if isinstance(shift.interval, tuple) else None,
            range_words(shift.interval, t),
        )
        for group, shift in zip(material.groups, found.movement.groups, strict=True)
        if isinstance(shift, GroupShift)
    )
    if rows:
        yield Ranges(
            t.text("How far each group moved, on average"),
            (t.text("Group"), t.text("Points"), t.text("Range")),
            rows,
            t.text("against"),
            t.text("for"),
        )


def _again(material: ComparedMaterial, t: Translator) -> Iterator[Block]:
    yield Heading(2, t.text("Work it out again"))
    names = " ".join(proof.session for proof in material.proofs)
    yield Paragraph(
        t.text(
            "Everything above follows from the journals. Whoever has them can check each, and work "
            "each figure out again:"
        )
    )
    yield Items(
        (Item(f"debate verify {material.proofs[0].session}"), Item(f"debate compare {names}"))
    )
    for head, proof in zip(material.found.groups, material.proofs, strict=True):
        yield Facts(
            (
                (t.text("Group"), head.name),
                (t.text("Debate"), proof.session),
                (t.text("Facts"), str(proof.facts)),
                (t.text("Head words"), " ".join(proof.words)),
            )
        )
        if not proof.holds:
            yield Paragraph(
                t.text("At the time of writing a check did not hold: see `debate verify`."),
                "notice",
            )
