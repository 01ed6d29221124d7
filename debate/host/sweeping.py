"""When the garbage of a room is swept: in a quiet moment, and not while people type.

Python looks through everything that lives to find what does not. With the screens of fifty guests
that takes half a second, in which nobody's key is painted, and it happened every two or three
seconds. So what has come to stay is set aside, where it is not looked through; when enough guests have
left, all of it is looked through once in a moment in which nobody types.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from debate.host.visit import Doorway

LOOK_EVERY: Final = 0.5
"""Seconds between looks at who came and left, and whether anybody types."""
MANY: Final = 256
"""Visits that ended and are worth a sweep; each leaves some hundred kilobytes behind."""
SELDOM: Final = 120
"""Looks between two sweeps, at least."""
LONGEST: Final = 3600
"""Looks after which it is swept for fewer, or for many though people type."""

YOUNG: Final = 10_000
"""Objects that are made before Python looks through them; painting makes and drops a lot."""
SELF_CARE: Final = 30
"""How often it looks through what is young before it looks through the rest, where nobody rests."""


class Sweeping:
    """Sets aside what lives, and sweeps when it is quiet. In the thread of the event loop."""

    def __init__(self, doorway: Doorway) -> None:
        """Look at the visits that begin and end at a doorway."""
        self._doorway = doorway
        self._seen = (0, 0)
        self._swept = 0
        self._typed = 0
        self._looks = SELDOM

    async def follow(self) -> None:
        """Look until cancelled; then let Python go about it as it does."""
        with _set_aside():
            while True:
                await asyncio.sleep(LOOK_EVERY)
                self.look()

    def look(self) -> bool:
        """Sweep what came since, set the rest aside, and sweep all if it is time; tell whether it was.

        What is set aside is not looked through, so that the first costs little.
        """
        door = self._doorway
        visits, typed = (door.begun, door.ended), door.typed
        is_quiet = typed == self._typed
        self._typed = typed
        self._looks += 1
        left, is_late = door.ended - self._swept, self._looks >= LONGEST
        if left >= MANY:
            is_due = self._looks >= SELDOM and (is_quiet or is_late)
        else:
            is_due = left > 0 and is_late and is_quiet
        if is_due:
            self._looks, self._swept = 0, door.ended
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            return True
        if visits != self._seen or (is_quiet and gc.get_count()[2] > 0):
            self._seen = visits
            gc.collect()
            gc.freeze()
        return False


@contextmanager
def _set_aside() -> Iterator[None]:
    """Set aside what lives, and have Python look by itself less often; undo both at the end."""
    young, middle, old = gc.get_threshold()
    gc.set_threshold(YOUNG, middle, SELF_CARE)
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(young, middle, old)
