"""How one argument looks in a list: strength, bar, claim, and who weighed it.

    0.66 █████  Ransomware stops hospitals            ●  ◆8  ✎7
    └ 0.31 ██▌  not true: outages were short               ✎4

Signs carry what colour repeats: ● mine, § from the pack, × withdrawn, ⊘ hidden, ↻ in a cycle,
⚑ flagged, + new; ◆ is the reader's own weight and ✎ how many people weighed it.
"""

from __future__ import annotations

from collections.abc import Sequence

from debate.tui.blocks import across
from debate.tui.cells import cut, safe, wrap
from debate.tui.cells import width as cells_of
from debate.tui.present.views import Mark, RowView
from debate.tui.widgets.ink import Line, Role, Run

SIGNS: dict[Mark, tuple[str, Role]] = {
    "new": ("+", "focus"),
    "mine": ("●", "focus"),
    "opening": ("§", "muted"),
    "withdrawn": ("×", "muted"),
    "hidden": ("⊘", "notice"),
    "cycle": ("↻", "notice"),
    "flagged": ("⚑", "notice"),
}
_DEEPEST = 4
_ROOMY = 60


def paint_row(row: RowView, width: int) -> Sequence[Line]:
    """Return an argument as one line."""
    head, tail, space = _frame(row, width)
    words = _words(row)
    claim = cut(words, space)
    padding = " " * (space - cells_of(claim))
    return [[*head, *_coloured(row, claim), (padding, "ink"), *tail]]


def paint_tall_row(row: RowView, width: int) -> Sequence[Line]:
    """Return an argument as two lines: the claim runs on, or its note stands below.

    Where there is little room the second line begins further left, so that most of a claim is
    read without opening it.
    """
    head, tail, space = _frame(row, width)
    lines = wrap(_words(row), max(space, 1))
    first = lines[0]
    hanging = 2 + 2 * _depth(row, width)
    indent = " " * (sum(cells_of(text) for text, _ in head) if width >= _ROOMY else hanging)
    padding = " " * max(0, space - cells_of(first))
    top: Line = [*head, *_coloured(row, first), (padding, "ink"), *tail]
    rest = " ".join(lines[1:])
    below = width - cells_of(indent)
    if rest:
        return [top, [(indent, "ink"), (cut(rest, below), _claim_role(row))]]
    return [top, [(indent, "ink"), (cut(row.note, below), "muted")]]


def _frame(row: RowView, width: int) -> tuple[list[Run], list[Run], int]:
    """Return what stands left and right of the claim, and the cells between them."""
    head = _head(row, width)
    tail = _tail(row)
    used = sum(cells_of(text) for text, _ in (*head, *tail))
    return head, tail, max(0, width - used)


def _head(row: RowView, width: int) -> list[Run]:
    """Return the indent, the number and the bar."""
    depth = _depth(row, width)
    indent = "  " * (depth - 1) + "└ " if depth else ""
    number = " –  " if row.strength is None else f"{row.strength:.2f}".replace(".", row.point)
    bar = max(2, (8 if width >= _ROOMY else 5) - 2 * max(0, depth - 1))
    return [
        (indent, "faint"),
        (number, "strong"),
        (" ", "ink"),
        (across(row.strength or 0.0, bar), row.side),
        (" ", "ink"),
    ]


def _depth(row: RowView, width: int) -> int:
    """Return how far a row is indented: less deep where there is little room."""
    return min(row.depth, _DEEPEST, max(1, (width - 24) // 6))


def _tail(row: RowView) -> list[Run]:
    """Return the marks and the weights."""
    runs: list[Run] = [
        (f" {sign}", role) for mark, (sign, role) in SIGNS.items() if mark in row.marks
    ]
    if row.own_weight is not None:
        runs.append((f" ◆{row.own_weight}", "focus"))
    weighed = f"✎{row.weighed_by}" if row.weighed_by else ""
    runs.append((f" {weighed:>3}", "muted"))
    return runs


def _words(row: RowView) -> str:
    """Return the lead and the claim as one text."""
    return f"{row.lead}: {row.claim}" if row.lead else row.claim


def _coloured(row: RowView, shown: str) -> list[Run]:
    """Return the shown words with the lead set apart."""
    lead = safe(f"{row.lead}: ") if row.lead else ""
    if lead and shown.startswith(lead):
        return [(lead, row.side), (shown[len(lead) :], _claim_role(row))]
    if shown and lead.startswith(shown):
        return [(shown, row.side)]
    return [(shown, _claim_role(row))]


def _claim_role(row: RowView) -> Role:
    """Return how the claim itself is drawn."""
    if "withdrawn" in row.marks:
        return "struck"
    return "muted" if "hidden" in row.marks else "ink"
