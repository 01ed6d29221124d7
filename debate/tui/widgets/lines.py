"""A widget that is nothing but its lines: the base of every chart, bar and heading."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size
from textual.strip import Strip

from debate.tui.widgets.ink import Inked, Line


class Lines(Inked):
    """Draws what `lines(width, height)` returns; made once a size and once a change of data."""

    DEFAULT_CSS = "Lines { height: auto; width: 1fr; }"

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        """Begin with nothing drawn."""
        super().__init__(name=name, id=id, classes=classes)
        self._drawn: tuple[Size, Sequence[Line]] | None = None

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the rows to show in `width` by `height` cells; subclasses draw here."""
        raise NotImplementedError

    def natural_height(self, width: int) -> int:
        """Return how many rows the data asks for when the style says `height: auto`."""
        return len(self.lines(width, 0))

    def redraw(self, *, layout: bool = False) -> None:
        """Forget what was drawn, as the data changed; with `layout` when its height may have."""
        self._drawn = None
        self.refresh(layout=layout)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the natural height."""
        return self.natural_height(width)

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        size = self.size
        if self._drawn is None or self._drawn[0] != size:
            self._drawn = (size, self.lines(size.width, size.height))
        lines = self._drawn[1]
        return self.strip(lines[y], size.width) if y < len(lines) else self.blank(size.width)
