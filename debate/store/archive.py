"""The form of a backup: a tar file of plain files, with a manifest of what each must be.

Reading refuses a name that no backup has, so that no archive can write outside a data folder.
"""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
import time
from typing import TYPE_CHECKING

from debate.errors import Damaged, UsageError, reason_of
from debate.store import disk
from debate.store.layout import is_session_id

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import IO

MANIFEST = "MANIFEST.json"


def write_archive(file: IO[bytes], contents: Iterable[tuple[str, bytes]]) -> None:
    """Write files, given as name and bytes, and their manifest to `file`."""
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


def read_archive(file: Path) -> dict[str, bytes]:
    """Return the files of a backup by name, each as its manifest says.

    Raises:
        UsageError: there is no such file.
        Damaged: it cannot be read, is not whole, or is no backup.
    """
    try:
        with tarfile.open(file, "r:") as archive:
            contents = {each.name: _extract(archive, each) for each in archive}
        sums = json.loads(contents.pop(MANIFEST))["sha256"]
    except (FileNotFoundError, NotADirectoryError) as exc:
        raise UsageError(what="file", value=str(file), reason="no-file") from exc
    except OSError as exc:
        raise Damaged(path=str(file), reason=reason_of(exc)) from exc
    except (tarfile.TarError, KeyError, ValueError) as exc:
        raise Damaged(path=str(file), reason="no-backup") from exc
    found = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    if found != sums:
        raise Damaged(path=str(file), reason="backup-changed")
    for name in contents:
        _check_name(file, name)
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
        case ["sessions", session_id, "events.jsonl"] if is_session_id(session_id):
            return
        case _:
            pass
    raise Damaged(path=str(file), reason="backup-foreign", name=name)
