"""A QR code in a terminal: two rows of squares in one row of half blocks, black on white."""

from __future__ import annotations

import segno

QUIET = 2
"""Squares of white around it."""
_HALVES = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
"""What is drawn in white for an upper and a lower square; 1 is dark."""
_WHITE_ON_BLACK, _PLAIN = "\x1b[97;40m", "\x1b[0m"


def qr_lines(text: str, *, is_coloured: bool = True) -> list[str]:
    """Return a QR code as lines.

    Args:
        text: What it says.
        is_coloured: Whether to set black and white; without it the code suits dark terminals.
    """
    squares = [
        list(row) for row in segno.make(text, error="m", micro=False).matrix_iter(border=QUIET)
    ]
    if len(squares) % 2:
        squares.append([0] * len(squares[0]))
    lines = [
        "".join(
            _HALVES[bool(above), bool(below)] for above, below in zip(upper, lower, strict=True)
        )
        for upper, lower in zip(squares[::2], squares[1::2], strict=True)
    ]
    return [f"{_WHITE_ON_BLACK}{line}{_PLAIN}" for line in lines] if is_coloured else lines
