"""Who is here: counts, never names. The newest connections of a guest are kept, the oldest go."""

from __future__ import annotations

from collections.abc import Callable

Leave = Callable[[], None]
"""Ends one visit."""


class Presence:
    """The connections of each guest."""

    def __init__(self, most: int) -> None:
        """Begin empty.

        Args:
            most: Connections one guest may have.
        """
        self._most = most
        self._visits: dict[str, list[Leave]] = {}
        self.at_door = 0
        """Connections of which nobody was admitted yet."""

    @property
    def here(self) -> int:
        """How many guests are here, however many windows each has open."""
        return len(self._visits)

    def is_here(self, guest: str) -> bool:
        """Tell whether a guest has a connection."""
        return guest in self._visits

    def arrive(self, guest: str, leave: Leave) -> None:
        """Note a visit; one too many ends the oldest, whose line may be dead."""
        visits = self._visits.setdefault(guest, [])
        visits.append(leave)
        if len(visits) > self._most:
            visits[0]()

    def depart(self, guest: str, leave: Leave) -> None:
        """Forget a visit."""
        visits = self._visits.get(guest, [])
        if leave in visits:
            visits.remove(leave)
        if not visits:
            self._visits.pop(guest, None)

    def see_out(self, guest: str) -> None:
        """End every visit of a guest."""
        for leave in tuple(self._visits.get(guest, ())):
            leave()
