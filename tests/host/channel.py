"""A terminal on paper: real bytes in and out of a hosted app, without a socket."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from types import TracebackType
from typing import ClassVar, Self

import pyte
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from debate.host.hosted import Hosted
from debate.host.terminal import Client, Size
from debate.host.visit import Doorway, Visit

PATIENCE = float(os.environ.get("PATIENCE", "20"))
"""Seconds after which what did not appear counts as missing."""
FOREIGN = re.compile(rb"\x1b\[[<=>][0-9;]*[A-Za-z]|\x1b\[\?2026\$p")
APOLOGY = "Sorry, this ended with an error."


class Paper(pyte.Screen):
    """A screen that hands on what it answers."""

    def __init__(self, columns: int, lines: int, answer: Callable[[str], None]) -> None:
        super().__init__(columns, lines)
        self._answer = answer

    def write_process_input(self, data: str) -> None:
        self._answer(data)


class PaperTerminal:
    """Draws what it is sent, and answers where its cursor is, unless it is stuck."""

    def __init__(self, size: Size = (80, 24), *, answers: bool = True) -> None:
        self.size = size
        self.raw = b""
        self.answers = answers
        self.is_stuck = False
        self.held = 0
        self.waiting: list[bytes] = []
        self.answer: Callable[[bytes], None] = lambda data: None
        self._screen = Paper(*size, self._answer)
        self._stream = pyte.ByteStream(self._screen)

    def send(self, data: bytes) -> None:
        self.raw += data
        if self.is_stuck:
            self.waiting.append(data)
        else:
            self._draw(data)

    def backlog(self) -> int:
        return sum(map(len, self.waiting))

    def hold(self, on: bool) -> None:
        self.held += on

    def forget(self) -> None:
        """Show nothing any more."""
        self._screen.reset()

    def thaw(self) -> None:
        """Draw all that waited."""
        self.is_stuck = False
        waiting, self.waiting = self.waiting, []
        for data in waiting:
            self._draw(data)

    def _draw(self, data: bytes) -> None:
        self._stream.feed(FOREIGN.sub(b"", data))

    def _answer(self, text: str) -> None:
        """Answer where the cursor is, as the terminal found it."""
        if self.answers:
            asyncio.get_running_loop().call_soon(self.answer, text.encode())

    def resize(self, columns: int, rows: int) -> None:
        self.size = (columns, rows)
        self._screen.resize(rows, columns)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)


class Sitting:
    """One visit to a terminal on paper."""

    def __init__(
        self,
        make_app: Callable[[], Hosted],
        *,
        doorway: Doorway | None = None,
        terminal: PaperTerminal | None = None,
        client: Client | None = None,
    ) -> None:
        self.terminal = terminal or PaperTerminal()
        self.visit = Visit(
            doorway or Doorway(), self.terminal, client or Client(), make_app, apology=APOLOGY
        )
        self.terminal.answer = self.visit.feed

    async def __aenter__(self) -> Self:
        self.task = self.visit.begin()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        exc: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.visit.leave()
        await asyncio.wait([self.task], timeout=PATIENCE)

    @property
    def pasted(self) -> str:
        """What a counter was given at once."""
        return getattr(self.visit.app, "pasted", "")

    def type(self, data: bytes) -> None:
        self.visit.feed(data)

    async def sees(self, *texts: str) -> str:
        """Wait until every text stands on the screen."""
        return await self.until(lambda: all(text in self.terminal.text for text in texts), *texts)

    async def until(self, is_so: Callable[[], bool], *what: str) -> str:
        """Wait until something is so; return the screen."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not is_so():  # noqa: ASYNC110 (a terminal on paper tells nobody)
                    await asyncio.sleep(0.005)
        except TimeoutError:
            raise AssertionError(f"{what} not seen:\n{self.terminal.text}") from None
        return self.terminal.text


@asynccontextmanager
async def ann_and_bob() -> AsyncIterator[tuple[Sitting, Sitting]]:
    """Let two people see their counters at one doorway."""
    doorway = Doorway()
    async with (
        Sitting(lambda: Counter("ann"), doorway=doorway) as ann,
        Sitting(lambda: Counter("bob"), doorway=doorway) as bob,
    ):
        await ann.sees("ann added=0")
        await bob.sees("bob added=0")
        yield ann, bob


class Counter(Hosted):
    """A small app: `a` counts, escape counts apart, `x` fails, `p` prints; it shows its size."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("a", "add"), ("x", "fail"), ("p", "speak"), ("q", "leave"), ("o", "go"),
        ("escape", "away"),
    ]  # fmt: skip
    CSS = "Static { background: #204060; color: #e0c040; }"

    def __init__(self, name: str = "somebody") -> None:
        super().__init__()
        self.name_of = name
        self.count = self.escapes = 0
        self.pasted = ""

    def compose(self) -> ComposeResult:
        yield Static("", markup=False)

    def on_mount(self) -> None:
        self.show()

    def on_resize(self) -> None:
        self.call_after_refresh(self.show)

    def on_paste(self, event: events.Paste) -> None:
        self.pasted += event.text

    def show(self, more: str = "") -> None:
        size = f"{self.size.width}x{self.size.height}"
        words = f"{self.name_of} added={self.count} away={self.escapes} {size} {more}"
        self.query_one(Static).update(words)

    def action_add(self) -> None:
        self.count += 1
        self.show()

    def action_away(self) -> None:
        self.escapes += 1
        self.show()

    def action_fail(self) -> None:
        secret = "what nobody may read"
        raise RuntimeError(secret)

    def action_speak(self) -> None:
        print(f"{self.name_of} speaks")
        self.show("has spoken")

    def action_leave(self) -> None:
        self.exit()

    def action_go(self) -> None:
        self.open_url("https://example.org/far")
