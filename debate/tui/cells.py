"""Text as a terminal shows it: measured in cells, cut by cells, and safe to print.

What people write may hold control characters, bidirectional overrides, joined emoji and towers of
combining marks. This module makes it printable for one place on the screen. It never changes what
is stored, and it never interprets markup.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
MARKS_PER_CHARACTER = 4
"""The most combining marks shown upon one character; a legible accent needs no more."""

_SPACES = frozenset("\t\n\r\v\f\u0085\u2028\u2029\u00a0\u202f")
_JOINER = "\u200d"
_NON_JOINER = "\u200c"
_SYMBOLS_FROM = "\u2190"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def width(text: str) -> int:
    """Return how many cells `text` takes."""
    return cell_len(text)


def safe(text: str) -> str:
    """Return `text` as one printable line.

    White space of any kind becomes a space. Control characters and broken surrogates become a
    replacement character. Bidirectional controls, variation selectors and joiners between emoji
    vanish: terminals disagree on their width, and a reversed line could lie about who said what.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_printable(text))


def cut(text: str, cells: int) -> str:
    """Return `text` made safe and at most `cells` wide, with an ellipsis when something is lost."""
    line = safe(text)
    if cell_len(line) <= cells:
        return line
    if cells <= 0:
        return ""
    return set_cell_size(line, cells - 1).rstrip() + ELLIPSIS


def fit(text: str, cells: int, *, right: bool = False) -> str:
    """Return `text` cut and padded to exactly `cells`, on the left edge unless `right`."""
    line = cut(text, cells)
    padding = " " * (cells - cell_len(line))
    return padding + line if right else line + padding


def wrap(text: str, cells: int) -> list[str]:
    """Return the lines of `text`, each at most `cells` wide; paragraphs and blank lines stay."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        lines.extend(_wrapped(safe(paragraph), max(1, cells)))
    return lines


def _wrapped(line: str, cells: int) -> Iterator[str]:
    """Break one line at spaces, and a word that is wider than a line at its cells."""
    current, used = "", 0
    for word in line.split():
        size = cell_len(word)
        if used and used + 1 + size <= cells:
            current, used = f"{current} {word}", used + 1 + size
            continue
        if used:
            yield current
        *full, current = _chopped(word, cells)
        yield from full
        used = cell_len(current)
    yield current


def _chopped(word: str, cells: int) -> list[str]:
    """Cut a word at every `cells` cells; one that fits is returned whole."""
    pieces: list[str] = []
    while cell_len(word) > cells:
        head = set_cell_size(word, cells).rstrip() or word[0]
        pieces.append(head)
        word = word[len(head) :]
    return [*pieces, word]


_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])


def clean(text: str, *, is_multiline: bool = False) -> str:
    """Return pasted `text` without what must never be stored: controls and direction overrides.

    Line ends are made one kind, and become spaces where only one line can stand; joined emoji,
    accents and right-to-left letters stay as they are.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BIDI)
    if not is_multiline:
        lines = " ".join(lines.split("\n"))
    return "".join(
        character
        for character in lines.replace("\t", " ")
        if character == "\n" or unicodedata.category(character) not in {"Cc", "Cs"}
    )


def _printable(text: str) -> Iterator[str]:
    """Yield what of each character can be shown."""
    marks, previous = 0, ""
    for character in text:
        shown = _shown(character, previous)
        if shown and unicodedata.combining(shown):
            marks += 1
            if marks > MARKS_PER_CHARACTER:
                continue
        elif shown:
            marks = 0
        previous = character
        yield shown


def _shown(character: str, previous: str) -> str:
    """Return the printable stand-in of one character, or nothing."""
    if character in _SPACES:
        return " "
    if character == _NON_JOINER or (character == _JOINER and "" < previous < _SYMBOLS_FROM):
        return character
    category = unicodedata.category(character)
    if category in {"Cc", "Cs", "Co", "Cn"}:
        return REPLACEMENT
    if category == "Cf" or ord(character) in _SKIN_TONES or "\ufe00" <= character <= "\ufe0f":
        return ""
    return character
