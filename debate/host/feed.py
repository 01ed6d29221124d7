"""Tells every screen of a room that something changed, without everybody painting at once.

The first change after a quiet moment is told at once, one screen after the other, with the loop
free in between; what changes meanwhile is told in the next round. So a storm of facts costs each
screen a paint or two a second, and a single fact is everywhere within that second.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.service.session import Listener, Session

ROUND = 0.35
"""Seconds between the beginnings of two rounds."""
GAP = 0.008
"""Seconds between two screens: less than a paint takes, so that keys come in between."""


class Feed:
    """The listeners of one room. Made and subscribed to in the thread of the event loop."""

    def __init__(self, session: Session) -> None:
        """Follow a debate until `close`."""
        self._session = session
        self._loop = asyncio.get_running_loop()
        self._listeners: list[Listener] = []
        self._waiting: list[Listener] = []
        self._is_marked = False
        self._began = float("-inf")
        self._next: asyncio.TimerHandle | None = None
        self._unsubscribe: Callable[[], None] = session.subscribe(self._changed)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` soon after each change; return what ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            for each in (self._listeners, self._waiting):
                if listener in each:
                    each.remove(listener)

        return unsubscribe

    def close(self) -> None:
        """Tell nobody any more."""
        self._unsubscribe()
        self._listeners.clear()
        self._waiting.clear()
        if self._next is not None:
            self._next.cancel()

    def _changed(self, debate: Debate) -> None:
        """Take note of a change, in whatever thread it was made."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._mark)

    def _mark(self) -> None:
        self._is_marked = True
        if self._next is None:
            wait = max(0.0, self._began + ROUND - self._loop.time())
            self._next = self._loop.call_later(wait, self._begin_round)

    def _begin_round(self) -> None:
        self._is_marked = False
        self._began = self._loop.time()
        self._waiting = list(self._listeners)
        self._tell_one()

    def _tell_one(self) -> None:
        self._next = None
        if self._waiting:
            self._waiting.pop(0)(self._session.debate)
        if self._waiting:
            self._next = self._loop.call_later(GAP, self._tell_one)
        elif self._is_marked:
            self._mark()
