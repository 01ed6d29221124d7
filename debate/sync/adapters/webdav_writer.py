"""The segment that this run of the program writes: it grows, is put as a whole, and loses nothing."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from debate.errors import TooLarge
from debate.sync.adapters.webdav_index import Index
from debate.sync.adapters.webdav_listing import File
from debate.sync.adapters.webdav_segments import (
    LAST_SEGMENT,
    SEGMENT_SIZE,
    digest_of,
    record_of,
)
from debate.sync.adapters.webdav_shelf import Shelf


class Writer:
    """A writer under a name that nobody has had."""

    def __init__(self, shelf: Shelf) -> None:
        """Draw a name; nothing is written yet."""
        self._shelf = shelf
        self._name = secrets.token_hex(16)
        self._begin_segment(1)

    def _begin_segment(self, number: int) -> None:
        self._number = number
        self._content = b""
        self._kept = 0
        self._under_way: set[tuple[str, bytes]] = set()

    @property
    def segment(self) -> str:
        """The name of the segment that grows."""
        return f"{self._name}.{self._number:03}"

    def is_missing(self, files: Mapping[str, File]) -> bool:
        """Whether a listing lacks what the server had."""
        return self._kept > 0 and self.segment not in files

    async def mend(self, files: Mapping[str, File]) -> None:
        """Put the segment again if the server has less of it than it had."""
        if self._kept and files[self.segment].size < self._kept:
            await self._shelf.write(self.segment, self._content)

    async def append(self, name: str, frame: bytes, index: Index) -> None:
        """Add a frame and put the whole segment.

        An upload that failed may have arrived, and others may have read it. So what was added stays
        in the segment, and goes along with the next upload.

        Args:
            name: Of the frame.
            frame: Its bytes.
            index: Where it is entered once it is there.
        """
        if len(self._content) >= SEGMENT_SIZE and not self._under_way:
            if self._number == LAST_SEGMENT:
                self._name, self._number = secrets.token_hex(16), 0
            self._begin_segment(self._number + 1)
        before, mark = self._content, (name, digest_of(frame))
        if mark not in self._under_way:
            self._under_way.add(mark)
            self._content += record_of(name, frame)
        try:
            await self._shelf.write(self.segment, self._content)
        except TooLarge:
            self._under_way.discard(mark)
            self._content = before
            raise
        if index.read_up_to(self.segment) == self._kept:
            index.extend(self.segment, self._content[self._kept :], "")
        self._kept, self._under_way = len(self._content), set()
