"""The way in by a browser: the same app over a WebSocket, behind the same code, with the same limits.

A cookie that one browser has is an identity, as a key is over ssh: it names a guest once they sat
down, and admits nobody by itself. Traps this stands on: any page may open a socket to any address,
so the origin is compared; the script of the terminal puts the size of the window in the address, so
nothing else may stand there; and no name, code or cookie is ever in an address or a log.
"""

from __future__ import annotations

import asyncio
import re
import secrets
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from aiohttp import web

from debate.errors import PortTaken, reason_of
from debate.host.doorkeeper import Caller
from debate.host.guest_app import GuestApp
from debate.host.guests import by_browser
from debate.host.terminal import Client
from debate.host.visit import GRACE, Visit
from debate.host.web_lines import LINES_EACH, Lines
from debate.host.web_page import HEADERS, assets, page
from debate.host.web_terminal import WebTerminal, size_of
from debate.i18n.catalog import translator

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler
    from aiohttp.web_server import Server

    from debate.domain.motion import Language
    from debate.host.room import Room
    from debate.host.visit import Doorway

COOKIE = "debate-guest"
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
"""A token as it is drawn: 256 bits."""
KEPT_FOR = 30 * 24 * 3600
"""Seconds a browser keeps its token."""
HEARTBEAT = 15.0
"""A browser that does not answer is dropped after about twice as many seconds."""
LARGEST_MESSAGE = 256 * 1024
"""A paste; more in one message closes the line."""
CLOSING = 3.0
"""Seconds for lines to close."""
IDLE = 10.0
"""Seconds a line stays open between two requests."""


class WebDoor:
    """One door for browsers; `open` it, and `close` it."""

    def __init__(self, room: Room, doorway: Doorway, language: Language) -> None:
        """Prepare.

        Args:
            room: The room behind it.
            doorway: Where visits begin.
            language: For browsers that ask for neither language.

        Raises:
            PartMissing: the terminal for browsers is not installed.
        """
        self._room = room
        self._doorway = doorway
        self._language = language
        self._assets = assets()
        self._visits: set[Visit] = set()
        app = web.Application(middlewares=[self._guarded], client_max_size=1024)
        app.add_routes(
            [
                web.get("/", self._page),
                web.get("/ws", self._socket),
                web.get("/assets/{name}", self._asset),
            ]
        )
        app.on_shutdown.append(self._see_out)
        self._runner = web.AppRunner(
            app, access_log=None, shutdown_timeout=CLOSING, keepalive_timeout=IDLE
        )
        self._lines: Lines | None = None
        self._server: asyncio.Server | None = None

    async def open(self, address: str, port: int) -> int:
        """Listen, and return the port.

        Args:
            address: Where to listen.
            port: The port; 0 takes a free one.

        Raises:
            PortTaken: another program listens there.
        """
        await self._runner.setup()
        most = LINES_EACH * self._room.doorkeeper.limits.connections
        self._lines = Lines(cast("Server", self._runner.server), most)
        try:
            loop = asyncio.get_running_loop()
            self._server = await loop.create_server(self._lines, address, port)
        except OSError as exc:
            await self._runner.cleanup()
            raise PortTaken(address=address, port=port, reason=reason_of(exc)) from exc
        return int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Listen no more, and end the visits of browsers."""
        if self._server is not None:
            self._server.close()
        await self._runner.cleanup()

    async def _see_out(self, _: web.Application) -> None:
        for visit in tuple(self._visits):
            visit.leave()

    @web.middleware
    async def _guarded(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let every answer say what a browser may do with it; refusals are short."""
        if self._lines is not None:
            self._lines.spoke(request.protocol)
        try:
            answer = await handler(request)
        except web.HTTPException as refusal:
            refusal.headers.update(HEADERS)
            raise
        if not answer.prepared:
            answer.headers.update(HEADERS)
        return answer

    # What is handed out -----------------------------------------------------------------------------

    async def _page(self, request: web.Request) -> web.Response:
        """Hand out the page, and a token to a browser that has none."""
        answer = web.Response(
            text=page(translator(self._language_of(request))), content_type="text/html"
        )
        answer.headers["Cache-Control"] = "no-store"
        if _token(request) is None:
            answer.set_cookie(
                COOKIE, secrets.token_urlsafe(32), max_age=KEPT_FOR, httponly=True,
                samesite="Strict", secure=request.secure, path="/",
            )  # fmt: skip
        return answer

    async def _asset(self, request: web.Request) -> web.Response:
        asset = self._assets.get(request.match_info["name"])
        if asset is None:
            raise web.HTTPNotFound
        caching = {"Cache-Control": "max-age=3600"}
        return web.Response(body=asset.body, content_type=asset.kind, headers=caching)

    def _language_of(self, request: web.Request) -> Language:
        wanted = request.headers.get("Accept-Language", "")[:64].casefold()
        first = wanted.partition(",")[0].strip()
        return "nl" if first.startswith("nl") else "en" if first else self._language

    # A visit ----------------------------------------------------------------------------------------

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        """Let one window in, or refuse it."""
        caller = Caller(request.remote or "unknown", "web", language=self._language_of(request))
        token, keeper = _token(request), self._room.doorkeeper
        if token is None or not _is_ours(request):
            keeper.refuse(caller, "no cookie" if token is None else "another origin")
            raise web.HTTPForbidden
        caller.identity = by_browser(token)
        if keeper.enter(caller.address, caller.way) is not None:
            raise web.HTTPServiceUnavailable
        keeper.known()
        try:
            socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=LARGEST_MESSAGE)
            await socket.prepare(request)
            size = size_of(request.query.get("width"), request.query.get("height"))
            await self._show(WebTerminal(socket, size), caller)
        finally:
            keeper.leave(caller.address, was_known=True)
        return socket

    async def _show(self, terminal: WebTerminal, caller: Caller) -> None:
        """Show the program until either side ends it."""
        room, t = self._room, translator(self._language)
        visit = Visit(
            self._doorway, terminal,
            Client(caller.tag, "xterm-256color", {"COLORTERM": "truecolor"}),
            lambda: GuestApp(room, caller),
            apology=t.text("Sorry, this ended with an error. What you said is kept; come back in."),
        )  # fmt: skip
        self._visits.add(visit)
        running = visit.begin()
        running.add_done_callback(lambda _: terminal.end())
        writing = asyncio.get_running_loop().create_task(terminal.write())
        try:
            await terminal.read(visit)
        finally:
            self._visits.discard(visit)
            visit.leave()
            await asyncio.wait([running], timeout=GRACE + 1)
            await asyncio.wait([writing], timeout=1)
            writing.cancel()


def _token(request: web.Request) -> str | None:
    """Return the token of a browser; what is no token is none."""
    token = request.cookies.get(COOKIE, "")
    return token if TOKEN.fullmatch(token) else None


def _is_ours(request: web.Request) -> bool:
    """Tell whether the page that asks came from here."""
    origin = urlsplit(request.headers.get("Origin", ""))
    return origin.scheme in {"http", "https"} and origin.netloc == request.host
