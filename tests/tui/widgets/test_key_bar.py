"""The key bar shows what fits, in a fixed order, and always where help is."""

import pytest

from debate.tui.widgets.key_bar import Hint, KeyBar, fitted
from tests.tui.stage import Stage

HINTS = [Hint(letter, letter, f"act {letter}") for letter in "abcdefgh"]


@pytest.mark.parametrize("room", [1, 10, 30, 200])
def test_the_last_hint_is_never_left_out(room: int) -> None:
    assert fitted(HINTS, room)[-1] is HINTS[-1]


def test_hints_are_left_out_from_the_end() -> None:
    assert [hint.key for hint in fitted(HINTS, 30)] == ["a", "b", "h"]
    assert fitted([], 80) == []
    assert fitted(HINTS, 200) == HINTS


@pytest.mark.parametrize("room", range(20, 70))
def test_where_hints_are_left_out_the_palette_is_behind_the_others(room: int) -> None:
    hints = [*HINTS[:6], Hint("ctrl+p", "^p", "palette", is_palette=True), HINTS[7]]
    shown = fitted(hints, room)
    assert sum(hint.cells + 2 for hint in shown) - 2 <= room
    assert shown == hints or (shown[-2].display, shown[-2].label) == ("^p", "…")
    assert [hint.key for hint in shown[:-2]] == [hint.key for hint in hints[: len(shown) - 2]]


@pytest.mark.parametrize("columns", [40, 60, 80, 160])
async def test_help_is_in_view_at_every_width(columns: int) -> None:
    stage = Stage(KeyBar())
    async with stage.at(columns, 20):
        assert stage.text().splitlines()[-1].rstrip().endswith("? help")


async def test_a_click_on_a_hint_is_its_key() -> None:
    stage = Stage(KeyBar())
    async with stage.at() as pilot:
        place = stage.text().splitlines()[-1].index("weigh")
        await pilot.click("KeyBar", offset=(place, 0))
        await pilot.pause()
        assert stage.stage.acts == ["weigh"]


async def test_other_keys_are_shown_after_a_remapping() -> None:
    stage = Stage(KeyBar(), keys={"argument.add": "f2"})
    async with stage.at():
        assert "f2 add" in stage.text()
