"""The command palette: every key action of the screen by its name, in the session's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from rich.align import Align
from rich.text import Text
from textual.binding import ActiveBinding
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType
from textual.widgets.option_list import Option

from debate.tui.keymap import ORDER
from debate.tui.translated import TranslatedScreen

_NOT_OFFERED = ("list.", "side.", "slider.", "choice.", "app.palette")


@dataclass(frozen=True, slots=True)
class Act:
    """One act the palette offers."""

    title: str
    help: str
    keys: str
    active: ActiveBinding


class ActProvider(Provider):
    """Offers the acts that the active screen's keys stand for, in the order of the key map."""

    def acts(self) -> Iterator[Act]:
        """Yield each enabled act once."""
        seen: set[str] = set()
        screen = self.screen
        keys = (
            screen.offered_bindings()
            if isinstance(screen, TranslatedScreen)
            else screen.active_bindings
        )
        found = sorted(
            keys.values(),
            key=lambda active: ORDER.get(active.binding.id or "", len(ORDER)),
        )
        for active in found:
            binding = active.binding
            if not active.enabled or not binding.description or binding.action in seen:
                continue
            identifier = binding.id or ""
            if identifier not in ORDER or identifier.startswith(_NOT_OFFERED):
                continue
            seen.add(binding.action)
            display = self.app.get_key_display(binding)
            help_text = active.tooltip or binding.description
            yield Act(help_text, binding.description, display, active)

    async def discover(self) -> Hits:
        """Yield every act."""
        for act in self.acts():
            yield DiscoveryHit(act.title, self._runner(act), help=f"{act.help}  {act.keys}")

    async def search(self, query: str) -> Hits:
        """Yield the acts whose sentence, label or key matches `query`."""
        matcher = self.matcher(query)
        for act in self.acts():
            score = max(matcher.match(act.title), matcher.match(act.help))
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(act.title),
                    self._runner(act),
                    text=act.title,
                    help=f"{act.help}  {act.keys}",
                )

    def _runner(self, act: Act) -> IgnoreReturnCallbackType:
        """Return what runs the act where its key would have run it."""
        return partial(self.app.run_action, act.active.binding.action, act.active.node)


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
