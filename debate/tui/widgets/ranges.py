"""Means with their ranges on one axis: which groups moved, how far, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Sequence

from textual.reactive import reactive

from debate.tui.cells import fit
from debate.tui.cells import width as cells_of
from debate.tui.present.views import RangesView, SpanView
from debate.tui.widgets.ink import Line, Role, Run
from debate.tui.widgets.lines import Lines
from debate.tui.widgets.stance_slider import signed

STEP = 20
"""The axis ends at a multiple of so many points."""
_NUMBER = 5
_LONGEST_LABEL = 22
_NARROWEST = 21


class Ranges(Lines):
    """Draws a dot a row for a mean, on the line of its range."""

    view: reactive[RangesView] = reactive(RangesView(()))
    """The means."""

    def __init__(
        self,
        view: RangesView,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view`."""
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(Ranges.view, view)

    def watch_view(self) -> None:
        """Draw the new means."""
        self.redraw(layout=True)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the axis and a row for each mean."""
        del height
        spans = self.view.spans
        if not spans:
            return [[(self.view.empty, "muted")]]
        label = min(_LONGEST_LABEL, max(cells_of(span.label) for span in spans)) + 1
        track = max(_NARROWEST, width - label - _NUMBER - 1)
        track -= 1 - track % 2
        ends = (end for span in spans for end in (span.middle, span.low, span.high))
        top = max(STEP, *(STEP * math.ceil(abs(end) / STEP) for end in ends if end is not None))
        return [self._axis(label, track, top), *(_row(span, label, track, top) for span in spans)]

    def _axis(self, label: int, track: int, top: int) -> Line:
        """Return the words over the ends and the middle."""
        left, right = f"▼ {self.view.against} {signed(-top)}", f"{signed(top)} {self.view.for_} ▲"
        before = max(1, track // 2 - cells_of(left))
        after = max(1, track - track // 2 - 1 - cells_of(right))
        return [
            (" " * label, "ink"),
            (left, "against"),
            (" " * before + "0" + " " * after, "muted"),
            (right, "for"),
        ]


def _row(span: SpanView, label: int, track: int, top: int) -> Line:
    """Return one mean: name, dot and line on the track, number."""

    def at(value: float) -> int:
        return round((value + top) / (2 * top) * (track - 1))

    role: Role = "for" if span.middle > 0 else "against" if span.middle < 0 else "muted"
    cells: list[Run] = [("┊" if place == track // 2 else " ", "faint") for place in range(track)]
    if span.low is not None and span.high is not None:
        low, high = at(span.low), at(span.high)
        for place in range(low, high + 1):
            cells[place] = ("─", role)
        if low < high:
            cells[low], cells[high] = ("├", role), ("┤", role)
    cells[at(span.middle)] = ("●", role)
    number = f"{signed(round(span.middle)):>{_NUMBER}}"
    return [(fit(span.label, label), "ink"), *cells, (" ", "ink"), (number, "strong")]
