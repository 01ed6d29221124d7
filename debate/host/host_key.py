"""The key by which an ssh client knows this host again: made once, for its owner alone."""

from __future__ import annotations

import time
from pathlib import Path

import asyncssh

from debate.errors import TrustError
from debate.store import disk

ALGORITHM = "ssh-ed25519"


def open_host_key(path: Path, *, is_renewed: bool = False) -> asyncssh.SSHKey:
    """Return the host key at `path`, made there the first time.

    Args:
        path: Its file.
        is_renewed: Make a new one; the old one is set aside beside it.

    Raises:
        TrustError: the file is damaged, or cannot be read.
        NotSaved: the disk refused a new one.
    """
    with disk.saving(path):
        disk.make_folder(path.parent)
        if is_renewed and path.exists():
            path.replace(path.with_name(f"{path.name}.old-{time.time_ns()}"))
        if not path.exists():
            made = asyncssh.generate_private_key(ALGORITHM)
            disk.replace_file(path, [made.export_private_key()])
    try:
        path.chmod(disk.FILE_MODE)
        return asyncssh.import_private_key(path.read_bytes())
    except (OSError, asyncssh.KeyImportError) as exc:
        raise TrustError(reason="key-damaged", path=str(path)) from exc
