"""A scrolled widget that draws its own lines: it says how many there are, and rarely lays out."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView

from debate.tui.widgets.ink import Inked


class Tall(ScrollView, Inked):
    """Subclass it, draw in `render_line`, and call `measure` when the number of lines changes."""

    def measure(self, lines: int) -> None:
        """Tell the scroll bar how many lines there are; repainting them is for who calls.

        Textual lays the whole screen out anew whenever a virtual size changes. As long as the bar
        stays or stays away no other widget moves, so then only the bar is told.
        """
        size = Size(self.scrollable_content_region.width, lines)
        before, room = self.virtual_size, self.size.height
        is_scrolled = size.height > room
        if size.width != before.width or not room or is_scrolled != (before.height > room):
            self.virtual_size = size
        elif size != before:
            self.set_reactive(ScrollView.virtual_size, size)
            if is_scrolled:
                self.vertical_scrollbar.window_virtual_size = size.height
