"""Segments: files at a WebDAV server that hold frames one after the other. Pure: no request is made.

    "DBS1" | length of the frame, 4 bytes | name of the frame, 41 letters | the frame

One writer adds to one segment, so that nobody overwrites anybody, and a segment only ever grows. A
server may show a segment of which the last frame is cut off: what is whole is taken, the rest waits.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from debate.sync.remote import FRAME_LIMIT, NAME

MAGIC = b"DBS1"
HEAD = struct.Struct(">4sI41s")
SEGMENT = re.compile(r"[0-9a-f]{32}\.[0-9]{3}", re.ASCII)
"""What segments are called: `<writer>.<number>`. Other files are somebody else's."""
SEGMENT_SIZE = 65_536
"""Bytes after which a writer begins the next segment."""
LAST_SEGMENT = 999


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a frame is."""

    name: str
    segment: str
    start: int
    """The first byte of the frame in its segment."""
    length: int
    digest: bytes
    """Of the frame, to see whether the bytes there are still the same."""

    @property
    def end(self) -> int:
        """The byte after the frame."""
        return self.start + self.length


def digest_of(frame: bytes) -> bytes:
    """Return a short mark of a frame's bytes."""
    return hashlib.blake2b(frame, digest_size=16).digest()


def record_of(name: str, frame: bytes) -> bytes:
    """Return what is added to a segment for a frame."""
    return HEAD.pack(MAGIC, len(frame), name.encode("ascii")) + frame


def records_in(segment: str, content: bytes, start: int = 0) -> Iterator[tuple[Entry, bytes]]:
    """Yield the whole frames of a segment, and where they are; stop at the first that is not.

    Args:
        segment: Its name.
        content: Its bytes from `start` on.
        start: The place of a record, as left by an earlier reading.
    """
    at = 0
    while at + HEAD.size <= len(content):
        magic, length, name = HEAD.unpack_from(content, at)
        text = name.decode("ascii", errors="replace")
        if magic != MAGIC or length > FRAME_LIMIT or not NAME.fullmatch(text):
            return
        frame = content[at + HEAD.size : at + HEAD.size + length]
        if len(frame) < length:
            return
        yield Entry(text, segment, start + at + HEAD.size, length, digest_of(frame)), frame
        at += HEAD.size + length
