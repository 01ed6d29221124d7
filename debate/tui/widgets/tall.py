"""A scrolled widget that draws its own lines: it says how many there are, and rarely lays out."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.geometry import Size
from textual.scroll_view import ScrollView

from debate.tui.widgets.ink import Inked

_UPRIGHT = frozenset({"up", "down", "home", "end", "pageup", "pagedown"})
"""The keys that scroll where there is nothing to the left or right."""


class Tall(ScrollView, Inked, inherit_bindings=False):
    """Subclass it, draw in `render_line`, and call `measure` when the number of lines changes.

    The bar has a column of its own that is empty while all lines are in view, so that nothing moves
    when there is one line too many.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        each
        for each in ScrollableContainer.BINDINGS
        if isinstance(each, Binding) and each.key in _UPRIGHT
    ]
    DEFAULT_CSS = """
    Tall { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
           scrollbar-background: transparent; scrollbar-background-hover: transparent;
           scrollbar-background-active: transparent; }
    """

    def measure(self, lines: int) -> None:
        """Tell the scroll bar how many lines there are; repainting them is for who calls.

        Textual lays the whole screen out anew whenever a virtual size changes. As the bar is always
        there no other widget moves, and only the bar is told.
        """
        size, before = Size(self.scrollable_content_region.width, lines), self.virtual_size
        if size.width != before.width or not self.size.height:
            self.virtual_size = size
        elif size != before:
            self.set_reactive(ScrollView.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
            if self.scroll_y > self.max_scroll_y:
                self.scroll_to(y=self.max_scroll_y, animate=False)
