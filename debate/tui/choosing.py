"""Keeps what a person chooses on a screen: language, colours, and whether things move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.tui.app import DebateApp

if TYPE_CHECKING:
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk

LANGUAGE, THEME, MOTION, KEYS = "language", "theme", "reduced-motion", "keys"
"""The names of the settings the screen keeps."""


class ChoosingApp(DebateApp):
    """An app whose person has a place where choices are kept; subclass it."""

    workspace: Workspace | None
    desk: Desk

    async def watch_language(self) -> None:
        """Say everything in the new language, and keep the choice."""
        await super().watch_language()
        await self._choose(LANGUAGE, self.language)

    async def watch_theme(self) -> None:
        """Keep the choice of colours."""
        await self._choose(THEME, self.theme)

    def watch_reduced_motion(self, reduced: bool) -> None:
        """Stop or allow animation, and keep the choice."""
        super().watch_reduced_motion(reduced)
        if self.is_running:
            self.call_next(self._choose, MOTION, reduced)

    async def _choose(self, name: str, value: object) -> None:
        """Keep a choice once the app runs; a disk that refuses is no reason to stop."""
        from debate.errors import DebateError
        from debate.i18n.messages import failure_text

        if not self.is_running or self.workspace is None:
            return
        try:
            await self.desk.run(self.workspace.choose, name, value)
        except DebateError as error:
            self.notify(failure_text(error, self.translator), severity="warning")
