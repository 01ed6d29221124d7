"""What is known of the segments of a folder, and in which order it became known. Pure."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from debate.sync.adapters.webdav_segments import Entry, records_in


@dataclass(slots=True)
class Known:
    """What is known of one segment."""

    read: int = 0
    """Bytes of whole frames."""
    mark: str = ""
    """The segment's mark in the listing after which it was last read."""


class Index:
    """Frames by name, and a list of them that only grows; a cursor is a place in that list."""

    def __init__(self) -> None:
        """Know nothing."""
        self._id = secrets.token_hex(4)
        self._segments: dict[str, Known] = {}
        self._entries: dict[tuple[str, str], Entry] = {}
        self._first: dict[str, Entry] = {}
        self._order: list[Entry] = []
        self._at_hand: dict[Entry, bytes] = {}

    @property
    def length(self) -> int:
        """How many frames were found."""
        return len(self._order)

    def find(self, name: str) -> Entry | None:
        """Return where a frame is."""
        return self._first.get(name)

    def names(self) -> frozenset[str]:
        """Return the names of all frames."""
        return frozenset(self._first)

    def segments(self) -> set[str]:
        """Return the segments in which something was found."""
        return {segment for segment, known in self._segments.items() if known.read}

    def read_up_to(self, segment: str) -> int:
        """Return the bytes of a segment that were understood."""
        known = self._segments.get(segment)
        return known.read if known else 0

    def mark_of(self, segment: str) -> str | None:
        """Return the mark under which a segment was last read."""
        known = self._segments.get(segment)
        return known.mark if known else None

    def is_stuck(self, segment: str, mark: str) -> bool:
        """Whether a segment was read under this mark, so that reading on finds the same."""
        return self.mark_of(segment) == mark

    def extend(self, segment: str, content: bytes, mark: str) -> None:
        """Take in what follows the part of a segment that was read."""
        known = self._segments.setdefault(segment, Known())
        known.mark = mark
        for entry, frame in records_in(segment, content, known.read):
            known.read = entry.end
            self._add(entry, frame)

    def replace(self, segment: str, content: bytes, mark: str) -> None:
        """Take in a whole segment, in place of what was known of it."""
        for key in [key for key in self._entries if key[0] == segment]:
            entry = self._entries.pop(key)
            if self._first.get(entry.name) == entry:
                del self._first[entry.name]
        self._segments[segment] = Known()
        self.extend(segment, content, mark)

    def _add(self, entry: Entry, frame: bytes) -> None:
        self._entries[entry.segment, entry.name] = entry
        self._first.setdefault(entry.name, entry)
        self._order.append(entry)
        self._at_hand[entry] = frame

    def since(self, start: int) -> list[Entry]:
        """Return what was found from a place in the list on."""
        return self._order[start:]

    def take(self, entry: Entry) -> bytes | None:
        """Hand out the bytes of an entry, which are then no longer kept."""
        return self._at_hand.pop(entry, None)

    def let_go(self) -> None:
        """Keep no bytes that nobody asked for; they can be read again."""
        self._at_hand.clear()

    def cursor_at(self, position: int) -> str:
        """Return a cursor."""
        return f"{self._id}.{position}"

    def position_of(self, cursor: str | None) -> int | None:
        """Return the place that a cursor of this index names; None for any other."""
        mine, _, position = (cursor or "").partition(".")
        return int(position) if mine == self._id and position.isdigit() else None
