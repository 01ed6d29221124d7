"""Reading much at once: the garbage collector waits, as nothing that is read is garbage.

It looks through all young objects again and again while they come in, which doubles the time that
reading takes.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def reading() -> Iterator[None]:
    """Let the garbage collector wait; it may be nested, and used by several threads."""
    pauses = gc.isenabled()
    if pauses:
        gc.disable()
    try:
        yield
    finally:
        if pauses:
            gc.enable()
