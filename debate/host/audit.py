"""What the host let in and what it refused: one line each, in a file beside the data.

A line is JSON: when, what, and the facts of it. Never a code, a key or what somebody said. A flood
of refusals becomes one line that counts them, and the file is turned over when it is large.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from debate.store import disk

LARGEST = 8 << 20
"""Bytes after which a new file is begun; the old one is kept as `audit.log.1`."""
A_SECOND = 40
"""Lines a second; the others are counted."""
LONGEST = 200
"""Characters of one fact."""


class Audit:
    """Writes the lines; a disk that refuses them stops nobody."""

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        """Write at `path`, which need not be there.

        Args:
            path: The file.
            clock: Seconds since 1970.
        """
        self.path = path
        self._clock = clock
        self._file: TextIO | None = None
        self._second, self._lines, self._left_out = 0, 0, 0

    def note(self, event: str, **facts: object) -> None:
        """Write one line.

        Args:
            event: What happened, such as `code.wrong`.
            **facts: With whom or what.
        """
        at = self._clock()
        if int(at) != self._second:
            left_out = self._left_out
            self._second, self._lines, self._left_out = int(at), 0, 0
            if left_out:
                self._write(at, "left-out", {"lines": left_out})
        if self._lines >= A_SECOND:
            self._left_out += 1
            return
        self._lines += 1
        self._write(at, event, facts)

    def close(self) -> None:
        """Let go of the file."""
        if self._left_out:
            self._write(self._clock(), "left-out", {"lines": self._left_out})
            self._left_out = 0
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None

    def _write(self, at: float, event: str, facts: dict[str, object]) -> None:
        moment = datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
        told = {
            name: value if isinstance(value, int) else str(value)[:LONGEST]
            for name, value in facts.items()
        }
        line = json.dumps({"at": moment, "event": event, **told}, ensure_ascii=True)
        with suppress(OSError):
            file = self._opened()
            file.write(f"{line}\n")
            file.flush()

    def _opened(self) -> TextIO:
        if self._file is not None and self._file.tell() > LARGEST:
            self._file.close()
            self._file = None
            self.path.replace(self.path.with_name(f"{self.path.name}.1"))
        if self._file is None:
            disk.make_folder(self.path.parent)
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            self._file = os.fdopen(os.open(self.path, flags, disk.FILE_MODE), "a", encoding="utf-8")
        return self._file
