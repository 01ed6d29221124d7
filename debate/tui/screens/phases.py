"""The acts with which a facilitator leads a debate from phase to phase, on whichever screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from debate.domain import commands as c
from debate.domain.ids import PhaseId
from debate.service.wiring import wall_clock
from debate.tui.present.status import now_words, phase_words, status_view
from debate.tui.screens.seated import SeatScreen
from debate.tui.widgets.status_line import StatusLine

TICK = 1.0
"""Seconds between two looks at the clock of the phase."""
EXTENSION = 1
"""Minutes that one key gives; the key can be pressed again."""
LEADING: Mapping[str, Sequence[c.Command]] = {
    "next_phase": (c.NextPhase(),),
    "extend_phase": (c.ExtendPhase(EXTENSION),),
    "pause_phase": (c.PausePhase(), c.ResumePhase()),
    "undo_phase": (c.UndoPhase(),),
}
"""The actions that only a facilitator is offered, and what each may ask for."""


class PhaseKeys(SeatScreen[None]):
    """Next, extend, pause and undo; keeps the clock of a `StatusLine` called `status` going."""

    def on_mount(self) -> None:
        """Follow the clock."""
        self.set_interval(TICK, self.show_clock)

    def show_clock(self) -> None:
        """Show the time on the status line, in front and behind a dialog."""
        has_clock = self.debate.schedule.now.minutes is not None
        if self.is_retranslating or not has_clock or not self.is_in_view:
            return
        for line in self.query("#status").results(StatusLine):
            line.view = status_view(self.seat, self.t)._replace(left=line.view.left)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to lead only to those who do."""
        if action in LEADING:
            return self.seat.is_facilitator
        return super().check_action(action, parameters)

    def refusable(self) -> Iterable[str]:
        """Return the acts of leading too."""
        return (*super().refusable(), *LEADING)

    def is_refused(self, action: str) -> bool:
        """Tell of acts of leading as well: no phase follows the last one."""
        if action not in LEADING:
            return super().is_refused(action)
        return all(self.seat.refusal(command) is not None for command in LEADING[action])

    def announce(self, words: str) -> None:
        """Say what was done about the phase; a screen that shows it anyway says nothing."""
        self.app.notify(words)

    async def action_next_phase(self) -> None:
        """Begin the next phase."""
        await self._move(c.NextPhase())

    async def action_undo_phase(self) -> None:
        """Go back to the phase before."""
        await self._move(c.UndoPhase())

    async def move_to(self, phase: PhaseId) -> None:
        """Go to any phase of the run-sheet."""
        await self._move(c.MovePhase(phase))

    async def _move(self, command: c.NextPhase | c.UndoPhase | c.MovePhase) -> None:
        if await self.act(command) is not None:
            self.announce(now_words(self.seat, self.t))

    async def action_extend_phase(self) -> None:
        """Give this phase one more minute."""
        if await self.act(c.ExtendPhase(EXTENSION)) is not None:
            words = phase_words(self.debate.schedule, self.t, wall_clock())
            self.announce(self.t.text("One minute more: {phase}.", phase=words))

    async def action_pause_phase(self) -> None:
        """Stop the clock, or let it run on."""
        if self.debate.schedule.now.is_paused:
            if await self.act(c.ResumePhase()) is not None:
                self.announce(self.t.text("The clock runs."))
        elif await self.act(c.PausePhase()) is not None:
            self.announce(self.t.text("The clock stands still."))

    def action_run_sheet(self) -> None:
        """See the phases."""
        from debate.tui.screens.runsheet import RunSheetScreen

        self.app.push_screen(RunSheetScreen(self.seat, self.desk))
