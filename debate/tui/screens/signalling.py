"""Small signs to whoever leads: a raised hand, and being done with the phase."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.views.hands import hands_of
from debate.tui.screens.seated import SeatScreen


class SignalKeys(SeatScreen[None]):
    """Raise or lower one's hand, and say that one is done."""

    async def action_raise_hand(self) -> None:
        """Ask for the floor, or take that back."""
        t, person = self.t, self.seat.person
        hands = hands_of(self.debate.state, self.debate.people)
        mine = next((hand for hand in hands if person and hand.by == person.id), None)
        if mine is not None:
            await self.act(c.LowerHand(mine.id), t.text("Your hand is down."))
        else:
            said = t.text("Your hand is up. The same key takes it down.")
            await self.act(c.RaiseHand(), said)

    async def action_finish_step(self) -> None:
        """Say that one is done with this phase; the facilitator reads a count."""
        said = self.t.text("Noted: you are done with this phase.")
        await self.act(c.FinishStep(), said)
