"""The first screen: the motions one can debate, and the debates one has."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.widgets import Static

from debate.errors import DebateError
from debate.tui.keymap import bindings
from debate.tui.present.lobby import debate_rows, motion_rows
from debate.tui.present.lobby_row import LobbyRow, paint_lobby_row
from debate.tui.present.place import StatusView
from debate.tui.translated import TranslatedScreen
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from debate.domain.motion import Motion
    from debate.service.seat import Seat
    from debate.service.summary import Summary
    from debate.service.workspace import Workspace
    from debate.store.pack_cards import Card
    from debate.tui.desk import Desk


class LobbyScreen(TranslatedScreen[None]):
    """Motions above, debates below; enter opens what the cursor is on."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "session.new",
        "session.join",
        "meeting.console",
        "pick.toggle",
        "pick.compare",
        "app.settings",
    )
    HELP_TEXT = "lobby"

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        """Show what a workspace has: at once what is listed, and what is checked a moment later.

        Args:
            workspace: The person's data folder.
            desk: Where work that touches the disk is done.
        """
        super().__init__()
        self.workspace = workspace
        self.desk = desk
        self._motions: tuple[Motion, ...] = ()
        self._cards: Sequence[Motion | Card] = workspace.cards()
        self._summaries: tuple[Summary, ...] = workspace.listed()
        self._marked: dict[str, None] = {}

    def compose(self) -> ComposeResult:
        """Lay out the two lists."""
        t = self.t
        motions, debates = self._rows()
        yield StatusLine(StatusView("debate", t.text("What is put to the meeting")), id="status")
        with Container(id="lists"):
            with Vertical(id="motions-side"):
                yield Static(t.text("Motions"), classes="heading inset", markup=False)
                yield VirtualList[LobbyRow](
                    motions, paint_lobby_row, row_height=2, identity=_name, id="motions",
                    placeholder=t.text("No motions here. `debate motions new FOLDER` starts a pack."),
                )  # fmt: skip
            with Vertical(id="debates-side"):
                yield Static(t.text("Your debates"), classes="heading inset", markup=False)
                yield VirtualList[LobbyRow](
                    debates, paint_lobby_row, row_height=2, identity=_name, id="debates",
                    placeholder=t.text(
                        "None yet. Enter opens a motion; n: a new debate; I: an invitation."
                    ),
                )  # fmt: skip
        yield KeyBar()

    async def on_mount(self) -> None:
        """Read the packs and the list of debates once the frame is painted."""
        self.query_one("#motions").focus()
        self.call_after_refresh(self._begin_reading)

    async def on_screen_resume(self) -> None:
        """Show what changed while another screen was in front."""
        if self._motions:
            await self.read_again()

    def show_again(self) -> None:
        """Show everything in another language."""
        self._show()

    def _begin_reading(self) -> None:
        """Let the packs be read while the screen is painted and keys are heard."""
        self.run_worker(self.read_again(), group="reading", exclusive=True, exit_on_error=False)

    async def read_again(self) -> None:
        """Read packs and debates anew."""
        try:
            self._motions = await self.desk.run(lambda: self.workspace.motions)
            self._cards = self._motions
            self._summaries = await self.desk.run(self.workspace.summaries)
        except DebateError as error:
            self._tell(error)
        self._show()

    def _show(self) -> None:
        motions, debates = self.query_one("#motions"), self.query_one("#debates")
        if isinstance(motions, VirtualList) and isinstance(debates, VirtualList):
            for side, rows in zip((motions, debates), self._rows(), strict=True):
                side.update_items(rows)

    def _rows(self) -> tuple[Sequence[LobbyRow], Sequence[LobbyRow]]:
        """Return the rows of the motions and of the debates."""
        now = time.time_ns() // 1_000_000
        rows = debate_rows(self._summaries, self.t, now)
        self._marked = {row.id: None for row in rows if row.id in self._marked}
        return (
            motion_rows(self._cards, self._summaries, self.t),
            tuple(row._replace(is_marked=row.id in self._marked) for row in rows),
        )

    @on(VirtualList.Selected, "#motions")
    async def _read_motion(self, event: VirtualList.Selected) -> None:
        """Read the motion the cursor is on."""
        from debate.tui.screens.reader import ReaderScreen

        try:
            motion = await self.desk.run(self.workspace.motion, event.item.id)
        except DebateError as error:
            self._tell(error)
            return
        self.app.push_screen(ReaderScreen(motion, self.workspace, self.desk))

    @on(VirtualList.Selected, "#debates")
    async def _open_debate(self, event: VirtualList.Selected) -> None:
        """Go on with the debate the cursor is on."""
        from debate.tui.screens.floor import FloorScreen

        seat = await self._sit_down(event.item.id)
        if seat is not None:
            self.app.push_screen(FloorScreen(seat, self.desk, self.workspace))

    @on(VirtualList.OpenedEmpty, "#debates")
    def _begin_with_a_motion(self) -> None:
        """Read the motion that stands above, where there is no debate to go on with."""
        self.query_one("#motions", VirtualList).action_open()

    async def _sit_down(self, name: str) -> Seat | None:
        """Return one's seat in a debate, or say why it cannot be opened."""
        try:
            return await self.desk.run(self.workspace.open, name)
        except DebateError as error:
            self._tell(error)
            return None

    async def action_console(self) -> None:
        """Lead the debate the cursor is on."""
        from debate.tui.screens.console import ConsoleScreen

        row = self.query_one("#debates", VirtualList).current
        seat = await self._sit_down(row.id) if row is not None else None
        if seat is not None and seat.is_facilitator:
            self.app.push_screen(ConsoleScreen(seat, self.desk, self.workspace))
        elif seat is not None:
            words = self.t.text("Only a facilitator can do this. Ask one to.")
            self.app.notify(words, severity="warning")

    # Several debates ------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to lead and mark where there are debates, and to compare where two are marked."""
        if action == "console":
            return any(debates.has_focus for debates in self.query("#debates"))
        if action == "toggle_pick":
            has_focus = any(debates.has_focus for debates in self.query("#debates"))
            return has_focus and len(self._summaries) > 1
        if action == "compare":
            return len(self._marked) > 1
        return super().check_action(action, parameters)

    @on(events.DescendantFocus)
    def _offer_marks(self) -> None:
        """Show the keys that work where the focus is."""
        self.refresh_bindings()

    def action_toggle_pick(self) -> None:
        """Mark the debate under the cursor, or let go of it."""
        row = self.query_one("#debates", VirtualList).current
        if row is None:
            return
        if row.id in self._marked:
            del self._marked[row.id]
        else:
            self._marked[row.id] = None
        self._show()
        self.refresh_bindings()

    async def action_compare(self) -> None:
        """Set the debates that are marked side by side, in the order they were marked."""
        from debate.tui.screens.comparing import ComparingScreen

        try:
            seats = [await self.desk.run(self.workspace.open, name) for name in self._marked]
        except DebateError as error:
            self._tell(error)
            return
        self.app.push_screen(ComparingScreen(seats))

    def _tell(self, error: DebateError) -> None:
        """Say what went wrong."""
        from debate.i18n.messages import failure_text

        self.app.notify(failure_text(error, self.t), severity="error", timeout=10)

    def action_new_session(self) -> None:
        """Ask what to debate, how and with whom."""
        from debate.tui.screens.begin import BeginScreen

        self.app.push_screen(BeginScreen(self.workspace, self.desk, self._motions))

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_join_session(self) -> None:
        """Come into a debate that is elsewhere, and go to its floor."""
        from debate.tui.dialogs.joining import JoinDialog
        from debate.tui.screens.floor import FloorScreen

        session = await self.app.push_screen_wait(JoinDialog(self.workspace, self.desk))
        seat = await self._sit_down(session) if session is not None else None
        if seat is not None:
            self.app.push_screen(FloorScreen(seat, self.desk, self.workspace))


def _name(row: LobbyRow) -> str:
    """Return what a row is called."""
    return row.id
