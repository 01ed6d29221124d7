"""Lines from browsers, counted before a word was said on them: a hostile guest opens no more than fit.

Whoever says nothing is dropped after a while, and whoever comes when all lines are taken at once; what
a page asks for is limited after that, by the doorkeeper.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from aiohttp.web_protocol import RequestHandler
    from aiohttp.web_server import Server

FIRST_WORD = 10.0
"""Seconds for the first request on a line."""
LINES_EACH = 3
"""Lines a visit takes for a moment: its page and files, and then its socket."""


class Lines:
    """Makes what answers each new line."""

    def __init__(self, server: Server, most: int) -> None:
        """Take at most `most` lines at once."""
        self._server = server
        self._most = most
        self._silent: set[RequestHandler] = set()

    def __call__(self) -> asyncio.BaseProtocol:
        """Return what answers a line, or what hangs up at once."""
        if len(self._server.connections) >= self._most:
            return TurnedAway()
        handler = self._server()
        self._silent.add(handler)
        asyncio.get_running_loop().call_later(FIRST_WORD, self._drop_if_silent, handler)
        return handler

    def spoke(self, handler: object) -> None:
        """Note that something was asked on a line."""
        self._silent.discard(cast("RequestHandler", handler))

    def _drop_if_silent(self, handler: RequestHandler) -> None:
        if handler in self._silent:
            self._silent.discard(handler)
            if handler.transport is not None:
                handler.transport.abort()


class TurnedAway(asyncio.Protocol):
    """Hangs up."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Hang up."""
        cast("asyncio.Transport", transport).abort()
