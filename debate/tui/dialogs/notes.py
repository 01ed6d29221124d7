"""A facilitator's private notes: written as one types, kept in the profile, never in a journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult

from debate.errors import DebateError
from debate.i18n.messages import failure_text
from debate.service.notes import NOTE_LIMIT, Notebook
from debate.tui.dialogs.drafting import DraftDialog
from debate.tui.present.fields import field_view
from debate.tui.widgets.form import Form, FormButtons
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.text_box import TextBox

if TYPE_CHECKING:
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk


class NotesDialog(DraftDialog):
    """A box with the notes; closing it keeps them, whichever key closes it."""

    DEFAULT_CSS = "NotesDialog TextBox TextArea { height: 12; }"

    def __init__(self, seat: Seat, desk: Desk, workspace: Workspace) -> None:
        """Open the notes of a debate.

        Args:
            seat: Whose they are.
            desk: Where they are written.
            workspace: The profile they stand in.
        """
        super().__init__(seat, desk, "notebook")
        self._book = Notebook(workspace, seat)
        self._kept = self._read()

    def _read(self) -> str:
        try:
            return self._book.text
        except DebateError:
            return ""

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        t = self.t
        field = field_view(
            t,
            t.text("Notes"),
            NOTE_LIMIT,
            t.text("For you alone: in no journal, on no other screen."),
        )
        text = str(self.found.get("text", self._kept))
        buttons = FormButtons(t.text("Save"), t.text("Cancel"))
        yield Form(t.text("Private notes"), TextBox(field, text, id="text"), buttons)
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin to write beneath what stands there."""
        box = self.query_one("#text", TextBox)
        box.value = box.value
        box.focus()

    def written(self) -> dict[str, Any]:
        """Return what is typed."""
        return {"text": self.query_one("#text", TextBox).value}

    async def say(self) -> bool:
        """Keep the notes."""
        try:
            await self.desk.run(self._book.write, self.query_one("#text", TextBox).value)
        except DebateError as error:
            self.app.notify(failure_text(error, self.t), severity="error", timeout=10)
            return False
        return True

    async def action_cancel(self) -> None:
        """Close and keep them too: there is nothing to send that one might regret."""
        await self.action_save()
