"""TinyDB's storage over a journal file: documents in memory, every change a durable append.

TinyDB hands a storage the whole database at each write, which costs what the database weighs.
`JournalTable` commits operations instead; the classic pair `read` and `write` still keeps
TinyDB's contract, slowly, for a table class that knows nothing of journals.
"""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from debate.errors import Busy, Damaged, StoreError
from debate.store import lines, plain
from debate.store.bookmark import Bookmark
from debate.store.journal_file import JournalFile
from debate.store.lines import Operation
from debate.store.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

COMPACT_ABOVE = 1 << 20
"""Files below this many bytes are never written anew."""
COMPACT_RATIO = 3
"""A file is written anew when it has more lines than this many times its documents."""
_SPARE_DOCUMENTS = 16


class JournalStorage(Storage):
    """The tables of one journal file."""

    def __init__(
        self, path: Path, *, timeout: float = 10.0, create: bool = True, compacts: bool = True
    ) -> None:
        """Open the journal at `path` when it is first used.

        Args:
            path: the file.
            timeout: how many seconds to wait for another writer.
            create: make an empty journal when there is none.
            compacts: write the file anew when most of its lines are out of date.
        """
        super().__init__()
        self._tables = Tables()
        self.file = JournalFile(path, self._tables, timeout=timeout, create=create)
        self._compacts = compacts
        self._compact_after = COMPACT_ABOVE
        self._version_read = -1
        self._threads = threading.RLock()
        self._process = os.getpid()

    @property
    def version(self) -> int:
        """Changes whenever the content does."""
        return self._tables.version

    # --- for JournalTable ---

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the locks of threads and processes, up to date. It may be nested."""
        with self._alone(), self.file.lock.held():
            self.file.refresh(exclusive=True)
            yield

    def refresh(self) -> None:
        """Take in what other processes appended."""
        with self._alone():
            self.file.refresh()

    def commit(self, operations: Sequence[Operation]) -> None:
        """Make all changes durable in one write, or none; within a transaction.

        Memory is changed afterwards, from what was written and not from the caller's objects.
        """
        if operations:
            data, records = lines.encode(operations)
            self.file.append(data)
            self._tables.take_in(records)
            self._compact_when_worth_it()

    def table(self, name: str) -> Mapping[str, dict[str, Any]]:
        """Return every document of a table by its key, as it is known; not to be changed."""
        if self._tables.skipped:
            with self._alone():
                self.file.read_again()
        return self._tables.of(name)

    def since(self, name: str, after: int) -> Mapping[str, dict[str, Any]]:
        """Return at least the documents of a table whose number is above `after`."""
        whole = after < self._tables.skipped.get(name, 0)
        return self.table(name) if whole else self.newest(name)

    def newest(self, name: str) -> Mapping[str, dict[str, Any]]:
        """Return the documents of a table that came after the bookmark it was opened at."""
        return self._tables.of(name)

    def names(self) -> set[str]:
        """Return the names of all tables."""
        return self._tables.names()

    def highest(self, name: str) -> int:
        """Return the highest number among the keys of a table."""
        return self._tables.highest(name)

    def open_at(self, place: Bookmark, name: str) -> bool:
        """Open without reading what comes before a bookmark in table `name`, the only one.

        Returns:
            Whether the bookmark holds; when not, everything is read as usual.
        """
        with self._alone():
            if not self.file.open_at(place):
                return False
            self._tables.skip(name, place.position)
            return True

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other threads out; a lock held by a thread of the parent of a fork means nothing."""
        if self._process != os.getpid():
            self._process, self._threads = os.getpid(), threading.RLock()
        with self._threads:
            yield

    # --- compaction ---

    def compact(self) -> None:
        """Write the file anew with only what is alive.

        Raises:
            Damaged: parts cannot be read, and would be lost.
        """
        with self.transaction():
            if self.file.damage:
                raise Damaged(path=str(self.file.path), reason="damaged")
            chunks = (lines.encode([Operation(*entry)])[0] for entry in self._tables.everything())
            self.file.rewrite(chunks, generation=self.file.generation + 1)
            self.file.refresh(exclusive=True)

    def _compact_when_worth_it(self) -> None:
        """Compact when most lines are dead; a failure is no failure of the commit before it."""
        if not self._compacts or self.file.offset <= self._compact_after:
            return
        if self._tables.lines > COMPACT_RATIO * (self._tables.alive() + _SPARE_DOCUMENTS):
            try:
                self.compact()
            except StoreError:
                self._compact_after = self.file.offset * 5 // 4

    # --- TinyDB's contract ---

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return a copy of everything; None when there is nothing."""
        with self._alone():
            self.file.refresh()
            names = self.names()
            self._version_read = self.version
            return {name: plain.copy(self.table(name)) for name in names} or None

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Make `data` everything; nothing at all may be made without having read.

        Raises:
            Busy: another process wrote since the last `read`; nothing is changed.
        """
        with self.transaction():
            if data and self._version_read not in (-1, self.version):
                raise Busy(path=str(self.file.path), seconds=0, by="process")
            self.commit(list(self._differences(data)))
            self._version_read = self.version

    def _differences(
        self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]
    ) -> Iterator[Operation]:
        for name in sorted(self.names() - data.keys()):
            yield Operation(name, None, None)
        for name, documents in data.items():
            stored = self.table(name)
            keys = {str(key) for key in documents}
            if not documents and name not in self.names():
                yield Operation(name, None, {})
            yield from (Operation(name, key, None) for key in stored if key not in keys)
            for key, document in documents.items():
                if stored.get(str(key)) != document:
                    yield Operation(name, str(key), document)

    def close(self) -> None:
        """Let go of the files."""
        self.file.close()
