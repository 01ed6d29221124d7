"""Why a figure is withheld, and how often chance alone would do as much."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from debate.analysis.refusal import Reason, Refused
from debate.i18n.marks import N_
from debate.i18n.numbers import format_number

if TYPE_CHECKING:
    from debate.analysis.findings.movement import Pending
    from debate.i18n.catalog import Translator

LIKELY = 0.05
"""Above this p the words are "could be chance"."""
RAREST = 10_000
"""Rarer than once in so many is not told apart."""

REASONS: Mapping[Reason, str] = {
    Reason.TOO_FEW_PEOPLE: N_("Too few people to say: this takes {needed}, and there are {had}."),
    Reason.TOO_FEW_MOVERS: N_(
        "Too few moved to tell it from chance: this takes {needed}, and there were {had}."
    ),
    Reason.TOO_FEW_ITEMS: N_("Too little to go by: this takes {needed}, and there are {had}."),
    Reason.NO_VARIATION: N_("All answers are the same, so there is nothing to compare."),
    Reason.NOTHING_COUNTED: N_("There is nothing to count yet."),
    Reason.EMPTY_SIDE: N_("One of the two sides is empty, so there is nothing to compare."),
    Reason.SMALL_CELL: N_(
        "Withheld, as it would give away what {had} of you answered: this takes {needed}."
    ),
    Reason.COULD_BE_CHANCE: N_("Shuffled answers look just as clear, so this could be chance."),
    Reason.UNSTABLE: N_("With a few people less the picture is another one, so it is not shown."),
    Reason.NOT_RUN: N_("This was not worked out."),
}
"""A sentence for each reason; `{needed}` and `{had}` are what the rule asks for and what there was."""


def refusal_reading(refused: Refused, t: Translator) -> str:
    """Say why a figure is withheld."""
    words = t.text(REASONS[refused.reason])
    return words.format(needed=_count(refused.needed, t), had=_count(refused.had, t))


def _count(value: float, t: Translator) -> str:
    return format_number(value, t.language, 0 if value == int(value) else None)


def pending_reading(pending: Pending, t: Translator) -> str:
    """Say which ballot is still missing or sealed."""
    is_closing = pending.moment == "closing"
    if not pending.cast:
        if is_closing:
            return t.text("Nobody has cast the closing ballot yet, so nothing can be compared.")
        return t.text("Nobody has cast the opening ballot yet, so nothing can be compared.")
    if is_closing:
        return t.plural(
            "The closing ballots are still sealed: {n} is cast.",
            "The closing ballots are still sealed: {n} are cast.",
            pending.cast,
        )
    return t.plural(
        "The opening ballots are still sealed: {n} is cast.",
        "The opening ballots are still sealed: {n} are cast.",
        pending.cast,
    )


def chance_words(p: float, t: Translator) -> str:
    """Say how often chance alone would do at least as much: "1 time in 15"."""
    if p > 0.5:
        return t.text("by chance this happens more often than not")
    if p * RAREST < 1:
        return t.text(
            "by chance this happens less than 1 time in {often}",
            often=format_number(RAREST, t.language),
        )
    return t.text(
        "by chance this happens 1 time in {often}", often=format_number(round(1 / p), t.language)
    )


def verdict_words(p: float, t: Translator) -> str:
    """Say what to make of a p: it could be chance, or hardly."""
    return t.text("it could be chance") if p > LIKELY else t.text("it is hardly chance")


def chance_reading(p: float | Refused, t: Translator) -> str:
    """Say whether a change could be chance, in a sentence."""
    if isinstance(p, Refused):
        return refusal_reading(p, t)
    often = chance_words(p, t)
    return f"{often[:1].upper()}{often[1:]}: {verdict_words(p, t)}."
