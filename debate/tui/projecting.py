"""The program as a projector alone: one debate on the whole screen, until it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from debate.tui.program import Program
from debate.tui.screens.projector import ProjectorScreen

if TYPE_CHECKING:
    from debate.domain.motion import Language
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace


class ProjectorProgram(Program):
    """Opens the view for a projector in the place of the lobby."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        language: Language,
        seat: Seat,
        join: str = "",
        code: str = "",
    ) -> None:
        """Prepare the view.

        Args:
            workspace: The person's data folder; the caller closes it afterwards.
            language: The language to begin in.
            seat: The debate.
            join: What people type to join.
            code: What a camera reads to join.
        """
        super().__init__(workspace, language=language)
        self._seat = seat
        self._invitation = (join, code)

    def get_default_screen(self) -> Screen[None]:
        """Return an empty screen, upon which the view stands."""
        return Screen()

    def on_mount(self) -> None:
        """Show the debate; leaving the view leaves the program."""
        screen = ProjectorScreen(self._seat, self.desk, self.workspace, *self._invitation)
        self.push_screen(screen, callback=lambda _: self.exit())
