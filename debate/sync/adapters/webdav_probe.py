"""What a WebDAV server turns out to be able to do: tried out, and told in codes."""

from __future__ import annotations

import asyncio
import secrets
from http import HTTPStatus

from debate.errors import RemoteError
from debate.sync.adapters.webdav_shelf import Shelf
from debate.sync.remote import Probe

LARGE_SIZE = 65_536


async def probe(shelf: Shelf, *, is_plain: bool, can_write: bool) -> Probe:
    """Try everything in a folder, and remove what was put there.

    Args:
        shelf: The folder, which is there.
        is_plain: Whether passwords travel without encryption.
        can_write: Whether this holder of a link may add frames.
    """
    server = await shelf.server()
    clock = asyncio.get_running_loop().time
    began = clock()
    await shelf.segments()
    took = clock() - began
    first, second = (f"probe-{secrets.token_hex(8)}" for _ in range(2))
    has_written = can_write and await _writes(shelf, first, bytes(LARGE_SIZE))
    is_create_only = False
    if has_written and await _writes(shelf, second, b"second"):
        is_create_only = await shelf.move(second, first) == HTTPStatus.PRECONDITION_FAILED
    for name in (first, second) if has_written else ():
        await shelf.remove(name)
    return Probe(
        kind="webdav",
        server=server,
        can_read=True,
        can_write=has_written,
        is_create_only=is_create_only,
        has_cursor=False,
        largest=LARGE_SIZE if has_written else None,
        milliseconds=round(took * 1000),
        remarks=("plain-http",) if is_plain else (),
    )


async def _writes(shelf: Shelf, name: str, content: bytes) -> bool:
    try:
        await shelf.write(name, content)
    except RemoteError:
        return False
    return True
