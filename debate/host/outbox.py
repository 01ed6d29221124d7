"""What an app paints, one packet a frame; a client that lags misses frames and delays nobody.

Every so many bytes the terminal is asked where its cursor is. Until it answers, what was sent
since counts as unseen; above a limit frames are dropped, and once it has caught up the app paints
one whole frame. A terminal that never answers is judged by what has not left this machine, and so is
one whose answer was lost on the way.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from rich.color import ColorSystem

from debate.host.colours import downgraded
from debate.host.terminal import Terminal

ASK_EVERY = 32 * 1024
"""Bytes between two questions."""
MOST_UNSEEN = 128 * 1024
"""Bytes that may be on their way."""
LOOK_AGAIN = 0.05
"""Seconds between two looks whether a client has caught up."""
LOST_AFTER = 5.0
"""Seconds without a frame after which an answer counts as lost, when everything has left."""
WHERE = "\x1b[6n"
"""Asks a terminal where its cursor is."""


class Outbox:
    """The way of one app's frames to one terminal."""

    def __init__(
        self, terminal: Terminal, repaint: Callable[[], None], *, colours: ColorSystem | None
    ) -> None:
        """Begin with nothing sent.

        Args:
            terminal: The far end.
            repaint: Has the app paint one whole frame.
            colours: How many colours the far end shows; None is true colour.
        """
        self._terminal = terminal
        self._repaint = repaint
        self._colours = colours
        self._loop = asyncio.get_running_loop()
        self._frame: list[str] = []
        self._is_due = False
        self._is_stale = False
        self._stale_since = 0.0
        self._is_open = True
        self._sent = self._seen = self._asked = 0
        self._questions: deque[int] = deque()
        self._has_answered = False
        self.dropped = 0
        """How many frames were dropped."""

    def write(self, text: str) -> None:
        """Take a part of a frame; what is written in one turn of the loop is one frame."""
        if not self._is_open:
            return
        self._frame.append(text)
        if not self._is_due:
            self._is_due = True
            self._loop.call_soon(self.flush)

    def flush(self) -> None:
        """Send the frame, or drop it when the client is behind."""
        self._is_due = False
        text = "".join(self._frame)
        self._frame.clear()
        if not text or not self._is_open:
            return
        if self._is_stale or self._is_behind():
            self.dropped += 1
            if not self._is_stale:
                self._is_stale = True
                self._stale_since = self._loop.time()
                self._loop.call_later(LOOK_AGAIN, self._catch_up)
            return
        if self._colours is not None:
            text = downgraded(text, self._colours)
        self._send(text.encode("utf-8", "replace"))

    def ask(self) -> None:
        """Ask the terminal where its cursor is, with the next frame."""
        self._asked = self._sent
        self._questions.append(self._sent)
        self.write(WHERE)

    def answered(self) -> None:
        """Note that the terminal has drawn what was sent before the oldest question."""
        self._has_answered = True
        if self._questions:
            self._seen = self._questions.popleft()

    def close(self, last: str) -> None:
        """Send `last` instead of what waits, and nothing after it."""
        if self._is_open:
            self._frame.clear()
            self._terminal.send(last.encode())
        self._is_open = False

    def _send(self, data: bytes) -> None:
        self._sent += len(data)
        if self._sent - self._asked >= ASK_EVERY:
            data += WHERE.encode()
            self._asked = self._sent
            self._questions.append(self._sent)
        self._terminal.send(data)

    def _is_behind(self) -> bool:
        if self._has_answered:
            return self._sent - self._seen > MOST_UNSEEN
        return self._terminal.backlog() > MOST_UNSEEN

    def _catch_up(self) -> None:
        if not self._is_open:
            return
        if self._is_behind() and not self._is_answer_lost():
            self._loop.call_later(LOOK_AGAIN, self._catch_up)
            return
        self._is_stale = False
        self._repaint()

    def _is_answer_lost(self) -> bool:
        """Tell whether a terminal that took everything owes an answer for long; then let it off."""
        waited = self._loop.time() - self._stale_since
        if waited < LOST_AFTER or self._terminal.backlog():
            return False
        self._questions.clear()
        self._seen = self._sent
        return True
