"""Who is here, for those who lead: roles, raised hands, people on paper, sides by lot."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from debate.domain import commands as c
from debate.domain.argument import NOTE_LIMIT
from debate.domain.decide.rules import NAME_LIMIT
from debate.domain.ids import FactId, MotionId, ParticipantId
from debate.domain.refusal import Refusal
from debate.domain.views.hands import hands_of
from debate.i18n.messages import refusal_text
from debate.service.lots import draw_sides, swap_sides
from debate.service.seat import SAMPLE
from debate.tui.dialogs.pick import Pickable, PickDialog
from debate.tui.dialogs.prompt import Prompt
from debate.tui.keymap import bindings
from debate.tui.present.fields import field_view
from debate.tui.present.people import PersonRow, label_of, paint_person, person_acts, person_rows
from debate.tui.present.status import status_view
from debate.tui.screens.seated import SeatScreen
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from debate.domain.participant import Channel
    from debate.domain.views.people import Person
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk


class PeopleScreen(SeatScreen[None]):
    """A row a person; enter asks what to do about them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "people.enrol", "people.lots", "people.swap", "app.back"
    )

    def __init__(self, seat: Seat, desk: Desk, workspace: Workspace) -> None:
        """Show the people of a debate.

        Args:
            seat: Who leads.
            desk: Where work that touches the disk is done.
            workspace: What a ballot on paper is typed in.
        """
        super().__init__(seat, desk)
        self.workspace = workspace

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield StatusLine(id="status")
        yield VirtualList[PersonRow]((), paint_person, identity=_name, id="people")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the list."""
        self.query_one("#people").focus()

    def show_debate(self) -> None:
        """Show who is here."""
        if not self.query("#people"):
            return
        t = self.t
        self.query_one("#status", StatusLine).view = status_view(self.seat, t, t.text("People"))
        self.query_one("#people", VirtualList).update_items(person_rows(self.debate, t))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to swap sides once there are some."""
        if action in ("enrol", "draw_sides"):
            return self.seat.is_facilitator
        if action == "swap_sides":
            return self.seat.is_facilitator and bool(self.debate.sides)
        return super().check_action(action, parameters)

    # About one person -------------------------------------------------------------------------

    @on(VirtualList.Selected, "#people")
    def _choose_act(self, event: VirtualList.Selected) -> None:
        """Ask what to do about who is under the cursor."""
        if self.seat.is_facilitator:
            self._ask_about(self.debate.people.by_id[event.item.id])

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def _ask_about(self, person: Person) -> None:
        title = label_of(person, self.debate, self.t)
        items = [Pickable(act.key, act.label) for act in person_acts(self.seat, person, self.t)]
        picked = await self.app.push_screen_wait(PickDialog(title, items))
        if picked is None:
            return
        if picked[0] == "remove":
            await self._remove(person, title)
        elif picked[0] == "ballot":
            await self._type_ballot(person)
        else:
            await self._settle(picked[0], person)

    async def _settle(self, key: str, person: Person) -> None:
        """Do what needs no more words."""
        t, name = self.t, person.id
        acts: dict[str, tuple[Callable[[], c.Command], str]] = {
            "lower": (lambda: c.LowerHand(self._hand_of(name)), t.text("Their hand is down.")),
            "lead": (lambda: c.GrantRole(name, "facilitator"), t.text("They lead too.")),
            "unlead": (lambda: c.WithdrawRole(name), t.text("They no longer lead.")),
            "observe": (lambda: c.GrantRole(name, "observer"), t.text("They only watch.")),
            "take-part": (lambda: c.GrantRole(name, "participant"), t.text("They take part.")),
            "confirm": (lambda: c.ConfirmParticipant(name), t.text("On the roster.")),
            "reinstate": (lambda: c.ReinstateParticipant(name), t.text("They take part again.")),
        }
        make, said = acts[key]
        await self.act(make(), said)

    def _hand_of(self, person: ParticipantId) -> FactId:
        hands = hands_of(self.debate.state, self.debate.people)
        return next((hand.id for hand in hands if hand.by == person), FactId(""))

    async def _remove(self, person: Person, title: str) -> None:
        t = self.t

        async def say(reason: str) -> bool:
            said = t.text("Removed. What they said until now stays.")
            return await self.act(c.RemoveParticipant(person.id, reason), said) is not None

        field = field_view(t, t.text("Reason"), NOTE_LIMIT, t.text("Everybody can read it"))
        form = Prompt(self.seat, self.desk, f"remove/{person.id}",
                      title=t.text("Why does {name} go?", name=title), field=field, say=say)  # fmt: skip
        await self.write(form, c.RemoveParticipant(person.id, SAMPLE))

    async def _type_ballot(self, person: Person) -> None:
        from debate.tui.screens.ballot import BallotScreen

        motion = await self._pick_motion(self.t.text("A ballot on which motion?"))
        if motion is not None:
            self.app.push_screen(
                BallotScreen(self.seat, self.desk, self.workspace, motion, voter=person.id)
            )

    async def _pick_motion(self, title: str) -> MotionId | None:
        """Ask for a motion, when there is more than one."""
        motions = self.debate.charter.motions
        if len(motions) == 1:
            return motions[0].id
        items = [Pickable(each.id, each.short.within(self.t.language)) for each in motions]
        picked = await self.app.push_screen_wait(PickDialog(title, items))
        return MotionId(picked[0]) if picked else None

    # About everybody --------------------------------------------------------------------------

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_enrol(self) -> None:
        """Let somebody without a device take part."""
        t = self.t
        items = [
            Pickable("paper", t.text("On paper: they hand you a form")),
            Pickable("proxy", t.text("By proxy: somebody else speaks for them")),
        ]
        picked = await self.app.push_screen_wait(
            PickDialog(t.text("How do they take part?"), items)
        )
        if picked is None:
            return
        channel: Channel = "proxy" if picked[0] == "proxy" else "paper"
        if self.debate.charter.contract == "secret":
            await self.act(c.EnrolParticipant(channel), t.text("They take part."))
            return

        async def say(name: str) -> bool:
            said = t.text("They take part. Enter types their ballot.")
            return await self.act(c.EnrolParticipant(channel, name), said) is not None

        field = field_view(t, t.text("Name"), NAME_LIMIT)
        form = Prompt(self.seat, self.desk, f"enrol/{channel}", title=t.text("Who takes part?"),
                      field=field, say=say)  # fmt: skip
        await self.write(form, c.EnrolParticipant(channel, SAMPLE))

    def action_draw_sides(self) -> None:
        """Give everybody a side by lot."""
        self._give_sides(draw_sides, self.t.text("Sides on which motion?"))

    def action_swap_sides(self) -> None:
        """Give everybody the other side."""
        self._give_sides(swap_sides, self.t.text("Sides on which motion?"))

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def _give_sides(
        self, give: Callable[[Seat, MotionId], int | Refusal], title: str
    ) -> None:
        motion = await self._pick_motion(title)
        if motion is None:
            return
        answer = await self.attempt(give, self.seat, motion)
        if isinstance(answer, Refusal):
            self.app.notify(refusal_text(answer, self.t), severity="warning", timeout=8)
        elif answer is not None:
            words = self.t.plural("{n} person has a side.", "{n} people have a side.", answer)
            self.app.notify(words)

    def action_back(self) -> None:
        """Go back to the console."""
        self.dismiss(None)


def _name(row: PersonRow) -> str:
    return row.id
