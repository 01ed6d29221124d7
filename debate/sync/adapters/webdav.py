"""WebDAV as a ledger of sealed frames: for groups that have a Nextcloud, a SURFdrive or an Apache.

Conditional requests cannot be relied on here: some servers ignore them and others check them too
late. So each run of the program writes segments of its own, which nobody else touches, and reads
those of all others from where it stopped. A server that shows half a file, or an older one, does no
harm: whole frames are taken, and what is missing is asked for again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

from debate.errors import Amnesia, TooLarge, Unauthorised
from debate.sync.adapters.webdav_index import Index
from debate.sync.adapters.webdav_listing import File
from debate.sync.adapters.webdav_probe import probe
from debate.sync.adapters.webdav_segments import Entry, digest_of
from debate.sync.adapters.webdav_shelf import Shelf
from debate.sync.adapters.webdav_writer import Writer
from debate.sync.http import Transport, Web
from debate.sync.remote import (
    FRAME_LIMIT,
    Address,
    Changes,
    Created,
    Different,
    Listing,
    Place,
    Probe,
    Put,
    Same,
)

PAGE = 200
"""Frames that one `changes` returns."""
GULP = 2_097_152
"""Bytes that one `changes` reads, or a segment more."""
FLOOR = 10.0
"""Seconds between two looks at a Nextcloud, which slows down everyone behind one address."""
SLOW_PATHS = ("/remote.php/", "/public.php/")


class WebDavStore:
    """One debate's folder at a WebDAV server."""

    def __init__(self, address: Address, place: Place, transport: Transport | None = None) -> None:
        """Name a server and a folder there; nothing is sent.

        Args:
            address: `dav+https://host/folder`, and the account or share that may write there.
            place: The debate's.
            transport: What carries requests, in trials.
        """
        url = address.url.removeprefix("dav+")
        self._web = Web(url, user=address.user, password=address.password, transport=transport)
        self._shelf = Shelf(self._web, place.name)
        self._can_write = place.can_write
        self._floor = FLOOR if any(each in urlsplit(url).path for each in SLOW_PATHS) else 0.0
        self._looked_at: float | None = None
        self._folder_mark = self._next_mark = ""
        self._index = Index()
        self._is_behind = False
        self._writer = Writer(self._shelf)

    async def prepare(self) -> None:
        """Make the folder where it is missing."""
        await self._shelf.make()

    async def put(self, name: str, frame: bytes) -> Put:
        """Add a frame to our own segment, unless a segment has it."""
        if len(frame) > FRAME_LIMIT:
            raise TooLarge(remote=self._web.host, size=len(frame))
        if not self._can_write:
            raise Unauthorised(remote=self._web.host, status="read-only")
        await self._follow()
        known = self._index.find(name)
        if known is None:
            await self._writer.append(name, frame, self._index)
            return Created()
        if known.digest == digest_of(frame):
            return Same()
        found = (await self._fetch([known])).get(name)
        if found is not None:
            return Different(found)
        await self._writer.append(name, frame, self._index)
        return Created()

    async def changes(self, cursor: str | None = None) -> Changes:
        """Return the frames that were not told yet; a cursor of another run starts over."""
        start = self._index.position_of(cursor)
        if start is None:
            start = 0
            if self._index.length:
                self._index, self._folder_mark, self._looked_at = Index(), "", None
        if start == self._index.length:
            self._index.let_go()
            await self._follow(GULP)
        told = self._index.since(start)[:PAGE]
        frames = await self._bytes_of(told)
        is_complete = start + len(told) == self._index.length and not self._is_behind
        return Changes(
            frames=tuple((entry.name, frames[entry]) for entry in told if entry in frames),
            cursor=self._index.cursor_at(start + len(told)),
            is_unmodified=is_complete and not told,
            is_complete=is_complete,
        )

    async def get(self, names: Collection[str]) -> Mapping[str, bytes]:
        """Return frames by name."""
        if any(self._index.find(name) is None for name in names):
            await self._follow()
        found = [entry for name in names if (entry := self._index.find(name)) is not None]
        return {entry.name: frame for entry, frame in (await self._bytes_of(found)).items()}

    async def names(self) -> Listing:
        """Read anew every segment that changed since it was last read as a whole."""
        self._index.let_go()
        files = await self._list()
        for segment, file in sorted(files.items()):
            if self._index.mark_of(segment) != file.mark:
                content = await self._shelf.read(segment)
                self._index.replace(segment, content, file.mark_after(len(content)))
        self._is_behind = False
        return Listing(self._index.names(), self._index.cursor_at(self._index.length))

    async def probe(self) -> Probe:
        """Try out what the server can do, with files that are removed again."""
        return await probe(self._shelf, is_plain=self._web.is_plain, can_write=self._can_write)

    async def close(self) -> None:
        """Let go of connections."""
        await self._web.close()

    # ----------------------------------------------------------------------- reading

    async def _list(self) -> dict[str, File]:
        """Return the segments that are there, unless one is gone that was there."""
        self._looked_at = asyncio.get_running_loop().time()
        try:
            files = await self._shelf.segments()
            if self._index.segments() - set(files) or self._writer.is_missing(files):
                self._shelf.raise_amnesia()
        except Amnesia:
            self._index, self._writer = Index(), Writer(self._shelf)
            raise
        await self._writer.mend(files)
        return files

    async def _follow(self, most: int | None = None) -> None:
        """Read what others added, up to a number of bytes."""
        if not self._is_behind and not await self._has_news():
            return
        files = await self._list()
        budget, self._is_behind = most, False
        for segment, file in sorted(files.items()):
            start = self._index.read_up_to(segment)
            if file.size <= start or self._index.is_stuck(segment, file.mark):
                continue
            if budget is not None and budget <= 0:
                self._is_behind = True
                break
            content = await self._shelf.read(segment, start)
            self._index.extend(segment, content, file.mark_after(start + len(content)))
            budget = None if budget is None else budget - len(content)
        if not self._is_behind:
            self._folder_mark = self._next_mark

    async def _has_news(self) -> bool:
        """Ask a slow server no more often than it bears, and the cheapest question first."""
        if not self._floor:
            return True
        now = asyncio.get_running_loop().time()
        if self._looked_at is not None and now - self._looked_at < self._floor:
            return False
        self._looked_at = now
        mark = await self._shelf.mark()
        is_news, self._next_mark = mark != self._folder_mark, mark
        return is_news

    async def _bytes_of(self, entries: Collection[Entry]) -> dict[Entry, bytes]:
        """Return the bytes of entries: those at hand, and the others from the server."""
        at_hand = {entry: frame for entry in entries if (frame := self._index.take(entry))}
        fetched = await self._fetch([entry for entry in entries if entry not in at_hand])
        return at_hand | {entry: fetched[entry.name] for entry in entries if entry.name in fetched}

    async def _fetch(self, entries: Collection[Entry]) -> dict[str, bytes]:
        """Read frames from their segments, each segment once."""
        found = {}
        for segment in sorted({entry.segment for entry in entries}):
            wanted = [entry for entry in entries if entry.segment == segment]
            start = min(entry.start for entry in wanted)
            content = await self._shelf.read(segment, start, max(entry.end for entry in wanted))
            for entry in wanted:
                frame = content[entry.start - start : entry.end - start]
                if digest_of(frame) == entry.digest:
                    found[entry.name] = frame
        return found
