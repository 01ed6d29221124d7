"""The data folder as a whole: sessions, the list of them, settings, keys, and what is private.

The caller names the folder. Opening it makes what is missing and repairs nothing: that is the
doctor's work.
"""

from __future__ import annotations

import os
import time
from functools import cached_property
from typing import TYPE_CHECKING

from debate.errors import UsageError
from debate.store import disk
from debate.store.database import KeyedDB
from debate.store.index import TABLE, SessionIndex
from debate.store.journal import DiskJournal
from debate.store.layout import Layout, is_session_id
from debate.store.profile import Profile
from debate.store.shelf import Shelf
from debate.store.snapshot import Snapshot, read_snapshot, write_snapshot
from debate.store.swap import undo_swap

if TYPE_CHECKING:
    from pathlib import Path

    from debate.store.bookmark import Bookmark
    from debate.store.ledger import DiskLedger


RENEW_DEVICE = "renew-device"
"""The setting that asks for a new device key: facts that others may have are no longer here."""


class Library:
    """One person's data folder, or the one of a room's host."""

    def __init__(self, folder: Path, *, timeout: float = 10.0) -> None:
        """Open the data folder, made when it is not there.

        Args:
            folder: the data folder.
            timeout: how many seconds to wait for another process that writes.

        Raises:
            NewerFormat: a newer program arranged it.
            NotSaved: it cannot be made.
        """
        self.layout = Layout(folder)
        self._timeout = timeout
        with disk.saving(folder):
            undo_swap(folder)
        self.layout.check()
        if not self.layout.edition.exists() or os.access(folder, os.W_OK):
            self.layout.make()

    # --- what is not of a session ---

    @cached_property
    def app(self) -> KeyedDB:
        """The database of the list of sessions and the settings."""
        return KeyedDB(self.layout.app, timeout=self._timeout)

    @cached_property
    def index(self) -> SessionIndex:
        """The list of sessions."""
        return SessionIndex(self.layout, Shelf(self.app, TABLE))

    @cached_property
    def settings(self) -> Shelf:
        """What a person chose, and how far each remote store was read."""
        return Shelf(self.app, "settings")

    @cached_property
    def profile(self) -> Profile:
        """Drafts, private notes, ballot secrets and seats."""
        return Profile(self.layout.profile, timeout=self._timeout)

    # --- sessions ---

    def sessions(self) -> list[str]:
        """Return the ids of the sessions that are here, in order."""
        return self.layout.session_ids()

    def create(self, session_id: str) -> DiskJournal:
        """Begin the journal of a new session.

        Raises:
            UsageError: it is here already.
            NotSaved: the disk refused.
        """
        path = self.layout.journal(session_id)
        if path.exists():
            raise UsageError(what="session", value=session_id, reason="exists")
        return DiskJournal(path, timeout=self._timeout, create=True)

    def journal(self, session_id: str, *, at: Bookmark | None = None) -> DiskJournal:
        """Open the journal of a session, at a snapshot's place when it is given.

        Raises:
            UsageError: it is not here.
            StoreError: it cannot be read.
        """
        path = self.layout.journal(session_id)
        if not path.exists():
            raise UsageError(what="session", value=session_id, reason="unknown")
        return DiskJournal(path, timeout=self._timeout, at=at)

    def snapshot(self, session_id: str, *, maker: str) -> Snapshot | None:
        """Return the snapshot of a session that `maker` made, when there is a whole one."""
        return read_snapshot(self.layout.snapshot(session_id), maker=maker)

    def keep_snapshot(self, session_id: str, snapshot: Snapshot, *, maker: str) -> bool:
        """Keep a snapshot beside a session's journal; say whether the disk took it."""
        return write_snapshot(self.layout.snapshot(session_id), snapshot, maker=maker)

    def ledger(self, session_id: str, place: str) -> DiskLedger:
        """Open the sealed frames of a session for one place at remote stores.

        Raises:
            StoreError: they cannot be read.
        """
        from debate.store.ledger import DiskLedger

        path = self.layout.ledger(session_id)
        with disk.saving(path):
            disk.make_folder(path.parent)
        return DiskLedger(path, place, timeout=self._timeout)

    # --- trash ---

    def discard(self, session_id: str) -> str:
        """Move a session to the trash, from where it can be put back.

        Returns:
            Its name in the trash.

        Raises:
            Busy: somebody is writing in it.
        """
        name = f"{session_id}-{time.time_ns()}"
        journal = self.journal(session_id)
        try:
            with journal.transaction():
                self._move(self.layout.session(session_id), self.layout.trash / name)
        finally:
            journal.close()
        self.index.remove(session_id)
        return name

    def discarded(self) -> list[str]:
        """Return the names in the trash, oldest first."""
        if not self.layout.trash.is_dir():
            return []
        names = [each.name for each in self.layout.trash.iterdir()]
        return sorted(
            (each for each in names if is_session_id(each.partition("-")[0])),
            key=lambda each: each.partition("-")[2],
        )

    def put_back(self, name: str) -> str:
        """Take a session out of the trash and return its id.

        Raises:
            UsageError: it is not in the trash, or a session of that id is here.
        """
        if name not in self.discarded():
            raise UsageError(what="trash", value=name)
        session_id = name.partition("-")[0]
        target = self.layout.session(session_id)
        if target.exists():
            raise UsageError(what="session", value=session_id, reason="exists")
        self._move(self.layout.trash / name, target)
        return session_id

    def _move(self, source: Path, target: Path) -> None:
        with disk.saving(target):
            disk.make_folder(target.parent)
            source.rename(target)
            disk.sync_folder(target.parent)
            disk.sync_folder(source.parent)

    def close(self) -> None:
        """Let go of the files."""
        for name in ("app", "profile"):
            if name in self.__dict__:
                getattr(self, name).close()
