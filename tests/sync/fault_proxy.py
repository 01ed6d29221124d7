"""What stands between a client and a store, at its worst: drops, repeats, cuts, lies and login pages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from random import Random
from typing import TypeVar

import httpx

from debate.errors import RemoteError

Answer = TypeVar("Answer")
PAGE = "<!DOCTYPE html><title>Welcome to our hotel</title>"
STATUSES = (409, 429, 500, 502, 503, 504)
FAULTS = ("drop", "drop-answer", "duplicate", "cut", "page", "stale", "status", "empty")


class FaultProxy(httpx.AsyncBaseTransport):
    """Carries requests to a server, most of them as they should be."""

    def __init__(self, inner: httpx.AsyncBaseTransport, seed: int, rate: float = 0.4) -> None:
        """Stand in front of a server.

        Args:
            inner: What carries requests to it.
            seed: The same faults come with the same seed.
            rate: The share of requests that something happens to.
        """
        self._inner = inner
        self._chance = Random(seed)
        self._rate = rate
        self._earlier: dict[str, httpx.Response] = {}
        self.faults: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Carry one request, or not."""
        fault = self._chance.choice(FAULTS) if self._chance.random() < self._rate else "none"
        self.faults.append(fault)
        if fault == "drop":
            raise httpx.ConnectError("dropped")
        if fault == "page":
            return httpx.Response(200, html=PAGE)
        if fault == "status":
            return httpx.Response(self._chance.choice(STATUSES))
        if fault == "stale" and (earlier := self._earlier.get(str(request.url))):
            return copied(earlier)
        answer = await self._carried(request)
        return await self._spoilt(fault, request, answer)

    async def _spoilt(
        self, fault: str, request: httpx.Request, answer: httpx.Response
    ) -> httpx.Response:
        if fault == "drop-answer":
            raise httpx.ReadTimeout("lost on the way back")
        if fault == "duplicate":
            return await self._carried(request)
        if fault == "cut":
            end = self._chance.randrange(len(answer.content) + 1)
            return httpx.Response(
                answer.status_code, headers=plain(answer), content=answer.content[:end]
            )
        if fault == "empty":
            return httpx.Response(answer.status_code, headers=plain(answer))
        return answer

    async def _carried(self, request: httpx.Request) -> httpx.Response:
        answer = await self._inner.handle_async_request(request)
        content = await answer.aread()
        await answer.aclose()
        whole = httpx.Response(answer.status_code, headers=plain(answer), content=content)
        if request.method == "GET":
            self._earlier[str(request.url)] = copied(whole)
        return whole

    async def aclose(self) -> None:
        """Let go of what carries requests."""
        await self._inner.aclose()


def plain(answer: httpx.Response) -> dict[str, str]:
    """Return an answer's headers without the one that tells its length."""
    return {name: value for name, value in answer.headers.items() if name != "content-length"}


def copied(answer: httpx.Response) -> httpx.Response:
    """Return the same answer, to be read once more."""
    return httpx.Response(answer.status_code, headers=plain(answer), content=answer.content)


async def insist(act: Callable[[], Awaitable[Answer]], tries: int = 80) -> Answer:
    """Do something again until the store lets it happen."""
    for _ in range(tries - 1):
        try:
            return await act()
        except RemoteError:
            continue
    return await act()
