"""What a person does to what was said: answer, see as one or apart, judge, settle, ask and remark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from debate.domain import commands as c
from debate.domain.argument import NOTE_LIMIT, PROSE_LIMIT, Target
from debate.domain.ids import ArgumentId, FactId
from debate.service.seat import SAMPLE
from debate.service.sight import sight_of
from debate.tui.dialogs.pick import Pickable, PickDialog
from debate.tui.dialogs.prompt import Prompt
from debate.tui.present.fields import field_view
from debate.tui.present.views import FieldView
from debate.tui.screens.seated import SeatScreen

if TYPE_CHECKING:
    from debate.tui.dialogs.drafting import Say
    from debate.tui.present.talk import TalkRow


class ReplyingKeys(SeatScreen[None]):
    """The acts on the talk; the screen says which section and which row."""

    @property
    def chosen(self) -> TalkRow | None:
        """What the cursor is on."""
        raise NotImplementedError

    def see(self, name: str) -> None:
        """Put the cursor on what was just said."""
        raise NotImplementedError

    # Replying ---------------------------------------------------------------------------------

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_reply(self) -> None:
        """Answer, accept, judge or settle what the cursor is on."""
        row = self.chosen
        if row is None:
            return
        replies = {
            "question": self._answer,
            "merge": self._judge_merge,
            "restatement": self._judge_restatement,
            "flag": self._settle,
            "hidden": self._show_again,
        }
        if reply := replies.get(row.sort):
            await reply(row)

    async def _answer(self, row: TalkRow) -> None:
        t = self.t

        async def say(text: str) -> bool:
            return (
                await self.act(c.AnswerQuestion(FactId(row.id), text), t.text("Answered."))
                is not None
            )

        form = self._form(
            f"answer/{row.id}", row.text, field_view(t, t.text("Answer"), PROSE_LIMIT), say
        )
        await self.write(form, c.AnswerQuestion(FactId(row.id), SAMPLE))

    async def _judge_merge(self, row: TalkRow) -> None:
        t, merge = self.t, FactId(row.id)
        if not self.may(c.AcceptMerge(merge), c.DeclineMerge(merge)):
            return
        items = [
            Pickable("one", t.text("I see them as one")),
            Pickable("apart", t.text("I see them apart")),
        ]
        picked = await self._pick(t.text("Do they say the same?"), items)
        if picked == "one":
            said = t.text("You see them as one; your weights stay with both.")
            await self.act(c.AcceptMerge(merge), said)
        elif picked:
            await self.act(c.DeclineMerge(merge), t.text("You see them apart."))

    async def _judge_restatement(self, row: TalkRow) -> None:
        t = self.t
        if not self.may(c.JudgeRestatement(FactId(row.id), is_fair=True)):
            return
        items = [
            Pickable("fair", t.text("Fair: it is what I mean")),
            Pickable("unfair", t.text("Not fair: I mean something else")),
        ]
        picked = await self._pick(t.text("Is this what you mean?"), items)
        if picked:
            command = c.JudgeRestatement(FactId(row.id), is_fair=picked == "fair")
            await self.act(command, t.text("Judged."))

    # Asking and remarking ---------------------------------------------------------------------

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def ask(self) -> None:
        """Ask what something means."""
        t, motion = self.t, self.debate.charter.motion_ids[0]
        if not self.may(c.AskQuestion(motion, SAMPLE)):
            return
        about = await self._pick_about(t.text("What is the question about?"))
        if about is None:
            return

        async def say(text: str) -> bool:
            said = t.text("Asked. Anybody can answer it.")
            return await self._say(c.AskQuestion(about, text), said)

        field = field_view(t, t.text("Question"), PROSE_LIMIT)
        form = self._form(f"ask/{about}", t.text("Ask what is meant"), field, say)
        await self.write(form, c.AskQuestion(about, SAMPLE))

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def remark(self) -> None:
        """Make a remark, or say what would change one's mind."""
        t, motion = self.t, self.debate.charter.motion_ids[0]
        if not self.may(c.MakeRemark(motion, SAMPLE)):
            return
        sorts = [
            Pickable("remark", t.text("A remark")),
            Pickable("crux", t.text("A crux: I would change my mind if…")),
        ]
        sort = await self._pick(t.text("What do you want to say?"), sorts)
        about = await self._pick_about(t.text("What is it about?")) if sort else None
        if sort is None or about is None:
            return

        async def say(text: str) -> bool:
            command = c.MakeRemark(about, text, is_crux=sort == "crux")
            return await self._say(command, t.text("Saved."))

        title = t.text("I would change my mind if…") if sort == "crux" else t.text("A remark")
        field = field_view(t, t.text("Text"), PROSE_LIMIT)
        form = self._form(f"{sort}/{about}", title, field, say)
        await self.write(form, c.MakeRemark(about, SAMPLE))

    async def _say(self, command: c.AskQuestion | c.MakeRemark, said: str) -> bool:
        receipt = await self.act(command, said)
        if receipt is None:
            return False
        self.show_debate()
        self.see(receipt.first)
        return True

    # Moderating -------------------------------------------------------------------------------

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_hide_argument(self) -> None:
        """Hide the flagged argument with a reason, or show the hidden one again."""
        row = self.chosen
        if row is not None and row.sort == "flag":
            await self._hide(row)
        elif row is not None and row.sort == "hidden":
            await self._show_again(row)

    async def _settle(self, row: TalkRow) -> None:
        """Answer a flag: with a note, or by hiding the argument."""
        t = self.t
        if not self.seat.is_facilitator:
            self.app.notify(t.text("The facilitator will look at it."))
            return
        items = [
            Pickable("note", t.text("Settle it with a note")),
            Pickable("hide", t.text("Hide the argument, with a reason that is kept")),
        ]
        picked = await self._pick(row.text, items)
        if picked == "hide":
            await self._hide(row)
        elif picked:
            await self._note(row)

    async def _note(self, row: TalkRow) -> None:
        """Settle a flag with a note."""
        argument, t = self._flagged(row), self.t
        if argument is None:
            return

        async def say(note: str) -> bool:
            return await self._resolve(row, note)

        field = field_view(t, t.text("Note"), NOTE_LIMIT)
        form = self._form(f"settle/{row.id}", row.text, field, say)
        await self.write(form, c.ResolveFlag(argument, FactId(row.id), SAMPLE))

    async def _resolve(self, row: TalkRow, note: str) -> bool:
        argument = self._flagged(row)
        if argument is None:
            return True
        command = c.ResolveFlag(argument, FactId(row.id), note)
        return await self.act(command, self.t.text("Settled; the note is kept.")) is not None

    async def _hide(self, row: TalkRow) -> None:
        """Hide a flagged argument; its flag is settled by the same reason."""
        argument, t = self._flagged(row), self.t
        if argument is None:
            return

        async def say(reason: str) -> bool:
            hidden = await self.act(c.HideArgument(argument, reason))
            return hidden is not None and await self._resolve(row, reason)

        field = field_view(t, t.text("Reason"), NOTE_LIMIT, t.text("Everybody can read it"))
        form = self._form(f"hide/{argument}", t.text("Why is it hidden?"), field, say)
        await self.write(form, c.HideArgument(argument, SAMPLE))

    async def _show_again(self, row: TalkRow) -> None:
        if self.seat.is_facilitator:
            await self.act(c.ShowArgument(ArgumentId(row.id)), self.t.text("Shown again."))
        else:
            self.app.notify(self.t.text("Only the facilitator can show it again."))

    def _flagged(self, row: TalkRow) -> ArgumentId | None:
        """Return the argument that a flag is on."""
        arguments = self.debate.floor.arguments.values()
        return next((a.id for a in arguments if any(flag.id == row.id for flag in a.flags)), None)

    # Dialogs ----------------------------------------------------------------------------------

    async def _pick(self, title: str, items: list[Pickable]) -> str | None:
        picked = await self.app.push_screen_wait(PickDialog(title, items))
        return picked[0] if picked else None

    async def _pick_about(self, title: str) -> Target | None:
        """Ask for a motion or an argument that this person may read."""
        language, sight = self.t.language, sight_of(self.seat)
        motions = [Pickable(m.id, m.short.within(language)) for m in self.debate.charter.motions]
        arguments = [
            Pickable(argument.id, f"  {argument.claim.within(language)}")
            for argument in self.debate.floor.arguments.values()
            if argument.is_standing and sight.sees(argument)
        ]
        picked = await self._pick(title, [*motions, *arguments])
        return ArgumentId(picked) if picked else None

    def _form(self, place: str, title: str, field: FieldView, say: Say[str]) -> Prompt:
        return Prompt(self.seat, self.desk, place, title=title, field=field, say=say)
