"""A person's own stance in words: on the floor, and beside the slider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.i18n.numbers import format_signed
from debate.service.balloting import may_cast
from debate.tui.present.views import ScaleView

if TYPE_CHECKING:
    from debate.domain.ballot import Ballot
    from debate.domain.ids import MotionId
    from debate.domain.motion import Motion
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat


def own_stance(seat: Seat, motion: MotionId, t: Translator) -> str:
    """Return the newest stance of a person on a motion, and the side they were asked to argue."""
    words, person = _newest_stance(seat, motion, t), seat.person
    side = seat.debate.sides.get((person.id, motion)) if person else None
    if side is None or not seat.debate.schedule.now.phase.acts & {"argue", "restate"}:
        return words
    asked = t.text("argue for") if side == "for" else t.text("argue against")
    return f"{asked} · {words}"


def _newest_stance(seat: Seat, motion: MotionId, t: Translator) -> str:
    opening = seat.ballot((motion, "opening", 0))
    closing = seat.ballot((motion, "closing", 0))
    newest = closing or opening
    if newest is None:
        return t.text("v: say where you stand first") if may_cast(seat) else ""
    if closing and opening and closing.stance is not None and opening.stance is not None:
        return t.text(
            "you {before} → {after}",
            before=format_signed(opening.stance, t.language),
            after=format_signed(closing.stance, t.language),
        )
    return _said(newest, t)


def _said(ballot: Ballot, t: Translator) -> str:
    if ballot.stance is None:
        return t.text("you: no stance")
    stance = format_signed(ballot.stance, t.language)
    if ballot.confidence is None:
        return t.text("you {stance}", stance=stance)
    return t.text("you {stance}, {confidence} % sure", stance=stance, confidence=ballot.confidence)


def stance_view(motion: Motion, t: Translator) -> ScaleView:
    """Return the words around the stance slider, with what for means when it could mislead."""
    hint = ""
    if motion.polarity == "oppose":
        hint = t.text("Mind the wording: for this motion means against what it opposes.")
    return ScaleView(
        label=t.text("Where do you stand?"),
        low=t.text("against"),
        high=t.text("for"),
        words=(
            (-100, t.text("fully against")),
            (-80, t.text("strongly against")),
            (-50, t.text("against")),
            (-20, t.text("undecided")),
            (21, t.text("for")),
            (51, t.text("strongly for")),
            (81, t.text("almost fully for")),
            (100, t.text("fully for")),
        ),
        hint=hint,
        unset=t.text("not said yet"),
        beyond_words=t.text("{number} is out of range; backspace corrects it"),
    )


def confidence_view(t: Translator) -> ScaleView:
    """Return the words around the confidence slider."""
    return ScaleView(
        label=t.text("How sure are you?"),
        low=t.text("a guess"),
        high=t.text("certain"),
        unset=t.text("not said yet"),
        beyond_words=t.text("{number} is out of range; backspace corrects it"),
    )
