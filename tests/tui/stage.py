"""A tiny stage: any widgets on one screen, every message they post, and the text one would see."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import TypeVar

from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from debate.domain.motion import Language
from debate.tui.app import DebateApp
from debate.tui.keymap import bindings
from debate.tui.too_small import is_too_small
from debate.tui.translated import TranslatedScreen

M = TypeVar("M", bound=Message)
KEYS = bindings("argument.add", "argument.weigh", "app.back")


class StageScreen(TranslatedScreen[None]):
    """Shows what it is given."""

    BINDINGS = KEYS

    def __init__(self, make: Callable[[StageScreen], Sequence[Widget]]) -> None:
        super().__init__()
        self.make = make
        self.acts: list[str] = []

    def compose(self) -> ComposeResult:
        yield from self.make(self)

    def action_add_argument(self) -> None:
        self.acts.append("add")

    def action_weigh(self) -> None:
        self.acts.append("weigh")


class Stage(DebateApp):
    """Holds one screen and remembers the messages of our widgets."""

    def __init__(
        self,
        make: Callable[[StageScreen], Sequence[Widget]] | Widget,
        *,
        language: Language = "en",
        keys: dict[str, str] | None = None,
    ) -> None:
        super().__init__(language=language, reduced_motion=True, keys=keys)
        self.heard: list[Message] = []
        self.stage = StageScreen(make if callable(make) else lambda _: [make])

    def on_mount(self) -> None:
        self.push_screen(self.stage)

    def at(self, width: int = 80, height: int = 24) -> AbstractAsyncContextManager[Pilot[None]]:
        """Run the stage in a window of a size, however small."""
        self._goes_on_small = is_too_small(Size(width, height))
        return self.run_test(
            size=(width, height), message_hook=self.heard.append, notifications=True
        )

    def of(self, kind: type[M]) -> list[M]:
        """Return the messages of one kind, each once although it bubbled."""
        found = {id(message): message for message in self.heard if isinstance(message, kind)}
        return list(found.values())

    def text(self) -> str:
        """Return the screen as text."""
        strips = self.screen._compositor.render_strips(self.size)
        return "\n".join(strip.text.rstrip() for strip in strips)

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so; fail with the screen when it never is."""
        for _ in range(400):
            if is_so():
                return
            await asyncio.sleep(0.025)
        raise AssertionError(self.text())

    def widths(self) -> set[int]:
        """Return the widths of the rows of the screen, in cells."""
        return {strip.cell_length for strip in self.screen._compositor.render_strips(self.size)}
