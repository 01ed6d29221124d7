"""The one door to the web: requests with deadlines and limits, and words for what went wrong.

Stores are not trusted, and neither is what stands between: an answer has a size limit, redirects are
not followed, and a page of HTML is no answer. Passwords travel in the `Authorization` header and
nowhere else; no exception that leaves here holds a request.
"""

from __future__ import annotations

import asyncio
import base64
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import NoReturn
from urllib.parse import urlsplit

import httpx

from debate import __version__
from debate.errors import (
    NotAStore,
    RemoteBusy,
    RemoteError,
    RemoteFull,
    TooLarge,
    Unauthorised,
    Unreachable,
    UsageError,
)
from debate.sync.pauses import LONGEST_PAUSE, retry_after
from debate.trust.secret import Secret

ANSWER_LIMIT = 33_554_432
"""The most bytes of an answer: a page of a hundred frames of the largest size has fewer."""
TRIES = 3
"""A connection that was closed while idle is tried again at once; every request may be repeated."""
DEADLINE = 180.0
"""Seconds for one request and its answer, however slowly they trickle."""
WAITS = httpx.Timeout(30.0, connect=10.0)
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
BUSY = frozenset({408, 423, 425, 429, 500, 502, 503, 504})
Transport = httpx.AsyncBaseTransport
Query = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said."""

    status: int
    headers: Mapping[str, str]
    """By names in small letters."""
    body: bytes

    @property
    def is_redirect(self) -> bool:
        """Whether the server points elsewhere; "not modified" has a like code and does not."""
        is_elsewhere = HTTPStatus.MULTIPLE_CHOICES <= self.status < HTTPStatus.BAD_REQUEST
        return is_elsewhere and self.status != HTTPStatus.NOT_MODIFIED

    @property
    def is_page(self) -> bool:
        """Whether this is HTML, which no store of frames speaks: a login page, or an error page."""
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        start = self.body[:64].lstrip().lower()
        return kind in {"text/html", "application/xhtml+xml"} or start.startswith(
            (b"<!doctype html", b"<html")
        )


class Web:
    """One server and one account at it.

    Raises:
        Unreachable: no answer came.
        RemoteBusy: the server asks for a pause, or failed for reasons of its own.
        NotAStore: what answered is something else.
    """

    def __init__(
        self,
        url: str,
        *,
        user: str | None = None,
        password: Secret | None = None,
        transport: Transport | None = None,
    ) -> None:
        """Prepare to speak to a server; nothing is sent yet.

        Args:
            url: `https://host/path`, to which the paths of requests are added.
            user: An account, with its password; nobody in particular when None.
            password: Sent with every request, and shown to nobody.
            transport: What carries requests; a connection of its own when None.

        Raises:
            UsageError: this is no address of a server.
        """
        try:
            parts = urlsplit(url)
            httpx.URL(url)
        except (ValueError, httpx.InvalidURL):
            raise UsageError(what="remote", value=url) from None
        self.host = parts.hostname or ""
        self.is_plain = parts.scheme == "http" and self.host not in LOOPBACK
        self._url, self._user, self._password = url, user, password
        self._transport = transport
        self._resting_until = 0.0

    @cached_property
    def _client(self) -> httpx.AsyncClient:
        """What keeps the connections; made when it is first needed, for that takes a while."""
        return httpx.AsyncClient(
            base_url=self._url.rstrip("/") + "/",
            headers={
                "User-Agent": f"debate/{__version__}",
                "Accept-Encoding": "identity",
                **authorisation(self._user, self._password),
            },
            timeout=WAITS,
            follow_redirects=False,
            trust_env=self.host not in LOOPBACK,
            transport=self._transport,
            verify=not self._url.startswith("http:"),
        )

    async def ask(
        self,
        method: str,
        path: str,
        *,
        query: Query | None = None,
        headers: Mapping[str, str] | None = None,
        body: bytes | Secret | None = None,
    ) -> Answer:
        """Send one request and return the answer, if it is one that a store may give.

        Args:
            method: Of HTTP; the request may be sent more than once.
            path: Below the server's address.
            query: What follows the question mark.
            headers: Beside those of every request.
            body: What is sent along; a secret when it holds a password.
        """
        if (rest := self._resting_until - asyncio.get_running_loop().time()) > 0:
            raise RemoteBusy(remote=self.host, status="backoff", retry_after=rest)
        request = self._client.build_request(
            method,
            path,
            params=query,
            headers=headers,
            content=body.reveal() if isinstance(body, Secret) else body,
        )
        answer = await self._carry(request)
        self._note_pause(answer)
        if answer.is_redirect:
            raise NotAStore(remote=self.host, found=f"redirect {answer.status}")
        if answer.status in BUSY:
            pause = retry_after(answer.headers.get("retry-after"))
            raise RemoteBusy(remote=self.host, status=answer.status, retry_after=pause)
        if answer.is_page and answer.status == HTTPStatus.OK:
            raise NotAStore(remote=self.host, found="HTML")
        return answer

    def address_of(self, path: str) -> str:
        """Return the whole address of a path, for headers that name one."""
        return str(self._client.build_request("GET", path).url)

    async def _carry(self, request: httpx.Request, tries: int = TRIES) -> Answer:
        """Send a request until an answer comes; what failed is named and not shown."""
        try:
            async with asyncio.timeout(DEADLINE):
                return await self._exchange(request)
        except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
            reason, tries = "cut off", tries - 1
        except (httpx.TimeoutException, TimeoutError):
            reason, tries = "timeout", 0
        except httpx.ConnectError as error:
            reason, tries = "TLS" if is_about_certificates(error) else "no connection", 0
        except httpx.HTTPError:
            reason, tries = "protocol", 0
        if tries:
            return await self._carry(request, tries)
        # Outside of the handlers: what failed holds the request, and that the password.
        raise Unreachable(remote=self.host, reason=reason)

    async def _exchange(self, request: httpx.Request) -> Answer:
        response = await self._client.send(request, stream=True)
        try:
            if response.headers.get("content-encoding", "identity") != "identity":
                raise NotAStore(remote=self.host, found="compression nobody asked for")
            body = bytearray()
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > ANSWER_LIMIT:
                    raise NotAStore(remote=self.host, found="an endless answer")
        finally:
            await response.aclose()
        return Answer(response.status_code, dict(response.headers), bytes(body))

    def _note_pause(self, answer: Answer) -> None:
        """Remember that a server in good health asks for a pause."""
        if pause := retry_after(answer.headers.get("backoff")):
            now = asyncio.get_running_loop().time()
            self._resting_until = now + min(pause, LONGEST_PAUSE)

    def refuse(self, answer: Answer, *, size: int = 0) -> NoReturn:
        """Raise what an unwelcome answer means.

        Args:
            answer: With a status that the caller does not know what to do with.
            size: Of what was sent.
        """
        match answer.status:
            case 401 | 403:
                raise Unauthorised(remote=self.host, status=answer.status)
            case 413:
                raise TooLarge(remote=self.host, size=size)
            case 507:
                raise RemoteFull(remote=self.host)
            case 404 | 405 | 410 | 501:
                raise NotAStore(remote=self.host, found=answer.status)
            case _:
                raise RemoteError(remote=self.host, status=answer.status)

    async def close(self) -> None:
        """Let go of the connections."""
        if "_client" in vars(self):
            await self._client.aclose()


def authorisation(user: str | None, password: Secret | None) -> dict[str, str]:
    """Return the header that says who asks."""
    if user is None:
        return {}
    pair = f"{user}:{password.reveal() if password else ''}"
    return {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode("ascii")}


def is_about_certificates(error: BaseException) -> bool:
    """Whether a connection failed because the server could not prove its name."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return "CERTIFICATE" in str(error).upper()
