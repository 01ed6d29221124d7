"""Draft a statement to end on: its words, what it is about, and when it is looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult

from debate.domain.argument import PROSE_LIMIT
from debate.domain.decide.decisions import is_day
from debate.domain.ids import MotionId
from debate.service.wiring import is_past
from debate.tui.dialogs.drafting import DraftDialog, Say
from debate.tui.present.fields import field_view
from debate.tui.present.views import ChoiceView, Option
from debate.tui.widgets.choice import Choice
from debate.tui.widgets.field import Field
from debate.tui.widgets.form import Form, FormButtons
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.text_box import TextBox
from debate.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from debate.service.seat import Seat
    from debate.tui.desk import Desk

DAY_LENGTH = 10
EVERYTHING = "*"
"""Stands for the debate as a whole among the ids of its motions."""


@dataclass(frozen=True, slots=True)
class WrittenOutcome:
    """What a person drafted."""

    text: str
    motion: MotionId | None = None
    review_on: str | None = None


class OutcomeForm(DraftDialog):
    """Asks for the statement, what it is about, and a day to look at it again."""

    def __init__(
        self,
        seat: Seat,
        desk: Desk,
        place: str,
        *,
        title: str,
        say: Say[WrittenOutcome],
        start: WrittenOutcome | None = None,
    ) -> None:
        """Prepare the form.

        Args:
            seat: Who drafts.
            desk: Where drafts are written.
            place: What the draft is of.
            title: What is asked; translated.
            say: Says it; the form stays open when it could not be saved.
            start: What stands there at first; what was half-written goes before it.
        """
        super().__init__(seat, desk, place)
        self._title = title
        self._say = say
        self._start = start or WrittenOutcome("")

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        t, start, found = self.t, self._start, self.found
        fields: list[Any] = [
            TextBox(
                field_view(t, t.text("Statement"), PROSE_LIMIT,
                          t.text("What this meeting can put its name under")),
                str(found.get("text", start.text)), id="text",
            ),
            TextField(
                field_view(t, t.text("Look at it again on"), DAY_LENGTH,
                          t.text("A day as 2027-03-01; may stay empty")),
                str(found.get("review", start.review_on or "")), id="review",
            ),
        ]  # fmt: skip
        if len(self.seat.debate.charter.motions) > 1:
            about = str(found.get("motion", start.motion or EVERYTHING))
            fields.append(Choice(self._motions(), about, id="motion"))
        yield Form(self._title, *fields, FormButtons(t.text("Save"), t.text("Cancel")))
        yield KeyBar()

    def _motions(self) -> ChoiceView:
        t = self.t
        motions = self.seat.debate.charter.motions
        options = [Option(each.id, each.short.within(t.language)) for each in motions]
        whole = Option(EVERYTHING, t.text("the debate as a whole"))
        return ChoiceView(t.text("It is about"), (whole, *options))

    def on_mount(self) -> None:
        """Begin to write, behind what stands there."""
        text = self.query_one("#text", TextBox)
        text.value = str(self.found.get("text", self._start.text))
        text.focus()

    @on(Field.Submitted)
    async def _enter_saves(self) -> None:
        """Take enter in a line as done."""
        await self.action_save()

    def written(self) -> dict[str, Any]:
        """Return what is typed."""
        document: dict[str, Any] = {
            name: self.query_one(f"#{name}", Field).value for name in ("text", "review")
        }
        for choice in self.query(Choice):
            document["motion"] = choice.value
        return document

    def is_worth_keeping(self) -> bool:
        """Tell whether something was typed that was not there before."""
        document, start = self.written(), self._start
        typed = (document["text"].strip(), document["review"].strip())
        return any(typed) and typed != (start.text, start.review_on or "")

    async def say(self) -> bool:
        """Say the statement."""
        document, t = self.written(), self.t
        review = document["review"].strip()
        if not document["text"].strip():
            self.query_one("#text", Field).refuse(t.text("Write something first."))
            return False
        if review and not is_day(review):
            self.query_one("#review", Field).refuse(
                t.text("That is no day of the calendar; write it as 2027-03-01.")
            )
            return False
        if review and is_past(review):
            self.query_one("#review", Field).refuse(
                t.text("That day is over; choose one that is still to come.")
            )
            return False
        motion = document.get("motion", EVERYTHING)
        about = None if motion == EVERYTHING else MotionId(str(motion))
        return await self._say(WrittenOutcome(document["text"], about, review or None))
