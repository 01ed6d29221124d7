"""The program on a screen: one person, their data folder, and the first screen they see."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from debate.i18n.catalog import Language
from debate.tui.app import stylesheets
from debate.tui.desk import Desk
from debate.tui.keymap import bindings
from debate.tui.mailing import MailingApp
from debate.tui.screens.lobby import LobbyScreen
from debate.tui.themes import DARK
from debate.tui.translated import TranslatedScreen

if TYPE_CHECKING:
    from debate.service.workspace import Workspace

LANGUAGE, THEME, MOTION, KEYS = "language", "theme", "reduced-motion", "keys"
"""The names of the settings the screen keeps."""


class Program(MailingApp):
    """Opens the lobby, and keeps what a person chooses."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [*stylesheets("lobby")]
    """The styles of the first screen; the others are read once it is painted."""
    BINDINGS: ClassVar[list[BindingType]] = bindings("app.settings", "app.help-anywhere")

    def __init__(self, workspace: Workspace, *, language: Language) -> None:
        """Prepare the program.

        Args:
            workspace: The person's data folder; the caller closes it afterwards.
            language: The language to begin in.
        """
        keys = workspace.choice(KEYS, {})
        super().__init__(
            language=language,
            theme=str(workspace.choice(THEME, DARK.name)),
            reduced_motion=bool(workspace.choice(MOTION, default=False)),
            keys=keys if isinstance(keys, Mapping) else {},
        )
        self.workspace = workspace
        self.desk = Desk()

    def get_default_screen(self) -> Screen[None]:
        """Return the lobby."""
        return LobbyScreen(self.workspace, self.desk)

    def on_mount(self) -> None:
        """Make ready for the other screens once the first one is painted."""
        self.call_after_refresh(self._after_first_paint)

    def _after_first_paint(self) -> None:
        """Read the styles of the other screens, and let the garbage collector work again."""
        self.stylesheet.read_all([path for path in stylesheets() if path not in self.css_path])
        self.stylesheet.parse()
        self.stylesheet.update(self)
        gc.enable()

    def on_unmount(self) -> None:
        """Finish what was begun."""
        self.desk.close()

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

    def action_settings(self) -> None:
        """Choose language, colours, motion, name and keys."""
        from debate.tui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(self.workspace, self.desk))

    def action_help(self) -> None:
        """Explain the screen in front; the same key closes the explanation."""
        from debate.tui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss(None)
        elif isinstance(self.screen, TranslatedScreen):
            keys = self.workspace.choice(KEYS, {})
            chosen = keys if isinstance(keys, Mapping) else {}
            self.push_screen(HelpScreen.about(self.screen, chosen))

    async def _choose(self, name: str, value: object) -> None:
        """Keep a setting once the program runs; a disk that refuses is no reason to stop."""
        from debate.errors import StoreError
        from debate.i18n.messages import failure_text

        if not self.is_running:
            return
        try:
            await self.desk.run(self.workspace.choose, name, value)
        except StoreError as error:
            self.notify(failure_text(error, self.translator), severity="warning")
