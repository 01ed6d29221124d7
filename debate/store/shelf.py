"""Plain documents by name, each replaced as a whole and durable when `put` returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from debate.store import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from debate.store.database import KeyedDB
    from debate.store.table import KeyedTable


class Shelf:
    """One table of a `KeyedDB`."""

    def __init__(self, database: KeyedDB, name: str) -> None:
        """Open the shelf `name` of a database."""
        self._table = cast("KeyedTable", database.table(name))
        self._path = database.storage.file.path

    @property
    def _is_there(self) -> bool:
        """Whether anything was ever kept: looking makes no file, so that it works where nobody may."""
        return self._path.exists()

    def get(self, key: str) -> dict[str, Any] | None:
        """Return the document at `key`, which is the caller's to change; None without one."""
        if not self._is_there:
            return None
        document = self._table.named(key)
        return None if document is None else plain.copy(document)

    def put(self, key: str, document: Mapping[str, Any]) -> None:
        """Keep a document at `key`; nothing is written when it is there already.

        Raises:
            NotSaved: the disk refused; what was there still is.
        """
        if self._table.named(key) != document:
            self._table.put(key, document)

    def remove(self, key: str) -> None:
        """Let go of the document at `key`, if there is one."""
        if self._is_there:
            self._table.drop([key])

    def items(self, prefix: str = "") -> list[tuple[str, dict[str, Any]]]:
        """Return key and document of all whose key starts with `prefix`, by key."""
        if not self._is_there:
            return []
        found = {str(each.doc_id): each for each in self._table.all()}
        return [(key, plain.copy(found[key])) for key in sorted(found) if key.startswith(prefix)]

    def keys(self) -> set[str]:
        """Return every key."""
        return {key for key, _ in self.items()}
