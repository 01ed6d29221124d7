"""One file of transactions that many processes append to and nobody rewrites in place.

A commit is one write and one wait for the disk. A tail that was cut short is set aside by the
next writer; damage before it is skipped, listed and never deleted. What the lines mean is the
follower's business.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from debate.domain.journal import Damage
from debate.errors import Broken, Damaged, NewerFormat, NotAJournal, NotSaved, reason_of
from debate.store import bulk, disk, lines
from debate.store.bookmark import Bookmark
from debate.store.lock import FileLock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CHUNK = 4 << 20
"""How many bytes are read at once, so that opening a file never holds all of it twice."""


class Follower(Protocol):
    """Who is told what the file says."""

    def start_over(self) -> None:
        """Forget everything: the file is read from its beginning."""

    def take_in(self, records: list[lines.Record]) -> None:
        """Apply committed lines, in order."""


class JournalFile:
    """A journal on disk, as one handle sees it; threads share it only under its lock."""

    def __init__(self, path: Path, follower: Follower, *, timeout: float, create: bool) -> None:
        """Prepare the journal at `path`; nothing is opened before the first `refresh`.

        Args:
            path: the file; its lock is `path.lock`.
            follower: is told what is read.
            timeout: how many seconds to wait for another writer.
            create: make an empty journal when there is none.
        """
        self.path = path
        self.lock = FileLock(path.with_name(f"{path.name}.lock"), timeout)
        self.offset = 0
        """Everything before it is committed and was given to the follower."""
        self.generation = 0
        """Goes up by one each time the file is written anew."""
        self.created = 0
        """When this generation was made, in milliseconds since 1970."""
        self.epoch = 0
        """Goes up by one each time the follower had to start over."""
        self.damage: list[Damage] = []
        self.torn = 0
        """How many unfinished writes this handle has set aside."""
        self.read_only = False
        self._follower = follower
        self._create = create
        self._broken = ""
        self._fd = -1
        self._identity = (0, 0)
        self._changed = 0
        self._mark, self._mark_offset = b"", 0

    # --- opening ---

    def close(self) -> None:
        """Let go of the files."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1
        self.lock.close()

    def bookmark(self, position: int) -> Bookmark:
        """Return the place up to which this handle has read; the follower counts `position`."""
        mark, place = self._mark.decode("ascii", "replace"), self._mark_offset
        return Bookmark(self.generation, self.created, self.offset, mark, place, position)

    def open_at(self, place: Bookmark) -> bool:
        """Start reading at a bookmark instead of the beginning, when it still holds.

        Returns:
            Whether it holds; when not, the next `refresh` reads everything.
        """
        self._open()
        first, newline, _ = disk.read_at(self._fd, 0, 4096).partition(b"\n")
        self._take_header(first + newline)
        self._mark, self._mark_offset = place.mark.encode(), place.mark_offset
        if (self.generation, self.created) == place[:2] and self._still_says(place.offset):
            self.offset = place.offset
            return True
        self._start_over()
        return False

    def _open(self) -> None:
        """Open the file that has the name, from its beginning."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1
        if self._create and not self.path.exists():
            self._make()
        self._create = False
        self._fd = self._descriptor()
        status = os.fstat(self._fd)
        self._identity = (status.st_dev, status.st_ino)
        self._broken = ""
        self._start_over()

    def _make(self) -> None:
        with disk.saving(self.path):
            disk.make_folder(self.path.parent)
        with self.lock.held():
            if not self.path.exists():
                self.rewrite((), generation=1)

    def _descriptor(self) -> int:
        try:
            try:
                self.read_only = False
                return os.open(self.path, disk.APPEND)
            except PermissionError:
                self.read_only = True
            except OSError:
                if os.access(self.path, os.W_OK):
                    raise
                self.read_only = True
            return os.open(self.path, disk.READ)
        except OSError as exc:
            raise Damaged(path=str(self.path), reason=reason_of(exc)) from exc

    def _start_over(self) -> None:
        self.offset, self._changed, self._mark, self._mark_offset = 0, 0, b"", 0
        self.epoch += 1
        self.damage.clear()
        self._follower.start_over()

    # --- reading ---

    def refresh(self, *, exclusive: bool = False) -> None:
        """Take in what was appended; one system call when nothing was.

        Args:
            exclusive: the lock is held, so that an unfinished write at the end is nobody's.

        Raises:
            Damaged: the file is gone or cannot be read.
            NotAJournal: the file is something else.
            NewerFormat: a newer program wrote it.
        """
        if self._fd < 0:
            self._open()
        else:
            status = self._status()
            if (status.st_dev, status.st_ino) != self._identity:
                self._open()
            elif self.offset == status.st_size > 0 and self._changed == status.st_mtime_ns:
                return
            elif status.st_size < self.offset or not self._still_says(self.offset):
                self._start_over()
        self._catch_up(exclusive=exclusive)

    def _status(self) -> os.stat_result:
        try:
            return self.path.stat()
        except OSError as exc:
            raise Damaged(path=str(self.path), reason="missing") from exc

    def _still_says(self, offset: int) -> bool:
        """Whether the last line that was read is still there and still ends at `offset`.

        Another process may have taken back an append that this one had already seen.
        """
        if not offset:
            return True
        length = offset - self._mark_offset
        line = disk.read_at(self._fd, self._mark_offset, length)
        seal, end = line[: lines.SEAL_LENGTH], line[-1:]
        return len(line) == length and seal == self._mark and end == b"\n"

    def _catch_up(self, *, exclusive: bool) -> None:
        status = os.fstat(self._fd)
        size, step = status.st_size, CHUNK
        with bulk.reading():
            while self.offset < size:
                before, upto = self.offset, min(size, self.offset + step)
                self._take_in(disk.read_at(self._fd, before, upto - before))
                if upto == size:
                    break
                step = CHUNK if self.offset > before else size
        if size and not self.offset:
            raise NotAJournal(path=str(self.path))
        if exclusive and not size:
            self._begin()
        elif exclusive and self.offset < size:
            self._set_tail_aside(size)
        self._changed = status.st_mtime_ns

    def read_again(self) -> None:
        """Give everything from the beginning to the follower; what was read so far still holds."""
        self.refresh()
        epoch = self.epoch
        self._start_over()
        self._catch_up(exclusive=False)
        self.epoch = epoch

    def _begin(self) -> None:
        """Write the first line of a file that is there but empty."""
        first = lines.header(1, _now())
        self.append(first)
        self._take_header(first)

    def _take_in(self, data: bytes) -> None:
        if not self.offset:
            first, newline, rest = data.partition(b"\n")
            if self._take_header(first + newline):
                self._advance(first + newline, len(first) + 1)
                data = rest
        batch, start = lines.scan(data), self.offset
        if batch.length:
            self.damage += [Damage(start + gap.offset, *gap[1:]) for gap in batch.gaps]
            self._follower.take_in(batch.records)
            self._advance(batch.last, batch.length)

    def _advance(self, last: bytes, length: int) -> None:
        """Step over `length` committed bytes, of which `last` is the last line."""
        self.offset += length
        self._mark, self._mark_offset = last[: lines.SEAL_LENGTH], self.offset - len(last)

    def _take_header(self, line: bytes) -> bool:
        facts = lines.read_header(line)
        if facts is None:
            return False
        if facts["v"] > lines.VERSION:
            raise NewerFormat(path=str(self.path), found=facts["v"], known=lines.VERSION)
        self.generation, self.created = facts["gen"], facts["created"]
        return True

    def _set_tail_aside(self, size: int) -> None:
        """Cut off an unfinished write, keeping a copy unless it is only zeros."""
        if self.read_only:
            return
        tail = disk.read_at(self._fd, self.offset, size - self.offset)
        if tail.strip(b"\0"):
            with suppress(OSError):  # a full disk must not stop recovery
                disk.set_aside(self.path, "torn", tail)
        with disk.saving(self.path):
            os.ftruncate(self._fd, self.offset)
            disk.datasync(self._fd)
        self.torn += 1

    # --- writing: the lock is held and the handle is up to date ---

    def append(self, data: bytes) -> None:
        """Add whole transactions durably, or nothing.

        Raises:
            NotSaved: the disk refused; the file is as it was.
            Broken: it could not be put back as it was, now or earlier: open it again.
        """
        if self._broken:
            raise Broken(path=str(self.path), reason=self._broken)
        if self.read_only or self._fd < 0:
            raise NotSaved(path=str(self.path), reason="read-only", system="")
        start, saved = self.offset, False
        try:
            with disk.saving(self.path):
                disk.write_all(self._fd, data)
                disk.datasync(self._fd)
            saved = True
        except NotSaved as exc:
            if exc.details["reason"] == "input-output":
                self._broken = "input-output"
            raise
        finally:
            if not saved:
                self._take_back(start)
        self._advance(data[data.rfind(b"\n", 0, -1) + 1 :], len(data))

    def _take_back(self, start: int) -> None:
        """Undo a write that failed or was interrupted: it did not happen."""
        try:
            os.ftruncate(self._fd, start)
            disk.datasync(self._fd)
        except OSError as exc:
            self._broken = reason_of(exc)

    def rewrite(self, chunks: Iterable[bytes], *, generation: int) -> None:
        """Put a new file with these transactions at the name; the lock is held.

        Raises:
            NotSaved: the disk refused; the old file is untouched.
        """
        first = lines.header(generation, _now())
        with disk.saving(self.path):
            disk.replace_file(self.path, _after(first, chunks))

    def barrier(self) -> None:
        """Wait until what was read is on the disk: its writer may not have waited yet.

        Raises:
            NotSaved: the disk refused.
        """
        if self._fd >= 0 and not self.read_only:
            with disk.saving(self.path):
                disk.datasync(self._fd)


def _now() -> int:
    return time.time_ns() // 1_000_000


def _after(first: bytes, chunks: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from chunks
