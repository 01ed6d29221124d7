"""The numbered parts of a screen on one line; a number, an arrow or a click goes to another."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.reactive import reactive

from debate.tui.cells import cut
from debate.tui.cells import width as cells_of
from debate.tui.widgets.ink import Line, Run
from debate.tui.widgets.lines import Lines

_GAP = 2


class PartsBar(Lines):
    """Draws titles with their numbers, the one in view marked; posts `Chosen` on a click.

    Where they do not fit, only the part in view keeps its title.
    """

    DEFAULT_CSS = "PartsBar { height: 1; padding: 0 1; }"

    titles: reactive[tuple[str, ...]] = reactive[tuple[str, ...]]((), init=False)
    """The parts, from left to right."""
    active: reactive[int] = reactive(0, init=False)
    """The place of the part in view."""

    class Chosen(Message):
        """A part was clicked."""

        def __init__(self, bar: PartsBar, place: int) -> None:
            """Say which bar and which part."""
            super().__init__()
            self.bar = bar
            self.place = place

        @property
        def control(self) -> PartsBar:
            """The bar."""
            return self.bar

    def watch_titles(self) -> None:
        """Draw the new titles."""
        self.redraw()

    def watch_active(self) -> None:
        """Draw the new mark."""
        self.redraw()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line."""
        del height
        runs: list[Run] = []
        for place, text in enumerate(self._texts(width)):
            is_active = place == self.active
            number, _, title = text.partition(" ")
            gap = " " if title else ""
            runs += [
                (number, "key" if is_active else "muted"),
                (gap + title, "strong" if is_active else "muted"),
                (" " * _GAP, "ink"),
            ]
        return [runs]

    def on_click(self, event: events.Click) -> None:
        """Go to the part under the pointer."""
        start = self.styles.padding.left
        for place, text in enumerate(self._texts(self.size.width)):
            end = start + cells_of(text)
            if start <= event.x < end:
                self.post_message(self.Chosen(self, place))
            start = end + _GAP

    def _texts(self, width: int) -> list[str]:
        """Return what stands for each part in `width` cells."""
        full = [f"{place} {title}" for place, title in enumerate(self.titles, start=1)]
        if sum(map(cells_of, full)) + _GAP * (len(full) - 1) <= width:
            return full
        room = max(0, width - (_GAP + 1) * (len(full) - 1) - 2)
        return [
            f"{place + 1} {cut(title, room)}" if place == self.active else str(place + 1)
            for place, title in enumerate(self.titles)
        ]
