"""What a person chooses is in force at once, kept, and in view."""

from __future__ import annotations

import pytest

from debate.tui.dialogs.press_key import PressKey
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.settings import SettingsScreen
from debate.tui.widgets.choice import Choice
from debate.tui.widgets.virtual_list import VirtualList
from tests.tui.screens.evening import Evening, Sitting


async def at_key(sitting: Sitting, identifier: str) -> None:
    sitting.focus("#keys")
    assert sitting.screen.query_one("#keys", VirtualList).move_to(identifier)
    await sitting.rest()


async def test_a_comma_opens_the_settings_and_escape_closes_them(evening: Evening) -> None:
    async with evening.open() as sitting:
        before = sitting.screen
        await sitting.press("comma")
        assert isinstance(sitting.screen, SettingsScreen)
        await sitting.press("comma", "escape")
        assert sitting.screen is before


async def test_a_comma_opens_the_settings_inside_a_debate(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await sitting.show(FloorScreen(seat, sitting.app.desk, evening.workspace))
        await sitting.press("comma")
        assert isinstance(sitting.screen, SettingsScreen)


async def test_colours_and_stillness_hold_at_once_and_the_next_time(evening: Evening) -> None:
    async with evening.open() as sitting:
        await sitting.press("comma", "tab", "right")
        assert sitting.app.theme == "debate-light"
        await sitting.press("tab", "left")
        assert sitting.app.reduced_motion is False
    async with evening.open() as sitting:
        assert (sitting.app.theme, sitting.app.reduced_motion) == ("debate-light", False)


async def test_another_language_is_spoken_at_once_and_kept(evening: Evening) -> None:
    async with evening.open() as sitting:
        await sitting.press("comma", "right")
        assert sitting.app.language == "nl"
        assert sitting.screen.query_one("#language", Choice).value == "nl"
        assert evening.workspace.choice("language") == "nl"
        await sitting.press("L")
        assert sitting.app.language == "en"
        assert sitting.screen.query_one("#language", Choice).value == "en"


async def test_what_another_key_changes_is_followed(evening: Evening) -> None:
    async with evening.open() as sitting:
        await sitting.press("comma", "T", "M")
        assert sitting.screen.query_one("#theme", Choice).value == sitting.app.theme
        assert sitting.screen.query_one("#motion", Choice).value == "full"
        assert evening.workspace.choice("reduced-motion") is False


async def test_a_name_is_kept_as_it_is_typed(evening: Evening) -> None:
    async with evening.open() as sitting:
        await sitting.press("comma")
        sitting.focus("#name Input")
        await sitting.type("Ada")
        assert evening.workspace.choice("name") == "Ada"


async def test_other_semantics_move_the_strengths_of_an_open_debate(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await sitting.press("comma")
        sitting.focus("#semantics")
        await sitting.press("right")
        assert "Simple and widely used" in sitting.text
        assert evening.workspace.choice("semantics") == "dfquad"
        assert seat.session.semantics == "dfquad"


async def test_an_act_gets_the_key_that_is_pressed(evening: Evening) -> None:
    async with evening.open() as sitting:
        await sitting.press("comma")
        await at_key(sitting, "session.new")
        await sitting.press("enter", "f6")
        assert evening.workspace.choice("keys") == {"session.new": "f6"}
        assert "◆ f6" in sitting.text
        assert "Usually: n" in sitting.text
        await sitting.press("escape")
        assert "f6 new debate" in sitting.text


async def test_a_key_that_is_taken_is_not_given_away(evening: Evening) -> None:
    async with evening.open() as sitting:
        await sitting.press("comma")
        await at_key(sitting, "argument.add")
        await sitting.press("enter", "w")
        assert isinstance(sitting.screen, PressKey)
        assert "w is taken" in sitting.text
        await sitting.press("tab")
        assert "always means the same" in sitting.text
        await sitting.press("escape")
        assert isinstance(sitting.screen, SettingsScreen)
        assert evening.workspace.choice("keys") is None


async def test_a_key_that_is_asked_for_opens_nothing_even_one_that_works_everywhere(
    evening: Evening,
) -> None:
    async with evening.open() as sitting:
        await sitting.press("comma")
        await at_key(sitting, "argument.add")
        await sitting.press("enter", "ctrl+p")
        assert isinstance(sitting.screen, PressKey)
        assert "is taken: Find any act by its name." in sitting.prose
        await sitting.press("f1")
        assert isinstance(sitting.screen, PressKey)


async def test_what_works_while_one_types_keeps_a_key_nobody_types(evening: Evening) -> None:
    async with evening.open() as sitting:
        await sitting.press("comma")
        await at_key(sitting, "app.palette")
        await sitting.press("enter", "z")
        assert "ctrl or alt" in sitting.text
        await sitting.press("f9")
        assert evening.workspace.choice("keys") == {"app.palette": "f9"}


@pytest.mark.parametrize("way", ["delete", "button"])
async def test_usual_keys_come_back(evening: Evening, way: str) -> None:
    evening.workspace.choose("keys", {"session.new": "f6"})
    async with evening.open() as sitting:
        assert "f6 new debate" in sitting.text
        await sitting.press("comma")
        await at_key(sitting, "session.new")
        await sitting.press(*(["delete"] if way == "delete" else ["tab", "enter"]))
        assert evening.workspace.choice("keys") == {}
        await sitting.press("escape")
        assert "n new debate" in sitting.text
