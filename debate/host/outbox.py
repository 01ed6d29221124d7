"""What an app paints, one packet a frame; a client that lags misses frames and delays nobody.

Every so many bytes the terminal is asked where its cursor is. Until it answers, what was sent
since counts as unseen; above a limit frames are dropped, and once it has caught up the app paints
one whole frame. An answer can be lost, as when it comes right behind an Escape; so the cursor is put
at another place for each question, and an answer tells which one it is for. A terminal that does not
answer is judged by what has not left this machine.
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
ASK_AGAIN = 0.5
"""Seconds after which a client that is behind is asked once more."""
LAST_ASKED = 5.0
"""Seconds behind after which a client counts as one that does not answer."""
ROW, PLACES = 2, 16
"""Where the cursor is put to ask: in this row, in each of so many columns in turn."""


def question(place: int) -> str:
    """Ask a terminal where its cursor is, after putting it in a column of `ROW`; then put it back."""
    return f"\x1b7\x1b[{ROW};{place}H\x1b[6n\x1b8"


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
        self._stale_since = self._asked_at = 0.0
        self._is_open = True
        self._sent = self._seen = self._asked = 0
        self._questions: deque[tuple[int, int]] = deque(maxlen=PLACES)
        """The column of each question that is open, and what had been sent before it."""
        self._place = 0
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
        self.write(self._question())

    def answered(self, row: int, column: int) -> None:
        """Note that the terminal has drawn what was sent before a question.

        Args:
            row: The row of the answer, from 1.
            column: Its column, from 1, which tells the question; those before it are settled too.
        """
        if row != ROW or all(place != column for place, _ in self._questions):
            return
        self._has_answered = True
        place = 0
        while place != column:
            place, self._seen = self._questions.popleft()

    def _question(self) -> str:
        """Return another question, and remember it."""
        self._place = self._place % PLACES + 1
        self._asked, self._asked_at = self._sent, self._loop.time()
        self._questions.append((self._place, self._sent))
        return question(self._place)

    def close(self, last: str) -> None:
        """Send `last` instead of what waits, and nothing after it."""
        if self._is_open:
            self._frame.clear()
            self._terminal.send(last.encode())
        self._is_open = False

    def _send(self, data: bytes) -> None:
        self._sent += len(data)
        if self._sent - self._asked >= ASK_EVERY:
            data += self._question().encode()
        self._terminal.send(data)

    def _is_behind(self) -> bool:
        if self._has_answered:
            return self._sent - self._seen > MOST_UNSEEN
        return self._terminal.backlog() > MOST_UNSEEN

    def _catch_up(self) -> None:
        if not self._is_open:
            return
        if self._is_behind():
            self._ask_again()
            self._loop.call_later(LOOK_AGAIN, self._catch_up)
            return
        self._is_stale = False
        self._repaint()

    def _ask_again(self) -> None:
        """Ask a client that is behind, in case its answers were lost; in the end believe no answer."""
        at = self._loop.time()
        if at - self._stale_since >= LAST_ASKED:
            self._has_answered = False
        elif at - self._asked_at >= ASK_AGAIN:
            self._terminal.send(self._question().encode())
