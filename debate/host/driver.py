"""A Textual driver whose terminal is a channel of bytes, for any number of apps in one process.

No thread, signal or terminal setting is touched: what arrives is handed to `feed`, what is painted
leaves by `Terminal.send`. A guest's app can make nothing happen on the machine of the host: links
and files become words.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO, Literal, TextIO

from rich.color import ColorSystem
from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message

from debate.host.inbox import Inbox
from debate.host.outbox import Outbox
from debate.host.terminal import Terminal

RESIZE_EVERY = 0.1
"""Seconds between two layouts while somebody drags the edge of a window."""
MOST_AHEAD = 8
"""Keys that may wait in an app that takes them in order; the others wait with their sender."""
AHEAD_WAIT = 0.01
"""Seconds until the next look whether they were taken."""
KEYBOARD = 1 | 8 | 16
"""Flags of the kitty protocol, as Textual asks for them: tell keys apart, report all, with text."""
ENTER = (
    "\x1b[?1049h"  # another screen
    "\x1b[?25l"  # no cursor
    "\x1b[?1004h"  # tell of focus
    f"\x1b[>{KEYBOARD}u"
    "\x1b[?2026$p"  # is painting at once possible?
    "\x1b[?2004h"  # mark pastes
    "\x1b[?7l"  # no wrapping
)
MOUSE = "\x1b[?1000h\x1b[?{motion}h\x1b[?1015h\x1b[?1006h"
LEAVE = (
    "\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1006l"
    "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Gives a terminal back as it was."""


class ChannelDriver(Driver):
    """One app's terminal."""

    def __init__(
        self,
        app: App[Any],
        *,
        terminal: Terminal,
        hovers: bool = False,
        colours: ColorSystem | None = None,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Prepare; nothing is sent before the app starts.

        Args:
            app: The app.
            terminal: The far end.
            hovers: Whether the mouse is followed when no button is down.
            colours: How many colours the far end shows; None is true colour.
            debug: Not used.
            mouse: Whether the mouse is used at all.
            size: The window, when other than the terminal's.
        """
        super().__init__(app, debug=debug, mouse=mouse, size=size or terminal.size)
        self.terminal = terminal
        self._hovers = hovers
        self._is_accepting = False
        self._resize: asyncio.TimerHandle | None = None
        self._resized = 0.0
        self._inbox = Inbox(self._arrived, hold=terminal.hold)
        self.outbox = Outbox(terminal, self._paint_anew, colours=colours)

    # In ---------------------------------------------------------------------------------------

    def feed(self, data: bytes) -> None:
        """Take bytes from the far end, in the thread of the event loop."""
        if self._is_accepting:
            self._inbox.feed(data)

    def resize(self, columns: int, rows: int) -> None:
        """Take another size of the window, clamped by whoever tells it."""
        self._size = (columns, rows)
        if self._resize is None and self._is_accepting:
            wait = max(0.0, self._resized + RESIZE_EVERY - self._loop.time())
            self._resize = self._loop.call_later(wait, self._tell_size)

    def _tell_size(self) -> None:
        self._resize = None
        self._resized = self._loop.time()
        size = Size(*(self._size or self.terminal.size))
        self.send_message(events.Resize(size, size))

    def _arrived(self, message: Message) -> bool:
        """Hand a message to the app; tell whether it has to be waited for."""
        if isinstance(message, events.CursorPosition):
            self.outbox.answered(message.y + 1, message.x + 1)
            return False
        self.process_message(message)
        is_typed = isinstance(message, events.Key | events.Paste)
        self._app.call_later(self._taken if is_typed else self._through_app)
        return True

    def _taken(self) -> None:
        """Let the next key come: the app takes them in order, and waits behind each."""
        if getattr(self._app, "typed_ahead", 0) > MOST_AHEAD:
            self._loop.call_later(AHEAD_WAIT, self._taken)
        else:
            self._inbox.handled()

    def _through_app(self) -> None:
        """Follow an event from the widget that has the keys up to the app."""
        screen = self._app.screen if self._app.screen_stack else None
        focused = screen.focused if screen is not None else None
        self._climb(focused.ancestors_with_self if focused is not None else [])

    def _climb(self, nodes: Sequence[DOMNode]) -> None:
        """Go through the queue of each node in turn; then the message was handled."""
        if not nodes or not nodes[0].call_later(self._climb, nodes[1:]):
            self._inbox.handled()

    def send_message(self, message: Message) -> None:
        """Hand a message to the app: same loop, same thread."""
        self._app.post_message(message)

    # Out --------------------------------------------------------------------------------------

    def write(self, data: str) -> None:
        """Take a part of a frame."""
        self.outbox.write(data)

    def flush(self) -> None:
        """Send what waits."""
        self.outbox.flush()

    def _paint_anew(self) -> None:
        """Have one whole frame painted, for a client that missed some."""
        self._app.call_later(self._app.refresh)

    # Coming and going -------------------------------------------------------------------------

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._is_accepting = True
        motion = "1003" if self._hovers else "1002"
        self.write(ENTER + (MOUSE.format(motion=motion) if self._mouse else ""))
        self.outbox.ask()
        self._tell_size()

    def disable_input(self) -> None:
        """Hear nothing more."""
        self._is_accepting = False
        self._inbox.close()

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self.disable_input()
        self.outbox.close(LEAVE)

    def close(self) -> None:
        """Stop what waits for its time."""
        self.disable_input()
        if self._resize is not None:
            self._resize.cancel()

    # What would happen on the machine of the host -------------------------------------------------

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Copy a link to the far end's clipboard instead of opening it here."""
        self._app.copy_to_clipboard(url)
        self._app.notify(url)

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> None:
        """Write no file here."""
        binary.close()
