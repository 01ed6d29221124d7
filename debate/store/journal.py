"""The journal of one session on disk: TinyDB's table `events`, append-only and followed.

It can be opened at a bookmark, where a snapshot was made; earlier documents are then read only
when somebody asks for them.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from debate.store.database import RecordDB

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from debate.domain.journal import Damage
    from debate.store.bookmark import Bookmark

TABLE = "events"


class DiskJournal:
    """Implements `debate.domain.journal.Journal` on a file."""

    def __init__(
        self,
        path: Path,
        *,
        timeout: float = 10.0,
        create: bool = False,
        at: Bookmark | None = None,
    ) -> None:
        """Open the journal at `path` and read it.

        Args:
            path: the file.
            timeout: how many seconds to wait for another writer before `Busy`.
            create: make an empty journal when there is none.
            at: where to start reading; from the beginning when it does not hold.

        Raises:
            Damaged: the file is not there or cannot be read.
            NotAJournal: the file is something else.
            NewerFormat: a newer program wrote it.
        """
        self.path = path
        self.database = RecordDB(path, timeout=timeout, create=create, compacts=False)
        """The TinyDB underneath, for queries."""
        self._storage = self.database.storage
        self._events = self.database.table(TABLE)
        self.is_resumed = at is not None and self._storage.open_at(at, TABLE)
        """Whether the bookmark held, so that the documents before it were not read."""
        self._storage.refresh()

    @property
    def position(self) -> int:
        """The position of the newest document that this handle knows."""
        return self._storage.highest(TABLE)

    @property
    def epoch(self) -> int:
        """Changes when documents read before may be gone or different."""
        return self._storage.file.epoch

    @property
    def damage(self) -> Sequence[Damage]:
        """What could not be read, as far as it has been read."""
        return tuple(self._storage.file.damage)

    @property
    def torn(self) -> int:
        """How many unfinished writes this handle has set aside."""
        return self._storage.file.torn

    def append(self, documents: Sequence[Mapping[str, Any]]) -> None:
        """Add documents in one durable commit: all of them, or none and an exception."""
        self._events.insert_multiple(documents)

    def read(self, after: int = 0) -> Sequence[dict[str, Any]]:
        """Return the documents beyond position `after` that this handle knows, in order."""
        position = self.position
        known = self._storage.since(TABLE, after)
        if not after:
            return list(known.values())
        keys = map(str, range(after + 1, position + 1))
        return [known[key] for key in keys if key in known]

    def refresh(self) -> bool:
        """Take in what other processes appended; say whether anything changed."""
        before = (self.epoch, self.position)
        self._storage.refresh()
        return (self.epoch, self.position) != before

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the lock between processes, up to date."""
        with self._storage.transaction():
            yield

    def barrier(self) -> None:
        """Make everything read so far durable."""
        self._storage.file.barrier()

    def close(self) -> None:
        """Let go of the files."""
        self.database.close()

    def bookmark(self) -> Bookmark:
        """Return the place up to which this handle has read, for a snapshot."""
        return self._storage.file.bookmark(self.position)
