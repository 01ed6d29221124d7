"""The door for browsers, without a browser: what it hands out, and whom it lets in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from debate.domain.commands import RemoveParticipant
from debate.domain.refusal import Refusal
from debate.errors import PartMissing, PortTaken
from debate.host import web_lines, web_page
from debate.host.doorkeeper import Answer, Caller
from debate.host.guests import by_browser
from debate.host.limits import Limits
from debate.host.plan import Plan
from debate.host.status import door_lines
from debate.host.terminal import LARGEST, USUAL
from debate.host.web_server import COOKIE, WebDoor
from debate.host.web_terminal import size_of
from debate.i18n.catalog import translator
from debate.service.network import HERE
from tests.host.channel import PATIENCE, PaperTerminal
from tests.host.house import CODE, House
from tests.host.ssh import served as over_ssh
from tests.tui.screens.evening import done


class Browser:
    """Cookies and sockets as a browser has them, without a screen."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://127.0.0.1:{port}"
        self.session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))

    async def get(self, path: str = "/", **headers: str) -> tuple[int, Mapping[str, str], str]:
        async with self.session.get(self.origin + path, headers=headers) as answer:
            return answer.status, answer.headers, (await answer.read()).decode(errors="replace")

    async def is_turned_away(self) -> bool:
        """Tell whether there is no line for it."""
        try:
            return (await self.get())[0] != 200
        except aiohttp.ClientError:
            return True

    @property
    def port(self) -> int:
        return int(self.origin.rpartition(":")[2])

    @asynccontextmanager
    async def window_after_page(self) -> AsyncIterator[Window]:
        await self.get()
        async with self.window() as window:
            yield window

    @property
    def token(self) -> str:
        return next(each.value for each in self.session.cookie_jar if each.key == COOKIE)

    @asynccontextmanager
    async def window(
        self, query: str = "?width=80&height=24", **headers: str
    ) -> AsyncIterator[Window]:
        told = {"Origin": self.origin, **headers}
        async with self.session.ws_connect(f"{self.origin}/ws{query}", headers=told) as socket:
            window = Window(socket)
            reading = asyncio.create_task(window.read())
            try:
                yield window
            finally:
                reading.cancel()
                with suppress(asyncio.CancelledError):
                    await reading


class Window:
    """A socket with a terminal on paper behind it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.paper = PaperTerminal()
        self.paper.answer = lambda data: self.type(data.decode())
        self._typing: set[asyncio.Task[None]] = set()
        self.is_closed = asyncio.Event()

    async def read(self) -> None:
        async for message in self.socket:
            self.paper.send(message.data)
        self.is_closed.set()

    def say(self, *message: Any) -> None:  # noqa: ANN401  plain JSON
        task = asyncio.create_task(self.socket.send_str(json.dumps(message)))
        self._typing.add(task)
        task.add_done_callback(self._typing.discard)

    def type(self, text: str) -> None:
        self.say("stdin", text)

    async def sees(self, words: str) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while words not in self.paper.text:  # noqa: ASYNC110  what is drawn tells nobody
                    await asyncio.sleep(0.02)
        assert words in self.paper.text

    async def goes_in(self, name: str) -> None:
        await self.sees("Ask the facilitator for the code")
        self.type(f"\x15{CODE}\r")
        await self.sees("What is your name?")
        self.type(f"\x15{name}\r")
        await self.sees("Tea goes before coffee")


@asynccontextmanager
async def served(
    folder: Path, limits: Limits | None = None
) -> AsyncIterator[tuple[House, Browser]]:
    async with House(folder, limits=limits) as house:
        door = WebDoor(house.room, house.doorway, "en")
        browser = Browser(await door.open("127.0.0.1", 0))
        try:
            yield house, browser
        finally:
            await browser.session.close()
            await door.close()


async def test_the_page_gives_a_token_that_no_script_reads_and_loads_nothing_elsewhere(
    tmp_path: Path,
) -> None:
    async with served(tmp_path) as (house, browser):
        status, headers, text = await browser.get()
        assert status == 200
        cookie = headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Server"] == "debate"
        assert "//" not in text.replace("<!DOCTYPE", "")
        assert house.ada.debate.charter.title not in text
        assert "Set-Cookie" not in (await browser.get())[1]


async def test_a_page_is_in_the_language_the_browser_asks_for(tmp_path: Path) -> None:
    async with served(tmp_path) as (_, browser):
        dutch = (await browser.get("/", **{"Accept-Language": "nl-NL,en;q=0.5"}))[2]
        assert 'lang="nl"' in dutch
        assert "Weer naar binnen" in dutch
        assert 'lang="en"' in (await browser.get("/", **{"Accept-Language": "fr"}))[2]


async def test_files_are_handed_out_by_name_and_nothing_else_is(tmp_path: Path) -> None:
    async with served(tmp_path) as (_, browser):
        for name in web_page.assets():
            assert (await browser.get(f"/assets/{name}"))[0] == 200
        for path in ("/assets/", "/assets/..%2f..%2fweb_page.py", "/assets/none.js", "/static/"):
            status, headers, _ = await browser.get(path)
            assert status == 404
            assert "Content-Security-Policy" in headers


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "", "file://127.0.0.1", "http://127.0.0.1:1"]
)
async def test_a_page_from_elsewhere_opens_no_window(tmp_path: Path, origin: str) -> None:
    async with served(tmp_path) as (house, browser):
        await browser.get()
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            async with browser.window(Origin=origin):
                pass
        assert "another origin" in house.audit


@pytest.mark.parametrize("cookie", ["", "short", "x" * 44, "é" * 43])
async def test_a_browser_without_a_token_opens_no_window(tmp_path: Path, cookie: str) -> None:
    async with served(tmp_path) as (house, browser):
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            async with browser.window(Cookie=f"{COOKIE}={cookie}"):
                pass
        assert "no cookie" in house.audit


async def test_a_token_names_its_guest_and_admits_nobody_else(tmp_path: Path) -> None:
    async with served(tmp_path) as (house, browser):
        await browser.get()
        async with browser.window() as window:
            await window.goes_in("Ben")
        guest = house.book.find(by_browser(browser.token))
        assert guest is not None
        assert guest.name == "Ben"
        assert browser.token not in house.audit
        async with browser.window() as again:
            await again.sees("Tea goes before coffee")
        other = Browser(browser.port)
        await other.get()
        async with other.window() as window:
            await window.sees("Ask the facilitator for the code")
        await other.session.close()


async def test_a_code_of_ones_own_from_ssh_counts_in_a_new_browser_and_not_in_a_known_one(
    tmp_path: Path,
) -> None:
    async with served(tmp_path) as (house, browser):
        caller = Caller("192.0.2.9", is_admitted=True)
        sat = await asyncio.to_thread(house.room.sit_down, caller, "Cas", as_observer=False)
        assert not isinstance(sat, Refusal)
        guest, code = sat
        await browser.get()
        async with browser.window() as window:
            await window.sees("Ask the facilitator for the code")
            window.type(f"\x15{code}\r")
            await window.sees("Tea goes before coffee")
            assert house.room.presence.is_here(guest.id)
        async with browser.window() as window:
            await window.goes_in("Ben")
        known = Caller("192.0.2.9", "web", identity=by_browser(browser.token))
        assert house.doorkeeper.try_code(known, code or "") is Answer.WRONG


async def test_the_limits_are_those_of_every_way_in(tmp_path: Path) -> None:
    async with served(tmp_path, Limits(per_address=1)) as (house, browser):
        await browser.get()
        async with browser.window() as window:
            await window.sees("Ask the facilitator for the code")
            with pytest.raises(aiohttp.WSServerHandshakeError, match="503"):
                async with browser.window():
                    pass
        assert "connection.refused" in house.audit
        async with asyncio.timeout(PATIENCE):
            while house.doorway.inside:  # noqa: ASYNC110  a visit tells nobody that it ended
                await asyncio.sleep(0.02)
        async with browser.window() as window:
            await window.sees("Ask the facilitator for the code")


async def test_a_line_on_which_nothing_is_said_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_lines, "FIRST_WORD", 0.1)
    async with served(tmp_path) as (_, browser), browser.window_after_page() as window:
        reader, writer = await asyncio.open_connection("127.0.0.1", browser.port)
        writer.write(b"GET / HTTP/1.1\r\nHost:")
        async with asyncio.timeout(PATIENCE):
            with suppress(ConnectionError):
                assert await reader.read() == b""
        writer.close()
        await window.goes_in("Ben")


async def test_no_more_lines_are_taken_than_there_is_room_for(tmp_path: Path) -> None:
    async with served(tmp_path, Limits(connections=1)) as (_, browser):
        lines = [await asyncio.open_connection("127.0.0.1", browser.port) for _ in range(3)]
        assert await browser.is_turned_away()
        for _, writer in lines:
            writer.close()
            await writer.wait_closed()
        async with asyncio.timeout(PATIENCE):
            while await browser.is_turned_away():  # noqa: ASYNC110 (a closed line tells nobody)
                await asyncio.sleep(0.02)


async def test_what_is_no_message_ends_nothing(tmp_path: Path) -> None:
    async with served(tmp_path) as (_, browser):
        await browser.get()
        async with browser.window("?width=1e9&height=-4&name=x") as window:
            for text in ("", "[", "[" * 50_000, '["stdin"]', '["stdin", 3]', '{"a": 1}', "\ud7ff"):
                await window.socket.send_str(text)
            await window.socket.send_bytes(b"\x00\xff" * 100)
            for size in ({"width": "a"}, {"width": 10**30, "height": -1}, {"width": True}):
                window.say("resize", size)
            window.type("\x1b[48;99999;99999;0;0t\x1b[<\xff")
            await window.goes_in("Ben")


async def test_too_large_a_message_closes_that_line_alone(tmp_path: Path) -> None:
    async with served(tmp_path) as (_, browser):
        await browser.get()
        async with browser.window() as window, browser.window() as other:
            await other.sees("Ask the facilitator for the code")
            with suppress(ConnectionError):
                await window.socket.send_str("x" * 400_000)
            async with asyncio.timeout(PATIENCE):
                await window.is_closed.wait()
            await other.goes_in("Ben")


async def test_who_is_removed_is_seen_out_and_the_line_is_closed(tmp_path: Path) -> None:
    async with served(tmp_path) as (house, browser):
        await browser.get()
        async with browser.window() as window:
            await window.goes_in("Ben")
            ben = next(
                each for each in house.ada.debate.people.by_id.values() if each.name == "Ben"
            )
            done(house.ada.submit(RemoveParticipant(ben.id, "Enough.")))
            async with asyncio.timeout(PATIENCE):
                await window.is_closed.wait()
            assert "Your part in this debate was ended." in window.paper.text


async def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    async with served(tmp_path) as (house, browser):
        door = WebDoor(house.room, house.doorway, "en")
        with pytest.raises(PortTaken):
            await door.open("127.0.0.1", browser.port)


async def test_a_door_that_closes_ends_its_windows(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        door = WebDoor(house.room, house.doorway, "en")
        browser = Browser(await door.open("127.0.0.1", 0))
        await browser.get()
        async with browser.window() as window:
            await window.sees("Ask the facilitator for the code")
            await door.close()
            async with asyncio.timeout(PATIENCE):
                await window.is_closed.wait()
        await browser.session.close()


def test_without_the_terminal_for_browsers_it_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(web_page, "find_spec", lambda name: None)
    with pytest.raises(PartMissing):
        web_page.assets()


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (("120", "40"), (120, 40)),
        ((None, ""), USUAL),
        (("-3", "x"), USUAL),
        (("9999", 999), LARGEST),
    ],
)
def test_a_window_is_as_large_as_can_be_drawn(
    asked: tuple[object, object], given: tuple[int, int]
) -> None:
    assert size_of(*asked) == given


async def test_a_host_opens_both_doors_on_one_room(tmp_path: Path) -> None:
    plan = Plan(address=HERE, port=0, web_port=0)
    async with over_ssh(tmp_path, plan=plan) as here:
        host = here.host
        assert host.plate.web == host.plate.link == f"http://127.0.0.1:{host.web_port}/"
        assert f"By browser:    {host.plate.web}" in door_lines("Tea", host.plate, translator("en"))
        browser = Browser(host.web_port)
        await browser.get()
        async with browser.window() as window:
            await window.sees("Ask the facilitator for the code")
            window.type(f"{host.plate.code}\r")
            await window.sees("What is your name?")
            assert host.counts.at_door == 1
        await browser.session.close()


async def test_a_host_without_browsers_names_no_address_for_them(tmp_path: Path) -> None:
    async with over_ssh(tmp_path) as here:
        assert here.host.plate.web == ""
        assert here.host.plate.link.startswith("ssh://")
