"""A new debate is begun on one screen, and nothing typed is lost on the way."""

from __future__ import annotations

import pytest

from debate.errors import NotSaved
from debate.tui.screens.begin import BeginScreen
from debate.tui.screens.console import ConsoleScreen
from debate.tui.screens.floor import FloorScreen
from debate.tui.widgets.field import Field
from debate.tui.widgets.virtual_list import VirtualList
from tests.tui.screens.evening import MOTIONS, Evening, Sitting


async def opened(sitting: Sitting, evening: Evening) -> BeginScreen:
    screen = BeginScreen(evening.workspace, sitting.app.desk, MOTIONS)
    await sitting.show(screen)
    return screen


def value(screen: BeginScreen, name: str) -> str:
    return screen.query_one(f"#{name}", Field).value


async def test_enter_begins_a_debate_with_everything_as_it_was_offered(evening: Evening) -> None:
    async with evening.open() as sitting:
        await opened(sitting, evening)
        await sitting.press("enter")
        assert isinstance(sitting.screen, FloorScreen)
        charter = sitting.screen.debate.charter
        assert (charter.title, charter.motion_ids) == ("Tea goes before coffee", ("tea",))
        assert (charter.scheme, charter.contract, charter.runsheet.id) == ("scale", "named", "open")


async def test_everything_chosen_by_keys_is_in_the_charter(evening: Evening) -> None:
    async with evening.open() as sitting:
        await opened(sitting, evening)
        await sitting.press("down", "space", "tab", "down")
        sitting.focus("#title Input")
        await sitting.press("end", *"!!")
        await sitting.press("tab")
        await sitting.type("Ada")
        await sitting.press("tab")
        await sitting.type("Ben, Caro")
        await sitting.press("tab", "right", "tab", "right", "right")
        await sitting.press("ctrl+s")
        assert isinstance(sitting.screen, ConsoleScreen)
        debate = sitting.screen.debate
        assert debate.charter.title == "Tea goes before coffee, and 1 more!!"
        assert debate.charter.motion_ids == ("tea", "bikes")
        assert (debate.charter.scheme, debate.charter.contract) == ("budget", "secret")
        assert debate.charter.runsheet.id != "open"
        assert len(debate.people.present()) == 3
        assert evening.workspace.choice("name") == "Ada"


async def test_people_at_this_keyboard_sit_down_by_name(evening: Evening) -> None:
    async with evening.open() as sitting:
        await opened(sitting, evening)
        sitting.focus("#others Input")
        await sitting.type("Ben,Caro")
        await sitting.press("enter")
        assert isinstance(sitting.screen, FloorScreen)
        session = sitting.screen.seat.session
        names = [seat.person.name for seat in evening.workspace.seats(session) if seat.person]
        assert names == [None, "Ben", "Caro"]


async def test_the_title_follows_the_motions_until_somebody_types_one(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await opened(sitting, evening)
        assert value(screen, "title") == "Tea goes before coffee"
        await sitting.press("space", "down", "space")
        assert value(screen, "title") == "Bicycles go before cars"
        sitting.focus("#title Input")
        await sitting.type("?")
        sitting.focus("#motions")
        await sitting.press("space")
        assert value(screen, "title") == "Bicycles go before cars?"


async def test_every_choice_says_what_it_means(evening: Evening) -> None:
    async with evening.open() as sitting:
        await opened(sitting, evening)
        assert "Each argument gets a weight from 0" in sitting.text
        assert "Everybody sees who said what" in sitting.text
        assert "One phase without an end" in sitting.text
        sitting.focus("#scheme")
        await sitting.press("right")
        assert "Each person divides 100 points" in sitting.text
        sitting.focus("#contract")
        await sitting.press("right", "right")
        assert "No names at all" in sitting.text


async def test_without_a_motion_nothing_begins(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await opened(sitting, evening)
        await sitting.press("space", "enter")
        assert sitting.screen is screen
        assert sitting.toasts == ["Pick a motion first: space picks."]


async def test_a_debate_needs_a_title(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await opened(sitting, evening)
        screen.query_one("#title", Field).value = " "
        await sitting.press("enter")
        assert sitting.screen is screen
        assert "A debate needs a title." in sitting.text
        assert screen.focused is screen.query_one("#title Input")


async def test_two_people_cannot_have_one_name(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await opened(sitting, evening)
        sitting.focus("#name Input")
        await sitting.type("Ada")
        await sitting.press("tab")
        await sitting.type("Ben,ada")
        await sitting.press("enter")
        assert sitting.screen is screen
        assert screen.query_one("#others", Field).notice == "Two people cannot have one name here."


async def test_a_name_that_is_too_long_is_said_where_it_stands(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await opened(sitting, evening)
        screen.query_one("#others", Field).value = "x" * 41
        await sitting.press("enter")
        assert sitting.screen is screen
        assert "x" * 41 in screen.query_one("#others", Field).notice


async def test_a_disk_that_refuses_loses_nothing(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotSaved(path="/data", reason="full")

    async with evening.open() as sitting:
        screen = await opened(sitting, evening)
        sitting.focus("#name Input")
        await sitting.type("Ada")
        monkeypatch.setattr(evening.workspace, "begin", refuse)
        await sitting.press("enter")
        assert sitting.screen is screen
        assert len(sitting.toasts) == 1
        assert value(screen, "name") == "Ada"
        monkeypatch.undo()
        await sitting.press("enter")
        assert isinstance(sitting.screen, FloorScreen)


async def test_another_language_keeps_what_was_typed_and_picked(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = await opened(sitting, evening)
        await sitting.press("down", "space")
        sitting.focus("#others Input")
        await sitting.type("Ben")
        sitting.focus("#contract")
        await sitting.press("right", "L")
        assert value(screen, "others") == "Ben"
        assert "Tea goes before coffee (nl)" in value(screen, "title")
        await sitting.press("enter")
        assert isinstance(sitting.screen, FloorScreen)
        assert sitting.screen.debate.charter.contract == "pseudonym"
        assert sitting.screen.debate.charter.motion_ids == ("tea", "bikes")


async def test_who_reflects_alone_comes_to_the_floor_and_reads_the_line_of_each_phase(
    evening: Evening,
) -> None:
    async with evening.open() as sitting:
        screen = BeginScreen(evening.workspace, sitting.app.desk, MOTIONS)
        await sitting.show(screen)
        sheets = screen.query_one("#sheets", VirtualList)
        sheets.move_to("reflect")
        await sitting.press("ctrl+s")
        floor = sitting.screen
        assert isinstance(floor, FloorScreen)
        assert "Before reading on: where do you stand" in sitting.toasts[-1]
        assert sitting.toasts[-1].endswith("N begins the next phase.")
        await sitting.press("N")
        assert "Write your best three reasons" in sitting.toasts[-1]
        phases = floor.debate.charter.runsheet.phases
        await sitting.press(*("N" for _ in phases[2:]))
        assert phases[-1].title.within("en") in sitting.toasts[-1]
        assert "N begins" not in sitting.toasts[-1], "none comes after the last"


async def test_a_run_sheet_for_a_room_opens_the_console(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = BeginScreen(evening.workspace, sitting.app.desk, MOTIONS)
        await sitting.show(screen)
        screen.query_one("#sheets", VirtualList).move_to("workshop-30")
        await sitting.press("ctrl+s")
        assert isinstance(sitting.screen, ConsoleScreen)


async def test_escape_begins_nothing(evening: Evening) -> None:
    async with evening.open() as sitting:
        await opened(sitting, evening)
        await sitting.press("escape")
        assert not isinstance(sitting.screen, BeginScreen)
        assert evening.workspace.summaries() == ()


async def test_motions_are_read_when_none_are_given(evening: Evening) -> None:
    async with evening.open() as sitting:
        screen = BeginScreen(evening.workspace, sitting.app.desk, ())
        await sitting.show(screen)
        assert value(screen, "title")
        assert "No motions here." not in sitting.text
