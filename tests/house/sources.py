"""The project as files: where it is, what is tracked, and Python sources with their syntax trees."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The top of the checkout."""
PYTHON_ROOMS = ("debate", "tests", "benchmarks")


@dataclass(frozen=True)
class Source:
    """One Python file, by its path from the top of the project."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree, parsed once."""
        return ast.parse(self.text)

    @property
    def length(self) -> int:
        """The number of lines."""
        return len(self.text.splitlines())


def python_sources(*rooms: str) -> tuple[Source, ...]:
    """Read every Python file in the named folders; all of the project's own when none is named."""
    return tuple(
        Source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for room in rooms or PYTHON_ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
    )


def tracked_files() -> tuple[Path, ...]:
    """Return every file under version control, or every file where there is no repository."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, text=True
    )
    if listed.returncode == 0:
        paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    else:
        paths = (path for path in ROOT.rglob("*") if not path.is_relative_to(ROOT / ".venv"))
    return tuple(path for path in paths if path.is_file())


def text_of(path: Path) -> str | None:
    """Return a file's text, or nothing when it is not text."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return None
