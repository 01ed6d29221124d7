"""Where packs lie: which folders are one, and where those are that come with the program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

MANIFEST = "pack.toml"
"""The file that makes a folder a pack."""


def pack_folders(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return every folder that is a pack, in the order of the folders and then of their names.

    Args:
        folders: Each is a folder of packs, or one pack. One that is not there holds none.
    """
    return tuple(dict.fromkeys(chain.from_iterable(map(_packs_in, folders))))


def builtin_packs() -> Path:
    """Return the folder of the packs that come with the program.

    In an installed program it lies beside the code, in a checkout at the top.
    """
    package = Path(__file__).resolve().parents[1]
    beside = package / "motions"
    return beside if beside.is_dir() else package.parent / "motions"


def _packs_in(folder: Path) -> Iterator[Path]:
    folder = folder.resolve()
    if (folder / MANIFEST).is_file():
        yield folder
    elif folder.is_dir():
        yield from sorted(each for each in folder.iterdir() if (each / MANIFEST).is_file())
