"""The line of keys at the foot of a screen: what can be done here, and always where help is."""

from __future__ import annotations

from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.screen import Screen
from textual.strip import Strip

from debate.tui.cells import cut
from debate.tui.cells import width as cells_of
from debate.tui.keymap import ORDER
from debate.tui.widgets.ink import Inked

_GAP = 2


class Hint(NamedTuple):
    """One key and what it does."""

    key: str
    """The key as Textual names it."""
    display: str
    """The key as it is printed on the keyboard."""
    label: str
    is_enabled: bool = True
    is_help: bool = False
    """Whether it opens help, which stands at the right edge."""
    is_palette: bool = False
    """Whether it opens the palette, where every act is."""

    @property
    def cells(self) -> int:
        """How wide the hint is, with its one space."""
        return cells_of(self.display) + 1 + cells_of(self.label)


def fitted(hints: list[Hint], width: int) -> list[Hint]:
    """Return the hints that fit in `width`; the last one, help, always stays.

    Where some are left out, a short hint at the palette stands behind the others.
    """
    if sum(hint.cells + _GAP for hint in hints) - _GAP <= width or not hints:
        return hints
    *rest, last = hints
    more = [hint._replace(label="…") for hint in rest if hint.is_palette]
    left = width - last.cells - sum(hint.cells + _GAP for hint in more)
    shown: list[Hint] = []
    for hint in rest:
        left -= hint.cells + _GAP
        if left < 0:
            break
        if not hint.is_palette:
            shown.append(hint)
    return [*shown, *more, last]


class KeyBar(Inked):
    """Draws the screen's shown bindings in the order of the key map; each may be clicked."""

    DEFAULT_CSS = (
        "KeyBar { dock: bottom; height: 1; padding: 0 1; background: $footer-background; }"
    )

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        """Begin empty; the screen tells which keys work."""
        super().__init__(name=name, id=id, classes=classes)
        self._hints: list[Hint] = []

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self.refresh_keys)
        self.refresh_keys(self.screen)

    def refresh_keys(self, screen: Screen[object]) -> None:
        """Ask the screen which keys work, and repaint when they differ."""
        hints = self._read(screen)
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line: help at the right edge, the others from the left."""
        width = self.size.width
        if y or not self._hints:
            return self.blank(width)
        *rest, last = fitted(self._hints, width)
        left = [segment for hint in rest for segment in self._segments(hint, _GAP)]
        space = width - sum(hint.cells + _GAP for hint in rest) - last.cells if last.is_help else 0
        gap = Segment(" " * max(0, space), self.ink("ink"))
        return Strip([*left, gap, *self._segments(last, 0)]).adjust_cell_length(
            width, self.ink("ink")
        )

    def _segments(self, hint: Hint, gap: int) -> list[Segment]:
        """Return one hint as it is drawn."""
        click = Style.from_meta({"@click": f"app.simulate_key({hint.key!r})"})
        key = self.ink("key" if hint.is_enabled else "faint") + click
        label = self.ink("muted" if hint.is_enabled else "faint") + click
        return [
            Segment(hint.display, key),
            Segment(" " + cut(hint.label, 40), label),
            Segment(" " * gap, self.ink("ink")),
        ]

    def _read(self, screen: Screen[object]) -> list[Hint]:
        """Return the hints of the screen's bindings, each act once."""
        found: dict[str, tuple[int, Hint]] = {}
        for active in screen.active_bindings.values():
            binding = active.binding
            if not binding.show or binding.action in found:
                continue
            display = self.app.get_key_display(binding)
            hint = Hint(
                binding.key, display, binding.description, active.enabled,
                is_help=binding.id == "app.help", is_palette=binding.id == "app.palette",
            )  # fmt: skip
            found[binding.action] = (ORDER.get(binding.id or "", len(ORDER) // 2), hint)
        return [hint for _, hint in sorted(found.values(), key=lambda pair: pair[0])]
