"""Faults of the program itself, in the host's audit log: of what kind, and where in the program.

A screen or a line that fails tells its guest only that it did. Whoever runs the host needs more to
mend it or to report it, and must not find there what somebody typed: so the words of an exception,
which may quote it, are left out.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debate.host.audit import Audit

SOURCES = ("debate", "asyncio", "asyncssh", "aiohttp")
"""The loggers whose errors are noted; nothing of theirs is printed while a host is open."""
STEPS = 4
"""How many places are named, the innermost first."""


class FaultNotes(logging.Handler):
    """Notes each error as one line of an audit."""

    def __init__(self, audit: Audit) -> None:
        """Write to an audit."""
        super().__init__(logging.ERROR)
        self._audit = audit

    def emit(self, record: logging.LogRecord) -> None:
        """Note what kind of fault it was, and where."""
        kind, _, trace = record.exc_info or (None, None, None)
        self._audit.note(
            "fault",
            kind=kind.__name__ if kind is not None else record.levelname,
            where=_places(trace) if trace is not None else record.module,
            told_by=record.name,
        )


def _places(trace: TracebackType) -> str:
    """Return the innermost places of a traceback: file, line and function."""
    steps = reversed(extract_tb(trace)[-STEPS:])
    return " < ".join(f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in steps)


@contextmanager
def noted(audit: Audit) -> Iterator[None]:
    """Note faults while a host is open, and let no traceback reach a terminal of anybody."""
    notes = FaultNotes(audit)
    loggers = [logging.getLogger(name) for name in SOURCES]
    went_on = [each.propagate for each in loggers]
    for each in loggers:
        each.addHandler(notes)
        each.propagate = False
    try:
        yield
    finally:
        for each, before in zip(loggers, went_on, strict=True):
            each.propagate = before
            each.removeHandler(notes)
