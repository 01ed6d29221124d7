"""What the program's exit code says; `docs/lookup/commands.md` explains each."""

from __future__ import annotations

from enum import IntEnum

from debate.errors import (
    Busy,
    Damaged,
    DebateError,
    NewerFormat,
    NotAJournal,
    NotSaved,
    PackError,
    PartMissing,
    PortTaken,
    TrustError,
    UsageError,
)


class Exit(IntEnum):
    """Exit codes."""

    DONE = 0
    REFUSED = 1
    """The debate's rules did not allow it, or a check found something."""
    USAGE = 2
    """The command was not understood, or names what is not there."""
    NOT_SAVED = 3
    """The disk refused; nothing was kept."""
    NEWER = 4
    """Written by a newer program."""
    DAMAGED = 5
    """A file cannot be read: `debate doctor` tells more."""
    BUSY = 6
    """Another process holds the debate."""
    INTERRUPTED = 130
    """Ctrl+C."""


def exit_of(error: DebateError) -> Exit:
    """Return the exit code of a failure."""
    match error:
        case Busy():
            return Exit.BUSY
        case NewerFormat():
            return Exit.NEWER
        case NotSaved():
            return Exit.NOT_SAVED
        case NotAJournal() | Damaged() | TrustError():
            return Exit.DAMAGED
        case PackError():
            return Exit.REFUSED
        case PortTaken():
            return Exit.BUSY
        case UsageError() | PartMissing():
            return Exit.USAGE
        case _:
            return Exit.NOT_SAVED
