"""From which answer to which: rows are before, columns after; who stayed lies on the diagonal."""

from __future__ import annotations

from collections.abc import Sequence

from textual.reactive import reactive

from debate.tui.cells import fit
from debate.tui.cells import width as cells_of
from debate.tui.present.views import TransitionView
from debate.tui.widgets.ink import Line, Role, Run
from debate.tui.widgets.lines import Lines

_LONGEST_NAME = 14


class TransitionTable(Lines):
    """Draws counts, with ▲ where people moved towards for and ▼ where towards against."""

    view: reactive[TransitionView] = reactive(TransitionView((), ()))
    """The counts."""

    def __init__(
        self,
        view: TransitionView,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view`."""
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(TransitionTable.view, view)

    def watch_view(self) -> None:
        """Draw the new counts."""
        self.redraw(layout=True)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return heading, a row for each answer, and the totals."""
        del height
        view = self.view
        if not view.counts:
            return [[(view.empty, "muted")]]
        corner = f"{view.before} ↓  {view.after} →"
        first = max(cells_of(corner), *(cells_of(name) for name in view.names)) + 2
        room = max(5, (width - first) // (len(view.names) + 1))
        cell = min(room, max(map(cells_of, (*view.names, view.total))) + 3, _LONGEST_NAME)
        heads = [(fit(name, cell - 1, right=True) + " ", "muted") for name in view.names]
        head: list[Run] = [(fit(corner, first), "muted")]
        head += [(text, "muted") for text, _ in heads]
        totals = [sum(column) for column in zip(*view.counts, strict=True)]
        return [
            [*head, (fit(view.total, cell - 1, right=True), "muted")],
            *(_row(view, place, first, cell) for place in range(len(view.names))),
            [
                (fit(view.total, first), "muted"),
                *((fit(str(total), cell - 1, right=True) + " ", "muted") for total in totals),
                (fit(str(sum(totals)), cell - 1, right=True), "strong"),
            ],
        ]


def _row(view: TransitionView, place: int, first: int, cell: int) -> Line:
    """Return where the people of one answer went."""
    runs: list[Run] = [(fit(view.names[place], first), "ink")]
    for column, count in enumerate(view.counts[place]):
        role: Role = "ink" if column == place else "for" if column > place else "against"
        sign = " " if column == place or not count else "▲" if column > place else "▼"
        text = fit(str(count), cell - 1, right=True)
        runs += [(text, role if count else "faint"), (sign, role)]
    return [*runs, (fit(str(sum(view.counts[place])), cell - 1, right=True), "muted")]
