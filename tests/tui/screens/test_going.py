"""From the floor to every other screen and back, and from the lobby to a floor."""

from __future__ import annotations

import asyncio
from pathlib import Path
from unittest.mock import patch

import pytest

from debate.domain import commands as c
from debate.errors import Busy, NotSaved
from debate.service.workspace import Workspace
from debate.tui.screens.ballot import BallotScreen
from debate.tui.screens.begin import BeginScreen
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.groups import GroupsScreen
from debate.tui.screens.lobby import LobbyScreen
from debate.tui.screens.outcome import OutcomeScreen
from debate.tui.screens.pass_keyboard import PassScreen
from debate.tui.screens.questions import QuestionsScreen
from debate.tui.screens.reader import ReaderScreen
from debate.tui.screens.results import ResultsScreen
from debate.tui.widgets.detail_pane import DetailPane
from debate.tui.widgets.page import Page
from tests.tui.screens.evening import BIKES, TEA, Evening, Sitting, done


async def floor_of(sitting: Sitting, evening: Evening) -> FloorScreen:
    floor = FloorScreen(evening.begin(), sitting.app.desk, evening.workspace)
    await sitting.show(floor)
    return floor


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("i", ReaderScreen), ("v", BallotScreen), ("b", ResultsScreen), ("g", GroupsScreen),
        ("l", QuestionsScreen), ("O", OutcomeScreen), ("p", PassScreen),
    ],
)  # fmt: skip
async def test_a_key_goes_to_a_screen_and_escape_comes_back(
    evening: Evening, key: str, kind: type
) -> None:
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening)
        await sitting.press(key)
        assert isinstance(sitting.screen, kind)
        await sitting.press("escape")
        assert sitting.screen is floor


async def test_brackets_go_round_the_motions(evening: Evening) -> None:
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening)
        assert "Tea goes before coffee  1/2" in sitting.text
        await sitting.press("right_square_bracket")
        assert floor.motion == BIKES.id
        assert "Bicycles go before cars  2/2" in sitting.text
        await sitting.press("right_square_bracket")
        assert floor.motion == TEA.id
        await sitting.press("left_square_bracket", "i")
        assert "Bicycles go before cars" in sitting.text


async def test_enter_gives_the_keys_to_the_detail(evening: Evening) -> None:
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening)
        await sitting.press("left")
        assert "Tea goes before coffee: against" in sitting.text
        await sitting.press("enter")
        assert floor.query_one(DetailPane).has_focus


async def test_the_detail_may_follow_while_the_screen_changes_its_language(
    evening: Evening,
) -> None:
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening)
        sitting.app.action_next_language()
        for _ in range(500):
            floor.show_detail()
            await asyncio.sleep(0)
        await sitting.press("left")
        assert "weerleggen" in sitting.text
        assert "Tegen de motie" in sitting.text


async def test_the_lobby_opens_a_motion_and_a_debate(evening: Evening) -> None:
    evening.begin()
    async with evening.open() as sitting:
        assert isinstance(sitting.screen, LobbyScreen)
        assert "An evening" in sitting.text
        await sitting.press("enter")
        assert isinstance(sitting.screen, ReaderScreen)
        await sitting.press("escape", "tab", "enter")
        assert isinstance(sitting.screen, FloorScreen)
        await sitting.press("escape", "n")
        assert isinstance(sitting.screen, BeginScreen)


async def test_an_empty_lobby_says_what_to_do(evening: Evening) -> None:
    async with evening.open() as sitting:
        assert "None yet. Enter opens a motion; n: a new debate; I: an invitation." in sitting.text
        await sitting.press("tab", "enter")
        assert isinstance(sitting.screen, ReaderScreen), "the motion that stands above"
        await sitting.press("escape", "L")
        assert "Moties" in sitting.text
        assert "Nog geen" in sitting.text


async def test_a_debate_that_cannot_be_opened_is_told_and_the_lobby_stays(
    evening: Evening,
) -> None:
    evening.begin()
    async with evening.open() as sitting:
        await sitting.press("tab")
        with patch.object(Workspace, "open", side_effect=Busy(path="session.journal", seconds=5)):
            await sitting.press("enter")
        assert isinstance(sitting.screen, LobbyScreen)
        assert len(sitting.toasts) == 1


async def test_a_list_of_debates_that_cannot_be_read_is_told(evening: Evening) -> None:
    with patch.object(Workspace, "summaries", side_effect=Busy(path="index", seconds=5)):
        async with evening.open() as sitting:
            assert isinstance(sitting.screen, LobbyScreen)
            assert len(sitting.toasts) == 1
            assert "None yet." in sitting.text


async def test_a_motion_is_read_and_enter_begins_a_debate_on_it(evening: Evening) -> None:
    evening.workspace.choose("name", value="Ada")
    async with evening.open() as sitting:
        await sitting.press("enter")
        reader = sitting.screen
        assert isinstance(reader, ReaderScreen)
        assert "What a yes means" in "\n".join(
            block.text for block in reader.query_one(Page).blocks
        )
        await sitting.press("enter")
        floor = sitting.screen
        assert isinstance(floor, FloorScreen)
        assert floor.debate.charter.motion_ids == (reader.motion.id,)
        begun = floor.seat.session.id
        await sitting.press("escape", "enter", "enter")
        again = sitting.screen
        assert isinstance(again, FloorScreen)
        assert again.seat.session.id == begun
        done(again.seat.submit(c.CloseSession()))
        await sitting.press("escape", "enter", "enter")
        assert isinstance(sitting.screen, FloorScreen)
        assert sitting.screen.seat.session.id != begun


async def test_a_debate_that_cannot_begin_is_told_and_the_reader_stays(evening: Evening) -> None:
    async with evening.open() as sitting:
        await sitting.press("enter")
        reader = sitting.screen
        failing = NotSaved(path="session.journal", reason="No space left on device")
        with patch.object(Workspace, "begin", side_effect=failing):
            await sitting.press("enter")
        assert sitting.screen is reader
        assert len(sitting.toasts) == 1
        evening.workspace.choose("name", value="N" * 500)
        await sitting.press("enter")
        assert sitting.screen is reader
        assert len(sitting.toasts) == 2


async def test_inside_a_debate_the_reader_begins_nothing(evening: Evening) -> None:
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening)
        await sitting.press("i", "enter")
        assert isinstance(sitting.screen, ReaderScreen)
        assert "debate it" not in sitting.text
        await sitting.press("q")
        assert sitting.screen is floor


async def test_the_minutes_are_written_beside_what_is_there_and_over_nothing(
    evening: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with evening.open() as sitting:
        await floor_of(sitting, evening)
        await sitting.press("x", "escape", "x", "enter")
        await sitting.press("x", "enter")
        await sitting.press("x", "down", "down", "enter")
        assert sitting.toasts[-1] == f"Written to {tmp_path / 'An-evening.txt'}."
    assert "<html" in (tmp_path / "An-evening.html").read_text()
    assert "<html" in (tmp_path / "An-evening-2.html").read_text()
    assert "Tea goes before coffee" in (tmp_path / "An-evening.txt").read_text()


async def test_a_folder_that_takes_no_file_is_told(
    evening: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    monkeypatch.setattr(Path, "cwd", lambda: gone)
    async with evening.open() as sitting:
        await floor_of(sitting, evening)
        await sitting.press("x", "enter")
        assert len(sitting.toasts) == 1
        assert "An-evening.html" in sitting.toasts[0]


@pytest.mark.parametrize("turns", [0, 3, 6, 9, 12, 15, 22])
@pytest.mark.parametrize("act", ["next_language", "command_palette", "help"])
async def test_whoever_leaves_amid_an_act_leaves_no_traceback(
    evening: Evening, act: str, turns: int
) -> None:
    async with evening.open() as sitting:
        await floor_of(sitting, evening)
        sitting.app.call_next(sitting.app.run_action, act)
        for _ in range(turns):
            await asyncio.sleep(0)
        sitting.app.exit()


@pytest.mark.parametrize("turns", [0, 3, 6, 9, 12, 15, 22])
@pytest.mark.parametrize("key", ["n", "comma", "d", "ctrl+p"])
async def test_whoever_leaves_while_a_screen_opens_leaves_no_traceback(
    evening: Evening, key: str, turns: int
) -> None:
    evening.begin()
    async with evening.open() as sitting:
        pressing = asyncio.create_task(sitting.pilot.press(key))
        for _ in range(turns):
            await asyncio.sleep(0)
        sitting.app.exit()
        pressing.cancel()
