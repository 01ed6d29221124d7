"""What a debate did to the people in it: before and after, who moved, what moved them, the scales."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from debate.domain.ids import MotionId
from debate.service.findings import motion_findings_of
from debate.tui.keymap import bindings
from debate.tui.present.results import ResultsView, results_view
from debate.tui.present.views import (
    BarsView,
    HistogramView,
    PairsView,
    StatusView,
    TransitionView,
)
from debate.tui.screens.seated import SeatScreen
from debate.tui.widgets.bars import Bars
from debate.tui.widgets.histogram import Histogram
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.paired_dots import PairedDots
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.transition_table import TransitionTable

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.service.seat import Seat
    from debate.tui.desk import Desk


class ResultsScreen(SeatScreen[None]):
    """One page to scroll; brackets go from motion to motion."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("motion.previous", "motion.next", "app.back")

    def __init__(self, seat: Seat, desk: Desk, motion: MotionId) -> None:
        """Show the results of a motion.

        Args:
            seat: Who looks.
            desk: Where work that touches the disk is done.
            motion: The motion.
        """
        super().__init__(seat, desk)
        self.motion = motion
        self._shown: tuple[Debate, MotionId, str] | None = None

    def compose(self) -> ComposeResult:
        """Lay out a heading, a chart and its reading, four times."""
        t = self.t
        yield StatusLine(id="status")
        with VerticalScroll(id="page"):
            yield Static(t.text("Working it out…"), id="ballots", markup=False)
            yield from self._part(
                t.text("Before and after"), Histogram(HistogramView(()), id="histogram")
            )
            yield from self._part(t.text("Who moved"), PairedDots(PairsView(()), id="pairs"))
            yield TransitionTable(TransitionView((), ()), id="table")
            yield Static("", id="moved", classes="muted", markup=False)
            yield from self._part(t.text("What moved them"), Bars(BarsView(()), id="moved-by"))
            yield Static("", id="named", classes="muted", markup=False)
            yield from self._part(t.text("The scales"), Bars(BarsView(()), id="strengths"))
            yield Static("", id="scales", classes="muted", markup=False)
        yield KeyBar()

    def _part(self, heading: str, chart: Widget) -> ComposeResult:
        yield Static(heading, classes="heading", markup=False)
        yield chart

    def on_mount(self) -> None:
        """Give the keys to the page."""
        self.query_one("#page").focus()

    def show_debate(self) -> None:
        """Work the figures out again when something changed."""
        state = (self.debate, self.motion, self.t.language)
        if self._shown == state or not self.query("#status"):
            return
        self._shown = state
        names = self.debate.charter.motion_ids
        motion = self.debate.charter.motion(self.motion)
        title = motion.short.within(self.t.language) if motion else self.motion
        if len(names) > 1:
            title = f"{title}  {names.index(self.motion) + 1}/{len(names)}"
        self.query_one("#status", StatusLine).view = StatusView(title, self.t.text("Results"))
        self._work_out(self.debate)

    @work(thread=True, exclusive=True, group="figures", exit_on_error=False)
    def _work_out(self, debate: Debate) -> None:
        """Work the figures out beside the keys, which never wait for them."""
        worker = get_current_worker()
        view = results_view(debate, motion_findings_of(debate, self.motion), self.t)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._draw, view)

    def _draw(self, view: ResultsView) -> None:
        if not self.is_mounted or not self.query("#histogram"):
            return
        self.query_one("#histogram", Histogram).view = view.histogram
        self.query_one("#pairs", PairedDots).view = view.pairs
        self.query_one("#table", TransitionTable).view = view.table
        self.query_one("#moved-by", Bars).view = view.moved_by
        self.query_one("#strengths", Bars).view = view.strengths
        for name in ("ballots", "moved", "named", "scales"):
            self.query_one(f"#{name}", Static).update(getattr(view, name))

    def action_step_motion(self, by: int) -> None:
        """Go to the motion before or after."""
        names = self.debate.charter.motion_ids
        self.motion = names[(names.index(self.motion) + by) % len(names)]
        self.show_debate()

    async def retranslate(self) -> None:
        """Compose anew in another language, and draw again."""
        self._shown = None
        await super().retranslate()

    def action_back(self) -> None:
        """Go back to the floor."""
        self.dismiss(None)
