"""Secret keys as files that only their owner can read. What they open is not known here."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from debate.errors import Damaged, UsageError
from debate.store import disk

if TYPE_CHECKING:
    from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class KeyFolder:
    """The folder of keys."""

    def __init__(self, folder: Path) -> None:
        """Keep keys in `folder`."""
        self._folder = folder

    def read(self, name: str) -> bytes | None:
        """Return the key `name`; None when there is none.

        Raises:
            Damaged: it is there and cannot be read.
        """
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as exc:
            raise Damaged(path=str(self._path(name)), reason="unreadable") from exc

    def write(self, name: str, key: bytes) -> None:
        """Keep a new key durably; a key that is there is never written over.

        Raises:
            UsageError: there is one of that name.
            NotSaved: the disk refused.
        """
        path = self._path(name)
        scratch = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        with disk.saving(path):
            disk.make_folder(self._folder)
            try:
                _write_new(scratch, key)
                os.link(scratch, path)
                disk.sync_folder(self._folder)
            except FileExistsError as exc:
                raise UsageError(what="key", value=name, reason="exists") from exc
            finally:
                scratch.unlink(missing_ok=True)

    def replace(self, name: str, key: bytes) -> None:
        """Keep a key in place of the one of that name, durably.

        Raises:
            NotSaved: the disk refused; the old one is still there.
        """
        with disk.saving(self._path(name)):
            disk.make_folder(self._folder)
            disk.replace_file(self._path(name), [key])

    def names(self) -> list[str]:
        """Return the names of the keys, in order."""
        if not self._folder.is_dir():
            return []
        return sorted(path.stem for path in self._folder.glob("*.key"))

    def _path(self, name: str) -> Path:
        if not name.replace("-", "").replace("_", "").isalnum():
            raise UsageError(what="key", value=name)
        return self._folder / f"{name}.key"


def _write_new(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    fd = os.open(path, _NEW, disk.FILE_MODE)
    try:
        disk.write_all(fd, data)
        disk.datasync(fd)
    finally:
        os.close(fd)
