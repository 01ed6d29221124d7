"""The time that facts bear: wall clock and counter, never going back, whatever the wall clock does.

A hybrid logical clock (Kulkarni and others, "Logical Physical Clocks", 2014). Its times sort as
text. They serve display and the last tie-break; the law trusts none of them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from debate.trust.ahead import AHEAD_LIMIT

COUNTER_LIMIT = 10_000
MILLISECONDS_LIMIT = 10**13


class Clock:
    """Gives each fact a later time than every one given or seen before. Safe between threads."""

    def __init__(self, wall: Callable[[], int]) -> None:
        """Start.

        Args:
            wall: Tells milliseconds since 1970.
        """
        self._wall = wall
        self._last = (0, -1)
        self._lock = threading.Lock()

    def now(self) -> str:
        """Return the next time: 13 digits of milliseconds, a hyphen, 4 digits of counter."""
        with self._lock:
            wall = min(max(self._wall(), 0), MILLISECONDS_LIMIT - 1)
            self._last = max((wall, 0), _after(self._last))
            return _text(self._last)

    def see(self, *seen: str) -> None:
        """Take note of times that facts bear, so that what follows them is later.

        A time more than a day ahead is not followed: one wrong clock in a room would otherwise
        carry everybody's times away.
        """
        with self._lock:
            ahead = min(max(self._wall(), 0) + AHEAD_LIMIT, MILLISECONDS_LIMIT - 1)
            limit = _text((ahead, COUNTER_LIMIT - 1))
            latest = max((time for time in seen if time <= limit), default=None)
            if latest is not None:
                self._last = max(self._last, (int(latest[:13]), int(latest[14:])))


def _after(moment: tuple[int, int]) -> tuple[int, int]:
    """Return the moment right after; a full counter borrows a millisecond from the future."""
    milliseconds, counter = moment
    if counter + 1 < COUNTER_LIMIT:
        return (milliseconds, counter + 1)
    return (min(milliseconds + 1, MILLISECONDS_LIMIT - 1), 0)


def _text(moment: tuple[int, int]) -> str:
    """Return a moment as facts bear it."""
    return f"{moment[0]:013d}-{moment[1]:04d}"
