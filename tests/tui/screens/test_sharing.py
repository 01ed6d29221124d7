"""Where a debate is kept, and the link that lets people in: on the screen, by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.i18n.catalog import Language, translator
from debate.service.post import Post
from debate.tui.present.sharing import Shared, picture_of, sharing_page
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.sharing import SharingScreen
from tests.sync.people import until
from tests.tui.screens.evening import Evening, Sitting


async def sharing_of(sitting: Sitting, evening: Evening) -> SharingScreen:
    await sitting.show(FloorScreen(evening.begin(), sitting.app.desk, evening.workspace))
    await sitting.press("y")
    assert isinstance(sitting.screen, SharingScreen)
    return sitting.screen


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "s"
    folder.mkdir()
    return folder


async def test_a_store_is_added_by_keyboard_and_the_debate_travels(
    evening: Evening, stick: Path
) -> None:
    async with evening.open((80, 40)) as sitting:
        screen = await sharing_of(sitting, evening)
        assert "On this device alone" in sitting.text
        assert "c copy" not in sitting.text
        await sitting.press("a")
        await sitting.pilot.press(*("slash" if each == "/" else each for each in str(stick)))
        await sitting.press("enter")
        await until(lambda: "To take part" in sitting.text)
        assert "debate://join#" in screen.shared.link
        await until(lambda: "▀" in sitting.text and "✓" in sitting.text)
        await until(lambda: any(stick.rglob("*.frame")))
        await sitting.press("r")
        assert screen.shared.link.startswith("debate://read#")
        assert "To read along" in sitting.text
        await sitting.press("r", "c")
        assert sitting.app.clipboard == screen.shared.link
        assert any("clipboard" in toast for toast in sitting.toasts)
        await sitting.press("escape")
        assert isinstance(sitting.screen, FloorScreen)


async def test_an_address_that_will_not_do_is_told_and_can_be_mended(evening: Evening) -> None:
    async with evening.open() as sitting:
        await sharing_of(sitting, evening)
        await sitting.press("a")
        await sitting.pilot.press(*"ftp", "colon", "slash", "slash", "x", "enter")
        await until(lambda: any("ftp://x" in toast for toast in sitting.toasts))
        assert "Folder or address" in sitting.text


async def test_a_picture_that_does_not_fit_is_not_shown(evening: Evening, stick: Path) -> None:
    async with evening.open((80, 24)) as sitting:
        screen = await sharing_of(sitting, evening)
        await sitting.app.desk.run(screen._added, str(stick))
        await screen._look()
        await until(lambda: "To take part" in sitting.text)
        picture = screen.query_one("#picture")
        assert picture.display == (len(picture_of(screen.shared.link)) <= 22)
        await sitting.pilot.resize_terminal(80, 12)
        await sitting.rest()
        assert not picture.display


async def test_a_data_folder_that_fails_is_told(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    from debate.errors import NotSaved

    async with evening.open() as sitting:
        screen = await sharing_of(sitting, evening)
        screen.shared = Shared(("s",), "debate://join#s/x")

        def fail(self: Post) -> None:
            raise NotSaved(path="profile", reason="full")

        monkeypatch.setattr(Post, "sharing", property(fail))
        await screen.action_read_link()
        await sitting.rest()
        assert any("disk is full" in toast for toast in sitting.toasts)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_page_says_code_advice_and_when_one_is_left_behind(language: Language) -> None:
    t = translator(language)
    shared = Shared(("host",), "debate://join#host/X", "7K3F9-QXW2M-0", is_left_behind=True)
    blocks = sharing_page(shared, t)
    assert [each.sort for each in blocks] == [
        "title", "item", "notice", "heading", "source", "strong", "prose",
    ]  # fmt: skip
    reading = sharing_page(Shared(("host",), "debate://read#host/X", "code", is_reading=True), t)
    assert "strong" not in [each.sort for each in reading]
    assert reading[-1] != blocks[-1]


def test_a_picture_is_square_and_drawn_in_halves() -> None:
    rows = picture_of("debate://join#host/ABCDEFGHJKMNPQRSTVWXYZ01234")
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == -(-len(rows[0]) // 2)
    assert set("".join(rows)) <= {" ", "▀", "▄", "█"}
    assert rows[0] == "█" * len(rows[0])
