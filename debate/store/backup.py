"""The data folder in one file, taken under the locks and read back before it counts.

Restoring builds a whole folder beside the old one and swaps them by renaming; nothing is ever
copied over a file that is in use. Keys stay at home unless asked for: who restores on another
machine gets a new device key, and who restores an old state must, lest their log forks.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import tarfile
import time
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from debate.errors import Damaged, StoreError
from debate.store import disk
from debate.store.finding import Finding
from debate.store.journal_care import examine_journal
from debate.store.journal_file import JournalFile
from debate.store.layout import Layout
from debate.store.library import RENEW_DEVICE, Library
from debate.store.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANIFEST = "MANIFEST.json"


class BackupReport(NamedTuple):
    """What went into a backup or came out of it."""

    sessions: int
    files: int
    bytes: int
    has_keys: bool
    findings: tuple[Finding, ...] = ()
    """What is wrong with journals in it; damage is copied word for word."""


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
                _write_archive(file, _contents(layout, keys=keys, timeout=timeout))
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
    contents, total = _read_archive(file), 0
    for name, data in contents.items():
        total += len(data)
        _check_name(file, name)
    sessions = sum(name.startswith("sessions/") for name in contents)
    has_keys = any(name.startswith("keys/") for name in contents)
    return BackupReport(sessions, len(contents), total, has_keys)


def restore(file: Path, folder: Path, *, timeout: float = 10.0) -> BackupReport:
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
    stamp = time.time_ns()
    fresh = folder.with_name(f"{folder.name}.restored-{stamp}")
    try:
        with disk.saving(fresh):
            _unpack(_read_archive(file), fresh)
            if not report.has_keys:
                _carry_keys(Layout(folder), Layout(fresh))
        findings = _prepare(fresh)
        _swap(folder, fresh, folder.with_name(f"{folder.name}.before-{stamp}"), timeout)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return report._replace(findings=findings)


# --- writing ---


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


def _write_archive(file: io.BufferedWriter, contents: Iterator[tuple[str, bytes]]) -> None:
    sums = {}
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, data in contents:
            sums[name] = hashlib.sha256(data).hexdigest()
            _add(archive, name, data)
        _add(archive, MANIFEST, json.dumps({"backup": 1, "sha256": sums}).encode())


def _add(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode, entry.mtime = len(data), disk.FILE_MODE, int(time.time())
    archive.addfile(entry, io.BytesIO(data))


# --- reading ---


def _read_archive(file: Path) -> dict[str, bytes]:
    """Return the files of a backup by name, each as its manifest says."""
    try:
        with tarfile.open(file, "r:") as archive:
            contents = {each.name: _extract(archive, each) for each in archive}
        sums = json.loads(contents.pop(MANIFEST))["sha256"]
    except (OSError, tarfile.TarError, KeyError, ValueError) as exc:
        raise Damaged(path=str(file), reason="not a backup") from exc
    found = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    if found != sums:
        raise Damaged(path=str(file), reason="not what was written")
    return contents


def _extract(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> bytes:
    reader = archive.extractfile(entry)
    return reader.read() if reader is not None else b""


def _check_name(file: Path, name: str) -> None:
    """Refuse a name that would lead out of the folder, or that no backup has."""
    match name.split("/"):
        case ["FORMAT" | "app.jsonl" | "profile.jsonl"]:
            return
        case ["keys", key] if key.endswith(".key") and key == key.lstrip("."):
            return
        case ["sessions", session_id, "events.jsonl"]:
            with suppress(StoreError):
                Layout(file).journal(session_id)
                return
    raise Damaged(path=str(file), reason="unknown file", name=name)


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


def _swap(folder: Path, fresh: Path, before: Path, timeout: float) -> None:
    """Put `fresh` at the name of `folder`, while nobody writes in it."""
    with _all_locked(Layout(folder), timeout), disk.saving(folder):
        disk.make_folder(folder.parent)
        if folder.exists():
            folder.rename(before)
        fresh.rename(folder)
        disk.sync_folder(folder.parent)


@contextmanager
def _all_locked(layout: Layout, timeout: float) -> Iterator[None]:
    files = [
        JournalFile(path, Tables(), timeout=timeout, create=False) for path in layout.journals()
    ]
    try:
        with ExitStack() as locks:
            for file in files:
                locks.enter_context(file.lock.held())
            yield
    finally:
        for file in files:
            file.close()
