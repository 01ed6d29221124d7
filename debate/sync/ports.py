"""What an exchange needs of this machine: a debate's facts, and a ledger of frames.

The service supplies both; the exchange knows no file and no lock. Everything here may take time
and is called from another thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from debate.domain.ids import DeviceKey, FactId, SessionId
from debate.trust.envelope import Document
from debate.trust.keys import SigningKey


class Facts(Protocol):
    """One debate's record, as far as its exchange needs it."""

    @property
    def session(self) -> SessionId:
        """The session that facts must bear."""

    def documents(self) -> Sequence[Document]:
        """Return every fact that is here, other processes' newest included and durable."""

    def sealable(self) -> Sequence[Document]:
        """Return the facts that may go out to the holders of this circle's keys."""

    def take(self, documents: Sequence[Document]) -> frozenset[FactId]:
        """Check facts from elsewhere and keep those that are proven.

        Returns:
            The ids of those among them that are in the record now.
        """

    def keys(self) -> Mapping[DeviceKey, SigningKey]:
        """Return the keys of everybody who acts on this device."""


class Ledger(Protocol):
    """The frames that are here, see `debate.store.ledger`."""

    def transaction(self) -> AbstractContextManager[Any]:
        """Hold the lock, up to date, so that looking and adding are one act."""

    def mark(self) -> int:
        """Return a number that changes whenever the ledger does."""

    def tips(self) -> Mapping[str, tuple[str, int]]:
        """Return, by name, the id of each frame's last fact and how many facts it holds."""

    def frame(self, name: str) -> bytes | None:
        """Return the bytes of a frame; None when it is not here."""

    def keep(self, frames: Iterable[tuple[str, bytes, str, int]]) -> None:
        """Keep frames: name, bytes, id of the last fact, and how many facts."""

    def drop(self, name: str) -> None:
        """Let go of a frame."""

    def there(self, remote: str) -> set[str]:
        """Return the names that a remote is known to have with the very bytes that are here."""

    def note_there(self, remote: str, names: Iterable[str]) -> None:
        """Remember that a remote has these frames."""

    def forget_there(self, remote: str) -> None:
        """Remember nothing of what a remote has."""
