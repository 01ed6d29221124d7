"""The run-sheet: which phases there are, where the debate is, and what to read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from debate.domain.ids import PhaseId
from debate.service.wiring import wall_clock
from debate.tui.keymap import bind
from debate.tui.present.runsheet import PhaseRow, paint_phase, phase_page, phase_rows
from debate.tui.present.status import status_view
from debate.tui.screens.holding import HoldingKeys
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.page import Page
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from debate.service.seat import Seat
    from debate.tui.desk import Desk


class RunSheetScreen(HoldingKeys):
    """Phases on the left, the one under the cursor on the right; enter goes there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("phase.next", is_shown=True),
        bind("phase.extend", is_shown=True),
        bind("phase.pause", is_shown=True),
        bind("phase.undo", is_shown=True),
        bind("meeting.freeze"),
        bind("meeting.close"),
        bind("app.back"),
    ]

    def __init__(self, seat: Seat, desk: Desk) -> None:
        """Show the run-sheet of a debate.

        Args:
            seat: Who looks, and leads when they are a facilitator.
            desk: Where work that touches the disk is done.
        """
        super().__init__(seat, desk)
        self._now = ""

    def compose(self) -> ComposeResult:
        """Lay out list and page."""
        yield StatusLine(id="status")
        with Container(id="middle"):
            yield VirtualList[PhaseRow]((), paint_phase, identity=_name, id="phases")
            yield Page(id="phase")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin at the phase that is now."""
        self.query_one("#phases").focus()

    def show_debate(self) -> None:
        """Show where the debate is; the cursor goes along when the phase moves."""
        if not self.query("#phases"):
            return
        title = self.debate.charter.runsheet.title.within(self.t.language)
        self.query_one("#status", StatusLine).view = status_view(self.seat, self.t, title)
        self._show_rows()
        now = self.debate.schedule.now.phase.id
        if now != self._now:
            self._now = now
            self.query_one("#phases", VirtualList).move_to(now)
        self._show_page()
        self.refresh_bindings()

    def show_clock(self) -> None:
        """Show the time here and in the list."""
        super().show_clock()
        if self.debate.schedule.now.minutes is not None and self.query("#phases"):
            self._show_rows()

    def _show_rows(self) -> None:
        rows = phase_rows(self.debate, self.t, wall_clock())
        self.query_one("#phases", VirtualList).update_items(rows)

    @on(VirtualList.Highlighted)
    def _follow_cursor(self) -> None:
        """Show the phase the cursor came upon."""
        self._show_page()

    def _show_page(self) -> None:
        row = self.query_one("#phases", VirtualList).current
        page = self.query_one("#phase", Page)
        blocks = phase_page(self.debate, row.id, self.t) if row else ()
        if page.blocks != blocks:
            page.blocks = blocks

    @on(VirtualList.Selected)
    async def _go_there(self, event: VirtualList.Selected) -> None:
        """Go to the phase under the cursor."""
        if self.seat.is_facilitator and event.item.id != self.debate.schedule.now.phase.id:
            await self.move_to(PhaseId(event.item.id))

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)


def _name(row: PhaseRow) -> str:
    return row.id
