"""The list of sessions, kept beside the journals and derivable from them.

An entry is any plain document that the caller makes of a session, such as its title and number
of facts; with it goes the size of the journal it was made of, which tells whether it is current.
Reading the list needs neither TinyDB nor pydantic, so that `debate list` starts at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from debate.store import plain
from debate.store.glance import glance
from debate.store.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from debate.store.shelf import Shelf

TABLE = "sessions"


class IndexEntry(NamedTuple):
    """What the list knows of one session."""

    session: str
    entry: dict[str, Any]
    is_current: bool
    """Whether the journal has not grown since."""


def read_index(folder: Path) -> tuple[IndexEntry, ...]:
    """Return the list in the data folder `folder`, which is left untouched.

    Raises:
        StoreError: the folder is of a newer program, or the list cannot be read.
    """
    layout = Layout(folder)
    layout.check()
    return _entries(layout, glance(layout.app, TABLE))


def _entries(layout: Layout, documents: Mapping[str, dict[str, Any]]) -> tuple[IndexEntry, ...]:
    entries = (
        IndexEntry(session, plain.copy(document["entry"]), is_current)
        for session, document in documents.items()
        if (size := _size(layout, session))
        for is_current in [size == document["size"]]
    )
    return tuple(sorted(entries))


def _size(layout: Layout, session: str) -> int:
    """Return the size of a session's journal in bytes; 0 when it is gone."""
    try:
        return layout.journal(session).stat().st_size
    except OSError:
        return 0


class SessionIndex:
    """The list of sessions, for who also writes it."""

    def __init__(self, layout: Layout, shelf: Shelf) -> None:
        """Keep the list of the data folder at `layout` on `shelf`."""
        self._layout = layout
        self._shelf = shelf

    def entries(self) -> tuple[IndexEntry, ...]:
        """Return an entry for each session that is listed and still there, by id."""
        return _entries(self._layout, dict(self._shelf.items()))

    def put(self, session: str, entry: Mapping[str, Any]) -> None:
        """List a session as its journal is at this moment."""
        size = _size(self._layout, session)
        self._shelf.put(session, {"size": size, "entry": dict(entry)})

    def remove(self, session: str) -> None:
        """Take a session off the list."""
        self._shelf.remove(session)

    def outdated(self) -> tuple[str, ...]:
        """Return the sessions that are missing from the list, or that grew since."""
        current = {each.session for each in self.entries() if each.is_current}
        return tuple(each for each in self._layout.session_ids() if each not in current)

    def rebuild(self, describe: Callable[[str], Mapping[str, Any]]) -> tuple[str, ...]:
        """Make the list right again.

        Args:
            describe: makes the entry of a session from its journal.

        Returns:
            The sessions that were listed anew.
        """
        there = set(self._layout.session_ids())
        for gone in self._shelf.keys() - there:
            self.remove(gone)
        outdated = self.outdated()
        for session in outdated:
            self.put(session, describe(session))
        return outdated
