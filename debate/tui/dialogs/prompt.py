"""Ask for one text: a question, an answer, a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult

from debate.tui.dialogs.drafting import DraftDialog, Say
from debate.tui.present.views import FieldView
from debate.tui.widgets.field import Field
from debate.tui.widgets.form import Form, FormButtons
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.text_box import TextBox
from debate.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from debate.service.seat import Seat
    from debate.tui.desk import Desk

ONE_LINE = 500
"""Texts that may be longer than this get a box of several lines."""


class Prompt(DraftDialog):
    """Asks for one text and says it."""

    def __init__(
        self, seat: Seat, desk: Desk, place: str, *, title: str, field: FieldView, say: Say[str]
    ) -> None:
        """Prepare the question.

        Args:
            seat: Who writes.
            desk: Where drafts are written.
            place: What the draft is of.
            title: What is asked; translated.
            field: The words around the field.
            say: Says the text; the dialog stays open when it could not be saved.
        """
        super().__init__(seat, desk, place)
        self._title = title
        self._field = field
        self._say = say

    def compose(self) -> ComposeResult:
        """Lay out the field."""
        found = str(self.found.get("text", ""))
        kind = TextBox if self._field.limit > ONE_LINE else TextField
        buttons = FormButtons(self.t.text("Save"), self.t.text("Cancel"))
        yield Form(self._title, kind(self._field, found, id="text"), buttons)
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin to write."""
        self.query_one("#text", Field).focus()

    @on(Field.Submitted)
    async def _enter_saves(self) -> None:
        """Take enter in a line as done."""
        await self.action_save()

    def written(self) -> dict[str, Any]:
        """Return what is typed."""
        return {"text": self.query_one("#text", Field).value}

    async def say(self) -> bool:
        """Say the text."""
        text = self.query_one("#text", Field)
        if not text.value.strip():
            text.refuse(self.t.text("Write something first."))
            return False
        return await self._say(text.value)
