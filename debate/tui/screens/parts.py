"""Figures in numbered parts: one in view at a time, a chart with its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from debate.tui.keymap import bind, bindings
from debate.tui.present.parts import Chart, PartView
from debate.tui.present.views import (
    BarsView,
    HistogramView,
    PairsView,
    RangesView,
    TransitionView,
)
from debate.tui.translated import TranslatedScreen
from debate.tui.widgets.bars import Bars
from debate.tui.widgets.histogram import Histogram
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.paired_dots import PairedDots
from debate.tui.widgets.parts_bar import PartsBar
from debate.tui.widgets.ranges import Ranges
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.transition_table import TransitionTable
from debate.tui.widgets.words import Words

Kind = TypeVar("Kind", bound=Widget)
MOST = 6
"""So many parts have a number for a key."""


class PartsScreen(TranslatedScreen[None]):
    """Numbers and arrows choose a part, brackets go from motion to motion, `?` explains.

    A subclass names its parts, yields the charts they need, works them out and calls `show_part`.
    """

    TITLES: ClassVar[Sequence[str]]
    """The parts from left to right, as message ids; at most `MOST`."""
    METHODS: ClassVar[Sequence[tuple[str, ...]]]
    """What explains each part: ids of `debate.report.readings.methods`."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("motion.previous", "motion.next"),
        bind("part.before", action="step_part(-1)"),
        bind("part.after", action="step_part(1)"),
        *(bind(f"part.{number}") for number in range(1, MOST + 1)),
        bind("app.help", action="explain"),
        *bindings("app.back"),
    ]

    part = 0
    """The place of the part in view."""
    parts: tuple[PartView, ...] = ()
    """What was worked out; empty until it is."""

    def compose(self) -> ComposeResult:
        """Lay out the parts above, and beneath them a chart of each kind with its words."""
        yield StatusLine(id="status")
        yield PartsBar(id="parts")
        with VerticalScroll(id="page"):
            yield Static(self.t.text("Working it out…"), id="wait", classes="muted", markup=False)
            yield from self.charts()
            yield Words(id="words")
        yield KeyBar()

    def charts(self) -> Iterable[Widget]:
        """Return an empty chart of each kind that the parts need."""
        return ()

    def on_mount(self) -> None:
        """Give the keys to the page."""
        self.query_one("#page").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a number only where a part has it."""
        if action == "part":
            return any(parameters[0] == place for place in range(len(self.TITLES)))
        return super().check_action(action, parameters)

    # Showing ----------------------------------------------------------------------------------

    def show_part(self) -> None:
        """Show the chart and the words of the part in view, or that they are being worked out."""
        if not self.query("#words"):
            return
        bar = self.query_one("#parts", PartsBar)
        bar.titles, bar.active = tuple(self.t.text(each) for each in self.TITLES), self.part
        self.query_one("#wait").display = not self.parts
        part = self.parts[self.part] if self.parts else PartView(None, ())
        self._show_chart(part.chart)
        self.query_one("#words", Words).blocks = part.blocks

    def _show_chart(self, chart: Chart | None) -> None:
        for kind in (Histogram, PairedDots, TransitionTable, Bars, Ranges):
            self.query(kind).set(display=False)
        match chart:
            case HistogramView():
                self._opened(Histogram).view = chart
            case PairsView():
                self._opened(PairedDots).view = chart
            case TransitionView():
                self._opened(TransitionTable).view = chart
            case BarsView():
                self._opened(Bars).view = chart
            case RangesView():
                self._opened(Ranges).view = chart
            case None:
                pass

    def _opened(self, kind: type[Kind]) -> Kind:
        widget = self.query_one(kind)
        widget.display = True
        return widget

    # Keys -------------------------------------------------------------------------------------

    def action_part(self, place: int) -> None:
        """Go to a part, from its top."""
        self.part = place % len(self.TITLES)
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)
        self.show_part()

    def action_step_part(self, by: int) -> None:
        """Go to the part before or after."""
        self.action_part(self.part + by)

    @on(PartsBar.Chosen)
    def _go_to_part(self, event: PartsBar.Chosen) -> None:
        """Go to the part that was clicked."""
        self.action_part(event.place)

    def action_explain(self) -> None:
        """Explain the figures of the part in view."""
        from debate.tui.screens.method import MethodScreen

        self.app.push_screen(MethodScreen(self.METHODS[self.part]))

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)
