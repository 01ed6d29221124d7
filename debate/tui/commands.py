"""The command palette: every key action of the screen by its name, in the session's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from textual.binding import ActiveBinding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

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
        """Yield each act once; one that is refused at present says why, and when it can be done."""
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
            if not binding.description or binding.action in seen:
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
