"""TinyDB with both of its documented hooks set: a journal for a storage, and tables that append."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from tinydb import TinyDB
from tinydb.table import Table

from debate.errors import UsageError
from debate.store.lines import Operation
from debate.store.storage import JournalStorage
from debate.store.table import AppendOnlyTable, JournalTable, KeyedTable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class JournalDB(TinyDB):
    """A TinyDB that is durable, shared by processes, and never half written."""

    table_class: type[Table] = JournalTable
    _storage: JournalStorage

    def __init__(
        self, path: Path, *, timeout: float = 10.0, create: bool = True, compacts: bool = True
    ) -> None:
        """Open the journal at `path` when it is first used; see `JournalStorage`."""
        super().__init__(
            path, storage=JournalStorage, timeout=timeout, create=create, compacts=compacts
        )

    @property
    def storage(self) -> JournalStorage:
        """The storage below."""
        return self._storage

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the lock over several operations; each still commits by itself."""
        with self._storage.transaction():
            yield

    def tables(self) -> set[str]:
        """Return the names of all tables."""
        self._storage.refresh()
        return self._storage.names()

    def drop_tables(self) -> None:
        """Remove every table, in one commit."""
        with self._storage.transaction():
            names = sorted(self._storage.names())
            self._storage.commit([Operation(name, None, None) for name in names])
        self._tables.clear()

    def drop_table(self, name: str) -> None:
        """Remove one table."""
        self._tables.pop(name, None)
        with self._storage.transaction():
            if name in self._storage.names():
                self._storage.commit([Operation(name, None, None)])


class KeyedDB(JournalDB):
    """A `JournalDB` whose documents have words for ids."""

    table_class = KeyedTable


class RecordDB(JournalDB):
    """A `JournalDB` whose documents stay as they were written."""

    table_class = AppendOnlyTable

    def drop_tables(self) -> NoReturn:
        """Refuse."""
        raise UsageError(what="change", value="tables", reason="append-only")

    def drop_table(self, name: str) -> NoReturn:
        """Refuse."""
        raise UsageError(what="change", value=name, reason="append-only")
