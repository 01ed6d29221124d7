"""What stands on the screen when the window is too small to show anything honestly."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.widgets import Static

from debate.tui.keymap import bind
from debate.tui.translated import TranslatedDialog

SMALLEST = Size(60, 18)
"""The smallest window every screen is designed for."""


def is_too_small(size: Size) -> bool:
    """Say whether a window of `size` cannot show the screens."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


class TooSmall(TranslatedDialog[None]):
    """Asks for a larger window; keys do nothing unseen, and Enter goes on all the same."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("list.open", action="go_on")]

    def compose(self) -> ComposeResult:
        """Show what there is, what is needed, and what became of the work."""
        yield Static(self._words(), id="too-small", markup=False)

    def on_resize(self) -> None:
        """Show the size as it is."""
        self.query_one("#too-small", Static).update(self._words())

    def action_go_on(self) -> None:
        """Show the screen below, cut off as it may be."""
        self.dismiss()

    def _words(self) -> str:
        """Return the message in few words, as there is little room."""
        return self.t.text(
            "This window is {width}×{height}; {needed_width}×{needed_height} is needed.\n"
            "Everything is kept. Make it larger, or press Enter to go on.",
            width=self.app.size.width,
            height=self.app.size.height,
            needed_width=SMALLEST.width,
            needed_height=SMALLEST.height,
        )
