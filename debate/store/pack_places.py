"""Where packs lie: which folders are one, and where those are that come with the program."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from errno import EINVAL, ENAMETOOLONG, ENOENT, ENOTDIR
from itertools import chain
from pathlib import Path
from stat import S_ISREG

MANIFEST = "pack.toml"
"""The file that makes a folder a pack."""
NOT_THERE = frozenset({ENOENT, ENOTDIR, ENAMETOOLONG, EINVAL})
"""What a system says of a file that is not there; whatever else it says hinders a look at one."""


def pack_folders(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return every folder that is a pack, in the order of the folders and then of their names.

    Args:
        folders: Each is a folder of packs, or one pack. One that is not there holds none; one that
            may not be entered counts as a pack, for its check says what is wrong.
    """
    return tuple(dict.fromkeys(chain.from_iterable(map(_packs_in, folders))))


def may_be_file(path: Path) -> bool:
    """Tell whether a file is there, or cannot be looked at: reading it tells why not."""
    try:
        return S_ISREG(path.stat().st_mode)
    except ValueError:
        return False
    except OSError as exc:
        return exc.errno not in NOT_THERE


def builtin_packs() -> Path:
    """Return the folder of the packs that come with the program.

    In an installed program it lies beside the code, in a checkout at the top.
    """
    package = Path(__file__).resolve().parents[1]
    beside = package / "motions"
    return beside if beside.is_dir() else package.parent / "motions"


def _packs_in(folder: Path) -> Iterator[Path]:
    folder = Path(os.path.realpath(folder))  # unlike `resolve`, also where links go in a ring
    if may_be_file(folder / MANIFEST):
        yield folder
    elif folder.is_dir():
        yield from _packs_among(folder)


def _packs_among(folder: Path) -> Sequence[Path]:
    """Return the packs in a folder of packs; itself when it may not be listed, to be found at fault."""
    try:
        return sorted(each for each in folder.iterdir() if may_be_file(each / MANIFEST))
    except OSError:
        return (folder,)
