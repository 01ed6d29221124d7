"""Come into a debate from elsewhere, by its link or a spoken code."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Button

from debate.domain import commands as c
from debate.domain.decide.rules import NAME_LIMIT
from debate.domain.refusal import Refusal
from debate.errors import DebateError
from debate.i18n.messages import failure_text, refusal_text
from debate.trust.invite import is_link
from debate.tui.keymap import bindings
from debate.tui.present.fields import field_view
from debate.tui.present.sharing import ADDRESS_LIMIT
from debate.tui.translated import TranslatedDialog
from debate.tui.widgets.field import Field
from debate.tui.widgets.form import Form, FormButtons
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from debate.domain.ids import SessionId
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk

LINK_LIMIT = 500


class JoinDialog(TranslatedDialog["SessionId | None"]):
    """Dismissed with the debate once it is here; what was typed stays when it cannot be fetched."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("dialog.save", "dialog.cancel")

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        """Ask for an invitation.

        Args:
            workspace: Where the debate will be kept.
            desk: Where work that touches the disk is done.
        """
        super().__init__()
        self.workspace = workspace
        self.desk = desk

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        t = self.t
        link = field_view(t, t.text("Link or code"), LINK_LIMIT,
                         help=t.text("Whoever invited you sent it, or says it aloud"))  # fmt: skip
        address = field_view(t, t.text("Address"), ADDRESS_LIMIT,
                            help=t.text("Of the store; needed with a code alone"))  # fmt: skip
        name = field_view(t, t.text("Your name"), NAME_LIMIT,
                         help=t.text("As the others will see it, where the debate shows names"))  # fmt: skip
        yield Form(
            t.text("Come into a debate"),
            TextField(link, id="link"),
            TextField(address, id="address"),
            TextField(name, str(self.workspace.choice("name", "")), id="name"),
            FormButtons(t.text("Join"), t.text("Cancel")),
        )
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the link."""
        self._field("link").focus()

    def _field(self, name: str) -> Field:
        return self.query_one(f"#{name}", Field)

    @on(Field.Submitted)
    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Fetch the debate, once it is clear where it is."""
        link, address, name = (
            self._field(each).value.strip() for each in ("link", "address", "name")
        )
        if not link:
            self._ask("link", self.t.text("Write something first."))
        elif not address and not is_link(link):
            self._ask("address", self.t.text("A code does not say where the debate is."))
        else:
            self._fetch(link, address, name)

    def _ask(self, name: str, words: str) -> None:
        self._field(name).refuse(words)

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def _fetch(self, link: str, address: str, name: str) -> None:
        """Fetch it and take part; otherwise say what is wrong, and stay open."""
        field = self._field("link")
        field.notice = self.t.text("Fetching the debate …")
        try:
            session, answer = await self._arrived(link, address, name)
        except DebateError as error:
            field.notice = ""
            self.app.notify(failure_text(error, self.t), severity="error", timeout=10)
            field.focus()
            return
        if isinstance(answer, Refusal):
            words = self.t.text("The debate is here; you do not take part yet.")
            why = refusal_text(answer, self.t)
            self.app.notify(f"{words} {why}", severity="warning", timeout=10)
        self.dismiss(session)

    async def _arrived(self, link: str, address: str, name: str) -> tuple[SessionId, object]:
        """Fetch the debate and sit down in it; return what the law said to that, if it was asked."""
        from debate.service.joining import invitation_of, join
        from debate.sync.remote import Address

        circle, url = await self.desk.run(invitation_of, link, address)
        arrived = await join(self.workspace, circle, Address(url))
        seat = await self.desk.run(self.workspace.open, arrived.session)
        if not circle.can_write or (seat.person is not None and seat.person.is_present):
            return arrived.session, None
        command = c.JoinSession(name=name or None)
        return arrived.session, await self.desk.run(seat.submit, command)

    def action_cancel(self) -> None:
        """Come in nowhere."""
        self.dismiss(None)

    @on(Button.Pressed, "#cancel")
    def _cancel_pressed(self) -> None:
        self.action_cancel()
