"""The sections of a screen on one line, the one in view marked; a click goes to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.reactive import reactive

from debate.tui.cells import width as cells_of
from debate.tui.widgets.ink import Line, Run
from debate.tui.widgets.lines import Lines

_GAP = 3


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section."""

    key: str
    title: str
    count: int = 0
    waiting: int = 0
    """How many of them wait for somebody."""


class SectionBar(Lines):
    """Draws `sections` and which of them is in view; posts `Chosen` on a click."""

    DEFAULT_CSS = "SectionBar { height: 1; padding: 0 1; }"

    sections: reactive[tuple[SectionView, ...]] = reactive[tuple[SectionView, ...]]((), init=False)
    """The sections, from left to right."""
    active: reactive[str] = reactive("", init=False)
    """The key of the section in view."""

    class Chosen(Message):
        """A section was clicked."""

        def __init__(self, bar: SectionBar, key: str) -> None:
            """Say which bar and which section."""
            super().__init__()
            self.bar = bar
            self.key = key

        @property
        def control(self) -> SectionBar:
            """The bar."""
            return self.bar

    def watch_sections(self) -> None:
        """Draw the new sections."""
        self.redraw()

    def watch_active(self) -> None:
        """Draw the new mark."""
        self.redraw()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line."""
        del height
        runs: list[Run] = []
        for section in self.sections:
            runs += [*self._section(section), (" " * _GAP, "ink")]
        return [runs]

    def on_click(self, event: events.Click) -> None:
        """Go to the section under the pointer."""
        start = self.styles.padding.left
        for section in self.sections:
            end = start + sum(cells_of(text) for text, _ in self._section(section))
            if start <= event.x < end:
                self.post_message(self.Chosen(self, section.key))
            start = end + _GAP

    def _section(self, section: SectionView) -> list[Run]:
        """Return one section: mark, title, count, and a dot when somebody is waited for."""
        is_active = section.key == self.active
        mark: Run = ("▸ ", "focus") if is_active else ("  ", "ink")
        title: Run = (section.title, "strong" if is_active else "muted")
        dot: Run = (" ●", "focus") if section.waiting else ("", "ink")
        return [mark, title, (f" {section.count}", "muted"), dot]
