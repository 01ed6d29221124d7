"""Write an argument: one claim, why, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from debate.domain.argument import PROSE_LIMIT
from debate.domain.decide.rules import LINK
from debate.domain.motion import CLAIM_LIMIT, Side, Source
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

SOURCE_LIMIT = 500
"""Characters of what is cited and of its link, as the law takes them."""


@dataclass(frozen=True, slots=True)
class WrittenArgument:
    """What a person wrote."""

    claim: str
    grounds: str
    sources: tuple[Source, ...]
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Prefilled:
    """What stands in the form when it opens."""

    claim: str = ""
    grounds: str = ""
    source: str = ""
    side: Side | None = None
    """The chosen side; None when the form does not ask for one."""


EMPTY = Prefilled()


class ArgumentForm(DraftDialog):
    """Asks for side (about a motion), claim, grounds and source."""

    def __init__(
        self,
        seat: Seat,
        desk: Desk,
        place: str,
        *,
        title: str,
        say: Say[WrittenArgument],
        about: str = "",
        prefilled: Prefilled = EMPTY,
    ) -> None:
        """Prepare the form.

        Args:
            seat: Who writes.
            desk: Where drafts are written.
            place: What the draft is of.
            title: What is asked; translated.
            say: Says the argument; the form stays open when it could not be saved.
            about: The claim that is answered, to be read while one writes.
            prefilled: What stands there at first; a draft goes before it.
        """
        super().__init__(seat, desk, place)
        self._title = title
        self._say = say
        self._about = about
        self._prefilled = prefilled

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        t, start, found = self.t, self._prefilled, self.found
        fields: list[Any] = []
        if self._about:
            fields.append(
                Static(f"“{self._about}”", id="about", classes="muted spaced", markup=False)
            )
        if start.side is not None:
            fields.append(
                Choice(
                    ChoiceView(
                        t.text("Side"),
                        (
                            Option("against", t.text("against"), "against"),
                            Option("for", t.text("for"), "for"),
                        ),
                    ),
                    str(found.get("side", start.side)),
                    id="side",
                )
            )
        fields += [
            TextField(
                field_view(t, t.text("Claim"), CLAIM_LIMIT, t.text("One thing you assert, in a sentence")),
                str(found.get("claim", start.claim)), id="claim",
            ),
            TextBox(
                field_view(t, t.text("Why"), PROSE_LIMIT, t.text("The grounds; may stay empty")),
                str(found.get("grounds", start.grounds)), id="grounds",
            ),
            TextField(
                field_view(t, t.text("Source"), SOURCE_LIMIT,
                          t.text("What one would cite; a link at its end")),
                str(found.get("source", start.source)), id="source",
            ),
            FormButtons(t.text("Save"), t.text("Cancel")),
        ]  # fmt: skip
        yield Form(self._title, *fields)
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the claim."""
        self.query_one("#claim", TextField).focus()

    @on(Field.Submitted)
    async def _enter_saves(self) -> None:
        """Take enter in a line as done."""
        await self.action_save()

    def written(self) -> dict[str, Any]:
        """Return what is typed."""
        document: dict[str, Any] = {
            name: self.query_one(f"#{name}", Field).value for name in ("claim", "grounds", "source")
        }
        for choice in self.query(Choice):
            document["side"] = choice.value
        return document

    def is_worth_keeping(self) -> bool:
        """Tell whether something was typed that was not there before."""
        document, start = self.written(), self._prefilled
        typed = (document["claim"], document["grounds"], document["source"])
        return any(typed) and typed != (start.claim, start.grounds, start.source)

    async def say(self) -> bool:
        """Say the argument."""
        document = self.written()
        if not document["claim"].strip():
            self.query_one("#claim", Field).refuse(self.t.text("Say what you claim first."))
            return False
        source = source_in(document["source"])
        return await self._say(
            WrittenArgument(
                claim=document["claim"],
                grounds=document["grounds"],
                sources=(source,) if source else (),
                side=document.get("side"),
            )
        )


def source_in(text: str) -> Source | None:
    """Read a source as typed: words, and a link when one stands at the end; None when empty."""
    text = text.strip()
    if not text:
        return None
    words, _, last = text.rpartition(" ")
    if not LINK.fullmatch(last):
        return Source(cite=text)
    return Source(cite=words.strip() or last, url=last)
