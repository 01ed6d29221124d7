"""The terminal of the host itself as a channel of bytes, so that its screen is one of many.

The facilitator's app runs in the loop that serves the guests. Were its terminal written to directly,
a window that is stopped or slow would hold everybody up: what is painted here waits for it in a thread
of its own, and the driver drops frames as it does for any slow client.
"""

from __future__ import annotations

import asyncio
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from debate.host.terminal import Client, Size, clamped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from debate.host.visit import Visit


class LocalTerminal:
    """Implements `debate.host.terminal.Terminal` on a terminal of this machine; not on Windows."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        """Prepare.

        Args:
            incoming: The descriptor keys come from.
            outgoing: The descriptor that is painted on.
        """
        self._incoming = incoming
        self._outgoing = outgoing
        self._waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._backlog = 0
        self._loop = asyncio.get_running_loop()
        self._feed: Callable[[bytes], None] = _ignore
        self._is_held = False

    @property
    def size(self) -> Size:
        """The window."""
        try:
            found = os.get_terminal_size(self._outgoing)
        except OSError:
            return clamped(0, 0)
        return clamped(found.columns, found.lines)

    def send(self, data: bytes) -> None:
        """Leave bytes with the thread that writes."""
        self._backlog += len(data)
        self._waiting.put(data)

    def backlog(self) -> int:
        """Return how many bytes were not written yet."""
        return self._backlog

    def hold(self, on: bool) -> None:
        """Stop or go on reading."""
        if on == self._is_held:
            return
        self._is_held = on
        if on:
            self._loop.remove_reader(self._incoming)
        else:
            self._loop.add_reader(self._incoming, self._read)

    @contextmanager
    def lent_to(self, visit: Visit) -> Iterator[None]:
        """Hand the terminal to a visit, key by key, and take it back as it was."""
        import termios
        import tty

        before = termios.tcgetattr(self._incoming)
        writer = threading.Thread(target=self._write, name="local terminal", daemon=True)
        writer.start()
        self._feed = visit.feed
        tty.setraw(self._incoming, termios.TCSANOW)
        self._loop.add_reader(self._incoming, self._read)
        self._loop.add_signal_handler(signal.SIGWINCH, lambda: visit.resize(*self.size))
        try:
            yield
        finally:
            self._loop.remove_reader(self._incoming)
            self._loop.remove_signal_handler(signal.SIGWINCH)
            self._waiting.put(b"")
            writer.join(timeout=2)
            # At once: waiting for a terminal that reads no more would never end.
            termios.tcsetattr(self._incoming, termios.TCSANOW, before)

    def _read(self) -> None:
        """Hand keys on; a terminal that is gone gives none, for ever."""
        data = b""
        with suppress(OSError):
            data = os.read(self._incoming, 4096)
        if data:
            self._feed(data)
        else:
            self._loop.remove_reader(self._incoming)

    def _write(self) -> None:
        while data := self._waiting.get():
            rest = memoryview(data)
            while rest:
                try:
                    rest = rest[os.write(self._outgoing, rest) :]
                except OSError:
                    break
            try:
                self._loop.call_soon_threadsafe(self._wrote, len(data))
            except RuntimeError:
                # The terminal stood still until after the end: the loop is closed, nobody counts.
                return

    def _wrote(self, count: int) -> None:
        self._backlog -= count


def local_client(environment: Mapping[str, str]) -> Client:
    """Return what the terminal of the host is."""
    return Client("the host", environment.get("TERM", "dumb"), environment, hovers=True)


def can_show() -> bool:
    """Tell whether the host's own terminal can show a screen beside its guests."""
    return sys.platform != "win32" and sys.stdin.isatty() and sys.stdout.isatty()


def _ignore(data: bytes) -> None:
    """Take what is typed before anybody reads it."""
