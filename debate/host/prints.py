"""One stand-in for standard output, and one for standard error, shared by everything in the process.

Textual redirects `sys.stdout` per app for as long as the app lives; redirections must nest, and
apps that end in any order do not. When every app redirects to this same object the order does not
matter: what is printed goes to whoever speaks at that moment. An app has a screen to speak by, so what
it prints goes nowhere.
"""

from __future__ import annotations

import io
import sys
from contextvars import ContextVar
from typing import TYPE_CHECKING, TextIO

from textual._context import active_app

if TYPE_CHECKING:
    from collections.abc import Callable

Voice = TextIO
voice: ContextVar[Voice | None] = ContextVar("voice", default=None)
"""Where lines of this context go: the channel of a guest in line mode."""


class PrintRouter(io.TextIOBase):
    """Takes prints to the voice of the context, or outside of apps to the real stream."""

    def __init__(self, real: Callable[[], TextIO | None]) -> None:
        """Stand in for a stream; `real` returns that of the process, if it has one."""
        super().__init__()
        self._real = real

    def write(self, text: str) -> int:
        """Hand on what is printed."""
        speaking = voice.get()
        if speaking is not None:
            speaking.write(text)
        elif not _in_an_app() and (real := self._real()) is not None:
            real.write(text)
        return len(text)

    def flush(self) -> None:
        """Hand on the wish."""
        speaking = voice.get()
        if speaking is not None:
            speaking.flush()
        elif active_app.get(None) is None and (real := self._real()) is not None:
            real.flush()

    def isatty(self) -> bool:
        """Say yes, as Textual's own capture does."""
        return True

    def fileno(self) -> int:
        """Name no file: nobody writes past this object."""
        return -1


def _in_an_app() -> bool:
    """Tell whether an app that runs prints: its screen is all that it says."""
    app = active_app.get(None)
    return app is not None and app.is_running


OUT = PrintRouter(lambda: sys.__stdout__)
ERRORS = PrintRouter(lambda: sys.__stderr__)
