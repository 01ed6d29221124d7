"""Horizontal bars on one scale: label, bar, number; and a share of a whole as one bar."""

from __future__ import annotations

from collections.abc import Sequence

from textual.reactive import reactive

from debate.tui.blocks import across
from debate.tui.cells import fit
from debate.tui.cells import width as cells_of
from debate.tui.present.views import Bar, BarsView
from debate.tui.widgets.ink import Line, Role
from debate.tui.widgets.lines import Lines

_LABEL_SHARE = 0.4
_SHORTEST_BAR = 4


def bar_line(bar: Bar, top: float, *, label: int, text: int, width: int) -> Line:
    """Return one bar in `width` cells, of which `label` and `text` for its words."""
    space = max(_SHORTEST_BAR, width - label - text - 2)
    role: Role = bar.side or "focus"
    sign = {"for": "▲ ", "against": "▼ ", None: ""}[bar.side]
    return [
        (fit(sign + bar.label, label), role if bar.side else "ink"),
        (" ", "ink"),
        (across(bar.value / top if top > 0 else 0.0, space), role),
        (" ", "ink"),
        (fit(bar.text, text, right=True), "strong"),
    ]


class Bars(Lines):
    """Draws one bar a row."""

    view: reactive[BarsView] = reactive(BarsView(()))
    """The bars."""

    def __init__(
        self,
        view: BarsView,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view`."""
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(Bars.view, view)

    def watch_view(self) -> None:
        """Draw the new bars."""
        self.redraw(layout=True)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return a row for each bar, or the sentence that says why there is none."""
        del height
        bars = self.view.bars
        if not bars:
            return [[(self.view.empty, "muted")]]
        top = self.view.top if self.view.top is not None else max(bar.value for bar in bars)
        widest = max(cells_of(bar.label) + (2 if bar.side else 0) for bar in bars)
        label = min(widest, int(width * _LABEL_SHARE))
        text = max(cells_of(bar.text) for bar in bars)
        return [bar_line(bar, top, label=label, text=text, width=width) for bar in bars]
