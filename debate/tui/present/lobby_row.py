"""A row of the lobby, and how it is drawn: title, mini-histogram and balance, and a note below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from debate.tui.blocks import across, meter
from debate.tui.cells import cut, fit
from debate.tui.cells import width as cells_of
from debate.tui.widgets.ink import Line, Role, Run

BAR = 8
"""Cells of the balance bar in a row."""
MARK = "✓ "
"""Stands before a debate that is to be set beside others."""
MIDDLE = 0.5
"""The balance at which neither side is ahead."""


class LobbyRow(NamedTuple):
    """One motion or debate in the lobby."""

    id: str
    title: str
    note: str
    """The second line: the proposition, or phase, people and when."""
    histogram: tuple[int, ...] = ()
    balance: float | None = None
    """In [0, 1]; None when nobody argued yet."""
    balance_text: str = ""
    is_marked: bool = False
    """Whether it is to be set beside others."""


def paint_lobby_row(row: LobbyRow, width: int) -> Sequence[Line]:
    """Return a row's two lines: title with histogram and balance, and its note."""
    tail: list[Run] = []
    if row.histogram:
        tail += [("▼ ", "against"), (meter(row.histogram), "muted"), (" ▲  ", "for")]
    if row.balance is not None:
        side: Role = "for" if row.balance >= MIDDLE else "against"
        tail += [(fit(across(row.balance, BAR), BAR), side), (f" {row.balance_text}", "strong")]
    room = max(0, width - sum(cells_of(text) for text, _ in tail) - 1)
    mark = MARK if row.is_marked else ""
    title = cut(mark + row.title, room)
    gap = " " * (room - cells_of(title) + 1)
    return [
        [(title, "focus" if mark else "strong"), (gap, "ink"), *tail],
        [(cut(row.note, width), "muted")],
    ]
