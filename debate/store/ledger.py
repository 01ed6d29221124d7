"""The sealed frames of one debate: what this device made, what it took in, and who has what.

Frames are kept byte for byte, because only their courier could make them again: a store that
forgot is given back what it had. The file stands beside the journal and can be thrown away; then
what others made is fetched anew.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from debate.store.database import KeyedDB

if TYPE_CHECKING:
    from pathlib import Path

    from debate.store.table import KeyedTable

FRAMES = "frames"
THERE = "there"


class DiskLedger:
    """The frames of one place, in a file that every process of this device shares."""

    def __init__(self, path: Path, place: str, *, timeout: float = 10.0) -> None:
        """Open the ledger at `path`; it is made when it is not there.

        Args:
            path: The file.
            place: The place whose frames are meant; those of other places stay as they are.
            timeout: How many seconds to wait for another process that writes.
        """
        self._database = KeyedDB(path, timeout=timeout)
        self._prefix = f"{place}/"
        self._frames = cast("KeyedTable", self._database.table(FRAMES))
        self._there = cast("KeyedTable", self._database.table(THERE))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the lock, up to date, so that looking and adding are one act."""
        with self._database.transaction():
            yield

    def mark(self) -> int:
        """Return a number that changes whenever the ledger does."""
        self._database.storage.refresh()
        return self._database.storage.version

    def tips(self) -> Mapping[str, tuple[str, int]]:
        """Return, by name, the id of each frame's last fact and how many facts it holds."""
        return {name: (each["t"], each["c"]) for name, each in self._of(FRAMES, "")}

    def frame(self, name: str) -> bytes | None:
        """Return the bytes of a frame; None when it is not here."""
        found = self._frames.named(self._prefix + name)
        return None if found is None else base64.b64decode(found["b"])

    def keep(self, frames: Iterable[tuple[str, bytes, str, int]]) -> None:
        """Keep frames: name, bytes, id of the last fact, and how many facts.

        Raises:
            NotSaved: the disk refused; nothing was kept.
        """
        self._frames.put_all(
            {
                self._prefix + name: {"b": base64.b64encode(raw).decode(), "t": tip, "c": count}
                for name, raw, tip, count in frames
            }
        )

    def drop(self, name: str) -> None:
        """Let go of a frame whose name somebody else has."""
        self._frames.drop([self._prefix + name])

    def there(self, remote: str) -> set[str]:
        """Return the names that a remote is known to have with the very bytes that are here."""
        return {name for name, _ in self._of(THERE, f"{remote}/")}

    def note_there(self, remote: str, names: Iterable[str]) -> None:
        """Remember that a remote has these frames."""
        self._there.put_all({f"{self._prefix}{remote}/{name}": {} for name in names})

    def forget_there(self, remote: str) -> None:
        """Remember nothing of what a remote has: it lost something."""
        prefix = f"{self._prefix}{remote}/"
        self._there.drop([prefix + name for name in sorted(self.there(remote))])

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _of(self, table: str, more: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield names and documents as they stand in memory: these are read only, and many."""
        storage = self._database.storage
        storage.refresh()
        prefix = self._prefix + more
        for key, document in tuple(storage.table(table).items()):
            if key.startswith(prefix):
                yield key[len(prefix) :], document
