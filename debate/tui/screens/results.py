"""What a debate did to the people in it: six parts, each a chart with its readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.widget import Widget
from textual.worker import get_current_worker

from debate.domain.ids import MotionId
from debate.service.findings import motion_findings_of
from debate.service.sight import sight_of
from debate.tui.keymap import bindings
from debate.tui.present.place import StatusView
from debate.tui.present.results import METHODS, TITLES, Shown, parts_of
from debate.tui.present.views import BarsView, HistogramView, PairsView, TransitionView
from debate.tui.screens.parts import PartsScreen
from debate.tui.screens.seated import SeatScreen
from debate.tui.widgets.bars import Bars
from debate.tui.widgets.histogram import Histogram
from debate.tui.widgets.paired_dots import PairedDots
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.transition_table import TransitionTable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from debate.domain.debate import Debate
    from debate.service.seat import Seat
    from debate.tui.desk import Desk
    from debate.tui.present.parts import PartView

State = tuple["Debate", MotionId, str]
"""What figures were worked out for: a state of the debate, a motion, a language."""


class ResultsScreen(PartsScreen, SeatScreen[None]):
    """The results of one motion, worked out anew whenever the debate goes on."""

    TITLES = TITLES
    METHODS = METHODS
    BINDINGS: ClassVar[list[BindingType]] = bindings("ballot.check")

    def __init__(self, seat: Seat, desk: Desk, motion: MotionId) -> None:
        """Show the results of a motion.

        Args:
            seat: Who looks.
            desk: Where work that touches the disk is done.
            motion: The motion.
        """
        super().__init__(seat, desk)
        self.motion = motion
        self._worked_out: State | None = None

    def charts(self) -> Iterable[Widget]:
        """Return a chart of each kind that the parts need."""
        return (
            Histogram(HistogramView(()), id="histogram"),
            PairedDots(PairsView(()), id="pairs"),
            TransitionTable(TransitionView((), ()), id="table"),
            Bars(BarsView(()), id="bars"),
        )

    def show_again(self) -> None:
        """Work the words out again, in another language."""
        self._worked_out = None
        super().show_again()

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
        state = (self.debate, self.motion, t.language)
        if state != self._worked_out:
            self._worked_out = state
            self._work_out(state)
        self.show_part()

    @work(thread=True, exclusive=True, group="figures", exit_on_error=False)
    def _work_out(self, state: State) -> None:
        """Work the figures out beside the keys, which never wait for them."""
        worker = get_current_worker()
        debate, motion, _ = state
        sight = sight_of(self.seat)
        shown = Shown(
            debate,
            motion_findings_of(debate, motion),
            sight.sees_totals and sight.sees_weights,
            sight.sees_authors,
            self.t,
        )
        parts = parts_of(shown)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, state, parts)

    def _take(self, state: State, parts: tuple[PartView, ...]) -> None:
        """Take what was worked out, when it is still asked for."""
        if self.is_mounted and state == self._worked_out:
            self.parts = parts
            self.show_part()

    # Keys -------------------------------------------------------------------------------------

    def action_step_motion(self, by: int) -> None:
        """Go to the motion before or after."""
        names = self.debate.charter.motion_ids
        self.motion = names[(names.index(self.motion) + by) % len(names)]
        self.parts = ()
        self.show_debate()

    def action_check_ballot(self) -> None:
        """Hold one's ballots against what was kept here."""
        from debate.tui.screens.check_ballot import CheckBallotScreen

        self.app.push_screen(CheckBallotScreen(self.seat, self.desk))
