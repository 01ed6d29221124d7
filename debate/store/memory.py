"""A journal that lives as long as the process: for trying things out, and for tests.

It keeps the contract of the journal on disk, plain JSON included, but nothing outlives it.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from debate.store import lines
from debate.store.lines import Operation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from debate.domain.journal import Damage


class Memory:
    """What the handles on one journal share."""

    def __init__(self) -> None:
        """Start empty."""
        self.documents: list[dict[str, Any]] = []
        self.threads = threading.RLock()


class MemoryJournal:
    """Implements `debate.domain.journal.Journal` in memory."""

    def __init__(self, memory: Memory | None = None) -> None:
        """Start an empty journal, or another handle on the one in `memory`."""
        self.memory = memory or Memory()
        self._documents = self.memory.documents
        self._known = len(self._documents)

    @property
    def position(self) -> int:
        """The position of the newest document that this handle knows."""
        return self._known

    @property
    def epoch(self) -> int:
        """Never changes: nothing is taken back."""
        return 1

    @property
    def damage(self) -> Sequence[Damage]:
        """Nothing is ever damaged."""
        return ()

    def append(self, documents: Sequence[Mapping[str, Any]]) -> None:
        """Add documents, all or none."""
        with self.transaction():
            size = len(self._documents)
            operations = [
                Operation("events", str(size + 1 + i), dict(document))
                for i, document in enumerate(documents)
            ]
            records = lines.encode(operations)[1]
            self._documents.extend(record["d"] for record in records)
            self._known = len(self._documents)

    def read(self, after: int = 0) -> Sequence[dict[str, Any]]:
        """Return the documents beyond position `after`."""
        return self._documents[after : self._known]

    def refresh(self) -> bool:
        """Take in what other handles appended."""
        known, self._known = self._known, len(self._documents)
        return self._known != known

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep other threads out, up to date."""
        with self.memory.threads:
            self.refresh()
            yield

    def barrier(self) -> None:
        """Nothing is more durable than it is."""

    def close(self) -> None:
        """Nothing to let go of."""
