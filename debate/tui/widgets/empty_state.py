"""What a screen says when there is nothing yet: honestly that, and which key begins."""

from __future__ import annotations

from collections.abc import Sequence

from textual.reactive import reactive

from debate.tui.cells import cut, wrap
from debate.tui.cells import width as cells_of
from debate.tui.present.views import EmptyView
from debate.tui.widgets.ink import Line, Run
from debate.tui.widgets.lines import Lines

_MEASURE = 52


class EmptyState(Lines):
    """Draws a title, a few words and a key in the middle of its room."""

    DEFAULT_CSS = "EmptyState { height: 1fr; }"

    view: reactive[EmptyView] = reactive(EmptyView("", ""))
    """What is said."""

    def __init__(
        self,
        view: EmptyView,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view`."""
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(EmptyState.view, view)

    def watch_view(self) -> None:
        """Draw the new words."""
        self.redraw()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the words, centred in both directions."""
        view = self.view
        measure = min(_MEASURE, max(1, width - 4))
        rows: list[list[Run]] = [[(cut(view.title, measure), "strong")], []]
        rows += [[(line, "muted")] for line in wrap(view.text, measure)]
        if view.key:
            rows += [[], [(view.key, "key"), (f"  {view.act}", "ink")]]
        above = max(0, (height - len(rows)) // 3)
        return [*([[]] * above), *(_centred(row, width) for row in rows)]


def _centred(row: list[Run], width: int) -> Line:
    """Return a row with as much room on its left as on its right."""
    used = sum(cells_of(text) for text, _ in row)
    return [(" " * max(0, (width - used) // 2), "ink"), *row]
