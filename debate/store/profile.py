"""What one person keeps to themself: never in a journal, never sent anywhere.

It stands in a file of its own. A key says whose and where, in the caller's words, such as
`session/seat/motion`; one process can serve many people and keeps them apart by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.store.database import KeyedDB
from debate.store.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path


class Profile:
    """Eight shelves in one file."""

    def __init__(self, path: Path, *, timeout: float = 10.0) -> None:
        """Open the profile at `path`; it is made when it is not there."""
        self._database = KeyedDB(path, timeout=timeout)
        self.drafts = Shelf(self._database, "drafts")
        """Text as it is typed; it is there again after the program was killed."""
        self.notes = Shelf(self._database, "notes")
        """Private notes and reflections."""
        self.secrets = Shelf(self._database, "secrets")
        """What opens a sealed ballot, kept until it is revealed."""
        self.seats = Shelf(self._database, "seats")
        """Who sits at this machine in which session."""
        self.guests = Shelf(self._database, "guests")
        """Who comes to this machine by ssh or browser, in which session."""
        self.circles = Shelf(self._database, "circles")
        """The secret of each debate's link, by session."""
        self.remotes = Shelf(self._database, "remotes")
        """The remote stores of each debate, and our account at each, as `session/url`."""

        self.organisers = Shelf(self._database, "organisers")
        """The secrets of whoever organises several groups, and where these meet."""

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
