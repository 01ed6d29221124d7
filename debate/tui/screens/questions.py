"""The talk around the arguments, in sections: questions, proposals to merge, remarks, care."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from debate.tui.keymap import bindings
from debate.tui.present.status import status_view
from debate.tui.present.talk import EMPTY, TITLES, Section, TalkRow, paint_talk, talk_rows
from debate.tui.screens.replying import ReplyingKeys
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.page import Page
from debate.tui.widgets.section_bar import SectionBar, SectionView
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from debate.service.seat import Seat
    from debate.tui.desk import Desk

SECTIONS: tuple[Section, ...] = get_args(Section)


class QuestionsScreen(ReplyingKeys):
    """A section at a time: rows above, the one under the cursor below."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "entry.add", "entry.reply", "entry.before", "entry.after", "meeting.hide", "app.back"
    )

    def __init__(self, seat: Seat, desk: Desk, section: Section = "questions") -> None:
        """Show the talk.

        Args:
            seat: Who reads and replies.
            desk: Where work that touches the disk is done.
            section: The section to begin with.
        """
        super().__init__(seat, desk)
        self.section: Section = section
        self._rows: Mapping[Section, tuple[TalkRow, ...]] = {}

    def compose(self) -> ComposeResult:
        """Lay out sections, list and page."""
        yield StatusLine(id="status")
        yield SectionBar(id="sections")
        with Container(id="middle"):
            yield VirtualList[TalkRow]((), paint_talk, row_height=2, identity=_name, id="entries")
            yield Page(id="entry")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the list."""
        self.query_one("#entries").focus()

    # Showing ----------------------------------------------------------------------------------

    def show_debate(self) -> None:
        """Show the talk as it stands."""
        if not self.query("#entries"):
            return
        t = self.t
        self._rows = talk_rows(self.seat, t)
        title = self.debate.charter.title
        self.query_one("#status", StatusLine).view = status_view(self.seat, t, title)
        bar = self.query_one("#sections", SectionBar)
        bar.sections = tuple(
            SectionView(
                key, t.text(TITLES[key]), len(rows), waiting=sum(row.is_open for row in rows)
            )
            for key, rows in self._rows.items()
        )
        self._show_section()

    def _show_section(self) -> None:
        self.query_one("#sections", SectionBar).active = self.section
        entries = self.query_one("#entries", VirtualList)
        entries.placeholder = self.t.text(EMPTY[self.section])
        entries.update_items(self._rows[self.section])
        self._show_page()

    @on(VirtualList.Highlighted)
    def _show_page(self) -> None:
        """Show what the cursor is on."""
        row, page = self.chosen, self.query_one("#entry", Page)
        page.display = row is not None
        blocks = row.page if row else ()
        if page.blocks != blocks:
            page.blocks = blocks
        self.refresh_bindings()

    @property
    def chosen(self) -> TalkRow | None:
        """What the cursor is on."""
        row = self.query_one("#entries", VirtualList).current
        return row if isinstance(row, TalkRow) else None

    def see(self, name: str) -> None:
        """Put the cursor on an entry of this section."""
        self.query_one("#entries", VirtualList).move_to(name)

    # Acting -----------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer each act where it can be done."""
        row = self.chosen if self.query("#entries") else None
        if action == "add_entry":
            return self.section in ("questions", "remarks")
        if action == "reply":
            return row is not None and row.sort not in ("remark", "crux")
        if action == "hide_argument":
            is_care = row is not None and row.sort in ("flag", "hidden")
            return self.seat.is_facilitator and is_care
        return super().check_action(action, parameters)

    def action_section(self, by: int) -> None:
        """Go to the section before or after."""
        place = SECTIONS.index(self.section) + by
        self.section = SECTIONS[place % len(SECTIONS)]
        self._show_section()

    @on(SectionBar.Chosen)
    def _go_to_section(self, event: SectionBar.Chosen) -> None:
        """Go to the section that was clicked."""
        self.section = next(key for key in SECTIONS if key == event.key)
        self._show_section()

    @on(VirtualList.Selected)
    def _reply_to_it(self) -> None:
        """Reply to what was opened; what has no reply is read."""
        if self.check_action("reply", ()):
            self.action_reply()
        else:
            self.query_one("#entry").focus()

    @on(VirtualList.OpenedEmpty)
    def _begin_section(self) -> None:
        """Say the first thing here, where one can."""
        if self.check_action("add_entry", ()):
            self.action_add_entry()

    def action_add_entry(self) -> None:
        """Ask, or remark."""
        if self.section == "questions":
            self.ask()
        else:
            self.remark()

    def action_back(self) -> None:
        """Go back to the floor."""
        self.dismiss(None)


def _name(row: TalkRow) -> str:
    return row.id
