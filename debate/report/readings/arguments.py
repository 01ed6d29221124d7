"""What each argument did, and what people made of it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.analysis.disagreement import Quadrant, Reception
from debate.analysis.findings.movement import Pending
from debate.analysis.findings.weighing import AcrossSides, Bearing
from debate.analysis.refusal import Refused
from debate.i18n.numbers import format_number, format_signed
from debate.report.readings.refusals import pending_reading, refusal_reading
from debate.report.readings.shift import share_words

if TYPE_CHECKING:
    from debate.analysis.findings.moving import Moved, Named
    from debate.analysis.findings.weighing import ArgumentFinding, Weighing
    from debate.i18n.catalog import Translator


def strength_reading(weighing: Weighing, t: Translator) -> str:
    """Say where the motion stands by its arguments."""
    value = weighing.strength
    if not weighing.raters:
        return t.text("Nobody weighed an argument yet, so the balance says little.")
    number = format_number(value, t.language)
    sides = (
        t.text("By the weights, the arguments lean towards for: {strength}.")
        if round(value, 2) > 0.5
        else t.text("By the weights, the arguments lean towards against: {strength}.")
        if round(value, 2) < 0.5
        else t.text("By the weights, the arguments balance: {strength}.")
    ).format(strength=number)
    return f"{sides} {t.text('0 is all against, 1 all for; it counts reasons, not people.')}"


def argument_readings(each: ArgumentFinding, t: Translator) -> tuple[str, ...]:
    """Return the sentences about one argument: what it moved, its share, how it was received."""
    moved = t.text(
        "Without it and its replies the motion would stand at {without} ({moved}).",
        without=format_number(each.without, t.language),
        moved=format_signed(-each.moved, t.language),
    )
    return (moved, *share_reading(each, t), reception_reading(each, t), *across_reading(each, t))


def share_reading(each: ArgumentFinding, t: Translator) -> tuple[str, ...]:
    """Say an argument's part of what the direct arguments did; nothing for a reply."""
    if each.share is None:
        return ()
    share = format_signed(each.share, t.language)
    return (t.text("Its share of what the arguments did together is {share}.", share=share),)


def reception_reading(each: ArgumentFinding, t: Translator) -> str:
    """Say how many weighed an argument, and whether they agree about it."""
    if not each.raters:
        return t.text("Nobody weighed it yet.")
    raters = t.plural("{n} person weighed it.", "{n} people weighed it.", each.raters)
    if not isinstance(each.reception, Reception):
        return f"{raters} {refusal_reading(each.reception, t)}"
    words = {
        Quadrant.AGREED_STRONG: t.text("They agree that it is strong."),
        Quadrant.AGREED_WEAK: t.text("They agree that it is not strong."),
        Quadrant.CONTESTED_STRONG: t.text("They differ a great deal; on average it is strong."),
        Quadrant.CONTESTED_WEAK: t.text("They differ a great deal; on average it is not strong."),
    }
    return f"{raters} {words[each.reception.quadrant]}"


def across_reading(each: ArgumentFinding, t: Translator) -> tuple[str, ...]:
    """Say whether both sides weigh an argument alike; nothing when that cannot be said."""
    if not isinstance(each.across, AcrossSides):
        return ()
    means = t.text(
        "People for give it {for_mean} of 10, people against {against_mean}.",
        for_mean=format_number(each.across.for_mean, t.language, 1),
        against_mean=format_number(each.across.against_mean, t.language, 1),
    )
    words = {
        Bearing.UNIFYING: t.text("It brings the sides together."),
        Bearing.DIVIDING: t.text("It sets the sides apart."),
        Bearing.NEITHER: "",
    }
    return (f"{means} {words[each.across.bearing]}".rstrip(),)


def moved_by_reading(moved: Moved | Pending | Refused, t: Translator) -> str:
    """Say how many people named an argument that moved them."""
    if isinstance(moved, Pending):
        return pending_reading(moved, t)
    if isinstance(moved, Refused):
        return refusal_reading(moved, t)
    if not moved.naming:
        return t.text("Nobody named an argument that moved them.")
    return t.text(
        "{share} named an argument that moved them, by their own account.",
        share=share_words(moved.naming, moved.ballots, t),
    )


def named_words(named: Named, t: Translator) -> str:
    """Return how many named an argument, and which way they moved."""
    by = t.plural("named by {n}", "named by {n}", named.by)
    if named.towards is None or named.away is None or not named.towards + named.away:
        return by
    ways = t.text(
        "{towards} moved towards for, {away} towards against",
        towards=named.towards,
        away=named.away,
    )
    return f"{by}: {ways}"


def late_weight_words(count: int, t: Translator) -> str:
    """Say how many of an argument's weights came late."""
    return t.plural(
        "{n} weight came after its phase had closed.",
        "{n} weights came after their phase had closed.",
        count,
    )
