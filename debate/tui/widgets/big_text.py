"""Text in large letters, to be read from across a room; plain where it cannot be drawn so large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.reactive import reactive

from debate.tui.cells import wrap
from debate.tui.lettering import LARGEST, lettered
from debate.tui.widgets.ink import Line, Role
from debate.tui.widgets.lines import Lines

TALLEST = 60
"""The most rows that are tried where the height is the text's own."""


@dataclass(frozen=True, slots=True)
class BigView:
    """What is written, and how."""

    text: str
    role: Role = "strong"
    largest: int = LARGEST
    """The most that letters are magnified."""
    is_centred: bool = True


class BigText(Lines):
    """Draws a `BigView` as large as its place allows."""

    view: reactive[BigView] = reactive(BigView(""))
    """What is written."""

    def __init__(
        self,
        view: BigView | None = None,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Write `view`."""
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(BigText.view, view or BigView(""))

    def watch_view(self) -> None:
        """Draw the new text."""
        self.redraw(layout=True)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the rows: in the middle of their place when they are centred."""
        rows = big_rows(self.view, width, height or TALLEST)
        above = max(0, (height - len(rows)) // 2) if height and self.view.is_centred else 0
        return [*([[]] * above), *rows]


def big_rows(view: BigView, width: int, height: int) -> list[Line]:
    """Return the rows of a text, as large as fits; plain and cut off when nothing larger does."""
    if not view.text:
        return []
    rows = lettered(view.text, width, height, largest=view.largest)
    if rows is None:
        rows = wrap(view.text, width)[:height]
        return [[(row.center(width) if view.is_centred else row, view.role)] for row in rows]
    margin = max(0, (width - max(map(len, rows))) // 2) if view.is_centred else 0
    return [[(" " * margin + row, view.role)] for row in rows]
