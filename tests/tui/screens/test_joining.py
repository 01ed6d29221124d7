"""Coming into a debate from elsewhere, from the first screen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual import events

from debate.cli.main import main
from debate.i18n.catalog import translator
from debate.tui.dialogs.joining import JoinDialog
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.lobby import LobbyScreen
from debate.tui.widgets.field import Field
from tests.sync.people import until
from tests.tui.screens.evening import Evening, Sitting


@dataclass(frozen=True)
class Elsewhere:
    """A debate that somebody keeps on a stick, and the links into it."""

    stick: Path
    link: str
    to_read: str


@pytest.fixture
def elsewhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Elsewhere:
    home, stick = ["--data-dir", str(tmp_path / "elsewhere")], tmp_path / "stick"
    stick.mkdir()

    def link(*more: str) -> str:
        capsys.readouterr()
        assert not main([*home, "invite", "Elsewhere", "--json", *more])
        (found,) = json.loads(capsys.readouterr().out)["links"]
        return str(found)

    assert not main([*home, "new", "Elsewhere", "--motion", "state-threats", "--name", "Zoe"])
    assert not main([*home, "remote", "add", str(stick), "Elsewhere"])
    return Elsewhere(stick, link(), link("--read-only"))


async def asked(sitting: Sitting) -> JoinDialog:
    assert isinstance(sitting.screen, LobbyScreen)
    await sitting.press("I")
    assert isinstance(sitting.screen, JoinDialog)
    return sitting.screen


async def paste(sitting: Sitting, field: str, text: str) -> None:
    sitting.screen.query_one(f"#{field}", Field).focus()
    await sitting.rest()
    assert sitting.app.focused is not None
    sitting.app.focused.post_message(events.Paste(text))
    await sitting.rest()


async def test_a_link_leads_to_the_floor_and_one_takes_part(
    evening: Evening, elsewhere: Elsewhere
) -> None:
    async with evening.open() as sitting:
        await asked(sitting)
        await paste(sitting, "link", elsewhere.link)
        await paste(sitting, "name", "Ben")
        await sitting.press("enter")
        await until(lambda: isinstance(sitting.screen, FloorScreen))
        await sitting.rest()
        floor = sitting.screen
        assert isinstance(floor, FloorScreen)
        assert {each.name for each in floor.debate.people.by_id.values()} == {"Zoe", "Ben"}
        await sitting.press("escape")
        assert "Elsewhere" in sitting.text


async def test_a_link_to_read_lets_nobody_take_part(evening: Evening, elsewhere: Elsewhere) -> None:
    async with evening.open() as sitting:
        await asked(sitting)
        await paste(sitting, "link", elsewhere.to_read)
        await sitting.press("ctrl+s")
        await until(lambda: isinstance(sitting.screen, FloorScreen))
        floor = sitting.screen
        assert isinstance(floor, FloorScreen)
        assert {each.name for each in floor.debate.people.by_id.values()} == {"Zoe"}


async def test_what_leads_nowhere_is_told_and_stays_to_be_mended(
    evening: Evening, elsewhere: Elsewhere
) -> None:
    async with evening.open() as sitting:
        dialog = await asked(sitting)
        await sitting.press("enter")
        assert "Write something first." in sitting.text
        await paste(sitting, "link", "7K3F9-QXW2M-0")
        await sitting.press("enter")
        assert "A code does not say where the debate is." in sitting.text
        await paste(sitting, "address", str(elsewhere.stick))
        await sitting.press("enter")
        await until(lambda: bool(sitting.toasts))
        await sitting.rest()
        assert sitting.screen is dialog
        assert dialog.query_one("#link", Field).value == "7K3F9-QXW2M-0"
        sitting.app.clear_notifications()
        dialog.query_one("#link", Field).value = elsewhere.link[:-3]
        await sitting.press("ctrl+s")
        await until(lambda: bool(sitting.toasts))
        await sitting.press("escape")
        assert isinstance(sitting.screen, LobbyScreen)
        assert "Elsewhere" not in sitting.text


async def test_what_is_said_of_a_paste_that_is_too_long_is_in_the_language_of_the_screen(
    evening: Evening,
) -> None:
    evening.language = "nl"
    async with evening.open() as sitting:
        dialog = await asked(sitting)
        await paste(sitting, "name", "x" * 50)
        said = dialog.query_one("#name", Field).notice
        assert said == translator("nl").text(
            "kept the first {kept} of {offered} characters", kept=40, offered=50
        )
        assert not said.startswith("kept")
