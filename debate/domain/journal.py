"""The port to the record of a debate: facts are added, read in local order, and never changed.

The service is written against this protocol; `debate.store` keeps it on disk and in memory. It
says nothing of what a fact means: a document is plain JSON, kept word for word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager


class Damage(NamedTuple):
    """A stretch of a journal that cannot be read; it is skipped and kept, never deleted."""

    offset: int
    """Where it starts, in bytes."""
    length: int
    """How long it is, in bytes."""
    reason: str
    """`unreadable` or `unfinished`."""


class Journal(Protocol):
    """An append-only record of plain documents, shared by every process that has it open.

    Documents have positions 1, 2, 3, … in the order in which they came to this machine; a
    position leaves the machine never. Documents handed out are not to be changed.
    """

    @property
    def position(self) -> int:
        """The position of the newest document that this handle knows; 0 when there is none."""

    @property
    def epoch(self) -> int:
        """Changes when documents read before may be gone or different: read again from 0.

        It happens after another process took back a write it could not finish, and after a
        repair or a restored backup.
        """

    @property
    def damage(self) -> Sequence[Damage]:
        """What could not be read, as far as it has been read."""

    def append(self, documents: Sequence[Mapping[str, Any]]) -> None:
        """Add documents in one durable commit: all of them, or none and an exception.

        Raises:
            Busy: another process held the lock for too long.
            NotSaved: the disk refused; nothing was kept.
            Broken: an earlier write could not be undone; open the journal again.
            UsageError: a document is not plain JSON.
        """

    def read(self, after: int = 0) -> Sequence[dict[str, Any]]:
        """Return the documents beyond position `after` that this handle knows, in order."""

    def refresh(self) -> bool:
        """Take in what other processes appended; say whether `position` or `epoch` changed."""

    def transaction(self) -> AbstractContextManager[None]:
        """Hold the lock between processes, up to date, so that reading and appending are one act.

        It may be nested. Each `append` within it is still a commit of its own.
        """

    def barrier(self) -> None:
        """Make everything read so far durable, before any of it is shown to another machine."""

    def close(self) -> None:
        """Let go of the files. Closing twice is harmless."""
