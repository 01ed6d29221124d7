"""A curtain between two turns at one keyboard: nothing of anybody's is in view until they say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from debate.domain.decide.rules import NAME_LIMIT
from debate.domain.ids import DeviceKey
from debate.domain.refusal import Refusal
from debate.i18n.messages import refusal_text
from debate.service.seat import Seat
from debate.tui.cells import cut
from debate.tui.keymap import bindings
from debate.tui.present.fields import field_view
from debate.tui.present.place import StatusView
from debate.tui.present.views import EmptyView
from debate.tui.screens.seated import SeatScreen
from debate.tui.widgets.empty_state import EmptyState
from debate.tui.widgets.field import Field
from debate.tui.widgets.ink import Line
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.text_field import TextField
from debate.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk

NAME = "name"
"""What a seat's own document and the setting call a person's name."""


@dataclass(frozen=True, slots=True)
class Sitter:
    """One person at this keyboard."""

    device: DeviceKey
    name: str
    seat: Seat


class PassScreen(SeatScreen[Seat | None]):
    """Dismissed with the seat of who confirmed, or None when nobody was handed the keyboard."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("pass.confirm", "app.back")

    def __init__(self, seat: Seat, desk: Desk, workspace: Workspace) -> None:
        """Draw the curtain.

        Args:
            seat: Who had the keyboard.
            desk: Where work that touches the disk is done.
            workspace: Where the seats of this keyboard are.
        """
        super().__init__(seat, desk)
        self.workspace = workspace
        self._sitters: tuple[Sitter, ...] = ()
        self._next: Sitter | None = None
        self._was_handed = False

    # Laying out -------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out who is next, and what they see before they confirm."""
        t = self.t
        title = self.debate.charter.title
        yield StatusLine(StatusView(title, t.text("Passing the keyboard")), id="status")
        with Vertical(id="choosing"):
            yield Static(t.text("Who is next?"), classes="heading", markup=False)
            yield VirtualList[Sitter](
                (), _paint, identity=_device, id="sitters",
                placeholder=t.text("Nobody else sits here yet. Type a name below."),
            )  # fmt: skip
            yield TextField(
                field_view(t, t.text("Somebody new"), NAME_LIMIT, t.text("Enter lets them sit down."),
                          placeholder=t.text("name")),
                id="new",
            )  # fmt: skip
        yield EmptyState(EmptyView("", ""), id="handing")
        yield KeyBar()

    async def on_mount(self) -> None:
        """Read who sits here; what was told to the one before goes with them."""
        self.app.clear_notifications()
        self._show()
        await self._read()

    def show_again(self) -> None:
        """Show everything in another language."""
        self._show()

    async def _read(self) -> None:
        """Read who sits at this keyboard; with nobody else, go to the field for a name."""
        found = await self.attempt(self._sitting)
        self._sitters = found or ()
        self._show()
        self._focus()

    def _sitting(self) -> tuple[Sitter, ...]:
        """Return the people at this keyboard, by the names they were let in with."""
        session = self.seat.session
        documents = self.workspace.library.profile.seats.items(f"{session.id}/")
        own = str(self.workspace.choice(NAME, ""))
        names = [own, *(str(document.get(NAME, "")) for _, document in documents)]
        seats = self.workspace.seats(session)
        return tuple(
            Sitter(seat.device, self._called(seat, name), seat)
            for seat, name in zip(seats, names, strict=True)
        )

    def _called(self, seat: Seat, name: str) -> str:
        person = seat.person
        if person is None:
            return name or self.t.text("somebody")
        return person.name or name or self.t.text("participant {number}", number=person.number)

    # Showing ----------------------------------------------------------------------------------

    def _others(self) -> tuple[Sitter, ...]:
        return tuple(each for each in self._sitters if each.device != self.seat.device)

    def _show(self) -> None:
        """Show the list, or the name of who is next."""
        self.set_class(self._next is not None, "-handing")
        sitters = self._sitters if self._was_handed else self._others()
        self.query_one("#sitters", VirtualList).update_items(sitters)
        if self._next is not None:
            self.query_one("#handing", EmptyState).view = self._words(self._next.name)
        self.refresh_bindings()

    def _words(self, name: str) -> EmptyView:
        t = self.t
        return EmptyView(
            t.text("Pass the keyboard to {name}", name=name),
            t.text(
                "Nobody’s turn is in view. {name}: what you say, weigh and seal from here on is "
                "yours.", name=name,
            ),
            t.text("enter"),
            t.text("I am {name}", name=name),
        )  # fmt: skip

    def _focus(self) -> None:
        """Give the keys to where the next act is."""
        if self._next is not None:
            self.set_focus(None)
        elif self.query_one("#sitters", VirtualList).items:
            self.query_one("#sitters").focus()
        else:
            self.query_one("#new Input").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to confirm once somebody is named."""
        if action == "confirm":
            return self._next is not None
        return super().check_action(action, parameters)

    # Acting -----------------------------------------------------------------------------------

    @on(VirtualList.Selected, "#sitters")
    def _hand_over(self, event: VirtualList.Selected) -> None:
        """Name who is next."""
        self._hand(event.item)

    @on(Field.Submitted, "#new")
    async def _let_in(self, event: Field.Submitted) -> None:
        """Let somebody new sit down; they are next."""
        name = event.value.strip()
        field = self.query_one("#new", Field)
        if not name:
            field.notice = self.t.text("Type a name first.")
            return
        answer = await self.attempt(self.workspace.add_seat, self.seat.session, name)
        if answer is None:
            return
        if isinstance(answer, Refusal):
            field.notice = refusal_text(answer, self.t)
            return
        field.value = ""
        self._sitters = (*self._sitters, Sitter(answer.device, self._called(answer, name), answer))
        self._hand(self._sitters[-1])

    def _hand(self, sitter: Sitter) -> None:
        self._next = sitter
        self._was_handed = True
        self._show()
        self._focus()

    def action_confirm(self) -> None:
        """Show the screen of who confirmed."""
        if self._next is not None:
            self.dismiss(self._next.seat)

    def action_back(self) -> None:
        """Choose somebody else; who goes back to their own turn confirms that too."""
        if self._next is not None:
            self._next = None
            self._show()
            self._focus()
        elif self._was_handed:
            mine = next((each for each in self._sitters if each.device == self.seat.device), None)
            if mine is not None:
                self._hand(mine)
        else:
            self.dismiss(None)


def _device(sitter: Sitter) -> DeviceKey:
    return sitter.device


def _paint(sitter: Sitter, width: int) -> Sequence[Line]:
    return [[(cut(sitter.name, width), "ink")]]
