"""The facilitator's console as views: a clock in large figures, the phase, and what waits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from debate.i18n.numbers import countdown
from debate.service.room import Standing, Waiting, room_words
from debate.tui.cells import cut
from debate.tui.present.status import MINUTE, SECOND
from debate.tui.widgets.big_text import BigView
from debate.tui.widgets.ink import Line, Role
from debate.tui.widgets.page import Block

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.i18n.catalog import Translator

_SEPARATOR = " · "


def clock_view(stands: Standing) -> BigView:
    """Return the clock: what is left, what it runs over, or how long a phase without an end took.

    Once the debate is closed there is none.
    """
    if stands.is_closed:
        return BigView("", "muted", 2, is_centred=False)
    if stands.left is None:
        return BigView(countdown(stands.elapsed / SECOND), "muted", 2, is_centred=False)
    is_over = stands.left < 0
    text = countdown(abs(stands.left) / SECOND)
    role: Role = "notice" if stands.left < MINUTE or stands.is_paused else "strong"
    return BigView(f"+{text}" if is_over else text, role, 2, is_centred=False)


def clock_words(stands: Standing, t: Translator) -> str:
    """Say what the clock's figures are, and what holds the debate up."""
    if stands.is_closed:
        return t.text("closed")
    words = [
        t.text("so far, without an end") if stands.left is None
        else t.text("over time") if stands.left < 0
        else t.text("to go")
    ]  # fmt: skip
    words += [t.text("clock stands still")] if stands.is_paused else []
    words += [t.text("frozen")] if stands.is_frozen else []
    return _SEPARATOR.join(words)


def now_blocks(stands: Standing, t: Translator) -> tuple[Block, ...]:
    """Return the phase, its place in the run-sheet, and what comes next."""
    title = stands.phase.title.within(t.language)
    blocks = [
        Block("title", title),
        Block("source", t.text("{place} of {phases}", place=stands.place, phases=stands.phases)),
    ]
    if stands.following is not None:
        following = stands.following.title.within(t.language)
        minutes = stands.following.minutes
        words = t.text("Next: {phase}", phase=following)
        if minutes:
            words += f", {t.text('{n} min', n=minutes)}"
        blocks.append(Block("source", words))
    return tuple(blocks)


def script_words(stands: Standing, t: Translator) -> str:
    """Return the line to read aloud; empty when the run-sheet has none, or nobody is to hear it."""
    if stands.is_closed:
        return ""
    script = stands.phase.script.within(t.language)
    return f"{t.text('Read aloud')}: “{script}”" if script else ""


def waiting_rows(debate: Debate, t: Translator) -> tuple[Waiting, ...]:
    """Return what waits, the most pressing first."""
    return room_words(debate, t)


def paint_waiting(row: Waiting, width: int) -> Sequence[Line]:
    """Return one line of what waits."""
    sign = "● " if row.is_open else "· "
    role: Role = "strong" if row.is_open else "ink"
    return [[(sign, "focus" if row.is_open else "faint"), (cut(row.text, width - 2), role)]]
