"""A weight before it is given: what it costs under the scheme, and what it would do to the motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.domain.weight import BUDGET, RANGES, cost
from debate.i18n.numbers import format_number, format_signed
from debate.service.sight import sight_of
from debate.tui.present.floor import balance_view
from debate.tui.present.views import BalanceView, SupposedView, WeightView

if TYPE_CHECKING:
    from debate.domain.ids import MotionId
    from debate.domain.views.floor import Argument
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat

FINE = 3
"""Digits behind the mark, as one weight among many moves a motion by little."""


def weight_view(seat: Seat, motion: MotionId, value: int | None, t: Translator) -> WeightView:
    """Return the words and bounds of a weight.

    Args:
        seat: Who weighs.
        motion: The motion whose budget it is.
        value: The weight that is there, which would be taken back; None without one.
        t: The language.
    """
    scheme = seat.debate.charter.scheme
    free = BUDGET - seat.spent(motion) + cost(scheme, value or 0)
    return WeightView(
        label=t.text("Weight"),
        low=t.text("nothing"),
        high=t.text("very much"),
        limit=RANGES[scheme][1],
        scheme=scheme,
        available=max(0, free),
        cost_words=t.text("costs {cost}, {left} left"),
        too_much_words=t.text("more than the {available} you have"),
        beyond_words=t.text("{number} is out of range; backspace corrects it"),
        unset=t.text("not weighed"),
    )


def supposed(
    seat: Seat, motion: MotionId, argument: Argument, value: int | None, t: Translator
) -> SupposedView:
    """Return where the motion stands, and where it would with another weight of this person.

    Args:
        seat: Who weighs.
        motion: The motion.
        argument: What is weighed.
        value: The weight to suppose; None for none at all.
        t: The language.
    """
    if not sight_of(seat).sees_totals:
        return SupposedView(t.text("What it does to the balance is hidden in this phase."))
    person, now = seat.person, balance_view(seat, motion, t)
    others = [each for who, each in argument.weights.items() if not person or who != person.id]
    would = seat.session.scales.supposing(
        argument.id, others if value is None else [*others, value]
    )
    if would is None or now.strength is None:
        return SupposedView(t.text("It is not part of the balance."))
    return SupposedView(
        t.text(
            "The motion stands at {now}; with this weight at {would} ({change}).",
            now=format_number(now.strength, t.language, FINE),
            would=format_number(would, t.language, FINE),
            change=format_signed(would - now.strength, t.language, FINE),
        ),
        now=now,
        would=BalanceView(would, now.against, now.for_, point=now.point),
        now_label=t.text("now"),
        would_label=t.text("with this weight"),
    )
