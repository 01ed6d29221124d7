"""What a debate ends on: drafted statements, where people stand on them, and dissent beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from debate.domain import commands as c
from debate.domain.argument import PROSE_LIMIT
from debate.domain.outcome import Endorsement
from debate.service.seat import SAMPLE
from debate.tui.dialogs.outcome_form import OutcomeForm, WrittenOutcome
from debate.tui.dialogs.pick import Pickable, PickDialog
from debate.tui.dialogs.prompt import Prompt
from debate.tui.keymap import bindings
from debate.tui.present.fields import field_view
from debate.tui.present.outcome import (
    DEGREES,
    OutcomeRow,
    outcome_page,
    outcome_rows,
    paint_outcome,
)
from debate.tui.present.status import status_view
from debate.tui.screens.seated import SeatScreen
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.page import Page
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from debate.domain.ids import FactId
    from debate.domain.runsheet import Act
    from debate.domain.views.talk import Outcome

ON_ONE = frozenset({"stand", "dissent", "redraft", "adopt_outcome"})
"""Actions on the statement under the cursor."""


class OutcomeScreen(SeatScreen[None]):
    """Drafts above, the one under the cursor below; enter says where one stands on it."""

    ACTS: ClassVar[Mapping[str, Act]] = {
        "draft": "outcome", "redraft": "outcome", "stand": "endorse", "dissent": "endorse",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "outcome.draft", "outcome.stand", "outcome.dissent", "outcome.redraft", "meeting.adopt",
        "app.back",
    )  # fmt: skip

    def compose(self) -> ComposeResult:
        """Lay out list and page."""
        t = self.t
        yield StatusLine(id="status")
        with Container(id="middle"):
            yield VirtualList[OutcomeRow](
                (), paint_outcome, row_height=2, identity=_name, id="outcomes",
                placeholder=t.text("No statement is drafted yet. Press a to draft one."),
            )  # fmt: skip
            yield Page(id="outcome")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the list."""
        self.query_one("#outcomes").focus()

    def show_debate(self) -> None:
        """Show the drafts as they stand."""
        if not self.query("#outcomes"):
            return
        t, person = self.t, self.seat.person
        rows = outcome_rows(self.debate, person.id if person else None, t)
        self.query_one("#status", StatusLine).view = status_view(self.seat, t, t.text("Outcome"))
        self.query_one("#outcomes", VirtualList).update_items(rows)
        self._show_page()

    @on(VirtualList.Highlighted)
    def _show_page(self) -> None:
        """Show the draft under the cursor."""
        row = self.query_one("#outcomes", VirtualList).current
        page = self.query_one("#outcome", Page)
        blocks = outcome_page(self.seat, row.id, self.t) if row else ()
        page.display = bool(blocks)
        if page.blocks != blocks:
            page.blocks = blocks
        self.refresh_bindings()

    def _outcome(self) -> Outcome | None:
        row = self.query_one("#outcomes", VirtualList).current
        return next((each for each in self.debate.outcomes if row and each.id == row.id), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer acts on a statement once there is one, and to adopt it to who leads."""
        if action == "adopt_outcome" and not self.seat.is_facilitator:
            return False
        if action in ON_ONE:
            return bool(self.debate.outcomes)
        return super().check_action(action, parameters)

    def is_refused(self, action: str) -> bool:
        """Tell whether the law refuses an action, to adopt what is adopted among them."""
        if action == "adopt_outcome":
            outcome = self._outcome()
            return outcome is not None and self.seat.refusal(c.AdoptOutcome(outcome.id)) is not None
        return super().is_refused(action)

    @on(VirtualList.OpenedEmpty)
    def _draft_the_first(self) -> None:
        """Draft a statement where there is none."""
        self.action_draft()

    # Drafting ---------------------------------------------------------------------------------

    def action_draft(self) -> None:
        """Draft a statement."""
        self._write("outcome", self.t.text("A statement to end on"), None)

    def action_redraft(self) -> None:
        """Draft the statement under the cursor in other words."""
        outcome = self._outcome()
        if outcome is not None:
            title = self.t.text("The statement in other words")
            self._write(f"outcome/{outcome.id}", title, outcome)

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def _write(self, place: str, title: str, before: Outcome | None) -> None:
        start = WrittenOutcome(before.text, before.motion, before.review_on) if before else None

        async def say(written: WrittenOutcome) -> bool:
            return await self._draft(written, before.id if before else None)

        form = OutcomeForm(self.seat, self.desk, place, title=title, say=say, start=start)
        await self.write(form, c.DraftOutcome(SAMPLE))

    async def _draft(self, written: WrittenOutcome, replaces: FactId | None) -> bool:
        command = c.DraftOutcome(written.text, written.motion, written.review_on, replaces)
        said = self.t.text("Drafted. Say where you stand on it with v.")
        receipt = await self.act(command, said)
        if receipt is None:
            return False
        self.show_debate()
        self.query_one("#outcomes", VirtualList).move_to(receipt.first)
        return True

    # Judging ----------------------------------------------------------------------------------

    @on(VirtualList.Selected)
    def _stand_on_it(self) -> None:
        """Ask where one stands."""
        self.action_stand()

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_stand(self) -> None:
        """Say where one stands on the statement."""
        outcome, t = self._outcome(), self.t
        if outcome is None or not self.may(
            *(c.EndorseOutcome(outcome.id, degree) for degree in DEGREES)
        ):
            return
        labels = {
            "endorse": t.text("Endorse: I put my name under it"),
            "accept": t.text("Accept: I can live with it"),
            "object": t.text("Object: I cannot live with it"),
        }
        items = [Pickable(degree, labels[degree]) for degree in DEGREES]
        picked = await self.app.push_screen_wait(PickDialog(t.text("Where do you stand?"), items))
        if picked:
            degree = cast("Endorsement", picked[0])
            said = (
                t.text("Saved. You can say why with r.") if degree == "object" else t.text("Saved.")
            )
            await self.act(c.EndorseOutcome(outcome.id, degree), said)

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_dissent(self) -> None:
        """Note a dissent beside the statement."""
        outcome, t = self._outcome(), self.t
        if outcome is None:
            return

        async def say(text: str) -> bool:
            return await self.act(c.NoteDissent(outcome.id, text), t.text("Saved.")) is not None

        field = field_view(
            t,
            t.text("Dissent"),
            PROSE_LIMIT,
            t.text("It stands beside the statement in the minutes."),
        )
        form = Prompt(self.seat, self.desk, f"dissent/{outcome.id}",
                      title=t.text("What the statement leaves out, or gets wrong"), field=field, say=say)  # fmt: skip
        await self.write(form, c.NoteDissent(outcome.id, SAMPLE))

    async def action_adopt_outcome(self) -> None:
        """Declare the statement the outcome."""
        outcome = self._outcome()
        if outcome is not None:
            await self.act(c.AdoptOutcome(outcome.id), self.t.text("This is the outcome."))

    def action_back(self) -> None:
        """Go back to the floor."""
        self.dismiss(None)


def _name(row: OutcomeRow) -> str:
    return row.id
