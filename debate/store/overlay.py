"""What an update sees: a table and its own changes on top, none of which touch the table.

So the cost of a change is the size of the change, and an exception in the middle leaves no trace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any

from debate.store import plain
from debate.store.lines import Operation


class Overlay(MutableMapping[Any, dict[str, Any]]):
    """A table as TinyDB's updaters want it, which collects operations instead of making them."""

    def __init__(
        self, name: str, stored: Mapping[str, dict[str, Any]], name_of: Callable[[str], object]
    ) -> None:
        """Lay a clean sheet over the documents of table `name`; `name_of` makes an id of a key."""
        self._name = name
        self._stored = stored
        self._name_of = name_of
        self._put: dict[str, dict[str, Any]] = {}
        self._removed: set[str] = set()
        self._lent: dict[str, dict[str, Any]] = {}
        self._cleared = False

    def __contains__(self, doc_id: object) -> bool:
        """Whether a document with this id is there."""
        key = str(doc_id)
        return key in self._put or self._shines_through(key)

    def __getitem__(self, doc_id: object) -> dict[str, Any]:
        """Return a document that may be changed: a change is collected too."""
        key = str(doc_id)
        if key in self._put:
            return self._put[key]
        if not self._shines_through(key):
            raise KeyError(doc_id)
        if key not in self._lent:
            self._lent[key] = plain.copy(self._stored[key])
        return self._lent[key]

    def __setitem__(self, doc_id: object, document: dict[str, Any]) -> None:
        """Put a document."""
        key = str(doc_id)
        self._removed.discard(key)
        self._lent.pop(key, None)
        self._put[key] = document

    def __delitem__(self, doc_id: object) -> None:
        """Remove a document."""
        if doc_id not in self:
            raise KeyError(doc_id)
        key = str(doc_id)
        self._put.pop(key, None)
        self._lent.pop(key, None)
        if key in self._stored:
            self._removed.add(key)

    def __iter__(self) -> Iterator[Any]:
        """Yield the ids, old ones first."""
        for key in self._stored:
            if key not in self._put and self._shines_through(key):
                yield self._name_of(key)
        for key in self._put:
            yield self._name_of(key)

    def __len__(self) -> int:
        """Count the documents."""
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Remove every document, at once."""
        self._put.clear()
        self._removed.clear()
        self._lent.clear()
        self._cleared = True

    def operations(self) -> list[Operation]:
        """Return what was changed, as one transaction."""
        name, changes = self._name, list[Operation]()
        if self._cleared:
            changes += [Operation(name, None, None), Operation(name, None, {})]
        else:
            changes += [Operation(name, key, None) for key in sorted(self._removed)]
        changes += [
            Operation(name, key, document)
            for key, document in self._lent.items()
            if document != self._stored.get(key)
        ]
        changes += [Operation(name, key, document) for key, document in self._put.items()]
        return changes

    def _shines_through(self, key: str) -> bool:
        return not self._cleared and key not in self._removed and key in self._stored
