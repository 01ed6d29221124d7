"""One stand-in for standard output, and one for standard error, shared by everything in the process.

Textual redirects `sys.stdout` per app for as long as the app lives; redirections must nest, and
apps that end in any order do not. When every app redirects to this same object the order does not
matter: what is printed goes to whoever speaks at that moment.
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
    """Takes prints to the voice of the context, to its app, or to the real stream."""

    def __init__(self, real: Callable[[], TextIO | None], *, is_error: bool) -> None:
        """Stand in for a stream.

        Args:
            real: Returns the stream of the process, if it has one.
            is_error: Whether it is standard error.
        """
        super().__init__()
        self._real = real
        self._is_error = is_error

    def write(self, text: str) -> int:
        """Hand on what is printed."""
        speaking = voice.get()
        app = active_app.get(None)
        if speaking is not None:
            speaking.write(text)
        elif app is not None and app.is_running:
            app._print(text, stderr=self._is_error)  # noqa: SLF001 (what its own capture calls)
        elif (real := self._real()) is not None:
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


OUT = PrintRouter(lambda: sys.__stdout__, is_error=False)
ERRORS = PrintRouter(lambda: sys.__stderr__, is_error=True)
