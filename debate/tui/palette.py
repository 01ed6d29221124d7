"""The command palette as it looks and speaks here; what it offers is in `debate.tui.commands`."""

from __future__ import annotations

from functools import partial

from rich.align import Align
from rich.text import Text
from textual.command import CommandList, CommandPalette
from textual.widgets.option_list import Option


class Palette(CommandPalette):
    """The palette with translated texts of its own."""

    def __init__(self, *, placeholder: str, no_match: str) -> None:
        """Take the two texts the palette says itself."""
        super().__init__(placeholder=placeholder, id="--command-palette")
        self._no_match = no_match

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say after a moment that nothing matches."""
        self._stop_no_matches_countdown()
        self._no_matches_timer = self.set_timer(
            self._NO_MATCHES_COUNTDOWN, partial(self._say_no_match, search_value)
        )

    def _say_no_match(self, search_value: str) -> None:
        """Show the line that nothing matches; with nothing searched for, show no list."""
        if search_value:
            line = Option(Align.center(Text(self._no_match)), disabled=True, id=self._NO_MATCHES)
            self.query_one(CommandList).add_option(line)
        self._list_visible = bool(search_value)
