"""What a look at the data folder brought up: a code and facts, which get their words elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Level = Literal["note", "warning", "fault"]
Code = Literal[
    "tail.torn",  # bytes: an unfinished write at the end
    "middle.damaged",  # places, bytes, first, beyond: lines that cannot be read
    "journal.unreadable",  # reason
    "journal.gone",  # a session's folder without its journal, or with an empty one
    "journal.foreign",  # another kind of file stands in its place
    "format.newer",  # found, known
    "facts",  # verdict and what the verifier says of it
    "snapshot.wrong",
    "index.outdated",  # sessions
    "permissions.wide",  # mode
    "folder.network",  # kind
    "folder.synced",  # service
    "space.low",  # bytes
    "lock.held",  # pid, since, command
    "trash.old",  # days
    "kept.aside",  # bytes, days: what an earlier recovery set aside
    "scratch.left",  # bytes: of a write that a crash cut short
]


class Finding(NamedTuple):
    """One thing worth knowing about one file or folder."""

    code: Code
    level: Level
    path: Path
    details: Mapping[str, object]
    is_repaired: bool = False
