"""The program on a screen: one person, their data folder, and the first screen they see."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from debate.i18n.catalog import Language
from debate.tui.app import stylesheets
from debate.tui.choosing import KEYS, MOTION, THEME, ChoosingApp
from debate.tui.desk import Desk
from debate.tui.keymap import bindings
from debate.tui.mailing import MailingApp
from debate.tui.screens.lobby import LobbyScreen
from debate.tui.themes import DARK
from debate.tui.translated import TranslatedScreen

if TYPE_CHECKING:
    from debate.service.workspace import Workspace


class Program(MailingApp, ChoosingApp):
    """Opens the lobby, and keeps what a person chooses."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [*stylesheets("lobby")]
    """The styles of the first screen; the others are read once it is painted."""
    BINDINGS: ClassVar[list[BindingType]] = bindings("app.settings", "app.help-anywhere")

    workspace: Workspace

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

    async def on_unmount(self) -> None:
        """Finish what was begun, without holding up others who share the loop."""
        await asyncio.to_thread(self.desk.close)

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
