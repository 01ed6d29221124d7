"""A page with two columns where keys and signs are explained: the key, and its sentence beside it."""

from __future__ import annotations

from collections.abc import Sequence

from debate.tui.cells import fit, wrap
from debate.tui.cells import width as cells_of
from debate.tui.widgets.ink import Line
from debate.tui.widgets.page import Block, Page, page_lines

COLUMN = "\t"
"""Stands between the columns of a block of the sort `key`."""
_WIDEST = 16
_GAP = 2


class HelpPage(Page):
    """A `Page` whose blocks of the sort `key` are set in two columns."""

    def set_in(self, width: int) -> Sequence[Line]:
        """Return the blocks as lines, those of keys in two columns."""
        return help_lines(self.blocks, width)


def help_lines(blocks: Sequence[Block], width: int) -> list[Line]:
    """Return blocks as lines of at most `width` cells; keys stand in a column of their own."""
    column = _column(blocks)
    lines: list[Line] = []
    plain: list[Block] = []
    for block in blocks:
        if block.sort != "key":
            plain.append(block)
            continue
        lines += _set(plain, width, is_first=not lines)
        plain.clear()
        lines += _key_lines(block.text, column, width)
    return lines + _set(plain, width, is_first=not lines)


def _set(blocks: Sequence[Block], width: int, *, is_first: bool) -> list[Line]:
    """Return blocks that are no keys, after a blank line unless they come first."""
    if not blocks:
        return []
    return [*([] if is_first else [[]]), *page_lines(blocks, width)]


def _column(blocks: Sequence[Block]) -> int:
    """Return how wide the column of keys is."""
    keys = (block.text.partition(COLUMN)[0] for block in blocks if block.sort == "key")
    return min(_WIDEST, max((cells_of(key) for key in keys), default=0))


def _key_lines(text: str, column: int, width: int) -> list[Line]:
    """Return one key with its sentence, which hangs beside it when it takes several lines."""
    key, _, sentence = text.partition(COLUMN)
    rest = wrap(sentence, max(1, width - column - _GAP))
    gap = " " * _GAP
    return [
        [(fit(key if place == 0 else "", column), "key"), (gap, "ink"), (line, "ink")]
        for place, line in enumerate(rest)
    ]
