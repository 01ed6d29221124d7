"""What a person does to arguments on the floor: say, answer, change, weigh, adopt, ask, hide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import events, work

from debate.domain import commands as c
from debate.domain.argument import NOTE_LIMIT, PROSE_LIMIT, Relation, Target
from debate.domain.ids import ArgumentId, MotionId
from debate.i18n.numbers import format_number
from debate.service.insights import tip_words
from debate.service.seat import SAMPLE
from debate.service.sight import sight_of
from debate.tui.dialogs.argument_form import ArgumentForm, Prefilled, WrittenArgument
from debate.tui.dialogs.pick import Pickable, PickDialog
from debate.tui.dialogs.prompt import Prompt
from debate.tui.dialogs.weigh import WeighDialog
from debate.tui.present.fields import field_view
from debate.tui.present.weighing import supposed, weight_view
from debate.tui.screens.seated import SeatScreen
from debate.tui.widgets.argument_list import ArgumentList

if TYPE_CHECKING:
    from debate.domain.runsheet import Act
    from debate.domain.views.floor import Argument


class ArguingKeys(SeatScreen[None]):
    """The acts on arguments; the floor says which motion and which argument."""

    ACTS: ClassVar[Mapping[str, Act]] = {
        "add_argument": "argue", "rebut": "rebut", "undercut": "undercut", "weigh": "weigh",
        "adopt": "adopt", "revise": "revise", "withdraw": "revise", "ask": "ask", "flag": "flag",
        "same": "merge",
    }  # fmt: skip
    motion: MotionId

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to hide only to those who lead."""
        if action == "hide_argument":
            return self.seat.is_facilitator
        return super().check_action(action, parameters)

    @property
    def chosen(self) -> ArgumentId | None:
        """The argument under the cursor."""
        raise NotImplementedError

    def _argument(self) -> Argument | None:
        """Return the argument under the cursor, or say that there is none."""
        name = self.chosen
        if name is None:
            self.app.notify(self.t.text("Choose an argument first."), severity="warning")
            return None
        return self.debate.floor.arguments[name]

    def _can_see(self, name: ArgumentId) -> None:
        """Put the cursor on what was just said."""
        self.query_one("#arguments", ArgumentList).move_to(name)

    # Saying -----------------------------------------------------------------------------------

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_add_argument(self) -> None:
        """Add an argument for or against the motion."""
        t = self.t

        async def say(written: WrittenArgument) -> bool:
            relation: Relation = "attacks" if written.side == "against" else "supports"
            return await self._add(relation, self.motion, written)

        side = self.query_one("#arguments", ArgumentList).side
        place = f"argue/{self.motion}"
        title = t.text("An argument for or against")
        form = ArgumentForm(
            self.seat, self.desk, place, title=title, say=say, prefilled=Prefilled(side=side)
        )
        await self.write(form, c.AddArgument("supports", self.motion, SAMPLE))

    def action_rebut(self) -> None:
        """Answer the argument: it is not true."""
        self._reply("attacks", self.t.text("Not true, because…"))

    def action_undercut(self) -> None:
        """Answer the argument: it is not relevant here."""
        self._reply("undercuts", self.t.text("True or not, it is not relevant, because…"))

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def _reply(self, relation: Relation, title: str) -> None:
        target = self._argument()
        if target is None:
            return

        async def say(written: WrittenArgument) -> bool:
            return await self._add(relation, target.id, written)

        place = f"{relation}/{target.id}"
        claim = target.claim.within(self.t.language)
        form = ArgumentForm(self.seat, self.desk, place, title=title, say=say, about=claim)
        await self.write(form, c.AddArgument(relation, target.id, SAMPLE))

    async def _add(self, relation: Relation, target: Target, written: WrittenArgument) -> bool:
        t, may_weigh = self.t, self.seat.barred("weigh") is None
        receipt = await self.act(
            c.AddArgument(relation, target, written.claim, written.grounds, written.sources),
            t.text("Saved. Weigh it with w; others can answer it.")
            if may_weigh
            else t.text("Saved."),
        )
        if receipt is None:
            return False
        self.show_debate()
        self._can_see(ArgumentId(receipt.first))
        return True

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_revise(self) -> None:
        """Change the words of one's own argument."""
        argument = self._argument()
        if argument is None:
            return
        t = self.t
        source = argument.sources[0] if argument.sources else None
        start = Prefilled(
            argument.claim.within(t.language),
            argument.grounds.within(t.language),
            f"{source.cite} {source.url or ''}".strip() if source else "",
        )

        async def say(written: WrittenArgument) -> bool:
            sources = (*written.sources, *argument.sources[1:])
            command = c.ReviseArgument(argument.id, written.claim, written.grounds, sources)
            said = t.text("Saved. Weights and replies stay with it.")
            return await self.act(command, said) is not None

        form = ArgumentForm(
            self.seat, self.desk, f"revise/{argument.id}",
            title=t.text("Your argument in other words"), say=say, prefilled=start,
        )  # fmt: skip
        await self.write(form, c.ReviseArgument(argument.id, SAMPLE))

    async def action_withdraw(self) -> None:
        """Withdraw one's own argument, or stand by it again."""
        argument = self._argument()
        if argument is None:
            return
        if argument.is_withdrawn:
            await self.act(c.ReinstateArgument(argument.id), self.t.text("It stands again."))
        else:
            said = self.t.text("Withdrawn; its replies stay. The same key takes this back.")
            await self.act(c.WithdrawArgument(argument.id), said)

    async def action_adopt(self) -> None:
        """Make the argument one's own too, or no longer."""
        argument, person = self._argument(), self.seat.person
        if argument is None:
            return
        if person and person.id in argument.adopters:
            said = self.t.text("It is no longer yours.")
            await self.act(c.DisownArgument(argument.id), said)
        else:
            await self.act(c.AdoptArgument(argument.id), self.t.text("It is yours too."))

    # Weighing ---------------------------------------------------------------------------------

    async def on_key(self, event: events.Key) -> None:
        """Take a digit as a weight at once, under the scheme of 0 to 10."""
        digit = event.character or ""
        if digit not in "0123456789" or not digit or self.debate.charter.scheme != "scale":
            return
        event.stop()
        argument = self._argument()
        if argument is not None:
            await self._set_weight(argument, int(digit))

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_weigh(self) -> None:
        """Ask how much the argument weighs, and show what that would do."""
        argument, person = self._argument(), self.seat.person
        if argument is None:
            return
        if not self.may(c.SetWeight(argument.id, 0), c.ClearWeight(argument.id)):
            return
        value = argument.given(person.id) if person else None
        dialog = WeighDialog(
            argument.claim.within(self.t.language),
            weight_view(self.seat, self.motion, value, self.t),
            value,
            lambda weight: supposed(self.seat, self.motion, argument, weight, self.t),
            tip=tip_words(self.seat, self.motion, self.t),
        )
        answer = await self.app.push_screen_wait(dialog)
        if answer is None:
            return
        if answer[0] is None:
            await self.act(c.ClearWeight(argument.id), self.t.text("Not weighed any more."))
        else:
            await self._set_weight(argument, answer[0])

    async def _set_weight(self, argument: Argument, value: int) -> None:
        before = self.seat.session.scales.strength(self.motion) or 0.0
        is_shown = sight_of(self.seat).sees_totals
        said = "" if is_shown else self.t.text("Weighed {value}.", value=value)
        if await self.act(c.SetWeight(argument.id, value), said) is None or not is_shown:
            return
        after = self.seat.session.scales.strength(self.motion) or 0.0
        self.app.notify(
            self.t.text(
                "Weighed {value}. The motion went from {before} to {after}.",
                value=value,
                before=format_number(before, self.t.language),
                after=format_number(after, self.t.language),
            )
        )

    # Asking and moderating --------------------------------------------------------------------

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_ask(self) -> None:
        """Ask what the author means; without an argument, what the motion means."""
        t, about = self.t, self.chosen or self.motion
        field = field_view(
            t, t.text("Question"), PROSE_LIMIT, t.text("What do you want to understand?")
        )

        async def say(text: str) -> bool:
            said = t.text("Asked. Anybody can answer it.")
            return await self.act(c.AskQuestion(about, text), said) is not None

        form = Prompt(self.seat, self.desk, f"ask/{about}", title=t.text("Ask what is meant"),
                      field=field, say=say)  # fmt: skip
        await self.write(form, c.AskQuestion(about, SAMPLE))

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_flag(self) -> None:
        """Ask the facilitator to look at the argument."""
        argument = self._argument()
        if argument is None:
            return
        t = self.t
        field = field_view(t, t.text("Reason"), NOTE_LIMIT, t.text("The facilitator reads this"))

        async def say(text: str) -> bool:
            said = t.text("The facilitator will see it.")
            return await self.act(c.FlagArgument(argument.id, text), said) is not None

        form = Prompt(self.seat, self.desk, f"flag/{argument.id}",
                      title=t.text("What should the facilitator look at?"), field=field, say=say)  # fmt: skip
        await self.write(form, c.FlagArgument(argument.id, SAMPLE))

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_hide_argument(self) -> None:
        """Hide the argument with a reason, or show it again; a facilitator's act."""
        argument = self._argument()
        if argument is None:
            return
        t = self.t
        if argument.hidden_for is not None:
            await self.act(c.ShowArgument(argument.id), t.text("Shown again."))
            return
        field = field_view(t, t.text("Reason"), NOTE_LIMIT, t.text("Everybody can read it"))

        async def say(text: str) -> bool:
            said = t.text("Hidden; the reason is kept.")
            return await self.act(c.HideArgument(argument.id, text), said) is not None

        form = Prompt(self.seat, self.desk, f"hide/{argument.id}",
                      title=t.text("Why hide this argument?"), field=field, say=say)  # fmt: skip
        await self.write(form, c.HideArgument(argument.id, SAMPLE))

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_same(self) -> None:
        """Propose that another argument in the same place says the same as this one."""
        argument = self._argument()
        if argument is None:
            return
        t, floor, sight = self.t, self.debate.floor, sight_of(self.seat)
        beside = [floor.arguments[name] for name in floor.replies.get(argument.target, ())]
        others = [
            Pickable(each.id, each.claim.within(t.language))
            for each in beside
            if each.id != argument.id and each.relation == argument.relation
            if each.hidden_for is None and sight.sees(each)
        ]
        alike = [argument.id, *(ArgumentId(each.id) for each in others[:1])]
        if others and not self.may(c.ProposeMerge(tuple(alike), argument.id)):
            return
        picked = await self.app.push_screen_wait(
            PickDialog(t.text("Which arguments say the same?"), others, is_many=True,
                       empty=t.text("There is no other argument in the same place."))
        )  # fmt: skip
        if picked:
            names = (argument.id, *(ArgumentId(name) for name in picked))
            said = t.text("Proposed; it holds for those who accept it.")
            await self.act(c.ProposeMerge(names, argument.id), said)
