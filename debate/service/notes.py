"""What somebody who leads writes down for themself: in their profile, never in a debate's journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace

NOTE_LIMIT = 20_000
"""The most characters of the notes on one debate."""


class Notebook:
    """One person's private notes on one debate."""

    def __init__(self, workspace: Workspace, seat: Seat) -> None:
        """Open the notebook of who sits at `seat`."""
        self._shelf = workspace.library.profile.notes
        self._name = f"{seat.session.id}/{seat.device}/notebook"

    @property
    def text(self) -> str:
        """What stands in it.

        Raises:
            StoreError: the profile cannot be read.
        """
        document = self._shelf.get(self._name) or {}
        return str(document.get("text", ""))

    def write(self, text: str) -> None:
        """Put `text` in the place of what stood there; nothing at all clears it.

        Raises:
            StoreError: the disk refused; then the old notes stand.
        """
        if text.strip():
            self._shelf.put(self._name, {"text": text[:NOTE_LIMIT]})
        else:
            self._shelf.remove(self._name)

    def add(self, line: str) -> None:
        """Write a line beneath what stands there."""
        self.write("\n".join(part for part in (self.text.rstrip(), line) if part))
