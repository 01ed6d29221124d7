"""The data folder in one file, taken under the locks and read back before it counts.

Keys stay at home unless asked for: who restores on another machine gets a new device key.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from debate.store import disk
from debate.store.archive import read_archive, write_archive
from debate.store.journal_file import JournalFile
from debate.store.layout import Layout
from debate.store.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class BackupReport(NamedTuple):
    """What is in a backup."""

    sessions: int
    files: int
    bytes: int
    has_keys: bool


def backup(
    folder: Path, target: Path, *, keys: bool = False, timeout: float = 10.0
) -> BackupReport:
    """Write the data folder `folder` to the tar file `target`, and verify it.

    Args:
        folder: the data folder.
        target: the file; it appears only when it is whole.
        keys: put the secret keys in too.
        timeout: how many seconds to wait for each writer.

    Raises:
        Busy: another process was writing for too long.
        NotSaved: the disk refused; nothing is at `target` that was not there.
        Damaged: what was written does not read back.
    """
    layout = Layout(folder)
    layout.check()
    scratch = target.with_name(f"{target.name}.tmp")
    try:
        with disk.saving(target):
            fd = os.open(scratch, disk.CREATE, disk.FILE_MODE)
            with os.fdopen(fd, "wb") as file:
                write_archive(file, _contents(layout, keys=keys, timeout=timeout))
                file.flush()
                disk.datasync(fd)
        report = verify(scratch)
        with disk.saving(target):
            scratch.replace(target)
            disk.sync_folder(target.parent)
    finally:
        with suppress(OSError):
            scratch.unlink()
    return report


def verify(file: Path) -> BackupReport:
    """Read a backup and check every file in it.

    Raises:
        Damaged: it is not whole, or is no backup.
    """
    contents = read_archive(file)
    total = sum(map(len, contents.values()))
    sessions = sum(name.startswith("sessions/") for name in contents)
    has_keys = any(name.startswith("keys/") for name in contents)
    return BackupReport(sessions, len(contents), total, has_keys)


def _contents(layout: Layout, *, keys: bool, timeout: float) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of everything that belongs in a backup."""
    if layout.edition.exists():
        yield "FORMAT", layout.edition.read_bytes()
    for path in layout.journals():
        yield path.relative_to(layout.folder).as_posix(), _committed(path, timeout)
    if keys and layout.keys.is_dir():
        for path in sorted(layout.keys.glob("*.key")):
            yield path.relative_to(layout.folder).as_posix(), path.read_bytes()


def _committed(path: Path, timeout: float) -> bytes:
    """Return a journal up to its last commit, while nobody writes in it."""
    file = JournalFile(path, Tables(), timeout=timeout, create=False)
    try:
        with file.lock.held():
            file.refresh()
            return path.read_bytes()[: file.offset]
    finally:
        file.close()
