"""One folder in the place of another, so that a crash in between loses neither.

There is no portable call that exchanges two folders. So the old one steps aside under a name that
`undo_swap` knows, and whoever opens the folder and finds nothing puts it back.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from debate.store import disk

if TYPE_CHECKING:
    from pathlib import Path


def swap_folders(folder: Path, fresh: Path) -> None:
    """Put `fresh` at the name of `folder`, which stays as `folder.before-<nanoseconds>`.

    Raises:
        NotSaved: the system refused; `folder` is as it was.
    """
    before = folder.with_name(f"{folder.name}.before-{time.time_ns()}")
    with disk.saving(folder):
        disk.make_folder(folder.parent)
        if folder.exists():
            folder.rename(before)
        try:
            fresh.rename(folder)
            disk.sync_folder(folder.parent)
        finally:
            undo_swap(folder)


def undo_swap(folder: Path) -> None:
    """Put the old folder back when a crash left nothing at its name."""
    if folder.exists() or not folder.parent.is_dir():
        return
    aside = sorted(folder.parent.glob(f"{folder.name}.before-*"))
    if aside:
        aside[-1].rename(folder)
