"""The lobby's rows: each motion and each debate, with a mini-histogram and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.i18n.numbers import ago, format_number
from debate.tui.blocks import across, meter
from debate.tui.cells import cut, fit
from debate.tui.cells import width as cells_of
from debate.tui.widgets.ink import Line

if TYPE_CHECKING:
    from debate.domain.motion import Motion
    from debate.i18n.catalog import Translator
    from debate.service.summary import Summary

BAR = 8
"""Cells of the balance bar in a row."""


@dataclass(frozen=True, slots=True)
class LobbyRow:
    """One motion or debate in the lobby."""

    id: str
    title: str
    note: str
    """The second line: the proposition, or phase, people and when."""
    histogram: tuple[int, ...] = ()
    balance: float | None = None
    """In [0, 1]; None when nobody argued yet."""
    balance_text: str = ""


def motion_rows(
    motions: Sequence[Motion], summaries: Sequence[Summary], t: Translator
) -> tuple[LobbyRow, ...]:
    """Return a row for each motion, standing where its newest debate stands."""
    newest: dict[str, Summary] = {}
    for summary in summaries:
        for name in summary.motions:
            newest.setdefault(name, summary)
    return tuple(
        _row(
            motion.id,
            motion.short.within(t.language),
            motion.proposition.within(t.language),
            newest.get(motion.id),
            motion.id,
            t,
        )
        for motion in motions
    )


def debate_rows(
    summaries: Sequence[Summary], t: Translator, now: int
) -> tuple[LobbyRow, ...]:
    """Return a row for each debate; `now` is in milliseconds since 1970."""
    rows = []
    for summary in summaries:
        phase = t.text("closed") if summary.is_closed else summary.phase.within(t.language)
        people = t.plural("{n} person", "{n} people", summary.people)
        when = ago(max(0, now - summary.last) / 1000, t)
        motions = t.plural("{n} motion", "{n} motions", len(summary.motions))
        note = " · ".join((phase, motions, people, when))
        first = summary.motions[0] if summary.motions else ""
        rows.append(_row(summary.id, summary.title, note, summary, first, t))
    return tuple(rows)


def _row(
    name: str, title: str, note: str, summary: Summary | None, motion: str, t: Translator
) -> LobbyRow:
    balances: Mapping[str, float] = dict(summary.balances) if summary else {}
    balance = balances.get(motion)
    words = "" if balance is None else format_number(balance, t.language)
    return LobbyRow(name, title, note, summary.histogram if summary else (), balance, words)


def lobby_painter(against: str, for_: str) -> Callable[[LobbyRow, int], Sequence[Line]]:
    """Return the painter of the lobby's rows.

    Args:
        against: The word at the left of a mini-histogram, for narrow signs use "▼".
        for_: The word at its right.
    """

    def paint(row: LobbyRow, width: int) -> Sequence[Line]:
        chart = meter(row.histogram) if row.histogram else ""
        tail: list[tuple[str, str]] = []
        if chart:
            tail += [(f"{against} ", "against"), (chart, "muted"), (f" {for_}  ", "for")]
        if row.balance is not None:
            side = "for" if row.balance >= 0.5 else "against"
            tail += [(fit(across(row.balance, BAR), BAR), side), (f" {row.balance_text}", "strong")]
        used = sum(cells_of(text) for text, _ in tail)
        room = max(0, width - used - 1)
        title = cut(row.title, room)
        gap = " " * (room - cells_of(title) + 1)
        return [
            [(title, "strong"), (gap, "ink"), *tail],  # type: ignore[list-item]
            [(cut(row.note, width), "muted")],
        ]

    return paint
