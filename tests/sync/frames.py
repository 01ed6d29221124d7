"""Frames that are whole, for trials of stores that do not look inside."""

from __future__ import annotations

import struct
from functools import cache

from debate.trust.canonical import from_text
from debate.trust.frame import BLOCK, MAGIC, OVERHEAD
from debate.trust.keys import SigningKey

COURIER = SigningKey(bytes(32))


def name_of(replica: int, number: int) -> str:
    """Return the name of a frame of a replica that is known by a number."""
    return f"{replica:04x}{'ab' * 14}-{number:08d}"


@cache
def frame(replica: int, number: int, content: bytes = b"content") -> bytes:
    """Return a frame whose signature holds, with `content` where what is sealed would be."""
    content += bytes(-(len(content) + OVERHEAD) % BLOCK)
    head = struct.pack(
        ">4sI16s16sIH32s32s32s64s24s",
        MAGIC,
        len(content) + OVERHEAD,
        bytes(16),
        bytes.fromhex(name_of(replica, number)[:32]),
        number,
        1,
        bytes(32),
        bytes(32),
        from_text(COURIER.public, 32),
        bytes(64),
        bytes(24),
    )
    body = head + content + bytes(16)
    return body + COURIER.sign(body)
