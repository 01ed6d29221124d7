"""Texts as files: written anew where somebody named one, and over nobody's where they did not."""

from __future__ import annotations

import re
from pathlib import Path

from debate.errors import NotSaved, reason_of

NAME_LENGTH = 60
"""The most characters of a title that go into the name of a file."""
_APART = re.compile(r"[^\w]+")


def write_paper(path: Path, words: str) -> None:
    """Write a file anew, its line ends as they are.

    Raises:
        NotSaved: the disk refused.
    """
    _write(path, words, "wb")


def add_paper(folder: Path, title: str, ending: str, words: str) -> Path:
    """Write a file that was not there before, named after a title; return where it is.

    Args:
        folder: Where it goes.
        title: What it is about, in anybody's words.
        ending: What its name ends on, without the dot.
        words: What it holds.

    Raises:
        NotSaved: the disk refused.
    """
    name = _APART.sub("-", title).strip("-")[:NAME_LENGTH] or "debate"
    for number in range(1, 10_000):
        path = folder / f"{name}{f'-{number}' if number > 1 else ''}.{ending}"
        try:
            _write(path, words, "xb")
        except FileExistsError:
            continue
        return path
    raise NotSaved(path=str(folder / f"{name}.{ending}"), reason="taken")


def _write(path: Path, words: str, mode: str) -> None:
    try:
        with path.open(mode) as file:
            file.write(words.encode())
    except FileExistsError:
        raise
    except OSError as exc:
        raise NotSaved(path=str(path), reason=reason_of(exc)) from exc
