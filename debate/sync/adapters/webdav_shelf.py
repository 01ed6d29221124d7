"""One debate's folder at a WebDAV server: the requests, and what their answers mean."""

from __future__ import annotations

from http import HTTPStatus
from typing import NoReturn

from debate.errors import Amnesia, NotAStore, Unreachable
from debate.sync.adapters.webdav_listing import QUESTION, File, resources_of, segments_of
from debate.sync.http import Answer, Web

XML = {"Content-Type": "application/xml; charset=utf-8"}
BYTES = {"Content-Type": "application/octet-stream"}


class Shelf:
    """A folder of segments. It forgets nothing by itself, and raises when the server did."""

    def __init__(self, web: Web, folder: str) -> None:
        """Name a server and a folder there.

        Args:
            web: The server.
            folder: The name of the debate's folder.
        """
        self._web = web
        self._folder = folder
        self.has_worked = False

    @property
    def host(self) -> str:
        """The server's name."""
        return self._web.host

    async def make(self) -> None:
        """Make the folder, and the one it is in, where they are missing."""
        answer = await self._find("", depth=0)
        if answer.status == HTTPStatus.NOT_FOUND:
            answer = await self._make(f"{self._folder}/")
            if answer.status == HTTPStatus.CONFLICT:
                await self._make("")
                answer = await self._make(f"{self._folder}/")
            if answer.status not in {201, 405}:
                self._web.refuse(answer)
            answer = await self._find("", depth=0)
        self._resources(answer)

    async def _make(self, path: str) -> Answer:
        return await self._web.ask("MKCOL", path)

    async def _find(self, name: str, *, depth: int) -> Answer:
        headers = {**XML, "Depth": str(depth)}
        return await self._web.ask("PROPFIND", self._path(name), headers=headers, body=QUESTION)

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name}"

    def _resources(self, answer: Answer) -> dict[str, File]:
        """Return what an answer to PROPFIND lists."""
        if answer.status in {404, 409}:
            self.raise_amnesia()
        if answer.status != HTTPStatus.MULTI_STATUS:
            self._web.refuse(answer)
        found = resources_of(answer.body)
        if not found:
            raise NotAStore(remote=self.host, found="no WebDAV listing")
        self.has_worked = True
        return found

    def raise_amnesia(self) -> NoReturn:
        """Tell that the server lost what it had."""
        self.has_worked = False
        raise Amnesia(remote=self.host)

    async def mark(self) -> str:
        """Return a mark of the folder, which changes with what is in it at servers that say so."""
        found = self._resources(await self._find("", depth=0))
        return next(iter(found.values())).mark

    async def segments(self) -> dict[str, File]:
        """Return the segments in the folder."""
        answer = await self._find("", depth=1)
        self._resources(answer)
        return segments_of(answer.body) or {}

    async def size(self, name: str) -> int:
        """Return the size of a file; -1 when it is not there."""
        answer = await self._find(name, depth=0)
        if answer.status == HTTPStatus.NOT_FOUND:
            return -1
        found = self._resources(answer)
        return found[name].size if name in found else -1

    async def read(self, name: str, start: int = 0, end: int | None = None) -> bytes:
        """Return the bytes of a segment from `start` up to `end`, as far as they are there."""
        headers = {}
        if start or end is not None:
            headers["Range"] = f"bytes={start}-{'' if end is None else end - 1}"
        answer = await self._web.ask("GET", self._path(name), headers=headers)
        if answer.status in {404, 416}:
            return b""
        if answer.status == HTTPStatus.OK:  # a server that knows no ranges sends everything
            return answer.body[start:end]
        if answer.status != HTTPStatus.PARTIAL_CONTENT:
            self._web.refuse(answer)
        span = answer.headers.get("content-range", "")
        if not span.startswith(f"bytes {start}-"):
            raise NotAStore(remote=self.host, found="another part of the file")
        return answer.body

    async def write(self, name: str, content: bytes) -> None:
        """Put a whole segment, and read back its size.

        Raises:
            Unreachable: the server took it, and has something else now.
        """
        answer = await self._web.ask("PUT", self._path(name), headers=BYTES, body=content)
        if answer.status in {404, 409}:
            self.raise_amnesia()
        if answer.status not in {200, 201, 204}:
            self._web.refuse(answer, size=len(content))
        if await self.size(name) != len(content):
            raise Unreachable(remote=self.host, reason="cut off")

    async def move(self, name: str, to: str) -> int:
        """Rename a file unless the new name is taken; return the answer's status."""
        target = self._web.address_of(self._path(to))
        headers = {"Destination": target, "Overwrite": "F"}
        return (await self._web.ask("MOVE", self._path(name), headers=headers)).status

    async def remove(self, name: str) -> None:
        """Remove a file of a trial."""
        await self._web.ask("DELETE", self._path(name))

    async def server(self) -> str:
        """Return what the server calls itself."""
        answer = await self._find("", depth=0)
        self._resources(answer)
        return answer.headers.get("server", "")
