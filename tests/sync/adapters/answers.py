"""A server of scripted answers, for faults that real servers do not show when asked to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

import httpx

Reply = httpx.Response | Callable[[httpx.Request], httpx.Response]


class Script:
    """Gives one answer after the other, the last one for ever, and keeps what was asked."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.asked: list[httpx.Request] = []

    @property
    def transport(self) -> httpx.MockTransport:
        return httpx.MockTransport(self._answer)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        return reply(request) if callable(reply) else copied(reply)

    def lines(self) -> list[str]:
        """Return what was asked, as method and path."""
        return [f"{request.method} {request.url.path}" for request in self.asked]


def copied(reply: httpx.Response) -> httpx.Response:
    """Return the same answer once more: an answer can be read only once."""
    return httpx.Response(reply.status_code, headers=dict(reply.headers), content=reply.content)


def listing(
    entries: Iterable[object] = (), *, tag: int = 100, more: bool = False, date: str | None = None
) -> httpx.Response:
    """Return a list as Kinto gives it."""
    headers = {"ETag": f'"{tag}"'}
    if more:
        headers["Next-Page"] = "https://store.example/v1/more"
    if date:
        headers["Date"] = date
    return httpx.Response(
        200, headers=headers, content=json.dumps({"data": list(entries)}).encode()
    )
