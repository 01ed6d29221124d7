"""A page of prose to scroll through, at most 72 cells wide, with headings and hanging items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import events
from textual.binding import BindingType
from textual.reactive import reactive
from textual.strip import Strip

from debate.tui.cells import wrap
from debate.tui.keymap import bind
from debate.tui.widgets.ink import Line, Role
from debate.tui.widgets.prose import prose_lines
from debate.tui.widgets.tall import Tall

MEASURE = 72
"""The most cells a line of prose has."""

BlockSort = Literal[
    "title", "heading", "for", "against", "strong", "prose", "item", "source", "notice", "key"
]
_SIGNS: dict[BlockSort, str] = {"for": "▲ ", "against": "▼ ", "item": "• ", "source": "→ "}
_ROLES: dict[BlockSort, Role] = {
    "title": "strong", "heading": "strong", "for": "for", "against": "against", "strong": "strong",
    "item": "ink", "source": "muted", "notice": "notice", "key": "key",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page."""

    sort: BlockSort
    text: str


class Page(Tall, can_focus=True):
    """Shows blocks one after the other; the arrows scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("list.down", action="scroll_down"),
        bind("list.up", action="scroll_up"),
        bind("list.page-down", action="page_down"),
        bind("list.page-up", action="page_up"),
        bind("list.first", action="scroll_home"),
        bind("list.last", action="scroll_end"),
    ]
    DEFAULT_CSS = """
    Page { width: 1fr; height: 1fr; padding: 1 2 0 2; }
    """

    blocks: reactive[tuple[Block, ...]] = reactive[tuple[Block, ...]]((), init=False)
    """What is on the page."""

    def __init__(
        self,
        blocks: tuple[Block, ...] = (),
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `blocks`."""
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(Page.blocks, blocks)
        self._lines: Sequence[Line] = ()

    def on_mount(self) -> None:
        """Wrap the page."""
        self._wrap()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the page to the new width."""
        del event
        self._wrap()

    def watch_blocks(self) -> None:
        """Show other blocks from their top."""
        self._wrap()
        self.scroll_home(animate=False)

    def keep(self) -> float:
        """Return how far the page was read."""
        return self.scroll_offset.y / max(1, len(self._lines))

    def restore(self, kept: float) -> None:
        """Scroll to where the page was read."""
        self.call_after_refresh(self.scroll_to, y=round(kept * len(self._lines)), animate=False)

    def render_line(self, y: int) -> Strip:
        """Return one row of the page."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        return (
            self.strip(self._lines[place], width) if place < len(self._lines) else self.blank(width)
        )

    def _wrap(self) -> None:
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        self._lines = self.set_in(min(width, MEASURE))
        self.measure(len(self._lines))
        self.refresh()

    def set_in(self, width: int) -> Sequence[Line]:
        """Return the blocks as lines of at most `width` cells."""
        return page_lines(self.blocks, width)


def page_lines(blocks: Sequence[Block], width: int) -> list[Line]:
    """Return blocks as lines of at most `width` cells, whitespace before every new thought."""
    lines: list[Line] = []
    before: BlockSort | None = None
    for block in blocks:
        joined = {before, block.sort} <= {"item"} or block.sort == "source"
        joined = joined or before in ("heading", "strong")
        if lines and not joined:
            lines.append([])
        lines += _block_lines(block, width)
        before = block.sort
    return lines


def _block_lines(block: Block, width: int) -> list[Line]:
    if block.sort == "prose":
        return prose_lines(block.text, width)
    sign = _SIGNS.get(block.sort, "")
    role = _ROLES[block.sort]
    return [
        [(sign if place == 0 else " " * len(sign), role), (line, role)]
        for place, line in enumerate(wrap(block.text, max(1, width - len(sign))))
    ]
