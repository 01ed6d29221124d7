"""A new debate on one screen: which motions, how people weigh, what is promised, and who is here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from debate.domain.decide.rules import NAME_LIMIT
from debate.domain.participant import Contract
from debate.domain.refusal import Refusal
from debate.domain.runsheet import OPEN, RunSheet
from debate.domain.weight import Scheme
from debate.errors import DebateError
from debate.i18n.messages import failure_text, refusal_text
from debate.service.new_debate import NewDebate
from debate.tui.keymap import bind, bindings
from debate.tui.present.begin import (
    CONTRACTS,
    SCHEMES,
    TITLE_LIMIT,
    PickRow,
    contract_choice,
    motion_choices,
    names_in,
    paint_choice,
    paint_tall_choice,
    runsheet_choices,
    scheme_choice,
    title_of,
)
from debate.tui.present.fields import field_view
from debate.tui.present.place import StatusView
from debate.tui.present.status import now_words
from debate.tui.screens.beginning import NAME, Begun, begin_with, fault_in, has_room
from debate.tui.translated import TranslatedScreen
from debate.tui.widgets.choice import Choice
from debate.tui.widgets.field import Field
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.text_field import TextField
from debate.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from debate.domain.motion import Motion
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk

OTHERS_LIMIT = 1_000


class PickList(VirtualList[PickRow]):
    """A list in which enter begins the debate, as it does everywhere on this screen."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("begin.start", action="open")]


class BeginScreen(TranslatedScreen[None]):
    """Everything one chooses for a new debate; enter begins it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "pick.toggle", "begin.start", "begin.anyhow", "app.back"
    )

    def __init__(self, workspace: Workspace, desk: Desk, motions: Sequence[Motion]) -> None:
        """Prepare a new debate.

        Args:
            workspace: Where it will be.
            desk: Where work that touches the disk is done.
            motions: What can be put to the meeting; read anew when there are none.
        """
        super().__init__()
        self.workspace = workspace
        self.desk = desk
        self._motions = tuple(motions)
        self._picked: set[str] = {self._motions[0].id} if self._motions else set()
        self._sheets: tuple[RunSheet, ...] = (OPEN,)
        self._sheet = OPEN.id
        self._suggested = ""
        self._is_beginning = False

    # Laying out -------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out what is debated on the left, how and by whom on the right."""
        t = self.t
        yield StatusLine(StatusView(t.text("A new debate"), t.text("everything can stay as it is")))
        with VerticalScroll(id="form", can_focus=False):
            with Vertical(id="what"):
                yield Static(t.text("Motions"), classes="heading inset", markup=False)
                yield PickList(
                    (), paint_tall_choice, row_height=2, identity=_name, id="motions",
                    placeholder=t.text("No motions here."),
                )  # fmt: skip
                yield Static(t.text("Run-sheet"), classes="heading inset", markup=False)
                yield PickList((), paint_choice, identity=_name, id="sheets")
                yield Static("", id="sheet-means", classes="means", markup=False)
            with Vertical(id="how"):
                yield from self._fields()
        yield KeyBar()

    def _fields(self) -> ComposeResult:
        t = self.t
        name = str(self.workspace.choice(NAME, ""))
        yield TextField(field_view(t, t.text("Title"), TITLE_LIMIT), id="title")
        yield TextField(
            field_view(t, t.text("Your name"), NAME_LIMIT,
                      placeholder=t.text("may stay empty")),
            name, id="name",
        )  # fmt: skip
        yield TextField(
            field_view(t, t.text("Others at this keyboard"), OTHERS_LIMIT,
                      placeholder=t.text("names, with commas between")),
            id="others",
        )  # fmt: skip
        yield Choice(scheme_choice(t), "scale", id="scheme")
        yield Static("", id="scheme-means", classes="means", markup=False)
        yield Choice(contract_choice(t), "named", id="contract")
        yield Static("", id="contract-means", classes="means", markup=False)

    async def on_mount(self) -> None:
        """Show what can be chosen, then read the run-sheets."""
        self.query_one("#motions").focus()
        self._show()
        self.call_after_refresh(self._read)

    async def _read(self) -> None:
        try:
            self._sheets = await self.desk.run(lambda: tuple(self.workspace.runsheets.values()))
            if not self._motions:
                self._motions = await self.desk.run(lambda: self.workspace.motions)
        except DebateError as error:
            self.app.notify(failure_text(error, self.t), severity="error", timeout=10)
        if self._motions and not self._picked:
            self._picked = {self._motions[0].id}
        self._show()

    def show_again(self) -> None:
        """Show everything in another language."""
        self._show()

    # Showing ----------------------------------------------------------------------------------

    def _show(self) -> None:
        t = self.t
        motions = self.query_one("#motions", VirtualList)
        motions.update_items(motion_choices(self._motions, self._picked, t))
        sheets = self.query_one("#sheets", VirtualList)
        sheets.update_items(runsheet_choices(self._sheets, self._sheet, t))
        self._suggest_title()
        self._explain()

    def _suggest_title(self) -> None:
        """Follow the motions with the title, until somebody types another one."""
        field = self.query_one("#title", TextField)
        suggestion = title_of(self._chosen_motions(), self.t)
        if field.value == self._suggested:
            field.value = suggestion
        self._suggested = suggestion

    def _explain(self) -> None:
        """Say what each choice means."""
        t = self.t
        scheme, contract = self._choices()
        summary = self._chosen_sheet().summary.within(t.language)
        self.query_one("#scheme-means", Static).update(t.text(SCHEMES[scheme][1]))
        self.query_one("#contract-means", Static).update(t.text(CONTRACTS[contract][1]))
        self.query_one("#sheet-means", Static).update(summary)

    @on(Choice.Chosen)
    def _explain_choice(self) -> None:
        """Say what was chosen."""
        self._explain()

    @on(VirtualList.Highlighted, "#sheets")
    def _choose_sheet(self, event: VirtualList.Highlighted) -> None:
        """Choose the run-sheet the cursor came upon."""
        if event.item.id != self._sheet:
            self._sheet = event.item.id
            self._show()

    # Choosing ---------------------------------------------------------------------------------

    def _chosen_motions(self) -> tuple[Motion, ...]:
        return tuple(motion for motion in self._motions if motion.id in self._picked)

    def _chosen_sheet(self) -> RunSheet:
        return next((sheet for sheet in self._sheets if sheet.id == self._sheet), OPEN)

    def _choices(self) -> tuple[Scheme, Contract]:
        scheme = self.query_one("#scheme", Choice).value
        contract = self.query_one("#contract", Choice).value
        return cast("Scheme", scheme), cast("Contract", contract)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to pick only where something can be picked."""
        if action == "toggle_pick":
            return self.focused is not None and self.focused.id == "motions"
        return super().check_action(action, parameters)

    def action_toggle_pick(self) -> None:
        """Pick the motion under the cursor, or let go of it."""
        row = self.query_one("#motions", VirtualList).current
        if row is not None:
            self._picked ^= {row.id}
            self._show()

    # Beginning --------------------------------------------------------------------------------

    @on(Field.Submitted)
    async def _enter_in_field(self) -> None:
        """Take enter in a line as done."""
        await self.action_begin()

    @on(VirtualList.Selected)
    async def _enter_in_list(self) -> None:
        """Take enter in a list as done."""
        await self.action_begin()

    async def action_begin(self) -> None:
        """Begin the debate, let everybody sit down, and go to the floor."""
        if self._is_beginning or not self._is_complete():
            return
        self._is_beginning = True
        try:
            begun = await self.desk.run(begin_with, self.workspace, *self._written())
        except DebateError as error:
            self.app.notify(failure_text(error, self.t), severity="error", timeout=10)
            return
        finally:
            self._is_beginning = False
        if isinstance(begun, Refusal):
            self.app.notify(refusal_text(begun, self.t), severity="warning", timeout=8)
            return
        self._enter(begun)

    def _enter(self, begun: Begun) -> None:
        from debate.tui.screens.console import ConsoleScreen
        from debate.tui.screens.floor import FloorScreen

        for name, refusal in begun.refused:
            words = f"{name}: {refusal_text(refusal, self.t)}"
            self.app.notify(words, severity="warning", timeout=8)
        self.app.switch_screen(FloorScreen(begun.seat, self.desk, self.workspace))
        if has_room(begun.seat.debate):
            self.app.push_screen(ConsoleScreen(begun.seat, self.desk, self.workspace))
        elif begun.seat.debate.charter.runsheet.phases[1:]:
            self.app.notify(now_words(begun.seat, self.t), timeout=12)

    def _written(self) -> tuple[NewDebate, tuple[str, ...]]:
        scheme, contract = self._choices()
        new = NewDebate(
            title=self.query_one("#title", Field).value.strip(),
            motions=self._chosen_motions(),
            name=self.query_one("#name", Field).value.strip() or None,
            scheme=scheme,
            contract=contract,
            runsheet=self._chosen_sheet(),
        )
        return new, names_in(self.query_one("#others", Field).value)

    def _is_complete(self) -> bool:
        """Say what is missing or cannot be, and go there."""
        new, others = self._written()
        if not new.motions:
            words = self.t.text("Pick a motion first: space picks.")
            self.app.notify(words, severity="warning")
            self.query_one("#motions").focus()
            return False
        fault = fault_in(new, others, self.t)
        return fault is None or self._complain(fault.field, fault.words)

    def _complain(self, field: str, words: str) -> bool:
        """Say what is wrong with a field, and go there."""
        self.query_one(f"#{field}", Field).refuse(words)
        return False

    def action_back(self) -> None:
        """Begin nothing."""
        self.dismiss(None)


def _name(row: PickRow) -> str:
    return row.id
