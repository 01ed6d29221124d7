"""A sound pack to break on purpose, one line at a time."""

from __future__ import annotations

from pathlib import Path

from debate.store.pack_fault import Fault
from debate.store.packs import check_pack

EN, NL, TOML = "write-first.en.md", "write-first.nl.md", "pack.toml"


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Replace the only occurrence of `old` in a file of a pack."""
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), "utf-8")


def line_of(folder: Path, file: str, mark: str) -> int:
    """Return the line on which a file has `mark` for the first time."""
    lines = (folder / file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if mark in line)


def only_fault(folder: Path) -> Fault:
    """Return the one fault that a pack has."""
    (fault,) = check_pack(folder)
    return fault


def codes(folder: Path) -> set[str]:
    """Return the codes of all faults of a pack."""
    return {fault.code for fault in check_pack(folder)}
