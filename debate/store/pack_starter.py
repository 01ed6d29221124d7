"""A first pack to write over: complete, in both languages, and passing its own check.

Its texts say what to write where they stand.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from debate.errors import UsageError
from debate.store.disk import saving
from debate.store.pack_places import MANIFEST

__all__ = ["new_pack"]

_FILES = (MANIFEST, "write-first.en.md", "write-first.nl.md")
"""The files of the starter, in a folder beside this module."""

_NAME_LIMIT = 48


def new_pack(folder: Path) -> tuple[Path, ...]:
    """Write a starter pack that passes the check; return its files.

    Args:
        folder: Where it goes; it is made if need be, and its name becomes the pack's id.

    Raises:
        UsageError: There is something in the folder already; it is left as it is.
        NotSaved: The disk refused.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(what="folder", value=str(folder), reason="exists")
    starter = files("debate.store") / "starter"
    with saving(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name in _FILES:
            text = (starter / name).read_text("utf-8").replace("PACK-ID", _id(folder))
            (folder / name).write_text(text, "utf-8", newline="\n")
    return tuple(folder / name for name in _FILES)


def _id(folder: Path) -> str:
    words = re.findall(r"[a-z0-9]+", folder.resolve().name.casefold())
    name = re.sub(r"^[0-9-]+", "", "-".join(words))[:_NAME_LIMIT].strip("-")
    return name or "my-pack"
