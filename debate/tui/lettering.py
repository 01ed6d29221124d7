"""Large letters made of half blocks, to be read from across a room: pure functions from text to rows.

A pixel is half a character high and one wide, so that pixels are about square. What cannot be drawn
is not guessed: then there are no rows, and the caller shows plain text instead.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from debate.tui.glyphs import ASCENT, HEIGHT, Glyph, glyph_of

_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
_GAP = 1
"""Pixels between two letters."""
JOINT = "\u200b"
"""Where a word may be broken without a hyphen, as in an address: the zero-width space."""
LARGEST = 6
"""The most that pixels are magnified."""


def lettered(text: str, width: int, height: int, *, largest: int = LARGEST) -> list[str] | None:
    """Return a text as rows of large letters, as large as fits; None when it does not, or cannot be.

    Args:
        text: The text; it is broken at spaces.
        width: The most cells of a row.
        height: The most rows.
        largest: The most that pixels are magnified.
    """
    for scale in range(min(largest, LARGEST), 0, -1):
        lines = _broken(text, width // scale, may_cut=scale == 1)
        if lines is None:
            continue
        rows = [row for line in lines for row in _rows(line, scale)]
        while rows and not rows[-1]:
            rows.pop()
        if rows and len(rows) <= height:
            return rows
    return None


def _shapes(text: str) -> tuple[Glyph, ...] | None:
    """Return the shapes of a line of text; None when one of its characters has none."""
    shapes: list[Glyph] = []
    for character in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", character)
        shape = glyph_of(parts[0], parts[1:2])
        if shape is None:
            return None
        shapes.append(shape)
    return tuple(shapes)


def _width(shapes: Sequence[Glyph]) -> int:
    """Return the pixels that shapes take beside one another."""
    return sum(len(shape[0]) + _GAP for shape in shapes) - _GAP if shapes else 0


def _broken(text: str, width: int, *, may_cut: bool) -> list[tuple[Glyph, ...]] | None:
    """Break a text into lines of shapes at its spaces, and a word too wide with a hyphen.

    Returns:
        None for a character without a shape, and for a word too wide where none may be cut.
    """
    space = _shapes(" ") or ()
    lines: list[tuple[Glyph, ...]] = []
    for word in text.split():
        pieces = _pieces(word, width, may_cut=may_cut)
        if pieces is None:
            return None
        if lines and _width((*lines[-1], *space, *pieces[0])) <= width:
            lines[-1] = (*lines[-1], *space, *pieces[0])
            del pieces[0]
        lines += pieces
    return lines


def _pieces(word: str, width: int, *, may_cut: bool) -> list[tuple[Glyph, ...]] | None:
    """Return a word as one piece, or as several that each fit in a line."""
    whole = _shapes(word.replace(JOINT, ""))
    if whole is None or max(_width((shape,)) for shape in whole) > width:
        return None
    if _width(whole) <= width:
        return [whole]
    if JOINT in word:
        parts = [_pieces(part, width, may_cut=may_cut) for part in word.split(JOINT)]
        found = [piece for part in parts if part is not None for piece in part]
        return found if None not in parts else None
    hyphen = _shapes("-") or ()
    has_room = all(_width((shape, *hyphen)) <= width for shape in whole)
    return _hyphenated(whole, hyphen, width) if may_cut and has_room else None


def _hyphenated(
    shapes: tuple[Glyph, ...], hyphen: tuple[Glyph, ...], width: int
) -> list[tuple[Glyph, ...]]:
    """Return a word that is too wide in pieces with a hyphen behind each but the last."""
    pieces: list[tuple[Glyph, ...]] = []
    while _width(shapes) > width:
        count = len(shapes)
        while count > 1 and _width((*shapes[:count], *hyphen)) > width:
            count -= 1
        pieces.append((*shapes[:count], *hyphen))
        shapes = shapes[count:]
    return [*pieces, shapes]


def _rows(shapes: Sequence[Glyph], scale: int) -> list[str]:
    """Return a line of shapes as rows of half blocks; the gap beneath the line is in them."""
    height = max((len(shape) for shape in shapes), default=ASCENT)
    pixels = [
        [pixel == "#" for pixel in _pixel_row(shapes, row) for _ in range(scale)]
        for row in range(max(height, ASCENT) + _GAP if height > ASCENT else HEIGHT)
        for _ in range(scale)
    ]
    if len(pixels) % 2:
        pixels.append([False] * len(pixels[0]))
    return [
        "".join(_BLOCKS[upper, lower] for upper, lower in zip(top, bottom, strict=True)).rstrip()
        for top, bottom in zip(pixels[::2], pixels[1::2], strict=True)
    ]


def _pixel_row(shapes: Sequence[Glyph], row: int) -> str:
    gap = "." * _GAP
    return gap.join(shape[row] if row < len(shape) else "." * len(shape[0]) for shape in shapes)
