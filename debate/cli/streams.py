"""The three streams of the process: each is open, and none of them ends the program by a traceback.

A stream that the caller closed is opened onto nothing, so that no file of ours gets its number. What
was closed for answers still takes none, and that is told as any answer that could not be written.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, Protocol

from debate.cli.exits import Exit
from debate.i18n.marks import N_

if TYPE_CHECKING:
    from typing import TextIO

    from debate.i18n.catalog import Translator

UNTOLD = N_("The answer could not be written to standard output. What was done stays done.")


class Lines(Protocol):
    """Where lines are typed: standard input, or what a guest sends."""

    def readline(self) -> str:
        """Return the next line with its end; an empty text when there is no more."""

    def isatty(self) -> bool:
        """Tell whether somebody types at a terminal."""


def prepare() -> None:
    """Open what is closed, and let a terminal that lacks a character show a question mark."""
    if sys.stdin is None:
        sys.stdin = _onto_nothing(os.O_RDONLY, "r")
    if sys.stdout is None:
        sys.stdout = _onto_nothing(os.O_RDONLY, "w")
    if sys.stderr is None:
        sys.stderr = _onto_nothing(os.O_WRONLY, "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _onto_nothing(flags: int, mode: Literal["r", "w"]) -> TextIO:
    """Open a stream at the lowest number that is free, which is the one that was closed."""
    return os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8")


class Outlet(io.TextIOBase):
    """Where answers go. What cannot be written is given up and known; who writes goes on undisturbed.

    So a verb does all that it was asked, whether or not anybody hears of it.
    """

    def __init__(self, under: TextIO) -> None:
        """Write to a stream of the process."""
        super().__init__()
        self._under = under
        self.fault: OSError | None = None
        """Why nothing can be written any more; None while it can."""

    def write(self, text: str, /) -> int:
        """Write a text, if it can be written."""
        if self.fault is None:
            try:
                self._under.write(text)
            except OSError as fault:
                self._give_up(fault)
        return len(text)

    def flush(self) -> None:
        """Hand what was written to whoever reads it."""
        if self.fault is None:
            try:
                self._under.flush()
            except OSError as fault:
                self._give_up(fault)

    def isatty(self) -> bool:
        """Tell whether a person looks at the stream."""
        return self._under.isatty()

    def fileno(self) -> int:
        """Return the number of the stream."""
        return self._under.fileno()

    def _give_up(self, fault: OSError) -> None:
        """Let what still waits to be written go nowhere, also when the process ends."""
        self.fault = fault
        with suppress(OSError, ValueError):
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, self._under.fileno())
            os.close(nothing)
            self._under.flush()


def complain(words: str) -> None:
    """Say something on standard error, as far as it can be said."""
    print(words, file=Outlet(sys.stderr), flush=True)


def told(code: int, answers: Outlet, t: Translator) -> int:
    """Hand what was said to whoever reads it; return the exit code.

    Who had enough, as in `debate log | head`, is no failure.

    Args:
        code: What the verb came to.
        answers: Where its answer went.
        t: The language of what is said when the answer could not be written.
    """
    answers.flush()
    if answers.fault is None or isinstance(answers.fault, BrokenPipeError):
        return code
    complain(t.text(UNTOLD))
    return code or Exit.UNTOLD
