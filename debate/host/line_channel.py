"""A conversation in lines over a channel: what the guest typed to read, and what is said to write.

The conversation runs in a thread of its own and waits there; nothing of it touches the loop but
what is sent. Everything that is printed in that thread goes to this guest.
"""

from __future__ import annotations

import asyncio
import io
import queue
import threading
from collections.abc import Callable
from typing import TextIO, cast

from debate.host.prints import voice
from debate.host.typing_line import TypingLine

MOST_LINES = 256
"""Lines that may wait; then the guest is not read from until few do."""
FEW_LINES = 64
"""With so few lines waiting the guest is read from again."""


class LineChannel:
    """One guest's lines."""

    def __init__(
        self, send: Callable[[bytes], None], hold: Callable[[bool], None], *, is_terminal: bool
    ) -> None:
        """Prepare; called in the thread of the event loop.

        Args:
            send: Sends bytes to the guest; called in the thread of the event loop.
            hold: Stops reading from the guest, or goes on; called there too.
            is_terminal: Whether the guest types at a terminal.
        """
        self._send, self._hold = send, hold
        self._loop = asyncio.get_running_loop()
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.typed = TypingLine(self._lines.put, self._echo, is_terminal=is_terminal)
        self.source = Source(self._lines, self._taken, is_terminal=is_terminal)
        self.out = cast("TextIO", Out(self.say))

    def feed(self, data: bytes) -> None:
        """Take what was typed; who types faster than lines are done is read from later."""
        self.typed.feed(data)
        if self._lines.qsize() > MOST_LINES:
            self._hold(True)

    def _taken(self) -> None:
        """Go on reading from the guest once few lines wait; called in the thread of a conversation."""
        if self._lines.qsize() <= FEW_LINES and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._hold, False)

    def say(self, text: str) -> None:
        """Send a text; may be called in any thread."""
        data = text.replace("\n", "\r\n").encode("utf-8", "replace")
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._send, data)

    def _echo(self, text: str) -> None:
        self._send(text.encode("utf-8", "replace"))

    def hold(self, conversation: Callable[[LineChannel], int]) -> asyncio.Future[int]:
        """Hold a conversation in a thread of its own; the future is its exit status."""
        ended: asyncio.Future[int] = self._loop.create_future()

        def run() -> None:
            voice.set(self.out)
            try:
                status = conversation(self)
            except BaseException as error:  # noqa: BLE001  the last resort: handed to who waits
                self._tell(ended, None, error)
            else:
                self._tell(ended, status, None)

        threading.Thread(target=run, name="lines", daemon=True).start()
        return ended

    def _tell(
        self, ended: asyncio.Future[int], status: int | None, error: BaseException | None
    ) -> None:
        def settle() -> None:
            if ended.done():
                return
            if error is not None:
                ended.set_exception(error)
            else:
                ended.set_result(status or 0)

        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(settle)


class Source:
    """What the guest typed, line by line."""

    def __init__(
        self,
        lines: queue.SimpleQueue[str | None],
        taken: Callable[[], None],
        *,
        is_terminal: bool,
    ) -> None:
        """Read from a queue; `taken` is called after each line."""
        self._taken = taken
        self._lines = lines
        self._is_terminal = is_terminal
        self._is_over = False

    def readline(self) -> str:
        """Return the next line; nothing at the end."""
        if self._is_over:
            return ""
        line = self._lines.get()
        self._taken()
        self._is_over = line is None
        return line or ""

    def isatty(self) -> bool:
        """Tell whether the guest types at a terminal."""
        return self._is_terminal


class Out(io.TextIOBase):
    """What is said to the guest."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """Write by `say`."""
        super().__init__()
        self._say = say

    def write(self, text: str, /) -> int:
        """Send a text."""
        self._say(text)
        return len(text)
