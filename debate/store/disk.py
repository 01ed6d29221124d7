"""The few system calls that make bytes stay, and what their refusals mean.

Every foreign `OSError` of a write leaves this room as `NotSaved` with a reason that a person can
act on. Nothing here knows what the bytes say.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from debate.errors import NotSaved, reason_of

if sys.platform == "darwin":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

READ = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
APPEND = os.O_RDWR | os.O_APPEND | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
CREATE = (
    os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)
PIECE = 1 << 26
"""The most bytes asked of the system in one read."""
FILE_MODE = 0o600
FOLDER_MODE = 0o700


@contextmanager
def saving(path: Path) -> Iterator[None]:
    """Turn a refusal of the system to write at `path` into `NotSaved`."""
    try:
        yield
    except OSError as exc:
        raise NotSaved(path=str(path), reason=reason_of(exc), system=exc.strerror or "") from exc


def datasync(fd: int) -> None:
    """Return when what was written to `fd` survives a power cut."""
    if sys.platform == "darwin":
        fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
    elif sys.platform == "win32":
        os.fsync(fd)
    else:
        os.fdatasync(fd)


def sync_folder(folder: Path) -> None:
    """Return when the names in `folder` survive a power cut."""
    if sys.platform == "win32":
        return
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def write_all(fd: int, data: bytes) -> None:
    """Write every byte of `data`, however many calls it takes."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def read_at(fd: int, offset: int, length: int) -> bytes:
    """Return up to `length` bytes from `offset`; fewer only at the end of the file."""
    pieces = []
    while length > 0:
        piece = _read_piece(fd, offset, min(length, PIECE))
        if not piece:
            break
        pieces.append(piece)
        offset += len(piece)
        length -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _read_piece(fd: int, offset: int, length: int) -> bytes:
    if sys.platform == "win32":
        os.lseek(fd, offset, os.SEEK_SET)
        return os.read(fd, length)
    return os.pread(fd, length, offset)


def replace_file(path: Path, chunks: Iterable[bytes], *, lasting: bool = True) -> None:
    """Put a whole new file at `path`, or leave the old one untouched.

    Args:
        path: where it goes; nobody ever sees half of it. One writer at a time.
        chunks: its bytes.
        lasting: wait for the disk; False only for a file that may be lost.
    """
    scratch = path.with_name(f"{path.name}.tmp")
    try:
        fd = os.open(scratch, CREATE, FILE_MODE)
        try:
            for chunk in chunks:
                write_all(fd, chunk)
            if lasting:
                datasync(fd)
        finally:
            os.close(fd)
        scratch.replace(path)
        if lasting:
            sync_folder(path.parent)
    finally:
        with suppress(OSError):
            scratch.unlink()


def make_folder(folder: Path) -> None:
    """Make a folder only its owner can enter, with its parents, so that its name stays."""
    missing = [folder, *folder.parents]
    missing = missing[: next(i for i, each in enumerate(missing) if each.is_dir())]
    for each in reversed(missing):
        with suppress(FileExistsError):
            each.mkdir(FOLDER_MODE)
        sync_folder(each.parent)


def set_aside(path: Path, kind: str, data: bytes) -> Path:
    """Keep `data` in a file of its own beside `path`, as `path.kind-<nanoseconds>`."""
    kept = path.with_name(f"{path.name}.{kind}-{time.time_ns()}")
    fd = os.open(kept, CREATE, FILE_MODE)
    try:
        write_all(fd, data)
    finally:
        os.close(fd)
    return kept
