"""A real browser at the door: join, argue, weigh, cast a ballot, reload, and be where one was."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pyte
import pytest

from debate.host.guests import by_browser
from debate.host.web_server import COOKIE, WebDoor
from tests.browser import FLAGS, chromium
from tests.host.channel import FOREIGN, PATIENCE
from tests.host.house import CODE, House

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines

if TYPE_CHECKING:
    from playwright.async_api import Page, WebSocket

    from debate.domain.views.people import Person

playwright = pytest.importorskip("playwright.async_api")
SIZE = {"width": 1000, "height": 640}
TEXT_TAKES = 12_000
"""Bytes of a picture of a terminal with text; an empty one takes a quarter of that."""


class Tab:
    """One tab: the real page, and on paper the bytes that it draws."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.heard: list[str] = []
        page.on("console", lambda message: self._hear(message.text))
        page.on("pageerror", lambda fault: self.heard.append(str(fault)))
        page.on("request", lambda request: self._look_at(request.url))
        page.on("websocket", self._follow)

    def _hear(self, text: str) -> None:
        if not text.startswith(("CLOSED", "ping=")):
            self.heard.append(text)

    def _look_at(self, address: str) -> None:
        if not address.startswith((self.address, "data:", "blob:")):
            self.heard.append(address)

    def _follow(self, socket: WebSocket) -> None:
        self._screen = pyte.Screen(400, 120)
        stream = pyte.ByteStream(self._screen)
        self.socket_address = socket.url
        socket.on(
            "framereceived",
            lambda frame: stream.feed(FOREIGN.sub(b"", frame) if isinstance(frame, bytes) else b""),
        )

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    async def open(self) -> None:
        await self.page.goto(self.address)

    async def sees(self, words: str) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while not hasattr(self, "_screen") or words not in self.text:  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
        assert words in self.text

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.page.keyboard.press(key)

    async def type(self, text: str) -> None:
        await self.page.keyboard.type(text)

    async def paints(self) -> None:
        """Wait until the terminal is more than an empty square: text takes room in a picture."""
        async with asyncio.timeout(PATIENCE):
            while len(await self.page.screenshot()) < TEXT_TAKES:  # noqa: ASYNC110
                await asyncio.sleep(0.2)


@asynccontextmanager
async def tab(folder: Path) -> AsyncIterator[tuple[House, Tab]]:
    async with House(folder) as house, playwright.async_playwright() as play:
        door = WebDoor(house.room, house.doorway, "en")
        address = f"http://127.0.0.1:{await door.open('127.0.0.1', 0)}/"
        browser = await play.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        context = await browser.new_context(viewport=SIZE, locale="en-GB")
        try:
            yield house, Tab(await context.new_page(), address)
        finally:
            await browser.close()
            await door.close()


def ben(house: House) -> Person:
    return next(each for each in house.ada.debate.people.by_id.values() if each.name == "Ben")


async def until(house: House, *, claim: str) -> None:
    """Wait until the host holds a claim."""
    async with asyncio.timeout(PATIENCE):
        while claim not in {each.claim.en for each in house.ada.debate.floor.arguments.values()}:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def test_an_evening_in_a_browser(tmp_path: Path) -> None:
    async with tab(tmp_path) as (house, window):
        await window.open()
        await window.sees("Ask the facilitator for the code")
        await window.type(CODE)
        await window.press("Enter")
        await window.sees("What is your name?")
        await window.type("Ben")
        await window.press("Enter")
        await window.sees("Tea goes before coffee")
        await window.type("a")
        await window.sees("An argument for or against")
        await window.type("It wakes you up")
        await window.press("Control+s")
        await until(house, claim="It wakes you up")
        await window.sees("It wakes you up")
        argument = next(
            each
            for each in house.ada.debate.floor.arguments.values()
            if each.author == ben(house).id
        )
        await window.type("8")
        await window.sees("Weighed 8.")
        assert house.ada.debate.floor.arguments[argument.id].weights == {ben(house).id: 8}
        await window.type("v")
        await window.sees("Where do you stand?")
        await window.press("End")
        await window.press("Control+s")
        await window.sees("Sealed.")
        motion = house.ada.debate.charter.motion_ids[0]
        assert house.ada.debate.poll((motion, "opening", 0)).cast == 1
        await window.page.reload()
        await window.sees("It wakes you up")
        assert "Ask the facilitator" not in window.text
        assert window.heard == []
        await window.paints()
        cookies = {each["name"]: each for each in await window.page.context.cookies()}
        assert cookies[COOKIE]["httpOnly"]
        assert cookies[COOKIE]["sameSite"] == "Strict"
        assert house.book.find(by_browser(cookies[COOKIE]["value"])) is not None
        assert "ben" not in window.socket_address.casefold()
        assert CODE not in window.socket_address


async def test_a_draft_and_its_place_are_there_after_a_reload(tmp_path: Path) -> None:
    async with tab(tmp_path) as (_, window):
        await window.open()
        await window.sees("Ask the facilitator for the code")
        await window.type(CODE)
        await window.press("Enter")
        await window.sees("What is your name?")
        await window.type("Ben")
        await window.press("Enter")
        await window.sees("Tea goes before coffee")
        await window.type("a")
        await window.sees("An argument for or against")
        await window.type("Half a thought")
        await window.sees("Half a thought")
        await asyncio.sleep(2.5)
        await window.page.reload()
        await window.sees("Half a thought")
        assert window.heard == []


async def test_a_line_that_is_closed_says_so_and_offers_a_way_back(tmp_path: Path) -> None:
    async with tab(tmp_path) as (house, window):
        await window.open()
        await window.sees("Ask the facilitator for the code")
        for visit in tuple(house.doorway.inside):
            visit.leave()
        button = window.page.get_by_role("button", name="Come back in")
        await button.wait_for(state="visible", timeout=PATIENCE * 1000)
        assert await button.evaluate("it => it === document.activeElement")
        await button.press("Enter")
        await window.page.wait_for_load_state("load")
        await window.sees("Ask the facilitator for the code")
