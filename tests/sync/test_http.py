"""The door to the web: limits, deadlines, and nothing of a password anywhere."""

from __future__ import annotations

import asyncio
import ssl
import traceback
from collections.abc import AsyncIterator, Callable

import httpx
import pytest

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
from debate.sync import http
from debate.sync.http import Answer, Web
from debate.trust.secret import Secret

CANARY = "canary-in-the-password"
Handler = Callable[[httpx.Request], httpx.Response]


def web_of(handler: Handler) -> Web:
    return Web(
        "https://store.example/v1",
        user="ann",
        password=Secret(CANARY),
        transport=httpx.MockTransport(handler),
    )


def says(status: int, **options: object) -> Handler:
    return lambda request: httpx.Response(status, **options)  # type: ignore[arg-type]


async def test_an_answer_comes_back_with_headers_in_small_letters() -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, headers={"ETag": '"7"'}, content=b"{}")

    answer = await web_of(handler).ask("GET", "a/b", query={"_since": '"7"'})
    assert (answer.status, answer.headers["etag"], answer.body) == (200, '"7"', b"{}")
    assert str(seen[0].url) == "https://store.example/v1/a/b?_since=%227%22"
    assert seen[0].headers["authorization"].startswith("Basic ")
    assert seen[0].headers["accept-encoding"] == "identity"


async def test_nobody_in_particular_sends_no_password() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert "authorization" not in request.headers
        return httpx.Response(204)

    web = Web("https://store.example", transport=httpx.MockTransport(handler))
    assert (await web.ask("GET", "")).status == 204
    await web.close()


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_is_not_followed(status: int) -> None:
    web = web_of(says(status, headers={"Location": "https://elsewhere.example/"}))
    with pytest.raises(NotAStore, match="redirect"):
        await web.ask("GET", "")


async def test_nothing_new_is_no_redirect() -> None:
    assert (await web_of(says(304)).ask("GET", "")).status == 304


@pytest.mark.parametrize(
    "options",
    [
        {"html": "<p>log in</p>"},
        {"content": b"  <!DOCTYPE html><title>Hotel", "headers": {"Content-Type": "text/plain"}},
        {"content": b"<html>", "headers": {}},
    ],
)
async def test_a_login_page_is_no_answer(options: dict[str, object]) -> None:
    with pytest.raises(NotAStore, match="HTML"):
        await web_of(says(200, **options)).ask("GET", "")


async def test_a_page_that_says_created_is_an_answer() -> None:
    assert (await web_of(says(201, html="<h1>Created</h1>")).ask("MKCOL", "")).status == 201


@pytest.mark.parametrize("status", [408, 423, 425, 429, 500, 502, 503, 504])
async def test_a_busy_server_says_when_to_come_back(status: int) -> None:
    with pytest.raises(RemoteBusy) as caught:
        await web_of(says(status, headers={"Retry-After": "9"})).ask("GET", "")
    assert caught.value.retry_after == 9.0


async def test_a_healthy_server_that_asks_for_a_pause_gets_it() -> None:
    web = web_of(says(200, headers={"Backoff": "60"}, json={}))
    assert (await web.ask("GET", "")).status == 200
    with pytest.raises(RemoteBusy) as caught:
        await web.ask("GET", "")
    assert caught.value.retry_after is not None
    assert 0 < caught.value.retry_after <= 60


async def test_an_endless_answer_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "ANSWER_LIMIT", 1_000)

    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 100

    with pytest.raises(NotAStore, match="endless"):
        await web_of(says(200, content=endless())).ask("GET", "")


async def test_compression_that_nobody_asked_for_is_not_undone() -> None:
    async def bomb() -> AsyncIterator[bytes]:
        yield b"bomb"

    web = web_of(says(200, content=bomb(), headers={"Content-Encoding": "gzip"}))
    with pytest.raises(NotAStore, match="compression"):
        await web.ask("GET", "")


async def test_an_answer_that_trickles_for_ever_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(http, "DEADLINE", 0.01)

    async def trickle() -> AsyncIterator[bytes]:
        while True:
            await asyncio.sleep(0.002)
            yield b"x"

    with pytest.raises(Unreachable, match="timeout"):
        await web_of(says(200, content=trickle())).ask("GET", "")


@pytest.mark.parametrize(
    "failure",
    [httpx.RemoteProtocolError("closed"), httpx.ReadError("reset"), httpx.WriteError("reset")],
)
async def test_a_connection_that_was_closed_while_idle_is_tried_again(failure: Exception) -> None:
    failures = [failure, failure]

    def handler(request: httpx.Request) -> httpx.Response:
        if failures:
            raise failures.pop()
        return httpx.Response(201)

    assert (await web_of(handler).ask("POST", "", body=b"frame")).status == 201


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (httpx.RemoteProtocolError("closed"), "cut off"),
        (httpx.ConnectError("refused"), "no connection"),
        (httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]"), "TLS"),
        (httpx.ConnectTimeout("slow"), "timeout"),
        (httpx.UnsupportedProtocol("gopher"), "protocol"),
    ],
)
async def test_what_failed_is_named_and_holds_no_password(failure: Exception, reason: str) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise failure

    with pytest.raises(Unreachable) as caught:
        await web_of(handler).ask("PUT", "a", body=Secret(CANARY))
    assert caught.value.details == {"remote": "store.example", "reason": reason}
    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    assert CANARY not in "".join(told.format())
    assert "YW5uOm" not in "".join(told.format())


def test_a_certificate_that_does_not_hold_is_told_from_its_cause() -> None:
    error = httpx.ConnectError("failed")
    error.__cause__ = ssl.SSLError("no")
    assert http.is_about_certificates(error)
    assert not http.is_about_certificates(httpx.ConnectError("refused"))


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, Unauthorised),
        (403, Unauthorised),
        (404, NotAStore),
        (405, NotAStore),
        (413, TooLarge),
        (507, RemoteFull),
        (418, RemoteError),
    ],
)
def test_an_unwelcome_answer_becomes_an_error_of_its_kind(
    status: int, kind: type[RemoteError]
) -> None:
    with pytest.raises(kind) as caught:
        web_of(says(200)).refuse(Answer(status, {}, b""), size=7)
    assert type(caught.value) is kind


@pytest.mark.parametrize(
    ("url", "is_plain"),
    [
        ("http://store.example", True),
        ("https://store.example", False),
        ("http://127.0.0.1:8910/v1", False),
        ("http://[::1]:8910/v1", False),
    ],
)
def test_a_password_in_the_open_is_known_to_be_so(url: str, is_plain: bool) -> None:
    assert Web(url).is_plain is is_plain


@pytest.mark.parametrize("url", ["https://[", "https://store.example:port"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(UsageError):
        Web(url)
