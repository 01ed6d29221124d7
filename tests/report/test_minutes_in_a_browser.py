"""The minutes as a page, in a real browser: read by eye, in the dark, on paper, aloud, on a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from debate.i18n.catalog import translator
from debate.service.minutes import minutes_of
from tests.browser import browser
from tests.report.script import debate

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZES = {"desk": (1000, 800), "telephone": (360, 700)}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as started:
        yield started


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("minutes") / "minutes.html"
    path.write_text(minutes_of(debate().seats[0], "html", translator("en")), "utf-8")
    return path.as_uri()


def opened(
    chromium: Browser,
    address: str,
    **settings: Any,  # noqa: ANN401  as Playwright takes them
) -> tuple[Page, list[str]]:
    """Open the page; return it with everything that went wrong or went out."""
    page, heard = chromium.new_context(**settings).new_page(), []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda fault: heard.append(str(fault)))
    page.on("request", lambda request: heard.append(request.url))
    page.goto(address)
    return page, heard[1:]


def ground(page: Page) -> tuple[str, str]:
    """Return the colours of the ground and of the ink."""
    look = "([name, part]) => getComputedStyle(document.body)[name]"
    return tuple(page.evaluate(look, [name, ""]) for name in ("backgroundColor", "color"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_opens_without_a_complaint_a_request_or_a_scroll_bar(
    chromium: Browser, address: str, scheme: str, size: str
) -> None:
    width, height = SIZES[size]
    page, heard = opened(
        chromium, address, color_scheme=scheme, viewport={"width": width, "height": height}
    )
    assert heard == []
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    page.close()


def test_it_follows_the_dark_and_is_black_on_white_on_paper(
    chromium: Browser, address: str
) -> None:
    page, _ = opened(chromium, address, color_scheme="dark")
    assert ground(page) == ("rgb(21, 24, 29)", "rgb(223, 227, 234)")
    page.emulate_media(media="print", color_scheme="dark")
    assert ground(page) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()


def test_a_screen_reader_hears_a_name_for_every_chart_and_its_table(
    chromium: Browser, address: str
) -> None:
    page, _ = opened(chromium, address)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    heard = {
        role: [node["name"]["value"] for node in tree if node.get("role", {}).get("value") == role]
        for role in ("image", "table", "heading")
    }
    drawn = page.locator("svg").count()
    assert drawn >= 4
    assert len(heard["image"]) == drawn
    assert all(heard["image"])
    assert set(heard["image"]) <= set(heard["table"])
    assert heard["heading"][0] == "A room full of people"
    page.close()


def test_every_mark_and_word_of_a_chart_lies_within_it(chromium: Browser, address: str) -> None:
    page, _ = opened(chromium, address)
    beyond = """() => [...document.querySelectorAll('svg')].flatMap(chart => {
        const frame = chart.getBoundingClientRect();
        return [...chart.querySelectorAll('text, rect, circle, path')].filter(mark => {
            const box = mark.getBoundingClientRect();
            return box.left < frame.left - 1 || box.right > frame.right + 1
                || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
        }).map(mark => mark.outerHTML);
    })"""
    assert page.evaluate(beyond) == []
    page.close()


def test_no_name_in_a_chart_runs_into_a_bar(chromium: Browser, address: str) -> None:
    page, _ = opened(chromium, address)
    touching = """() => [...document.querySelectorAll('svg')].flatMap(chart => {
        const names = [...chart.querySelectorAll('text[x="0"]')].map(t => t.getBoundingClientRect());
        return [...chart.querySelectorAll('rect[height="15"]')].map(b => b.getBoundingClientRect())
            .filter(bar => names.some(name => name.right > bar.left && name.top < bar.bottom
                && name.bottom > bar.top)).map(bar => bar.left);
    })"""
    assert page.evaluate(touching) == []
    page.close()
