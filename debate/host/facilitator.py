"""The facilitator's own screen in the process of the host: the whole program, at one debate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.host.hosted import Hosted
from debate.tui.program import Program
from debate.tui.screens.console import ConsoleScreen
from debate.tui.screens.floor import FloorScreen

if TYPE_CHECKING:
    from debate.domain.motion import Language
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace


DOOR_SECONDS = 20.0
"""How long the way in stands on the screen at the start; `V` shows it to the room."""


class HostProgram(Hosted, Program):
    """`debate` as ever, with the debate that is served in front of the lobby."""

    def __init__(self, workspace: Workspace, seat: Seat, *, language: Language) -> None:
        """Prepare.

        Args:
            workspace: The host's data folder.
            seat: The host's own seat in the debate that is served.
            language: The language to begin in.
        """
        super().__init__(workspace, language=language)
        self._served = seat

    def on_mount(self) -> None:
        """Go to the debate once the lobby is there."""
        self.call_after_refresh(self._go_in)

    def _go_in(self) -> None:
        """Put the console in front, with the floor below it."""
        self.push_screen(FloorScreen(self._served, self.desk, self.workspace))
        self.push_screen(ConsoleScreen(self._served, self.desk, self.workspace))
        plate = self.workspace.door(self._served.session.id)
        if plate is not None:
            self.notify(f"{plate.join_line}  ·  {plate.code}", timeout=DOOR_SECONDS)
