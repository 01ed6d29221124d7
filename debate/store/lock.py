"""One writer at a time among the processes and threads that share a file.

An advisory lock on a side file that is never deleted. The system lets go of it when its holder
dies, so a stale lock does not exist. The holder leaves its process number and the time inside,
for whoever has to wait.
"""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from debate.errors import Busy
from debate.store.disk import FILE_MODE, saving

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
_NAP, _LONGEST_NAP = 0.0005, 0.02


class Holder(NamedTuple):
    """Who holds a lock."""

    pid: int
    since: int
    """Milliseconds since 1970."""


class FileLock:
    """An exclusive lock, re-entrant within a thread, that survives a fork without being shared."""

    def __init__(self, path: Path, timeout: float = 10.0) -> None:
        """Prepare a lock on the side file `path`; wait at most `timeout` seconds for it."""
        self.path = path
        self.timeout = timeout
        self._fd = -1
        self._pid = os.getpid()
        self._depth = 0
        self._threads = threading.RLock()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock.

        Raises:
            Busy: somebody else held it for longer than the timeout.
            NotSaved: the side file cannot be made.
        """
        self._acquire()
        process = self._pid
        try:
            yield
        finally:
            if process == os.getpid():
                self._release()

    def holder(self) -> Holder | None:
        """Say who holds the lock, without waiting; None when nobody does."""
        try:
            fd = os.open(self.path, os.O_RDWR)
        except OSError:
            return None
        try:
            if self._depth == 0 and _try_lock(fd):
                _unlock(fd)
                return None
            return _read_holder(fd)
        finally:
            os.close(fd)

    def close(self) -> None:
        """Let go of the side file."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _acquire(self) -> None:
        if self._pid != os.getpid():
            self._start_over_after_fork()
        if not self._threads.acquire(timeout=self.timeout):
            raise Busy(path=str(self.path), seconds=self.timeout, by="thread")
        taken = self._depth > 0
        try:
            if not taken:
                self._wait()
            taken = True
            self._depth += 1
        finally:
            if not taken:
                self._threads.release()

    def _release(self) -> None:
        self._depth -= 1
        if self._depth == 0 and self._fd >= 0:
            _unlock(self._fd)
        self._threads.release()

    def _start_over_after_fork(self) -> None:
        """Forget the parent's descriptor and threads: a lock is never shared over a fork."""
        self.close()
        self._pid, self._depth, self._threads = os.getpid(), 0, threading.RLock()

    def _wait(self) -> None:
        end, nap = time.monotonic() + self.timeout, _NAP
        while not self._try():
            if time.monotonic() > end:
                raise Busy(path=str(self.path), seconds=self.timeout, by="process")
            time.sleep(nap)
            nap = min(nap * 1.5, _LONGEST_NAP)

    def _try(self) -> bool:
        """Take the lock on the side file that has the name; sign it, when the disk lets us."""
        with saving(self.path):
            if self._fd < 0:
                self._fd = os.open(self.path, _FLAGS, FILE_MODE)
            if not _try_lock(self._fd):
                return False
            if not self._is_named():
                self.close()
                return False
        with suppress(OSError):
            os.lseek(self._fd, 0, os.SEEK_SET)
            os.write(self._fd, b"%10d %13d\n" % (self._pid, time.time_ns() // 1_000_000))
        return True

    def _is_named(self) -> bool:
        """Whether the open side file is still the one with the name, not a deleted one."""
        try:
            named = self.path.stat()
        except FileNotFoundError:
            return False
        return os.path.samestat(named, os.fstat(self._fd))


def _read_holder(fd: int) -> Holder:
    os.lseek(fd, 0, os.SEEK_SET)
    words = os.read(fd, 64).split()
    match [int(word) for word in words if word.isdigit()]:
        case [pid, since]:
            return Holder(pid, since)
        case _:
            return Holder(0, 0)


def _try_lock(fd: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(fd, 1024, os.SEEK_SET)
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as exc:
        if exc.errno in _TAKEN:
            return False
        raise
    return True


def _unlock(fd: int) -> None:
    if sys.platform == "win32":
        os.lseek(fd, 1024, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(fd, fcntl.LOCK_UN)
