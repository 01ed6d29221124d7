"""Bars, columns and small graphs made of eighth blocks: pure functions from numbers to text."""

from __future__ import annotations

from collections.abc import Sequence

_ACROSS = " ▏▎▍▌▋▊▉█"
_UP = " ▁▂▃▄▅▆▇█"
_EIGHTHS = 8


def across(fraction: float, cells: int) -> str:
    """Return a bar of `fraction` of `cells`, to an eighth of a cell, padded to `cells`.

    A fraction above zero always shows at least one eighth: little is not nothing.
    """
    eighths = _eighths(fraction, cells)
    full, part = divmod(eighths, _EIGHTHS)
    bar = "█" * full + (_ACROSS[part] if part else "")
    return bar + " " * (cells - len(bar))


def mirrored(fraction: float, cells: int) -> tuple[str, str, str]:
    """Return a bar that grows from the right edge, in three pieces of `cells` together.

    The pieces are the empty part, the partial cell to be drawn *reversed* (as the right-hand
    eighth blocks do not exist), and the full cells.
    """
    eighths = _eighths(fraction, cells)
    full, part = divmod(eighths, _EIGHTHS)
    partial = _ACROSS[_EIGHTHS - part] if part else ""
    return " " * (cells - full - len(partial)), partial, "█" * full


def upward(fraction: float, rows: int, row: int) -> str:
    """Return the one character of a column at `row`, counted from 0 at the top of `rows`."""
    eighths = _eighths(fraction, rows) - (rows - 1 - row) * _EIGHTHS
    return _UP[max(0, min(_EIGHTHS, eighths))]


def meter(counts: Sequence[int]) -> str:
    """Return a histogram of one row, with `┊` in the middle when there are two halves.

    An even number of bins is split in two halves around the middle; all-zero bins show a floor.
    """
    top = max(counts, default=0)
    bars = [_UP[max(1, _eighths(count / top, 1))] if top else _UP[1] for count in counts]
    if len(bars) % 2 == 0:
        bars.insert(len(bars) // 2, "┊")
    return "".join(bars)


def _eighths(fraction: float, cells: int) -> int:
    """Return how many eighths of a cell are filled; never 0 for something, never over full."""
    eighths = round(max(0.0, min(1.0, fraction)) * cells * _EIGHTHS)
    return max(eighths, 1) if fraction > 0 and cells > 0 else eighths
