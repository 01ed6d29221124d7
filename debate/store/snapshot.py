"""A folded state beside its journal: a cache that is thrown away whenever it does not fit.

It holds opaque bytes, the place in the journal they were made at, and who made them, so that
another version of the program does not read them. Wrong, torn or missing is the same: None.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from debate.errors import NotSaved
from debate.store import disk, lines, plain
from debate.store.bookmark import Bookmark

if TYPE_CHECKING:
    from pathlib import Path


class Snapshot(NamedTuple):
    """A state as bytes, and the place in the journal that it is the state of."""

    place: Bookmark
    body: bytes


def write_snapshot(path: Path, snapshot: Snapshot, *, maker: str) -> bool:
    """Keep a snapshot at `path`.

    Args:
        path: the file.
        snapshot: what to keep.
        maker: names what made the body, version included.

    Returns:
        Whether the disk took it; nothing is lost when not.
    """
    facts = {
        "snapshot": 1,
        "maker": maker,
        "place": list(snapshot.place),
        "length": len(snapshot.body),
        "crc": zlib.crc32(snapshot.body),
    }
    head = lines.seal(plain.dump({"x": 0, "h": facts})[1:])
    try:
        with disk.saving(path):
            disk.replace_file(path, (head, snapshot.body), lasting=False)
    except NotSaved:
        return False
    return True


def read_snapshot(path: Path, *, maker: str) -> Snapshot | None:
    """Return the snapshot at `path`, when there is one that `maker` made and it is whole."""
    facts, body = _read(path)
    return Snapshot(Bookmark(*facts["place"]), body) if facts.get("maker") == maker else None


def is_whole_snapshot(path: Path) -> bool:
    """Whether there is a snapshot at `path` that is what was written, whoever made it."""
    return bool(_read(path)[0])


def _read(path: Path) -> tuple[dict[str, Any], bytes]:
    """Return the facts and the body of a whole snapshot; no facts of anything else."""
    try:
        head, newline, body = path.read_bytes().partition(b"\n")
    except OSError:
        return {}, b""
    facts: dict[str, Any] = lines.read_line(head + newline).get("h", {})
    stated = (facts.get("snapshot"), facts.get("length"), facts.get("crc"))
    return (facts, body) if stated == (1, len(body), zlib.crc32(body)) else ({}, b"")
