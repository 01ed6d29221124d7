"""Where the data folder stands: who else can read it, and whether its disk can be trusted.

A lock does not hold on most network folders, and a service that copies files behind our back
makes two of a journal that grows in two places.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from debate.store.disk import FILE_MODE, FOLDER_MODE
from debate.store.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOW_SPACE = 50 << 20
"""Below this many free bytes a person should be told."""

_NETWORK = frozenset(
    [
        "9p",
        "afs",
        "afpfs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs",
        "fuse.rclone",
        "fuse.sshfs",
        "glusterfs",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
        "webdav",
    ]
)
_SERVICES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "mobile documents": "iCloud",
    "icloud": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "surfdrive": "SURFdrive",
    "syncthing": "Syncthing",
}
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def look_around(folder: Path) -> Iterator[Finding]:
    """Yield what is risky about where `folder` stands."""
    kind = network_kind(folder.resolve(), _mounts())
    if kind:
        yield Finding("folder.network", "warning", folder, {"kind": kind})
    service = copying_service(folder.resolve())
    if service:
        yield Finding("folder.synced", "warning", folder, {"service": service})
    free = free_bytes(folder)
    if free < LOW_SPACE:
        yield Finding("space.low", "warning", folder, {"bytes": free})


def network_kind(path: Path, mounts: str) -> str:
    """Return the kind of network file system that `path` is on; nothing when it is on a disk.

    Args:
        path: an absolute path without links.
        mounts: lines of device, place and kind, as in `/proc/mounts`.
    """
    best, kind = -1, ""
    for line in mounts.splitlines():
        words = line.split()
        place = words[1].replace("\\040", " ") if len(words) > 2 else ""  # noqa: PLR2004
        is_below = path.is_relative_to(place) if place else False
        if is_below and len(place) > best:
            best, kind = len(place), words[2]
    return kind if kind in _NETWORK else ""


def copying_service(path: Path) -> str:
    """Return the name of the service that copies the folder `path` is in, as far as it shows."""
    for part in path.parts:
        for word, service in _SERVICES.items():
            if part.lower().startswith(word):
                return service
    return ""


def free_bytes(folder: Path) -> int:
    """Return how many bytes can still be written in `folder`."""
    if not hasattr(os, "statvfs"):
        return LOW_SPACE
    room = os.statvfs(folder)
    return room.f_bavail * room.f_frsize


def wide_permissions(folder: Path) -> Iterator[Finding]:
    """Yield everything in `folder`, itself included, that others than its owner can open."""
    for path in (folder, *sorted(folder.rglob("*"))):
        mode = path.lstat().st_mode
        if not stat.S_ISLNK(mode) and mode & _OTHERS and os.name != "nt":
            details = {"mode": f"{stat.S_IMODE(mode):04o}"}
            yield Finding("permissions.wide", "warning", path, details)


def narrow(path: Path) -> None:
    """Let only its owner open `path`."""
    path.chmod(FOLDER_MODE if path.is_dir() else FILE_MODE)


def _mounts() -> str:
    try:
        with open("/proc/self/mounts", encoding="utf-8", errors="replace") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return ""
