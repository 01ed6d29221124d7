"""The acts with which a facilitator holds a debate up: freeze it, end it, or go on with it."""

from __future__ import annotations

from textual import work

from debate.domain import commands as c
from debate.domain.argument import NOTE_LIMIT
from debate.service.seat import SAMPLE
from debate.tui.dialogs.prompt import Prompt
from debate.tui.present.fields import field_view
from debate.tui.screens.phases import PhaseKeys

HOLDING = frozenset({"freeze", "close_debate"})
"""The actions that only a facilitator is offered."""


class HoldingKeys(PhaseKeys):
    """Freeze and close, with the same keys to take them back."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to hold and end the debate only to those who lead it."""
        if action in HOLDING:
            return self.seat.is_facilitator
        return super().check_action(action, parameters)

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_freeze(self) -> None:
        """Let nobody but facilitators act, with a reason, or let people act again."""
        t = self.t
        if self.debate.schedule.is_frozen:
            await self.act(c.ThawSession(), t.text("People can act again."))
            return

        async def say(reason: str) -> bool:
            return await self.act(c.FreezeSession(reason), t.text("Frozen.")) is not None

        field = field_view(t, t.text("Why"), NOTE_LIMIT, t.text("Everybody can read this."))
        form = Prompt(self.seat, self.desk, "freeze", title=t.text("Let nobody but facilitators act for now"),
                      field=field, say=say)  # fmt: skip
        await self.write(form, c.FreezeSession(SAMPLE))

    async def action_close_debate(self) -> None:
        """End the debate, or go on with it."""
        if self.debate.schedule.is_closed:
            await self.act(c.ReopenSession(), self.t.text("The debate is open again."))
        else:
            said = self.t.text("The debate is closed. The same key opens it again.")
            await self.act(c.CloseSession(), said)
