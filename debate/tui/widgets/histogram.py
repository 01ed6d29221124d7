"""How stances lie from against to for, at one moment or before and after.

The counts stand below the columns as numbers, so that the picture is also a table. A histogram of
one row, for lists, is `meter_line`.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.reactive import reactive

from debate.tui.blocks import meter, upward
from debate.tui.cells import fit
from debate.tui.cells import width as cells_of
from debate.tui.present.views import HistogramView
from debate.tui.widgets.ink import Line, Role, Run
from debate.tui.widgets.lines import Lines

_ROWS = 6
_WIDEST_BIN = 9


def meter_line(counts: Sequence[int], *, against: str = "", for_: str = "") -> list[Run]:
    """Return `against ▁▂▃▅▂▁┊▂▄▇▅▃▁ for` as runs, each half in the colour of its side."""
    text = meter(counts)
    middle = len(text) // 2
    runs: list[Run] = [(f"{against} ", "against")] if against else []
    runs += [(text[:middle], "against")]
    runs += [(text[middle], "muted"), (text[middle + 1 :], "for")] if text else []
    return [*runs, (f" {for_}", "for")] if for_ else runs


class Histogram(Lines):
    """Draws columns of eighth blocks over an axis from −100 to 100."""

    view: reactive[HistogramView] = reactive(HistogramView(()))
    """The counts."""

    def __init__(
        self,
        view: HistogramView,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view`."""
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(Histogram.view, view)

    def watch_view(self) -> None:
        """Draw the new counts."""
        self.redraw(layout=True)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return columns, axis, words and counts."""
        view = self.view
        bins = len(view.after)
        if not bins or not sum(view.after) + sum(view.before):
            return [[(view.empty, "muted")]]
        label = max(cells_of(view.before_label), cells_of(view.after_label)) + 1
        step = max(2, min(_WIDEST_BIN, (width - label) // bins))
        tables = 2 if view.before else 1
        rows = max(2, height - 2 - tables) if height else _ROWS
        return [
            *(self._row(row, rows, step, label) for row in range(rows)),
            [(" " * label, "ink"), ("─" * (step * bins), "faint")],
            _axis(view, label, step * bins),
            *_table(view, step, label),
        ]

    def _row(self, row: int, rows: int, step: int, label: int) -> Line:
        """Return one row of every column; before stands left of after, in grey."""
        view = self.view
        top = max(*view.after, *view.before, 1)
        runs: list[Run] = [(" " * label, "ink")]
        for place, count in enumerate(view.after):
            cells = max(1, (step - 1) // (2 if view.before else 1))
            if view.before:
                runs.append((upward(view.before[place] / top, rows, row) * cells, "faint"))
            runs.append((upward(count / top, rows, row) * cells, _side(place, len(view.after))))
            used = cells * (2 if view.before else 1)
            runs.append((" " * (step - used), "ink"))
        return runs


def _side(place: int, bins: int) -> Role:
    """Return the colour of a bin: the middle one of an odd number is nobody's."""
    if bins % 2 and place == bins // 2:
        return "muted"
    return "against" if place < bins / 2 else "for"


def _axis(view: HistogramView, label: int, length: int) -> Line:
    """Return the words at the ends and the zero in the middle."""
    left = f"▼ {view.against} −100"
    right = f"+100 {view.for_} ▲"
    if length < cells_of(left) + cells_of(right) + 3:
        left, right = f"▼ {view.against}", f"{view.for_} ▲"
    middle = max(1, length - cells_of(left) - cells_of(right))
    return [
        (" " * label, "ink"),
        (left, "against"),
        (f"{'0':^{middle}}", "muted"),
        (right, "for"),
    ]


def _table(view: HistogramView, step: int, label: int) -> list[Line]:
    """Return the counts of each moment beneath the columns."""
    moments = [(view.before_label, view.before), (view.after_label, view.after)]
    lines: list[Line] = []
    for name, counts in moments:
        if counts:
            numbers = "".join(fit(str(count), step - 1, right=False) + " " for count in counts)
            role: Role = "muted" if counts is view.before else "ink"
            lines.append([(fit(name, label), "muted"), (numbers, role)])
    return lines
