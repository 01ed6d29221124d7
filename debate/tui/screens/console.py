"""Where a facilitator leads from: the clock, the line to read aloud, and what waits, as counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from debate.service.room import Waiting, standing
from debate.service.wiring import wall_clock
from debate.tui.keymap import bind, bindings
from debate.tui.present.console import (
    clock_view,
    clock_words,
    now_blocks,
    paint_waiting,
    script_words,
    waiting_rows,
)
from debate.tui.present.status import status_view
from debate.tui.screens.holding import HoldingKeys
from debate.tui.screens.revealing import RevealKeys
from debate.tui.widgets.big_text import BigText
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from debate.service.room import Kind
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk
    from debate.tui.present.talk import Section

TALK: dict[Kind, Section] = {
    "questions": "questions",
    "merges": "merges",
    "flags": "care",
    "hidden": "care",
}
PEOPLE: frozenset[Kind] = frozenset({"hands", "typed", "unpaired", "silent"})
DOOR_SECONDS = 20.0
"""How long the way in stands on the screen."""
FLOOR: frozenset[Kind] = frozenset({"sides", "empty", "unanswered"})


class ConsoleScreen(HoldingKeys, RevealKeys):
    """One screen to lead from; enter goes to what a line is about."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(bind(name, is_shown=True) for name in (
            "phase.next", "phase.extend", "phase.pause", "phase.undo", "meeting.people",
            "meeting.notes", "meeting.projector",
        )),
        *bindings(
            "meeting.reveal", "meeting.join-line", "meeting.freeze", "meeting.close", "meeting.outcome", "phase.open",
            "talk.open", "app.back",
        ),
    ]  # fmt: skip

    def __init__(self, seat: Seat, desk: Desk, workspace: Workspace) -> None:
        """Lead a debate.

        Args:
            seat: Who leads.
            desk: Where work that touches the disk is done.
            workspace: Where other seats of this keyboard are, and the notes.
        """
        super().__init__(seat, desk)
        self.workspace = workspace

    def compose(self) -> ComposeResult:
        """Lay out the clock with the phase, the line to read, and what waits."""
        yield StatusLine(id="status")
        with Horizontal(id="now"):
            with Vertical(id="time"):
                yield BigText(id="clock")
                yield Static("", id="clock-words", classes="muted", markup=False)
            yield Static("", id="phase", markup=False)
        yield Static("", id="script", markup=False)
        yield Static(self.t.text("How far the room is"), classes="heading inset", markup=False)
        yield VirtualList[Waiting]((), paint_waiting, identity=_name, id="waiting")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to what waits."""
        self.query_one("#waiting").focus()

    def seats(self) -> Iterable[Seat]:
        """Return everybody at this keyboard."""
        return self.workspace.seats(self.seat.session)

    # Showing ----------------------------------------------------------------------------------

    def show_debate(self) -> None:
        """Show where the room is."""
        if not self.query("#waiting"):
            return
        t = self.t
        rows = waiting_rows(self.debate, t)
        self.query_one("#waiting", VirtualList).update_items(rows)
        stands = standing(self.debate, wall_clock())
        script = self.query_one("#script", Static)
        words = script_words(stands, t)
        script.update(words)
        script.display = bool(words)
        lines = (block.text for block in now_blocks(stands, t))
        self.query_one("#phase", Static).update("\n".join(lines))
        self.show_clock()
        self.refresh_bindings()

    def show_clock(self) -> None:
        """Show the time, here also that of a phase without an end."""
        if not self.query("#clock"):
            return
        title = self.debate.charter.title
        self.query_one("#status", StatusLine).view = status_view(self.seat, self.t, title)
        stands = standing(self.debate, wall_clock())
        self.query_one("#clock", BigText).view = clock_view(stands)
        self.query_one("#clock-words", Static).update(clock_words(stands, self.t))

    # Going ------------------------------------------------------------------------------------

    @on(VirtualList.Selected, "#waiting")
    def _go_there(self, event: VirtualList.Selected) -> None:
        """Go to what a line is about."""
        kind: Kind = event.item.kind
        if kind == "reveal":
            self.action_reveal_all()
        elif kind in TALK:
            self._open_talk(TALK[kind])
        elif kind in PEOPLE:
            self.action_people()
        elif kind in FLOOR:
            self._open_floor(is_unanswered=kind == "unanswered")
        else:
            self.app.notify(self.t.text("This is a count: who it is stays with them."))

    def _open_talk(self, section: Section) -> None:
        from debate.tui.screens.questions import QuestionsScreen

        self.app.push_screen(QuestionsScreen(self.seat, self.desk, section))

    def _open_floor(self, *, is_unanswered: bool) -> None:
        from debate.tui.present.rows import Sought
        from debate.tui.screens.floor import FloorScreen

        floor = FloorScreen(self.seat, self.desk, self.workspace)
        if is_unanswered:
            floor.sought = Sought(only="unanswered")
        self.app.push_screen(floor)

    def action_talk(self) -> None:
        """Read questions, proposals, remarks and flags."""
        self._open_talk("questions")

    def action_people(self) -> None:
        """See who is here."""
        from debate.tui.screens.people import PeopleScreen

        self.app.push_screen(PeopleScreen(self.seat, self.desk, self.workspace))

    def action_notes(self) -> None:
        """Write private notes."""
        from debate.tui.dialogs.notes import NotesDialog

        self.app.push_screen(NotesDialog(self.seat, self.desk, self.workspace))

    def action_outcome(self) -> None:
        """Draft what the debate ends on."""
        from debate.tui.screens.outcome import OutcomeScreen

        self.app.push_screen(OutcomeScreen(self.seat, self.desk))

    def action_join_line(self) -> None:
        """Say how people come in from another machine."""
        t, plate = self.t, self.workspace.door(self.seat.session.id)
        if plate is not None and plate.is_open:
            self.app.notify(
                t.text("Come in with:  {line}", line=f"{plate.join_line}  ·  {plate.code}"),
                timeout=DOOR_SECONDS,
            )
        else:
            self.app.notify(
                t.text(
                    "Nobody can come in from another machine yet. `debate host` lets a room in; y "
                    "on the floor keeps the debate at a store and shows its link."
                ),
                timeout=DOOR_SECONDS,
            )

    def action_projector(self) -> None:
        """Show the view for a projector."""
        from debate.tui.screens.projector import ProjectorScreen

        self.app.push_screen(ProjectorScreen(self.seat, self.desk, self.workspace))

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)


def _name(row: Waiting) -> str:
    return f"{row.kind}/{row.text}" if row.kind in ("ballots", "sides", "empty") else row.kind
