"""A browser's terminal: bytes out over a WebSocket, and what comes back taken for no more than it is."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from debate.host.terminal import Size, clamped

if TYPE_CHECKING:
    from aiohttp import web

    from debate.host.visit import Visit

LARGEST_NUMBER = 100_000
"""Anything above is no size of a window."""


class WebTerminal:
    """Implements `debate.host.terminal.Terminal` on a socket."""

    def __init__(self, socket: web.WebSocketResponse, size: Size) -> None:
        """Send nothing yet."""
        self.size = size
        self._socket = socket
        self._unsent = bytearray()
        self._is_due = asyncio.Event()
        self._may_read = asyncio.Event()
        self._may_read.set()
        self._is_ended = self._is_lost = False
        self._under_way = 0

    # Terminal ---------------------------------------------------------------------------------------

    def send(self, data: bytes) -> None:
        """Send bytes, while somebody is there."""
        if not (self._is_lost or self._is_ended):
            self._unsent += data
            self._is_due.set()

    def backlog(self) -> int:
        """Return how many bytes have not left this machine."""
        return 0 if self._is_lost else len(self._unsent) + self._under_way

    def hold(self, on: bool) -> None:
        """Stop or go on reading."""
        if on:
            self._may_read.clear()
        else:
            self._may_read.set()

    # The way out ------------------------------------------------------------------------------------

    def end(self) -> None:
        """Send what waits, then close the line."""
        self._is_ended = True
        self._may_read.set()
        self._is_due.set()

    async def write(self) -> None:
        """Send until the end; a socket that is slow holds this up and nothing else."""
        try:
            while True:
                await self._is_due.wait()
                self._is_due.clear()
                data, self._unsent = bytes(self._unsent), bytearray()
                self._under_way = len(data)
                if data:
                    await self._socket.send_bytes(data)
                self._under_way = 0
                if self._is_ended and not self._unsent:
                    break
        except ConnectionError:
            self._is_lost = True
        await self._socket.close()

    # The way in -------------------------------------------------------------------------------------

    async def read(self, visit: Visit) -> None:
        """Hand over what the browser sends, until the line is closed."""
        async for message in self._socket:
            await self._may_read.wait()
            if isinstance(message.data, str):
                self._take(message.data, visit)
        self._is_lost = True

    def _take(self, text: str, visit: Visit) -> None:
        """Take one message; what is no message is nothing."""
        try:
            message = json.loads(text)
        except (ValueError, RecursionError):
            return
        match message:
            case ["stdin", str(typed)]:
                visit.feed(typed.encode("utf-8", "replace"))
            case ["resize", {"width": int(columns), "height": int(rows)}]:
                self.size = size_of(columns, rows)
                visit.resize(*self.size)
            case _:
                return


def size_of(columns: object, rows: object) -> Size:
    """Return a window that can be drawn, whatever was asked for."""
    return clamped(_number(columns), _number(rows))


def _number(value: object) -> int:
    """Return a plausible number of cells, or 0 for unknown."""
    try:
        number = int(str(value)[:8])
    except ValueError:
        return 0
    return number if 0 < number < LARGEST_NUMBER else 0
