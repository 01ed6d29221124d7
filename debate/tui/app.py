"""The shell of the program on a screen: language, colours, keys, palette and window size.

It knows no debate: the program's own app is a subclass that pushes the first screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ScreenStackError, SystemCommand
from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.dom import NoScreen
from textual.notifications import SeverityLevel
from textual.reactive import var
from textual.screen import Screen
from textual.worker import WorkerFailed

from debate.i18n.catalog import Language
from debate.tui.in_order import OrderlyApp
from debate.tui.keymap import BY_ID, bindings, remapped
from debate.tui.speaking import SpeakingApp
from debate.tui.themes import DARK, THEMES, variable_defaults
from debate.tui.too_small import TooSmall, is_too_small
from debate.tui.translated import TranslatedScreen

if TYPE_CHECKING:
    from debate.tui.commands import ActProvider

STYLES = Path(__file__).parent / "styles"
GROUND = ("tokens", "base")
"""The styles that every other file builds upon."""


UNMADE = (NoMatches, NoScreen, ScreenStackError)
"""The faults of whoever looks for what was not made, or is gone."""


def stylesheets(*screens: str) -> list[Path]:
    """Return the style files of some screens, or all there are: those that others build upon first.

    Args:
        screens: The names of their files, without the ending; none for all, by name.
    """
    names = screens or sorted({path.stem for path in STYLES.glob("*.tcss")} - {*GROUND, "stock"})
    ground = GROUND if screens else (*GROUND, "stock")
    return [STYLES / f"{name}.tcss" for name in (*ground, *names)]


def _acts() -> type[ActProvider]:
    """Return what offers the acts of a screen, read when the palette is first opened."""
    from debate.tui.commands import ActProvider

    return ActProvider


class DebateApp(OrderlyApp):
    """Subclass it and push a first screen in `on_mount`."""

    TITLE = "debate"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = {_acts}  # noqa: RUF012 (Textual declares the type)
    CSS_PATH: ClassVar[list[str | PurePath]] = [*stylesheets()]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares the type)
        (0, "-narrow"),
        (76, "-normal"),
        (120, "-wide"),
    ]
    """`-narrow` shows one column, `-normal` two, `-wide` two and a pane beside them."""
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-short"),
        (22, "-medium"),
        (36, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "app.palette", "app.language", "app.theme", "app.motion", "app.quit", "app.help"
    )

    reduced_motion: var[bool] = var(False, init=False)
    """Whether nothing moves by itself."""

    def __init__(
        self,
        *,
        language: Language = "en",
        theme: str = DARK.name,
        reduced_motion: bool = False,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare a session of the screen.

        Args:
            language: The language of every text.
            theme: The name of one of `debate.tui.themes.THEMES`.
            reduced_motion: Whether nothing moves by itself.
            keys: Binding id to keys, where they differ from `debate.tui.keymap`.
        """
        super().__init__()
        self.set_reactive(SpeakingApp.language, language)
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme if theme in self.available_themes else DARK.name
        self._goes_on_small = False
        self._remapping = remapped(keys or {})
        self.set_keymap(self._remapping.keymap)
        self.reduced_motion = reduced_motion

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen; a subclass has one with something on it."""
        return TranslatedScreen(id="_default")

    # Words ------------------------------------------------------------------------------------

    async def watch_language(self) -> None:
        """Say everything in the new language, on every screen that is open."""
        for screen in self.screen_stack:
            if isinstance(screen, TranslatedScreen):
                await screen.retranslate()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a toast; its text is never read as markup, as it may quote what people wrote."""
        del markup
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    # Leaving ----------------------------------------------------------------------------------

    def _handle_exception(self, error: Exception) -> None:
        """End with a fault, but not with that of a screen which is taken down half made.

        Once an app is left, Textual mounts screens and composes nothing on them any more.
        """
        cause = error.error if isinstance(error, WorkerFailed) else error
        if self.return_code is None or not isinstance(cause, UNMADE):
            super()._handle_exception(error)

    # Looks ------------------------------------------------------------------------------------

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the tokens, for themes that are not ours."""
        return variable_defaults()

    def refresh_css(self, animate: bool = True) -> None:
        """Colour everything anew; before there is a screen, only note the colours to begin with."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def watch_reduced_motion(self, reduced: bool) -> None:
        """Stop or allow animation."""
        self.animation_level = "none" if reduced else "full"

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the caret of a field from blinking when nothing is to move."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = not self.reduced_motion

    # Keys -------------------------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[object]) -> list[SystemCommand]:
        """Return none: the palette offers acts by way of `ActProvider`."""
        del screen
        return []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Do nothing by a key that is asked for."""
        screen = self.screen
        if isinstance(screen, TranslatedScreen) and screen.takes_every_key:
            return action == "simulate_key"
        return super().check_action(action, parameters)

    def action_command_palette(self) -> None:
        """Open the palette in the session's language."""
        from debate.tui.palette import Palette

        if not isinstance(self.screen, Palette):
            t = self.translator
            self.push_screen(
                Palette(placeholder=t.text("What do you want to do?"), no_match=t.text("No match"))
            )

    def action_next_language(self) -> None:
        """Go on to the next language."""
        place = self.LANGUAGES.index(self.language) + 1
        self.language = self.LANGUAGES[place % len(self.LANGUAGES)]

    def action_next_theme(self) -> None:
        """Go on to the next theme."""
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) + 1 if self.theme in names else 0
        self.theme = names[place % len(names)]

    def action_toggle_motion(self) -> None:
        """Switch animation off or on."""
        self.reduced_motion = not self.reduced_motion
        t = self.translator
        self.notify(t.text("Nothing moves now") if self.reduced_motion else t.text("Motion is on"))

    def action_help(self) -> None:
        """Show the keys of this screen; a subclass may open its own help."""
        self.action_command_palette()

    def on_mount(self) -> None:
        """Say what is wrong with the key settings, and see whether there is room."""
        t = self.translator
        if unknown := ", ".join(self._remapping.unknown):
            words = t.text("Your key settings name what is not there: {names}.", names=unknown)
            self.notify(words, severity="warning")
        if acts := ", ".join(t.text(BY_ID[name].label) for name in self._remapping.hidden):
            words = t.text(
                "Your key settings give these acts no key of their own: {acts}.", acts=acts
            )
            self.notify(words, severity="warning")
        self.call_after_refresh(self._check_room)

    # Window -----------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Ask for room when there is too little, and go on when there is enough."""
        self.call_after_refresh(self._check_room)

    def _check_room(self) -> None:
        """Show or take away the request for a larger window."""
        asking = isinstance(self.screen, TooSmall)
        if not is_too_small(self.size):
            self._goes_on_small = False
            if isinstance(self.screen, TooSmall):
                self.screen.dismiss()
        elif not asking and not self._goes_on_small:
            self._goes_on_small = True
            self.push_screen(TooSmall())
