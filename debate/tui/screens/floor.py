"""The floor of one motion: for and against, the balance, and the argument under the cursor.

What a person does here stands in two mixins, `ArguingKeys` and `MotionKeys`; this file shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.css.query import NoMatches
from textual.widgets import Static

from debate.domain.ids import ArgumentId, MotionId
from debate.tui.keymap import bindings
from debate.tui.present.floor import balance_view, detail_view
from debate.tui.present.rows import FloorRows, Sought
from debate.tui.present.stance import own_stance
from debate.tui.present.status import status_view
from debate.tui.present.views import Side
from debate.tui.quiet import Quiet
from debate.tui.screens.arguing import ArguingKeys
from debate.tui.screens.finding import FindingKeys
from debate.tui.screens.going import GoingKeys
from debate.tui.screens.phases import PhaseKeys
from debate.tui.screens.signalling import SignalKeys
from debate.tui.widgets.argument_list import ArgumentList
from debate.tui.widgets.balance_bar import BalanceBar
from debate.tui.widgets.detail_pane import DetailPane
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk


class FloorScreen(ArguingKeys, FindingKeys, GoingKeys, SignalKeys, PhaseKeys):
    """The main screen of a debate; brackets go from motion to motion."""

    AUTO_FOCUS = ""
    """None by itself: the side the cursor begins on is chosen in `on_mount`."""
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "argument.add", "argument.rebut", "argument.undercut", "argument.weigh", "argument.adopt",
        "argument.revise", "argument.withdraw", "argument.ask", "argument.flag", "argument.same",
        "argument.sort", "find.open", "find.only", "motion.previous", "motion.next", "motion.read",
        "ballot.open", "results.shift", "results.groups", "talk.open", "session.pass", "session.sync", "session.minutes", "meeting.hide",
        "meeting.outcome", "meeting.console", "person.hand", "person.done", "phase.open", "phase.next", "phase.extend", "phase.pause", "phase.undo",
        "app.back",
    )  # fmt: skip

    def __init__(
        self, seat: Seat, desk: Desk, workspace: Workspace, motion: MotionId | None = None
    ) -> None:
        """Show a motion of a debate.

        Args:
            seat: Who acts here.
            desk: Where work that touches the disk is done.
            workspace: Where other seats of this keyboard are.
            motion: Which motion; the first when None.
        """
        super().__init__(seat, desk)
        self.workspace = workspace
        self.motion = motion or seat.debate.charter.motion_ids[0]
        self.sought = Sought()
        self._rows = FloorRows()
        self._pane = Quiet(lambda: self.call_later(self.show_detail))

    def compose(self) -> ComposeResult:
        """Lay out title, balance, both columns and the detail."""
        yield StatusLine(id="status")
        with Horizontal(id="standing"):
            yield Static("", id="you", markup=False)
            yield BalanceBar(balance_view(self.seat, self.motion, self.t), id="balance")
        with Container(id="middle"):
            yield ArgumentList(is_tall=True, side=self.first_side(), id="arguments")
            yield DetailPane(placeholder=self.t.text("Nothing is under the cursor."), id="detail")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the arguments."""
        self.query_one("#arguments", ArgumentList).focus()

    def on_unmount(self) -> None:
        """Let the pane follow no more."""
        self._pane.stop()

    def first_side(self) -> Side:
        """Return the side the cursor begins on: the case for, as it is what the motion asserts."""
        return "for"

    @property
    def chosen(self) -> ArgumentId | None:
        """The argument under the cursor."""
        row = self.query_one("#arguments", ArgumentList).current
        return ArgumentId(row.id) if row else None

    # Showing ----------------------------------------------------------------------------------

    def show_debate(self) -> None:
        """Hand the present state to the widgets."""
        t, motion = self.t, self.debate.charter.motion(self.motion)
        if motion is None or not self.query("#status"):
            return
        title = motion.short.within(t.language)
        names = self.debate.charter.motion_ids
        if len(names) > 1:
            title = f"{title}  {names.index(self.motion) + 1}/{len(names)}"
        self.query_one("#status", StatusLine).view = status_view(self.seat, t, title)
        you, stance = self.query_one("#you", Static), own_stance(self.seat, self.motion, t)
        if you.content != stance:
            you.update(stance)
        self.query_one("#balance", BalanceBar).view = balance_view(self.seat, self.motion, t)
        self.query_one("#arguments", ArgumentList).view = self._rows.view(
            self.seat, self.motion, self.sought, t
        )
        self.show_detail()

    def show_detail(self) -> None:
        """Show the argument under the cursor, unless the screen is being composed anew."""
        try:
            pane, name = self.query_one("#detail", DetailPane), self.chosen
        except NoMatches:
            return
        pane.view = detail_view(self.seat, name, self.t) if name else None

    @on(ArgumentList.Highlighted)
    def _follow_cursor(self, event: ArgumentList.Highlighted) -> None:
        """Show the argument the cursor came upon, once there is time."""
        event.stop()
        self._pane.ask()

    @on(ArgumentList.Selected)
    def _read_detail(self) -> None:
        """Give the keys to the detail, to scroll it."""
        self.query_one("#detail").focus()

    @on(VirtualList.OpenedEmpty)
    def _fill_the_side(self) -> None:
        """Add the first argument of a side, or show all of them where none matches."""
        if self.sought.is_everything:
            self.action_add_argument()
        else:
            self.action_back()

    # Going ------------------------------------------------------------------------------------

    def go_to_motion(self, motion: MotionId) -> None:
        """Show another motion."""
        self.motion = motion
        self.show_debate()
