"""What one's own weights imply, and which single weight would turn a motion, in a sentence each."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from debate.analysis.findings.choices import NEAR
from debate.analysis.refusal import Refused
from debate.i18n.numbers import format_number, format_signed
from debate.report.readings.said import quoted

if TYPE_CHECKING:
    from debate.analysis.findings.choices import Implied, Tip
    from debate.domain.debate import Debate
    from debate.domain.weight import Scheme
    from debate.i18n.catalog import Translator

NEAR_BALANCE = 0.005
"""A motion this near to one half is at balance."""
_DIGITS = 6
"""Digits of a weight beyond which nothing but the arithmetic of the machine speaks."""


def implied_reading(found: Implied | Refused, stance: int | None, t: Translator) -> str:
    """Say where one's own weights put the motion, beside one's slider.

    Args:
        found: What the weights imply.
        stance: Where the slider is; None before it was set.
        t: The language.
    """
    if isinstance(found, Refused):
        return t.text(
            "Weigh {needed} arguments or more to see what your own weights imply; you weighed {had}.",
            needed=round(found.needed),
            had=round(found.had),
        )
    implied = format_signed(found.stance, t.language)
    if stance is None:
        return t.text("Your own weights alone come to {implied}.", implied=implied)
    values = {"implied": implied, "stance": format_signed(stance, t.language)}
    if abs(found.stance - stance) <= NEAR:
        return t.text("Your own weights alone come to {implied}, near your {stance}.", **values)
    return t.text(
        "Your own weights alone come to {implied}, your slider stands at {stance}: {gap} apart. "
        "Is an argument missing, or a weight off?",
        gap=abs(found.stance - stance),
        **values,
    )


def own_tip_reading(tip: Tip | None, debate: Debate, t: Translator) -> str:
    """Say which of one's own weights would turn where they point; empty when none would."""
    if tip is None:
        return ""
    scheme = debate.charter.scheme
    return t.text(
        "Of your weights one could turn this by itself: about {needed} instead of {now} for "
        "{argument}.",
        argument=quoted(debate, tip.argument, t),
        needed=format_number(needed_units(tip, scheme), t.language),
        now=format_number(in_units(tip.now, scheme), t.language),
    )


def own_weight_words(value: int, t: Translator, *, counts: bool) -> str:
    """Return what somebody gave an argument, and whether that counts."""
    if counts:
        return t.text("You weighed it {value}.", value=value)
    return t.text(
        "You weighed it {value}, which is beyond your budget and does not count. Lower a weight to "
        "make room.",
        value=value,
    )


def in_units(base: float, scheme: Scheme) -> int:
    """Return a base score as the weight that a person would give, rounded."""
    return round(_units(base, scheme))


def needed_units(tip: Tip, scheme: Scheme) -> int:
    """Return the whole weight nearest to the present one that turns a motion."""
    needed = round(_units(tip.needed, scheme), _DIGITS)
    return floor(needed) if tip.needed < tip.now else ceil(needed)


def _units(base: float, scheme: Scheme) -> float:
    if scheme == "quadratic":
        return 20 * base - 10
    return base * (100 if scheme == "budget" else 10)


def tip_reading(tip: Tip | None, strength: float, debate: Debate, t: Translator) -> str:
    """Say which single argument would turn the motion, by the weights of all.

    Args:
        tip: The argument; None when no single one would.
        strength: Where the motion stands, in [0, 1].
        debate: The debate.
        t: The language.
    """
    if abs(strength - 0.5) < NEAR_BALANCE:
        return t.text("The motion is at balance: any weight turns it.")
    if tip is None:
        return t.text("No single argument could turn the motion, whatever its weight.")
    return t.text(
        "The motion would be at balance if {argument} had a weight of {needed} instead of {now}, on "
        "a scale of 0 to 1.",
        argument=quoted(debate, tip.argument, t),
        needed=format_number(tip.needed, t.language),
        now=format_number(tip.now, t.language),
    )
