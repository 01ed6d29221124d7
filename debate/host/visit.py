"""One app on one terminal, from its start to its end; the same for ssh, browser and tests.

A way in makes a `Visit`, awaits `run`, and meanwhile calls `feed`, `resize` and, when the far end
is gone, `leave`. Starts are taken one at a time, as each keeps everybody else waiting.
"""

from __future__ import annotations

import asyncio
import contextvars
import logging
from collections.abc import Callable

from debate.host.driver import LEAVE
from debate.host.hosted import Hosted, forget_caches
from debate.host.parting import part_with_app
from debate.host.shared_styles import ParsedStyles
from debate.host.terminal import Client, Terminal

log = logging.getLogger("debate.host")
GRACE = 3.0
"""Seconds an app has to end by itself."""
START = 20.0
"""Seconds after which a start no longer keeps the next one waiting."""
REST = 0.05
"""Seconds everybody else gets after a start."""
EARLY = 4096
"""Bytes that are kept of what is typed before the app runs."""


class Doorway:
    """Where the visits of one process begin, one after the other."""

    def __init__(self) -> None:
        """Open for one at a time."""
        self.turn = asyncio.Semaphore(1)
        self.inside: set[Visit] = set()
        self.styles: ParsedStyles = {}
        """What all apps share."""
        self.begun = self.ended = self.typed = 0
        """How many visits began and ended, and how often something was typed in one."""

    async def close(self) -> None:
        """End every visit, and wait until terminals are given back."""
        for visit in tuple(self.inside):
            visit.leave()
        tasks = [visit.task for visit in self.inside if visit.task is not None]
        if tasks:
            await asyncio.wait(tasks, timeout=GRACE + 1)


class Visit:
    """What one connection sees of the program."""

    def __init__(
        self,
        doorway: Doorway,
        terminal: Terminal,
        client: Client,
        make_app: Callable[[], Hosted],
        *,
        apology: str,
    ) -> None:
        """Prepare; nothing is sent yet.

        Args:
            doorway: Where it begins.
            terminal: The far end.
            client: What the far end is.
            make_app: Makes the app, in the turn of this visit.
            apology: The one line a client reads when its app failed.
        """
        self._doorway = doorway
        self._terminal = terminal
        self._client = client
        self._make_app = make_app
        self._apology = apology
        self._early = b""
        self._is_left = False
        self.app: Hosted | None = None
        self.task: asyncio.Task[int] | None = None

    def begin(self) -> asyncio.Task[int]:
        """Run the visit in a task whose context is nobody else's; its result is an exit status."""
        loop = asyncio.get_running_loop()
        self._doorway.inside.add(self)
        self.task = loop.create_task(self._run(), context=contextvars.Context())
        return self.task

    # Called by the way in -----------------------------------------------------------------------

    def feed(self, data: bytes) -> None:
        """Take what was typed; before the app runs, the first of it is kept."""
        self._doorway.typed += 1
        channel = self.app.channel if self.app is not None else None
        if channel is None or self._early:
            self._early = (self._early + data)[:EARLY]
        else:
            channel.feed(data)

    def resize(self, columns: int, rows: int) -> None:
        """Take another size of the window."""
        channel = self.app.channel if self.app is not None else None
        if channel is not None:
            channel.resize(columns, rows)

    def leave(self) -> None:
        """End the visit: the far end is gone, or the host closes."""
        self._is_left = True
        if self.app is not None and self.app.is_running:
            self.app.exit()
        if self.task is not None and not self.task.done():
            asyncio.get_running_loop().call_later(GRACE, self.task.cancel)

    # --------------------------------------------------------------------------------------------

    async def _run(self) -> int:
        try:
            running = await self._started()
            if running is None:
                return 1
            await running
            return self._ended()
        except asyncio.CancelledError:
            self._terminal.send(LEAVE.encode())
            return 1
        except Exception:
            log.exception("the session of %s did not start", self._client.name)
            self._apologise()
            return 1
        finally:
            self._doorway.inside.discard(self)
            self._doorway.ended += 1
            if self.app is not None:
                part_with_app(self.app)
            self.app = None
            forget_caches()

    async def _started(self) -> asyncio.Task[None] | None:
        """Start the app in its turn; return what runs it, or None when the far end is gone."""
        async with self._doorway.turn:
            if self._is_left:
                return None
            app = self.app = self._make_app()
            app.take_seat_at(self._terminal, self._client, self._doorway.styles)
            running = asyncio.get_running_loop().create_task(app.run_async())
            ready = asyncio.ensure_future(app.laid_out.wait())
            try:
                await asyncio.wait(
                    {running, ready}, timeout=START, return_when=asyncio.FIRST_COMPLETED
                )
            except asyncio.CancelledError:
                running.cancel()
                raise
            finally:
                ready.cancel()
            self._doorway.begun += 1
            await asyncio.sleep(REST)
        typed, self._early = self._early, b""
        if typed:
            self.feed(typed)
        return running

    def _ended(self) -> int:
        app = self.app
        if app is not None and app.has_failed:
            self._apologise()
            return 1
        if app is not None and app.farewell:
            self._terminal.send(f"{app.farewell}\r\n".encode())
        return (app.return_code or 0) if app is not None else 0

    def _apologise(self) -> None:
        self._terminal.send(f"{LEAVE}\r\n{self._apology}\r\n".encode())
