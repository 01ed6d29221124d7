"""A backup put in the place of a data folder, as a whole or not at all.

A whole folder is built beside the old one and then takes its name; nothing is ever copied over a
file that is in use. Who goes back to an old state must number on under a new device key, lest
their log forks: a setting asks for it.
"""

from __future__ import annotations

import shutil
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, NamedTuple

from debate.store import disk
from debate.store.archive import read_archive
from debate.store.backup import BackupReport, verify
from debate.store.finding import Finding
from debate.store.journal_care import examine_journal
from debate.store.layout import Layout
from debate.store.library import RENEW_DEVICE, Library
from debate.store.lock import FileLock
from debate.store.swap import swap_folders, undo_swap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class RestoreReport(NamedTuple):
    """What came out of a backup."""

    backup: BackupReport
    findings: tuple[Finding, ...]
    """What is wrong with the journals in it: damage comes back word for word."""


def restore(file: Path, folder: Path, *, timeout: float = 10.0) -> RestoreReport:
    """Put the backup `file` in the place of the data folder `folder`.

    What is there moves to `folder.before-<nanoseconds>`; its keys are carried over when the
    backup has none. A setting asks for a new device key.

    Args:
        file: a backup.
        folder: where it goes.
        timeout: how many seconds to wait for each writer.

    Raises:
        Damaged: the backup is not whole.
        Busy: another process is writing in the folder.
        NotSaved: the disk refused; the folder is as it was.
    """
    report = verify(file)
    undo_swap(folder)
    fresh = folder.with_name(f"{folder.name}.restored-{time.time_ns()}")
    try:
        with disk.saving(fresh):
            _unpack(read_archive(file), fresh)
            if not report.has_keys:
                _carry_keys(Layout(folder), Layout(fresh))
        findings = _prepare(fresh)
        with _all_locked(Layout(folder), timeout):
            swap_folders(folder, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return RestoreReport(report, findings)


def _unpack(contents: dict[str, bytes], folder: Path) -> None:
    Layout(folder).make()
    for name, data in contents.items():
        path = folder / name
        disk.make_folder(path.parent)
        disk.replace_file(path, [data])


def _carry_keys(old: Layout, fresh: Layout) -> None:
    for path in sorted(old.keys.glob("*.key")) if old.keys.is_dir() else ():
        disk.replace_file(fresh.keys / path.name, [path.read_bytes()])


def _prepare(fresh: Path) -> tuple[Finding, ...]:
    """Look at every restored journal, and ask for a new device key."""
    findings = [
        finding for path in Layout(fresh).journals() for finding in examine_journal(path).findings
    ]
    library = Library(fresh)
    library.settings.put(RENEW_DEVICE, {"reason": "restored", "at": time.time_ns() // 1_000_000})
    library.close()
    return tuple(findings)


@contextmanager
def _all_locked(layout: Layout, timeout: float) -> Iterator[None]:
    """Keep every writer out of a data folder."""
    with ExitStack() as locks:
        for path in layout.journals():
            lock = FileLock(path.with_name(f"{path.name}.lock"), timeout)
            locks.callback(lock.close)
            locks.enter_context(lock.held())
        yield
