"""The arguments of a motion in the minutes: the strongest with their replies, and how all were received."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from debate.analysis.findings.weighing import Bearing
from debate.i18n.numbers import format_number, format_signed
from debate.report.outline import Bar, Bars, Block, Heading, Item, Items, Paragraph
from debate.report.readings.arguments import argument_readings, late_weight_words, strength_reading

if TYPE_CHECKING:
    from debate.analysis.findings.findings import MotionFindings
    from debate.analysis.findings.weighing import ArgumentFinding, Leaning, Weighing
    from debate.domain.ids import ArgumentId
    from debate.domain.views.floor import Argument
    from debate.i18n.catalog import Translator
    from debate.report.material import Material

STRONGEST = 5
"""So many arguments of a side stand with grounds and replies; the others with their claim."""
DEEPEST = 8
"""So many replies to replies stand below one another; what is deeper is counted."""


def arguments_part(material: Material, found: MotionFindings, t: Translator) -> Iterator[Block]:
    """Yield the arguments of a motion."""
    yield Heading(3, t.text("The arguments"))
    if not material.sees_totals:
        yield Paragraph(t.text("Strengths are hidden in this phase."), "notice")
    else:
        yield Paragraph(strength_reading(found.weighing, t))
        yield from _shares(material, found.weighing, t)
    writer = _Writer(material, found.weighing, t)
    yield from writer.side("for", t.text("Strongest for"))
    yield from writer.side("against", t.text("Strongest against"))
    if material.sees_totals:
        yield from _received(writer, found.weighing, t)
    unanswered = writer.items(found.weighing.unanswered)
    if unanswered:
        yield Heading(4, t.text("Nobody answered these"))
        yield Items(unanswered)


def _shares(material: Material, weighing: Weighing, t: Translator) -> Iterator[Block]:
    """Yield what each direct argument contributed; the parts add up to the whole."""
    direct = [each for each in weighing.arguments if each.share is not None]
    direct.sort(key=lambda each: (-abs(each.share or 0.0), each.number))
    rows = tuple(
        Bar(
            argument.claim.within(t.language),
            abs(each.share or 0.0),
            format_signed(each.share or 0.0, t.language),
            each.leaning,
        )
        for each in direct
        if (argument := material.shown(each.id)) is not None
    )
    if rows:
        yield Bars(
            t.text("What each argument did to the balance; the parts add up"),
            (t.text("Argument"), t.text("Share")),
            rows,
        )


def _received(writer: _Writer, weighing: Weighing, t: Translator) -> Iterator[Block]:
    """Yield the arguments people agree and differ about; a list without entries is left out."""
    for title, found in (
        (t.text("Agreed to be strong"), weighing.agreed),
        (t.text("Contested"), weighing.contested),
        (t.text("Bringing both sides together"), weighing.bearing(Bearing.UNIFYING)),
        (t.text("Setting the sides apart"), weighing.bearing(Bearing.DIVIDING)),
    ):
        items = writer.items(found)
        if items:
            yield Heading(4, title)
            yield Items(items)


class _Writer:
    """Writes arguments as entries of lists."""

    def __init__(self, material: Material, weighing: Weighing, t: Translator) -> None:
        self._material = material
        self._weighing = weighing
        self._found = {each.id: each for each in weighing.arguments}
        self._t = t

    def side(self, leaning: Leaning, title: str) -> Iterator[Block]:
        """Yield the direct arguments of one side, the strongest in full."""
        ordered = self._weighing.strongest(leaning, len(self._found))
        if not self._material.sees_totals:
            ordered = tuple(sorted(ordered, key=lambda each: each.number))
        entries = [
            self._entry(argument, DEEPEST) if place < STRONGEST else self._line(argument)
            for place, each in enumerate(ordered)
            if (argument := self._material.shown(each.id)) is not None
        ]
        yield Heading(4, title)
        if entries:
            yield Items(tuple(entries))
        else:
            yield Paragraph(self._t.text("Nothing was said on this side."), "notice")

    def items(self, found: Iterable[ArgumentFinding]) -> tuple[Item, ...]:
        """Return arguments as entries without their replies."""
        return tuple(
            self._line(argument)
            for each in found
            if (argument := self._material.shown(each.id)) is not None
        )

    def _claim(self, argument: Argument) -> str:
        number = self._found[argument.id].number
        return f"{number}. {argument.claim.within(self._t.language)}"

    def _line(self, argument: Argument) -> Item:
        """Return an argument as its claim alone."""
        return Item(self._claim(argument), side=self._found[argument.id].leaning)

    def _entry(self, argument: Argument, depth: int) -> Item:
        """Return an argument with what is known of it, and `depth` levels of replies below it."""
        floor = self._material.debate.floor
        replies = [name for name in floor.replies.get(argument.id, ()) if self._is_shown(name)]
        notes = list(self._notes(argument))
        if replies and not depth:
            below = len(floor.below(argument.id))
            notes.append(self._t.plural("{n} more reply.", "{n} more replies.", below))
        return Item(
            self._claim(argument),
            notes=tuple(notes),
            quote=argument.grounds.within(self._t.language),
            side=self._found[argument.id].leaning,
            items=tuple(self._reply(name, depth - 1) for name in replies) if depth else (),
        )

    def _is_shown(self, name: ArgumentId) -> bool:
        return name in self._found and self._material.shown(name) is not None

    def _reply(self, name: ArgumentId, depth: int) -> Item:
        """Return a reply, with what it says of what it answers."""
        t, argument = self._t, self._material.debate.floor.arguments[name]
        lead = {
            "attacks": t.text("not true"),
            "undercuts": t.text("not relevant"),
            "supports": t.text("backed up"),
        }[argument.relation]
        entry = self._entry(argument, depth)
        return Item(f"{lead}: {entry.text}", entry.notes, entry.quote, entry.side, entry.items)

    def _notes(self, argument: Argument) -> Iterator[str]:
        t, each = self._t, self._found[argument.id]
        if self._material.sees_authors and self._material.findings.contract != "secret":
            yield t.text("By {name}.", name=self._material.name_of(argument.author))
        if self._material.sees_totals:
            strength = format_number(each.strength, t.language)
            yield t.text("Strength {strength}.", strength=strength)
            yield from argument_readings(each, t)
        if each.is_cyclic:
            yield t.text("It lies on a circle of replies, so its strength is a settled compromise.")
        if argument.added and self._material.debate.schedule.is_late(argument.added):
            yield t.text("It came after its phase had closed.")
        if late := self._material.debate.late_weights(argument.id):
            yield late_weight_words(late, t)
        if argument.sources:
            cited = (f"{each.cite} {each.url or ''}".strip() for each in argument.sources)
            yield t.plural(
                "Source: {sources}.", "Sources: {sources}.", len(argument.sources),
                sources="; ".join(cited),
            )  # fmt: skip
