"""Who moved, and how far: one arrow a person from the earlier stance to the later one."""

from __future__ import annotations

from collections.abc import Sequence

from textual.reactive import reactive

from debate.tui.cells import fit
from debate.tui.cells import width as cells_of
from debate.tui.present.views import Pair, PairsView
from debate.tui.widgets.ink import Line, Role, Run
from debate.tui.widgets.lines import Lines
from debate.tui.widgets.stance_slider import signed

_NUMBERS = 12
_LONGEST_LABEL = 18


class PairedDots(Lines):
    """Draws the people in order of where they came to stand, against first."""

    view: reactive[PairsView] = reactive(PairsView(()))
    """The people."""

    def __init__(
        self,
        view: PairsView,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view`."""
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(PairedDots.view, view)

    def watch_view(self) -> None:
        """Draw the new people."""
        self.redraw(layout=True)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the axis and a row for each person."""
        del height
        pairs = sorted(self.view.pairs, key=lambda pair: (pair.after, pair.before, pair.label))
        if not pairs:
            return [[(self.view.empty, "muted")]]
        label = min(_LONGEST_LABEL, max(cells_of(pair.label) for pair in pairs)) + 1
        track = max(11, width - label - _NUMBERS)
        track -= 1 - track % 2
        return [self._axis(label, track), *(_row(pair, label, track) for pair in pairs)]

    def _axis(self, label: int, track: int) -> Line:
        """Return the words over the ends and the middle."""
        left, right = f"▼ {self.view.against}", f"{self.view.for_} ▲"
        before = track // 2 - cells_of(left)
        after = track - track // 2 - 1 - cells_of(right)
        return [
            (" " * label, "ink"),
            (left, "against"),
            (" " * before + "0" + " " * after, "muted"),
            (right, "for"),
        ]


def _row(pair: Pair, label: int, track: int) -> Line:
    """Return one person: name, arrow on the track, both numbers."""
    start, end = _place(pair.before, track), _place(pair.after, track)
    role: Role = "muted" if start == end else "for" if pair.after > pair.before else "against"
    cells: list[Run] = [("┊" if at == track // 2 else " ", "faint") for at in range(track)]
    for at in range(min(start, end) + 1, max(start, end)):
        cells[at] = ("─", role)
    cells[start] = ("○", role)
    cells[end] = ("●", role) if start == end else ("▶" if end > start else "◀", role)
    numbers = f"{signed(pair.before):>4} → {signed(pair.after):<4}"
    return [(fit(pair.label, label), "ink"), *cells, (" ", "ink"), (numbers, "muted")]


def _place(stance: int, track: int) -> int:
    """Return the cell of a stance on the track."""
    return round((max(-100, min(100, stance)) + 100) / 200 * (track - 1))
