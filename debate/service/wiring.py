"""Put the rooms together for one process: the only place that reads the environment and the home.

Everything below gets its folder, clock and packs from here, so that one process can serve many.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from debate.service.clock import Clock
from debate.service.location import data_folder
from debate.service.workspace import Workspace

PACKS_VARIABLE = "DEBATE_MOTIONS"
USER_PACKS = "motions"
"""The folder inside the data folder where people put their own packs."""


def wall_clock() -> int:
    """Return the time in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def is_past(day: str) -> bool:
    """Tell whether a day, as 2027-03-01, is over where this machine is."""
    return day < time.strftime("%Y-%m-%d", time.localtime(wall_clock() // 1000))


def workspace(
    *, folder: Path | None, motions: Sequence[Path] = (), environment: Mapping[str, str]
) -> Workspace:
    """Open the data folder, made when it is not there.

    Args:
        folder: The data folder a person chose; None for the usual one.
        motions: More folders with motion packs.
        environment: The process's environment variables.

    Raises:
        StoreError: the folder is of a newer program, or cannot be made.
    """
    from debate.store.library import Library
    from debate.store.pack_places import builtin_packs

    home = data_folder(folder, environment)
    named = environment.get(PACKS_VARIABLE)
    extra = [Path(part).expanduser() for part in named.split(os.pathsep) if part] if named else []
    packs = (builtin_packs(), home / USER_PACKS, *extra, *motions)
    return Workspace(Library(home), Clock(wall_clock), packs)
