"""A list of which ten thousand rows cost the same as ten.

Textual asks for the visible lines only; a row is painted when it is first seen and kept in a small
cache. Rows have a fixed height, so finding one is arithmetic and no per-row state is kept. What a
row looks like is the business of the painter it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from debate.tui.cells import wrap
from debate.tui.keymap import bindings
from debate.tui.widgets.ink import Line
from debate.tui.widgets.tall import Tall

T = TypeVar("T")
GUTTER = 2
"""Cells left of every row: the cursor's mark and a space."""

KEPT = 64
"""Rows that are kept as they were painted: what is in view, and some beyond."""

Painter = Callable[[T, int], Sequence[Line]]
"""Given an item and a width in cells, returns the lines of its row."""


class VirtualList(Tall, Generic[T], can_focus=True):
    """Shows items in rows of one or two lines; posts `Highlighted`, `Selected`, `OpenedEmpty`."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "list.down", "list.up", "list.page-down", "list.page-up", "list.first", "list.last",
        "list.open",
    )  # fmt: skip
    """
    | Key(s) | Description |
    | :- | :- |
    | down, j / up, k | Go one row down or up. |
    | pagedown / pageup | Go one page down or up. |
    | home / end | Go to the first or last row. |
    | enter | Open the row. |
    """

    DEFAULT_CSS = """
    VirtualList { width: 1fr; height: 1fr; }
    """

    cursor: reactive[int] = reactive(0, repaint=False, init=False)
    """The index of the chosen row; 0 when there are none."""

    hovered: reactive[int] = reactive(-1, repaint=False, init=False)
    """The index of the row under the pointer, or −1."""

    placeholder: reactive[str] = reactive("")
    """What an empty list says."""

    class Highlighted(Message):
        """The cursor came upon another row, or other items came under it."""

        def __init__(self, control: VirtualList[Any], index: int, item: Any) -> None:  # noqa: ANN401
            """Say which list, which row and what stands there."""
            super().__init__()
            self.virtual_list = control
            self.index = index
            self.item = item

        @property
        def control(self) -> Widget:
            """The list."""
            return self.virtual_list

        def can_replace(self, message: Message) -> bool:
            """Only the last place of the cursor matters."""
            return type(message) is type(self) and message.control is self.control

    class Selected(Message):
        """A row was opened, by key or double click."""

        def __init__(self, control: VirtualList[Any], index: int, item: Any) -> None:  # noqa: ANN401
            """Say which list, which row and what stands there."""
            super().__init__()
            self.virtual_list = control
            self.index = index
            self.item = item

        @property
        def control(self) -> Widget:
            """The list."""
            return self.virtual_list

    class OpenedEmpty(Message):
        """Somebody pressed the key that opens a row, in a list without any."""

        def __init__(self, control: VirtualList[Any]) -> None:
            """Say which list."""
            super().__init__()
            self.virtual_list = control

        @property
        def control(self) -> Widget:
            """The list."""
            return self.virtual_list

    def __init__(
        self,
        items: Sequence[T],
        painter: Painter[T],
        *,
        row_height: int = 1,
        identity: Callable[[T], Hashable] | None = None,
        placeholder: str = "",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `items`.

        Args:
            items: The rows; the sequence is shared, never copied.
            painter: Makes the lines of one row.
            row_height: Lines in a row, 1 or 2.
            identity: What an item is called, so that the cursor stays on it when rows move.
            placeholder: What an empty list says.
            name: The name of the widget.
            id: The id of the widget.
            classes: The classes of the widget.
        """
        super().__init__(name=name, id=id, classes=classes)
        self._items = items
        self._painter = painter
        self._row_height = row_height
        self._identity = identity
        self._cache: dict[tuple[int, int, str], tuple[T | None, list[Strip]]] = {}
        self.set_reactive(VirtualList.placeholder, placeholder)

    @property
    def items(self) -> Sequence[T]:
        """The rows."""
        return self._items

    @property
    def current(self) -> T | None:
        """The item under the cursor, if any."""
        return self._items[self.cursor] if self._items else None

    # Data -------------------------------------------------------------------------------------

    def update_items(self, items: Sequence[T]) -> None:
        """Show other items, with the cursor on the same one if it is still there."""
        place = self._place_of(self.current, items)
        before, others = self.current, self._items
        self._items = items
        self._measure()
        self._repaint_instead_of(others)
        moved = place != self.cursor
        self.cursor = place
        if not moved and self.current is not None and self.current != before:
            self.post_message(self.Highlighted(self, self.cursor, self.current))

    def row_changed(self, index: int) -> None:
        """Paint one row anew, as its item changed in place."""
        self._forget(index)
        self._repaint_row(index)

    def rows_appended(self) -> None:
        """Take note that the shared sequence grew at its end."""
        self._measure()
        self._repaint_row(len(self._items) - 1)

    def move_to(self, identity: Hashable) -> bool:
        """Put the cursor on the item of that identity; say whether it is there."""
        name = self._identity or (lambda item: item)
        for index, item in enumerate(self._items):
            if name(item) == identity:
                self.cursor = index
                return True
        return False

    def keep(self) -> tuple[Hashable, int]:
        """Return what to remember when the screen is composed anew: cursor item and scroll."""
        current = self.current
        named = self._identity(current) if self._identity and current is not None else self.cursor
        return named, self.scroll_offset.y

    def restore(self, kept: tuple[Hashable, int]) -> None:
        """Take up what `keep` returned."""
        named, offset = kept
        if self._identity is None and isinstance(named, int):
            self.cursor = named
        else:
            self.move_to(named)
        self.scroll_to(y=offset, animate=False)

    # Drawing ----------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return one visible line."""
        width = self.scrollable_content_region.width
        index, line = divmod(y + self.scroll_offset.y, self._row_height)
        if index >= len(self._items):
            words = [] if self._items else wrap(self.placeholder, max(1, width - 4))
            hint = f"  {words[y - 1]}" if 0 < y <= len(words) else ""
            return self.strip([(hint, "muted")], width)
        return self._row(index, width)[line]

    def notify_style_update(self) -> None:
        """Forget painted rows, as their colours changed."""
        super().notify_style_update()
        self._cache.clear()

    def on_mount(self) -> None:
        """Measure the rows."""
        self._measure()

    def on_resize(self) -> None:
        """Measure again, and keep the cursor in view."""
        self._cache.clear()
        self._measure()
        self._show_cursor()

    def on_focus(self) -> None:
        """Show where the cursor is."""
        self._repaint_row(self.cursor)

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self._repaint_row(self.cursor)

    # Cursor -----------------------------------------------------------------------------------

    def validate_cursor(self, value: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(value, len(self._items) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two rows and say where the cursor is."""
        self._repaint_row(old)
        self._repaint_row(new)
        self._show_cursor()
        if self._items:
            self.post_message(self.Highlighted(self, new, self._items[new]))

    def watch_hovered(self, old: int, new: int) -> None:
        """Repaint the row the pointer left and the row it came upon."""
        self._repaint_row(old)
        self._repaint_row(new)

    def action_move(self, by: int) -> None:
        """Go `by` rows down, or up when negative."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Go `by` pages down, or up when negative."""
        self.cursor += by * max(1, self.scrollable_content_region.height // self._row_height - 1)

    def action_edge(self, side: int) -> None:
        """Go to the first row for −1, to the last for 1."""
        self.cursor = 0 if side < 0 else len(self._items) - 1

    def action_open(self) -> None:
        """Open the row under the cursor; a screen does for an empty list what its words advise."""
        if (item := self.current) is not None:
            self.post_message(self.Selected(self, self.cursor, item))
        else:
            self.post_message(self.OpenedEmpty(self))

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the pointer; a double click opens it."""
        index = self._index_at(event.y)
        if index < 0:
            return
        self.cursor = index
        if event.chain == 2:
            self.action_open()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light up the row under the pointer."""
        self.hovered = self._index_at(event.y)

    def on_leave(self) -> None:
        """Put the light out."""
        self.hovered = -1

    # Inside -----------------------------------------------------------------------------------

    def _row(self, index: int, width: int) -> list[Strip]:
        """Return the lines of a row, from the cache when it was painted before."""
        ground = self._ground(index)
        key = (index, width, ground)
        item = self._items[index]
        painted, strips = self._cache.get(key, (None, []))
        if painted is None or (painted is not item and painted != item):
            mark = "▸ " if index == self.cursor else "  "
            lines = self._painter(item, width - GUTTER)[: self._row_height]
            strips = [
                self.strip([(mark if n == 0 else "  ", "focus"), *line], width, ground)
                for n, line in enumerate(lines)
            ]
            strips += [self.strip([], width, ground)] * (self._row_height - len(strips))
            if len(self._cache) >= KEPT:
                del self._cache[next(iter(self._cache))]
            self._cache[key] = (item, strips)
        return strips

    def _ground(self, index: int) -> str:
        """Return the ground a row stands on."""
        if index == self.cursor:
            return "focused" if self.has_focus else "cursor"
        return "hover" if index == self.hovered else ""

    def _index_at(self, y: int) -> int:
        """Return the row at a line of the widget, or −1."""
        index = (y + self.scroll_offset.y) // self._row_height
        return index if 0 <= index < len(self._items) else -1

    def _place_of(self, item: T | None, items: Sequence[T]) -> int:
        """Return where `item` stands in `items`, or the nearest row to the cursor."""
        if self._identity is not None and item is not None:
            wanted = self._identity(item)
            if self.cursor < len(items) and self._identity(items[self.cursor]) == wanted:
                return self.cursor
            for index, other in enumerate(items):
                if self._identity(other) == wanted:
                    return index
        return max(0, min(self.cursor, len(items) - 1))

    def _measure(self) -> None:
        """Tell the scroll bar how many lines there are."""
        self.measure(len(self._items) * self._row_height)

    def _forget(self, index: int) -> None:
        """Drop what was painted of one row."""
        for key in [key for key in self._cache if key[0] == index]:
            del self._cache[key]

    def _repaint_row(self, index: int) -> None:
        """Ask for one row to be painted, when it is in view."""
        y = index * self._row_height - self.scroll_offset.y
        if index >= 0 and -self._row_height < y < self.size.height:
            self.refresh(Region(0, y, self.size.width, self._row_height))

    def _repaint_instead_of(self, others: Sequence[T]) -> None:
        """Ask for what is in view to be painted anew where other items stood there."""
        items = self._items
        if items is others or not items or not others:
            self._cache.clear()
            self.refresh()
            return
        first = self.scroll_offset.y // self._row_height
        last = first + self.size.height // self._row_height + 1
        for index in range(first, min(last + 1, max(len(items), len(others)))):
            if items[index : index + 1] != others[index : index + 1]:
                self._repaint_row(index)

    def _show_cursor(self) -> None:
        """Scroll so that the chosen row is in view."""
        region = Region(0, self.cursor * self._row_height, 1, self._row_height)
        self.scroll_to_region(region, animate=False, force=True, immediate=True, x_axis=False)
