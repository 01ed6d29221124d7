"""Motion packs: folders that people write, checked as a whole before a debate may use them.

A pack with a fault is never half loaded; `check_pack` says what to mend, with file and line.
Which folders are searched is decided above: nothing here knows a home or an environment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from debate.domain.ids import MotionId
from debate.domain.motion import Motion
from debate.domain.pack import Pack
from debate.errors import PackError
from debate.store.pack_fault import Fault
from debate.store.pack_folder import Folder, read_folder
from debate.store.pack_motion import pack_of
from debate.store.pack_places import MANIFEST, pack_folders

__all__ = [
    "BrokenPack",
    "Fault",
    "FoundMotion",
    "FoundPack",
    "Shelf",
    "check_pack",
    "find_packs",
    "load_pack",
]


@dataclass(frozen=True, slots=True)
class FoundPack:
    """A pack that passed its check, and where it is."""

    folder: Path
    pack: Pack


class FoundMotion(NamedTuple):
    """A motion that can be debated, and the pack it comes from."""

    pack: Pack
    motion: Motion


@dataclass(frozen=True, slots=True)
class BrokenPack:
    """A pack that did not pass its check, and why."""

    folder: Path
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All packs that were found, in the order of the folders and then of their names."""

    packs: tuple[FoundPack, ...]
    broken: tuple[BrokenPack, ...]

    @property
    def motions(self) -> Mapping[MotionId, FoundMotion]:
        """Every motion that can be debated; of two with one id the later pack's, as of run-sheets."""
        return {
            motion.id: FoundMotion(found.pack, motion)
            for found in self.packs
            for motion in found.pack.motions
        }


def check_pack(folder: Path) -> tuple[Fault, ...]:
    """Return everything that is wrong with a pack, in the order of its motions and lines."""
    return read_folder(folder).faults


def load_pack(folder: Path) -> Pack:
    """Return a pack in all its languages.

    Raises:
        PackError: The pack does not pass its check; `details` has `path` and `faults`.
    """
    found = read_folder(folder)
    if found.faults:
        raise PackError(path=str(folder), faults=found.faults)
    return pack_of(found)


def find_packs(folders: Sequence[Path]) -> Shelf:
    """Find the packs in folders of packs; a broken one does not hinder the others.

    Args:
        folders: Each is a folder of packs, or one pack. One that is not there holds none. Of two
            packs with the same id the first is taken and the other is reported as broken.
    """
    packs: dict[str, FoundPack] = {}
    broken: list[BrokenPack] = []
    for folder in pack_folders(folders):
        found = read_folder(folder)
        if found.faults:
            broken.append(BrokenPack(folder, found.faults))
            continue
        pack = pack_of(found)
        if pack.id in packs:
            broken.append(BrokenPack(folder, (_twice(found, packs[pack.id]),)))
        else:
            packs[pack.id] = FoundPack(folder, pack)
    return Shelf(tuple(packs.values()), tuple(broken))


def _twice(found: Folder, first: FoundPack) -> Fault:
    line = found.manifest.line_of("id")
    return Fault.of(MANIFEST, line, "pack.twice", id=first.pack.id, folder=str(first.folder))
