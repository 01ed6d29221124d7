"""The question at which moment one votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.service.balloting import moments_open
from debate.tui.present.views import ChoiceView, Option

if TYPE_CHECKING:
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat


def moment_view(seat: Seat, t: Translator) -> ChoiceView:
    """Return the question, with the moments that are open now as its answers."""
    words = {
        "opening": t.text("at the beginning"),
        "mid": t.text("halfway"),
        "closing": t.text("at the end"),
        "later": t.text("some time later"),
    }
    return ChoiceView(
        t.text("Moment"), tuple(Option(each, words[each]) for each in moments_open(seat))
    )
