"""The documents of a journal file in memory, as its lines tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from debate.store.lines import Record


class Tables:
    """Documents by table and key: the follower of a `JournalFile`."""

    def __init__(self) -> None:
        """Start empty."""
        self.version = 0
        """Changes whenever the content does."""
        self.lines = 0
        """How many lines the content was told in."""
        self.skipped: dict[str, int] = {}
        """The tables of which the first so many documents were not read."""
        self._documents: dict[str, dict[str, dict[str, Any]]] = {}
        self._highest: dict[str, int] = {}

    def start_over(self) -> None:
        """Forget every document."""
        self._documents = {}
        self._highest.clear()
        self.skipped.clear()
        self.lines = 0
        self.version += 1

    def skip(self, name: str, position: int) -> None:
        """Take for granted that table `name` has `position` documents that will not be read."""
        self.skipped[name] = self._highest[name] = position

    def take_in(self, records: list[Record]) -> None:
        """Apply committed lines."""
        tables = self._documents
        for record in records:
            name, key, document = record["t"], record["i"], record["d"]
            if key is None:
                self._change_table(name, document)
            elif document is None:
                tables.get(name, {}).pop(key, None)
            elif name in tables:
                tables[name][key] = document
            else:
                tables[name] = {key: document}
        self._note_highest(records)
        self.lines += len(records)
        self.version += 1

    def _change_table(self, name: str, document: Mapping[str, Any] | None) -> None:
        if document is None:
            self._documents.pop(name, None)
            self._highest.pop(name, None)
        else:
            self._documents.setdefault(name, {})

    def _note_highest(self, records: list[Record]) -> None:
        keys: dict[str, list[str]] = {}
        for record in records:
            if record["i"] is not None:
                keys.setdefault(record["t"], []).append(record["i"])
        for name, found in keys.items():
            numbers = map(int, filter(str.isdigit, found))
            self._highest[name] = max((self._highest.get(name, 0), *numbers))

    def names(self) -> set[str]:
        """Return the names of all tables."""
        return set(self._documents) | set(self.skipped)

    def highest(self, name: str) -> int:
        """Return the highest number among the keys a table has had."""
        return self._highest.get(name, 0)

    def of(self, name: str) -> Mapping[str, dict[str, Any]]:
        """Return the documents of a table that were read, by key; not to be changed."""
        return self._documents.get(name, {})

    def alive(self) -> int:
        """Count the documents."""
        return sum(map(len, self._documents.values()))

    def everything(self) -> Iterator[tuple[str, str | None, dict[str, Any]]]:
        """Yield table, key and document of all; an empty table without a key."""
        for name, documents in self._documents.items():
            if not documents:
                yield name, None, {}
            for key, document in documents.items():
                yield name, key, document
