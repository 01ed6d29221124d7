"""The list costs the same at any length, and keeps the cursor where people left it."""

from collections.abc import Sequence

import pytest

from debate.tui.widgets.ink import Line
from debate.tui.widgets.virtual_list import KEPT, VirtualList
from tests.tui.stage import Stage


class Counting:
    """A painter that counts how often it paints."""

    def __init__(self) -> None:
        self.painted = 0

    def __call__(self, item: str, width: int) -> Sequence[Line]:
        self.painted += 1
        return [[(item, "ink")]]


def list_of(count: int, painter: Counting | None = None, **options: object) -> VirtualList[str]:
    items = [f"row {place}" for place in range(count)]
    return VirtualList(items, painter or Counting(), id="list", **options)  # type: ignore[arg-type]


async def test_the_cursor_goes_down_up_to_the_ends_and_by_pages() -> None:
    rows = list_of(100)
    async with Stage(rows).at(40, 12) as pilot:
        await pilot.press("down", "j", "up")
        assert rows.cursor == 1
        await pilot.press("k", "k")
        assert rows.cursor == 0
        await pilot.press("pagedown")
        assert rows.cursor == 11
        await pilot.press("end")
        assert rows.cursor == 99
        assert rows.scroll_offset.y == 88
        await pilot.press("pageup", "home")
        assert rows.cursor == 0


async def test_moving_and_opening_are_told_with_the_item() -> None:
    stage = Stage(list_of(3))
    async with stage.at(40, 12) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        highlighted, selected = stage.of(VirtualList.Highlighted), stage.of(VirtualList.Selected)
        assert [(event.index, event.item) for event in highlighted] == [(1, "row 1")]
        assert [(event.index, event.item) for event in selected] == [(1, "row 1")]


async def test_a_click_chooses_and_a_double_click_opens() -> None:
    stage = Stage(list_of(9))
    async with stage.at(40, 12) as pilot:
        await pilot.click("#list", offset=(5, 4))
        assert stage.stage.query_one(VirtualList).cursor == 4
        assert not stage.of(VirtualList.Selected)
        await pilot.click("#list", offset=(5, 4), times=2)
        assert [event.item for event in stage.of(VirtualList.Selected)] == ["row 4"]


async def test_a_click_below_the_last_row_does_nothing() -> None:
    stage = Stage(list_of(2))
    async with stage.at(40, 12) as pilot:
        await pilot.click("#list", offset=(5, 8))
        assert not stage.of(VirtualList.Highlighted)


def bar_of(stage: Stage) -> set[str]:
    """Return how the cells of the last column look, where the bar is."""
    strips = stage.screen._compositor.render_strips(stage.size)
    return {str([*strip][-1].style) for strip in strips}


@pytest.mark.parametrize("count", [0, 3, 12])
async def test_of_what_is_all_in_view_there_is_no_bar(count: int) -> None:
    rows = list_of(20)
    stage = Stage(rows)
    async with stage.at(40, 12) as pilot:
        rows.update_items(rows.items[:count])
        await pilot.pause()
        assert not any("reverse" in style for style in bar_of(stage))


async def test_a_bar_is_seen_once_there_is_a_row_too_many_and_no_row_moves() -> None:
    rows = list_of(12)
    stage = Stage(rows)
    async with stage.at(40, 12) as pilot:
        before = [line[:39].rstrip() for line in stage.text().splitlines()]
        width = rows.scrollable_content_region.width
        rows.update_items([*rows.items, "one too many"])
        await pilot.pause()
        assert any("reverse" in style for style in bar_of(stage))
        assert [line[:39].rstrip() for line in stage.text().splitlines()] == before
        assert rows.scrollable_content_region.width == width


async def test_of_a_list_that_became_short_the_rows_are_in_view() -> None:
    rows = list_of(100)
    stage = Stage(rows)
    async with stage.at(40, 12) as pilot:
        rows.scroll_to(y=88, animate=False)
        await pilot.pause()
        assert "row 99" in stage.text()
        rows.update_items([f"row {place}" for place in range(20)])
        await stage.until(lambda: "row 19" in stage.text())


async def test_the_row_under_the_pointer_lights_up() -> None:
    rows = list_of(9)
    async with Stage(rows).at(40, 12) as pilot:
        await pilot.hover("#list", offset=(5, 3))
        assert rows.hovered == 3


async def test_ten_thousand_rows_are_painted_no_more_than_the_window_shows() -> None:
    painter = Counting()
    rows = list_of(10_000, painter)
    async with Stage(rows).at(80, 24) as pilot:
        await pilot.pause()
        assert painter.painted <= 2 * 24
        painter.painted = 0
        await pilot.press("down")
        assert painter.painted <= 2
        painter.painted = 0
        await pilot.press("end")
        assert painter.painted <= 2 * 24 + 2


async def test_a_change_of_theme_paints_anew() -> None:
    painter = Counting()
    stage = Stage(list_of(5, painter))
    async with stage.at(40, 12) as pilot:
        await pilot.pause()
        painter.painted = 0
        stage.theme = "debate-light"
        await pilot.pause()
        assert painter.painted >= 5


async def test_the_cursor_stays_on_its_item_when_rows_move() -> None:
    rows = list_of(5, identity=lambda item: item)
    stage = Stage(rows)
    async with stage.at(40, 12) as pilot:
        await pilot.press("down", "down")
        rows.update_items(["new", *rows.items])
        await pilot.pause()
        assert rows.current == "row 2"


async def test_the_cursor_takes_the_nearest_row_when_its_item_is_gone() -> None:
    rows = list_of(5, identity=lambda item: item)
    async with Stage(rows).at(40, 12) as pilot:
        await pilot.press("end")
        rows.update_items(["row 0", "row 1"])
        await pilot.pause()
        assert rows.current == "row 1"


async def test_other_items_under_a_still_cursor_are_told() -> None:
    stage = Stage(list_of(3))
    async with stage.at(40, 12) as pilot:
        stage.stage.query_one(VirtualList).update_items(["other"])
        await pilot.pause()
        assert [event.item for event in stage.of(VirtualList.Highlighted)] == ["other"]


async def test_one_changed_row_is_painted_alone() -> None:
    painter = Counting()
    rows = list_of(50, painter)
    async with Stage(rows).at(40, 12) as pilot:
        await pilot.pause()
        painter.painted = 0
        rows.items[3:4] = ["changed"]  # type: ignore[index]
        rows.row_changed(3)
        await pilot.pause()
        assert painter.painted == 1


async def test_rows_that_come_at_the_end_can_be_reached() -> None:
    items = ["one"]
    rows: VirtualList[str] = VirtualList(items, Counting(), id="list")
    stage = Stage(rows)
    async with stage.at(40, 12) as pilot:
        items.extend(f"more {place}" for place in range(30))
        rows.rows_appended()
        await pilot.press("end")
        await pilot.pause()
        assert "more 29" in stage.text()


async def test_an_empty_list_says_so_and_takes_every_key() -> None:
    stage = Stage(list_of(0, placeholder="Nothing yet"))
    async with stage.at(40, 12) as pilot:
        await pilot.press("down", "end", "pagedown", "enter")
        assert "Nothing yet" in stage.text()
        assert not stage.of(VirtualList.Selected)


async def test_rows_of_two_lines_are_counted_as_rows() -> None:
    rows = list_of(30, row_height=2)
    async with Stage(rows).at(40, 12) as pilot:
        await pilot.click("#list", offset=(3, 5))
        assert rows.cursor == 2
        await pilot.press("end")
        assert rows.scroll_offset.y == 48


async def test_the_cursor_stays_in_view_when_the_window_shrinks() -> None:
    rows = list_of(30)
    async with Stage(rows).at(80, 24) as pilot:
        await pilot.press(*["down"] * 20)
        await pilot.resize_terminal(80, 18)
        await pilot.pause()
        assert rows.scroll_offset.y <= rows.cursor < rows.scroll_offset.y + 18


async def test_of_ten_thousand_rows_that_were_seen_few_are_kept_as_they_were_painted() -> None:
    rows = list_of(10_000)
    async with Stage(rows).at(40, 12) as pilot:
        for _ in range(2 * KEPT // 10):
            await pilot.press("pagedown")
        assert 0 < len(rows._cache) <= KEPT
