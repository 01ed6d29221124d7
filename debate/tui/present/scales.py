"""The scales of one motion as a part of its results: what each argument moved, and who agrees about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from debate.analysis.findings.weighing import Bearing
from debate.i18n.numbers import format_number, format_signed
from debate.service.readings import strength_reading
from debate.tui.present.parts import PartView
from debate.tui.present.views import Bar, BarsView
from debate.tui.widgets.page import Block

if TYPE_CHECKING:
    from debate.analysis.findings.weighing import ArgumentFinding, Weighing
    from debate.domain.debate import Debate
    from debate.domain.ids import ArgumentId
    from debate.i18n.catalog import Translator

STRONGEST = 5
"""So many direct arguments of a side are drawn, those that move the balance most."""


def scales_part(debate: Debate, weighing: Weighing, t: Translator, *, sees: bool) -> PartView:
    """Return the scales; `sees` tells whether strengths may be shown now."""
    if not sees:
        hidden = t.text(
            "In this phase strengths are hidden, so that everybody weighs for themselves."
        )
        return PartView(None, (Block("notice", hidden),))
    drawn = (*weighing.strongest("for", STRONGEST), *weighing.strongest("against", STRONGEST))
    rows = tuple(_bar(debate, each, t) for each in drawn)
    return PartView(
        BarsView(rows, top=1.0) if rows else None,
        (Block("prose", strength_reading(weighing, t)), *_received(debate, weighing, t)),
    )


def claim_of(debate: Debate, name: ArgumentId, t: Translator) -> str:
    """Return an argument's claim; hidden ones have none."""
    argument = debate.floor.arguments.get(name)
    if argument is None or argument.hidden_for is not None:
        return t.text("a hidden argument")
    return argument.claim.within(t.language)


def _bar(debate: Debate, each: ArgumentFinding, t: Translator) -> Bar:
    """Return an argument as its strength, with what it moved and its share behind it."""
    strength = format_number(each.strength, t.language)
    moved = format_signed(each.moved, t.language)
    share = format_signed(each.share or 0.0, t.language)
    words = t.text(
        "{strength}  moved {moved}  share {share}", strength=strength, moved=moved, share=share
    )
    return Bar(claim_of(debate, each.id, t), each.strength, words, each.leaning)


def _received(debate: Debate, weighing: Weighing, t: Translator) -> Iterator[Block]:
    """Yield the arguments people agree and differ about; a list without entries is left out."""
    lists: Sequence[tuple[str, tuple[ArgumentFinding, ...]]] = (
        (t.text("Agreed to be strong"), weighing.agreed),
        (t.text("Contested"), weighing.contested),
        (t.text("Bringing both sides together"), weighing.bearing(Bearing.UNIFYING)),
        (t.text("Setting the sides apart"), weighing.bearing(Bearing.DIVIDING)),
        (t.text("Nobody answered these"), weighing.unanswered),
        (
            t.text("On a circle of replies, so at rest and not decided"),
            tuple(each for each in weighing.arguments if each.is_cyclic),
        ),
    )
    for title, found in lists:
        if found:
            yield Block("heading", title)
            for each in found:
                claim = claim_of(debate, each.id, t)
                yield Block(
                    "item", f"{each.number}. {'▲' if each.leaning == 'for' else '▼'} {claim}"
                )
