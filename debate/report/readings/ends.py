"""The two ends of a first round in words: the middle, the quarters, and whose reasons stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.analysis.findings.ends import Ends
from debate.analysis.findings.movement import Pending
from debate.i18n.numbers import format_signed
from debate.report.readings.refusals import pending_reading, refusal_reading

if TYPE_CHECKING:
    from debate.analysis.refusal import Refused
    from debate.i18n.catalog import Translator


def ends_reading(ends: Ends | Pending | Refused, t: Translator) -> str:
    """Say where the middle is and how far apart people are, or why that is not said."""
    match ends:
        case Pending():
            return pending_reading(ends, t)
        case Ends():
            return t.text(
                "The middle of {n} stances is {median}; half of them lie between {low} and {high}.",
                n=ends.n,
                median=format_signed(round(ends.median), t.language, 0),
                low=format_signed(round(ends.low), t.language, 0),
                high=format_signed(round(ends.high), t.language, 0),
            )
        case _:
            return refusal_reading(ends, t)


def ends_titles(ends: Ends, t: Translator) -> tuple[str, str]:
    """Return what the reasons against and for are those of."""
    if ends.are_linked:
        return (
            t.text("Reasons of those farthest to against"),
            t.text("Reasons of those farthest to for"),
        )
    return t.text("Reasons against"), t.text("Reasons for")
