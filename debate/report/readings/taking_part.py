"""How people took part, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.analysis.refusal import Refused
from debate.i18n.numbers import format_number
from debate.report.readings.refusals import refusal_reading
from debate.report.readings.shift import share_words

if TYPE_CHECKING:
    from debate.analysis.findings.taking_part import TakingPart
    from debate.i18n.catalog import Translator

_RUNS = 0.05
"""A difference from chance smaller than this is none."""


def taking_part_readings(part: TakingPart, t: Translator) -> tuple[str, ...]:
    """Return the sentences about participation, counts first."""
    return (
        counts_reading(part, t),
        _evenly(part, t),
        _turns(part, t),
        _sides(part, t),
        _other_side(part, t),
        *_restated(part, t),
    )


def counts_reading(part: TakingPart, t: Translator) -> str:
    """Say how many argued and how many weighed."""
    return t.plural(
        "{n} person brought an argument and {weighers} weighed any, of {people} who take part.",
        "{n} people brought an argument and {weighers} weighed any, of {people} who take part.",
        part.speakers,
        weighers=part.weighers,
        people=part.people,
    )


def _evenly(part: TakingPart, t: Translator) -> str:
    if isinstance(part.gini, Refused):
        words = t.text("How evenly people spoke cannot be said.")
        return f"{words} {refusal_reading(part.gini, t)}"
    return t.text(
        "How unevenly they spoke: {gini}. 0 is all alike, 1 is one person who brought everything; "
        "the silent count.",
        gini=format_number(part.gini, t.language),
    )


def _turns(part: TakingPart, t: Translator) -> str:
    if isinstance(part.turn_gap, Refused):
        words = t.text("Whether people took turns cannot be said.")
        return f"{words} {refusal_reading(part.turn_gap, t)}"
    if part.turn_gap > _RUNS:
        return t.text("People brought their arguments in runs, more than by chance.")
    if part.turn_gap < -_RUNS:
        return t.text("People took turns, more than by chance.")
    return t.text("People took turns as much as by chance.")


def _sides(part: TakingPart, t: Translator) -> str:
    return t.text(
        "{for_} arguments and replies help the motion, {against} go against it.",
        for_=part.in_favour,
        against=part.against,
    )


def _other_side(part: TakingPart, t: Translator) -> str:
    if isinstance(part.cross_cutting, Refused):
        words = t.text("Whether people took in the other side cannot be said.")
        return f"{words} {refusal_reading(part.cross_cutting, t)}"
    weighed = t.text(
        "Of what the other side brought, people weighed {share} on average (1 is all of it).",
        share=format_number(part.cross_cutting, t.language),
    )
    if isinstance(part.steelman, Refused):
        return weighed
    granted = t.text(
        "The share who found any of it strong is {share}.",
        share=format_number(part.steelman, t.language),
    )
    return f"{weighed} {granted}"


def _restated(part: TakingPart, t: Translator) -> tuple[str, ...]:
    if not part.restated:
        return ()
    return (
        t.text(
            "Arguments said again in somebody else's words: {n}. Authors called fair: {share}.",
            n=part.restated,
            share=share_words(part.fair, part.restated, t),
        ),
    )
