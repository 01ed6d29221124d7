"""What a debate did to the people in it: six parts, each a chart with its readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static
from textual.worker import get_current_worker

from debate.domain.ids import MotionId
from debate.service.findings import motion_findings_of
from debate.service.sight import sight_of
from debate.tui.keymap import bind, bindings
from debate.tui.present.parts import Chart, PartView
from debate.tui.present.place import StatusView
from debate.tui.present.results import METHODS, TITLES, Shown, parts_of
from debate.tui.present.views import (
    BarsView,
    HistogramView,
    PairsView,
    RangesView,
    TransitionView,
)
from debate.tui.screens.seated import SeatScreen
from debate.tui.widgets.bars import Bars
from debate.tui.widgets.histogram import Histogram
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.paired_dots import PairedDots
from debate.tui.widgets.parts_bar import PartsBar
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.transition_table import TransitionTable
from debate.tui.widgets.words import Words

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.service.seat import Seat
    from debate.tui.desk import Desk

State = tuple["Debate", MotionId, str]
"""What figures were worked out for: a state of the debate, a motion, a language."""


class ResultsScreen(SeatScreen[None]):
    """A part at a time: numbers and arrows choose it, brackets go from motion to motion."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("motion.previous", "motion.next"),
        bind("part.before", action="step_part(-1)"),
        bind("part.after", action="step_part(1)"),
        *(bind(f"part.{number}") for number in range(1, len(TITLES) + 1)),
        bind("app.help", action="explain"),
        *bindings("ballot.check", "app.back"),
    ]

    def __init__(self, seat: Seat, desk: Desk, motion: MotionId) -> None:
        """Show the results of a motion.

        Args:
            seat: Who looks.
            desk: Where work that touches the disk is done.
            motion: The motion.
        """
        super().__init__(seat, desk)
        self.motion = motion
        self.part = 0
        self._parts: tuple[PartView, ...] = ()
        self._worked_out: State | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts above, and beneath them one chart of each kind with its words."""
        yield StatusLine(id="status")
        yield PartsBar(id="parts")
        with VerticalScroll(id="page"):
            yield Static(self.t.text("Working it out…"), id="wait", classes="muted", markup=False)
            yield Histogram(HistogramView(()), id="histogram")
            yield PairedDots(PairsView(()), id="pairs")
            yield TransitionTable(TransitionView((), ()), id="table")
            yield Bars(BarsView(()), id="bars")
            yield Words(id="words")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the page."""
        self.query_one("#page").focus()

    async def retranslate(self) -> None:
        """Compose anew in another language, and work the words out again."""
        self._worked_out = None
        await super().retranslate()

    # Showing ----------------------------------------------------------------------------------

    def show_debate(self) -> None:
        """Show the part in view; when something changed, work the figures out again."""
        if not self.query("#words"):
            return
        t, names = self.t, self.debate.charter.motion_ids
        motion = self.debate.charter.motion(self.motion)
        title = motion.short.within(t.language) if motion else self.motion
        if len(names) > 1:
            title = f"{title}  {names.index(self.motion) + 1}/{len(names)}"
        self.query_one("#status", StatusLine).view = StatusView(title, t.text("Results"))
        self.query_one("#parts", PartsBar).titles = tuple(t.text(each) for each in TITLES)
        state = (self.debate, self.motion, t.language)
        if state != self._worked_out:
            self._worked_out = state
            self._work_out(state)
        self._show_part()

    @work(thread=True, exclusive=True, group="figures", exit_on_error=False)
    def _work_out(self, state: State) -> None:
        """Work the figures out beside the keys, which never wait for them."""
        worker = get_current_worker()
        debate, motion, _ = state
        shown = Shown(
            debate, motion_findings_of(debate, motion), sight_of(self.seat).sees_totals, self.t
        )
        parts = parts_of(shown)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, state, parts)

    def _take(self, state: State, parts: tuple[PartView, ...]) -> None:
        """Take what was worked out, when it is still asked for."""
        if self.is_mounted and state == self._worked_out:
            self._parts = parts
            self._show_part()

    def _show_part(self) -> None:
        """Show one chart and its words."""
        if not self.query("#words"):
            return
        self.query_one("#parts", PartsBar).active = self.part
        self.query_one("#wait").display = not self._parts
        part = self._parts[self.part] if self._parts else PartView(None, ())
        self._show_chart(part.chart)
        self.query_one("#words", Words).blocks = part.blocks

    def _show_chart(self, chart: Chart | None) -> None:
        histogram, pairs = self.query_one("#histogram", Histogram), self.query_one(PairedDots)
        table, bars = self.query_one("#table", TransitionTable), self.query_one("#bars", Bars)
        for widget in (histogram, pairs, table, bars):
            widget.display = False
        match chart:
            case HistogramView():
                histogram.view, histogram.display = chart, True
            case PairsView():
                pairs.view, pairs.display = chart, True
            case TransitionView():
                table.view, table.display = chart, True
            case BarsView():
                bars.view, bars.display = chart, True
            case RangesView() | None:
                pass

    # Keys -------------------------------------------------------------------------------------

    def action_part(self, place: int) -> None:
        """Go to a part, from its top."""
        self.part = place % len(TITLES)
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)
        self._show_part()

    def action_step_part(self, by: int) -> None:
        """Go to the part before or after."""
        self.action_part(self.part + by)

    @on(PartsBar.Chosen)
    def _go_to_part(self, event: PartsBar.Chosen) -> None:
        """Go to the part that was clicked."""
        self.action_part(event.place)

    def action_step_motion(self, by: int) -> None:
        """Go to the motion before or after."""
        names = self.debate.charter.motion_ids
        self.motion = names[(names.index(self.motion) + by) % len(names)]
        self._parts = ()
        self.show_debate()

    def action_explain(self) -> None:
        """Explain the figures of the part in view."""
        from debate.tui.screens.method import MethodScreen

        self.app.push_screen(MethodScreen(METHODS[self.part]))

    def action_check_ballot(self) -> None:
        """Hold one's ballots against what was kept here."""
        from debate.tui.screens.check_ballot import CheckBallotScreen

        self.app.push_screen(CheckBallotScreen(self.seat, self.desk))

    def action_back(self) -> None:
        """Go back to the floor."""
        self.dismiss(None)
