"""Work that follows when there is time for it, and of which only the newest matters.

A pane beside a list need not be painted for each row that a cursor passes, nor in a room of fifty
while somebody else's key waits. So such work is done a moment later, unless newer work has come in
its place; while the loop is late it waits longer, though never for long.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

MOMENT: Final = 0.005
"""Seconds until work is looked at; a key that is held down comes again later than that."""
LATE: Final = 0.004
"""Seconds by which the loop may be late without being called busy."""
AGAIN: Final = 0.03
"""Seconds until a busy loop is asked again."""
LONGEST: Final = 1.0
"""Seconds after which work is done however busy the loop is."""


class Quiet:
    """One thing that follows; ask from the thread of the event loop."""

    def __init__(self, follow: Callable[[], object]) -> None:
        """Have `follow` called some time after it was asked for."""
        self._follow = follow
        self._handle: asyncio.TimerHandle | None = None
        self._since = 0.0

    def ask(self) -> None:
        """Ask for it; what was asked before and not done is not done twice."""
        loop = asyncio.get_running_loop()
        if self._handle is None:
            self._since = loop.time()
        else:
            self._handle.cancel()
        self._wait(loop, MOMENT)

    @property
    def is_waiting(self) -> bool:
        """Whether what was asked for is still to be done."""
        return self._handle is not None

    def stop(self) -> None:
        """Do nothing more, and let go of who was to follow."""
        self._follow = _nothing
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _wait(self, loop: asyncio.AbstractEventLoop, seconds: float) -> None:
        due = loop.time() + seconds
        self._handle = loop.call_at(due, self._look, loop, due)

    def _look(self, loop: asyncio.AbstractEventLoop, due: float) -> None:
        """Do it now, or see later when others are kept waiting."""
        at = loop.time()
        if at - due > LATE and at - self._since < LONGEST:
            self._wait(loop, AGAIN)
            return
        self._handle = None
        self._follow()


def _nothing() -> None:
    """Do nothing."""
