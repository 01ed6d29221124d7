"""Means with their ranges: one axis for all, drawn to the cell."""

from __future__ import annotations

from debate.tui.present.views import RangesView, SpanView
from debate.tui.widgets.ranges import Ranges
from tests.tui.stage import Stage

VIEW = RangesView(
    (
        SpanView("Group A", 12.0, -5.0, 29.0),
        SpanView("A group with a name that is longer than its column", -3.0),
        SpanView("C", 0.0, 0.0, 0.0),
    )
)


async def test_each_mean_is_a_dot_on_the_line_of_its_range() -> None:
    stage = Stage(Ranges(VIEW))
    async with stage.at(60, 10):
        lines = stage.text().splitlines()
        assert "▼ against −40" in lines[0]
        assert "+40 for ▲" in lines[0]
        assert lines[1].count("●") == lines[1].count("├") == lines[1].count("┤") == 1
        assert lines[1].endswith("+12")
        assert "├" not in lines[2]
        assert lines[2].startswith("A group with a name")
        assert lines[3].rstrip().endswith("0")


async def test_without_means_it_says_so_and_takes_new_ones() -> None:
    widget = Ranges(RangesView((), empty="Nothing yet"))
    stage = Stage(widget)
    async with stage.at(60, 10) as pilot:
        assert "Nothing yet" in stage.text()
        widget.view = VIEW
        await pilot.pause()
        assert "Group A" in stage.text()


async def test_a_narrow_window_keeps_the_axis() -> None:
    stage = Stage(Ranges(VIEW))
    async with stage.at(40, 10):
        assert stage.widths() == {40}
        assert "●" in stage.text()
