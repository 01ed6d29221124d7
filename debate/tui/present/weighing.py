"""The scheme of a debate as a slider shows it: bounds, cost, and what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.domain.weight import BUDGET, RANGES, cost
from debate.tui.present.views import WeightView

if TYPE_CHECKING:
    from debate.domain.ids import MotionId
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat


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
        unset=t.text("not weighed"),
    )
