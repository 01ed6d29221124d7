"""Revealing ballots: asked first, as nobody can take it back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import work

from debate.domain.commands import RevealBallots
from debate.domain.refusal import Refusal
from debate.service.revealing import reveal, unrevealed
from debate.tui.dialogs.pick import Pickable, PickDialog
from debate.tui.present.revealing import reveal_words
from debate.tui.screens.seated import SeatScreen

if TYPE_CHECKING:
    from debate.domain.views.polls import Poll
    from debate.service.seat import Seat


class RevealKeys(SeatScreen[None]):
    """The reveal, on whichever screen; a screen of one motion narrows `waiting_polls`."""

    def seats(self) -> Iterable[Seat]:
        """Return the seats of this keyboard, whose ballots a reveal opens."""
        return (self.seat,)

    def waiting_polls(self) -> tuple[Poll, ...]:
        """Return the ballots that a reveal from here ends."""
        return unrevealed(self.debate)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to reveal to who leads, while sealed ballots wait."""
        if action == "reveal_all":
            return self.seat.is_facilitator and bool(self.waiting_polls())
        return super().check_action(action, parameters)

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_reveal_all(self) -> None:
        """End the ballots that people cast, once it is sure, and open those of this keyboard."""
        t, polls = self.t, self.waiting_polls()
        if not polls or not self.may(*(RevealBallots(*poll.key) for poll in polls)):
            return
        items = [
            Pickable("wait", t.text("Not yet: let them stay sealed")),
            Pickable("reveal", t.text("Reveal them now")),
        ]
        picked = await self.app.push_screen_wait(
            PickDialog(
                t.plural("Reveal this ballot?", "Reveal these {n} ballots?", len(polls)),
                items,
                words=reveal_words(self.debate, polls, t),
            )
        )
        if picked == ("reveal",):
            await self.reveal()

    async def reveal(self) -> None:
        """Reveal what waits, and say so."""
        answer = await self.attempt(reveal, self.seats(), self.seat, self.waiting_polls())
        if isinstance(answer, Refusal):
            self.say_refused(answer)
        elif answer is not None:
            self.show_debate()
            self.app.notify(
                self.t.text(
                    "Revealed. Press b on the floor to read what moved, and whom. Everybody can "
                    "check their own ballot with #."
                )
            )
