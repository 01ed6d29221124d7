"""Blocks of a page among charts: as tall as they are, and scrolled by what holds them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.reactive import reactive

from debate.tui.widgets.ink import Line
from debate.tui.widgets.lines import Lines
from debate.tui.widgets.page import MEASURE, Block, page_lines


class Words(Lines):
    """Draws blocks as a page does."""

    blocks: reactive[tuple[Block, ...]] = reactive[tuple[Block, ...]]((), init=False)
    """What is said."""

    def watch_blocks(self) -> None:
        """Draw the new blocks."""
        self.redraw(layout=True)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the wrapped blocks."""
        del height
        return page_lines(self.blocks, max(1, min(width, MEASURE)))
