"""The health of one journal file: what is wrong with it, and a clean copy of what is good.

Looking changes nothing. A repair keeps the damaged file under another name beside it.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from debate.errors import NewerFormat, NotAJournal, StoreError
from debate.store import disk, lines
from debate.store.finding import Finding
from debate.store.journal_file import JournalFile
from debate.store.lines import Operation
from debate.store.lock import FileLock, Holder
from debate.store.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Examination(NamedTuple):
    """What a look at one journal showed."""

    findings: tuple[Finding, ...]
    tables: Tables
    """Its documents, as far as they can be read."""


def examine_journal(path: Path) -> Examination:
    """Look at the journal at `path` and change nothing."""
    tables = Tables()
    file = JournalFile(path, tables, timeout=0, create=False)
    try:
        file.refresh()
        findings = [*_tail(file), *_damage(file)]
    except NewerFormat as exc:
        findings = [Finding("format.newer", "fault", path, exc.details)]
    except NotAJournal:
        findings = [Finding("journal.foreign", "fault", path, {})]
    except StoreError as exc:
        findings = [Finding("journal.unreadable", "fault", path, exc.details)]
    finally:
        file.close()
    return Examination((*findings, *_lock(path)), tables)


def _tail(file: JournalFile) -> Iterator[Finding]:
    torn = file.path.stat().st_size - file.offset
    if torn > 0:
        yield Finding("tail.torn", "note", file.path, {"bytes": torn})


def _damage(file: JournalFile) -> Iterator[Finding]:
    if file.damage:
        details = {
            "places": len(file.damage),
            "bytes": sum(each.length for each in file.damage),
            "first": file.damage[0].offset,
            "beyond": file.damage[-1].offset + file.damage[-1].length,
        }
        yield Finding("middle.damaged", "fault", file.path, details)


def _lock(path: Path) -> Iterator[Finding]:
    holder = FileLock(path.with_name(f"{path.name}.lock")).holder()
    if holder is not None:
        yield Finding("lock.held", "note", path, describe_holder(holder))


def describe_holder(holder: Holder) -> Mapping[str, object]:
    """Return who holds a lock: process, since when, and its command where the system tells."""
    command = ""
    with suppress(OSError):
        words = Path(f"/proc/{holder.pid}/cmdline").read_bytes().split(b"\0")
        command = b" ".join(words).decode("utf-8", "replace").strip()
    return {"pid": holder.pid, "since": holder.since, "command": command}


def repair_journal(path: Path, *, timeout: float = 10.0) -> None:
    """Set an unfinished write aside, and put a clean copy in the place of a damaged file.

    The copy has every whole transaction, and every whole line of a broken one; the damaged file
    stays beside it as `*.damaged-<nanoseconds>`.

    Raises:
        Busy: another process is writing.
        StoreError: it cannot be repaired.
    """
    file = JournalFile(path, Tables(), timeout=timeout, create=False)
    try:
        with file.lock.held():
            file.refresh(exclusive=True)
            if file.damage:
                _renew(file)
    finally:
        file.close()


def _renew(file: JournalFile) -> None:
    kept = file.path.with_name(f"{file.path.name}.damaged-{time.time_ns()}")
    with disk.saving(kept):
        os.link(file.path, kept)
    clean = [lines.encode([operation])[0] for operation in _rescue(file.path)]
    file.rewrite(clean, generation=file.generation + 1)


def _rescue(path: Path) -> Iterator[Operation]:
    """Yield what every whole line says, in order."""
    for line in lines.cut(path.read_bytes()):
        record = lines.read_line(line)
        if "t" in record:
            yield Operation(record["t"], record["i"], record["d"])
