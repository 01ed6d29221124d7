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
    RemoteError,
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
    REMOTE = 7
    """A remote store did not do what was asked; everything is kept here."""
    UNTOLD = 8
    """Done, but the answer could not be written to standard output."""
    INTERRUPTED = 130
    """Ctrl+C."""


_EXITS: tuple[tuple[type[DebateError], Exit], ...] = (
    (Busy, Exit.BUSY),
    (PortTaken, Exit.BUSY),
    (NewerFormat, Exit.NEWER),
    (NotSaved, Exit.NOT_SAVED),
    (NotAJournal, Exit.DAMAGED),
    (Damaged, Exit.DAMAGED),
    (TrustError, Exit.DAMAGED),
    (PackError, Exit.REFUSED),
    (RemoteError, Exit.REMOTE),
    (UsageError, Exit.USAGE),
    (PartMissing, Exit.USAGE),
)
"""What a failure of each kind comes to; the first that fits."""


def exit_of(error: DebateError) -> Exit:
    """Return the exit code of a failure."""
    return next((code for kind, code in _EXITS if isinstance(error, kind)), Exit.NOT_SAVED)
