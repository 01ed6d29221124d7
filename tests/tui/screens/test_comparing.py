"""Groups side by side on the screen: marked in the lobby, worked out beside the keys, five parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.service.carrying import take_in, write_facts
from debate.tui.screens.comparing import ComparingScreen
from debate.tui.screens.method import MethodScreen
from debate.tui.widgets.bars import Bars
from debate.tui.widgets.ranges import Ranges
from tests.assembly import Assembly
from tests.groups import BOATS, curfew, day, group
from tests.tui.screens.evening import Evening, Sitting


def keep(evening: Evening, folder: Path, *rooms: Assembly) -> None:
    """Take debates into the workspace."""
    for room in rooms:
        file = folder / f"{room.session.id}.jsonl"
        write_facts(room.session, file)
        take_in(evening.workspace, file)


async def settle(sitting: Sitting) -> None:
    await sitting.figures()


async def compared(sitting: Sitting) -> ComparingScreen:
    """Mark every debate in the lobby and compare them."""
    await sitting.press("tab", "end", "space", "up", "space", "up", "space", "b")
    await settle(sitting)
    screen = sitting.screen
    assert isinstance(screen, ComparingScreen)
    return screen


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_debates_are_marked_and_set_side_by_side(
    evening: Evening, tmp_path: Path, size: tuple[int, int]
) -> None:
    keep(evening, tmp_path, *day())
    async with evening.open(size) as sitting:
        screen = await compared(sitting)
        assert len(screen.query_one(Ranges).view.spans) == 3
        assert "●" in sitting.text
        assert "3 groups" in sitting.text
        await sitting.press("2")
        assert len(screen.query_one(Bars).view.bars) == 3
        await sitting.press("3")
        assert "Every group gives these much:" in sitting.text
        await sitting.press("4")
        assert BOATS in sitting.text
        await sitting.press("right")
        assert "Read them aloud" in sitting.text
        await sitting.press("shift+tab", "left", "tab")
        assert screen.part == 3
        await sitting.press("escape")
        assert "✓ Group A" in sitting.text


async def test_marks_are_taken_back_and_one_alone_is_not_compared(
    evening: Evening, tmp_path: Path
) -> None:
    keep(evening, tmp_path, *day()[:2])
    async with evening.open() as sitting:
        assert "compare" not in sitting.text
        await sitting.press("b")
        await sitting.press("tab", "space")
        assert sitting.text.count("✓") == 1
        assert "compare" not in sitting.text
        await sitting.press("b")
        assert not isinstance(sitting.screen, ComparingScreen)
        await sitting.press("down", "space")
        assert "b compare" in sitting.text
        await sitting.press("space")
        assert sitting.text.count("✓") == 1


async def test_a_lobby_with_one_debate_offers_no_marks(evening: Evening) -> None:
    evening.begin()
    async with evening.open() as sitting:
        await sitting.press("tab", "space")
        assert "✓" not in sitting.text
        assert "pick" not in sitting.text


async def test_the_language_changes_the_words_of_a_comparison(
    evening: Evening, tmp_path: Path
) -> None:
    keep(evening, tmp_path, *day())
    async with evening.open() as sitting:
        await compared(sitting)
        await sitting.press("L")
        assert "3 groepen" in sitting.text
        assert "Nooit genoemd" in sitting.text
        await sitting.press("escape")
        assert "Je debatten" in sitting.text


async def test_brackets_go_from_motion_to_motion(evening: Evening, tmp_path: Path) -> None:
    motions = (curfew(), curfew("ferry", "We should have a ferry."))
    keep(evening, tmp_path, *(group(number, motions=motions) for number in range(3)))
    async with evening.open() as sitting:
        screen = await compared(sitting)
        assert "1/2" in sitting.text
        await sitting.press("right_square_bracket")
        assert (screen.motion, "2/2" in sitting.text) == ("ferry", True)
        await sitting.press("left_square_bracket")
        assert screen.motion == "curfew"


async def test_groups_without_a_motion_in_common_are_told_so(
    evening: Evening, tmp_path: Path
) -> None:
    rooms = [group(n, motions=(curfew(f"m{n}"),), is_voted=False) for n in range(3)]
    keep(evening, tmp_path, *rooms)
    async with evening.open() as sitting:
        await compared(sitting)
        assert "no motion in common" in sitting.text
        await sitting.press("right_square_bracket", "2")
        assert "no motion in common" in sitting.text


async def test_groups_of_which_nothing_may_be_told_have_no_chart(
    evening: Evening, tmp_path: Path
) -> None:
    keep(evening, tmp_path, *(group(number, people=2) for number in range(3)))
    async with evening.open() as sitting:
        screen = await compared(sitting)
        assert not screen.query_one(Ranges).display
        assert "Withheld" in sitting.text
        await sitting.press("2")
        assert not screen.query_one(Bars).display


async def test_the_figures_of_each_part_are_explained(evening: Evening, tmp_path: Path) -> None:
    keep(evening, tmp_path, *day())
    async with evening.open() as sitting:
        await compared(sitting)
        for number in "12345":
            await sitting.press(number, "question_mark")
            assert isinstance(sitting.screen, MethodScreen)
            await sitting.press("escape")


async def test_a_part_is_chosen_with_the_pointer(evening: Evening, tmp_path: Path) -> None:
    keep(evening, tmp_path, *day())
    async with evening.open() as sitting:
        screen = await compared(sitting)
        await sitting.pilot.click("#parts", offset=(18, 0))
        await sitting.rest()
        assert screen.part == 1


async def test_a_debate_that_cannot_be_opened_is_told_and_nothing_is_shown(
    evening: Evening, tmp_path: Path
) -> None:
    rooms = day()
    keep(evening, tmp_path, *rooms)
    async with evening.open() as sitting:
        await sitting.press("tab", "end", "space", "up", "space")
        evening.workspace.discard(rooms[0].session.id)
        evening.workspace.discard(rooms[1].session.id)
        await sitting.press("b")
        assert not isinstance(sitting.screen, ComparingScreen)
        assert sitting.toasts


async def test_six_words_of_a_debate_that_does_not_hold_bear_a_warning(
    evening: Evening, tmp_path: Path
) -> None:
    rooms = day()
    keep(evening, tmp_path, *rooms)
    journal = evening.workspace.open(rooms[0].session.id).session.journal
    journal.append([{"d": {}}])
    async with evening.open() as sitting:
        await compared(sitting)
        await sitting.press("5")
        assert "A check of this debate did not hold" in sitting.text
