"""Two columns or one; what people wrote never breaks their edges."""

import pytest

from debate.tui.cells import width
from debate.tui.present.views import ListView, RowView
from debate.tui.widgets.argument_list import ArgumentList
from debate.tui.widgets.argument_row import paint_row, paint_tall_row
from debate.tui.widgets.ink import Line
from tests.tui.stage import Stage

STRANGE = (
    "plain words that go on and on until there is no more room for them at all",
    "漢字かな交じり文は一文字が二セルを占める",
    "👨\u200d👩\u200d👧 ❤\ufe0f 🏳\ufe0f\u200d🌈 flags",
    "שלום עולם, مرحبا بالعالم",
    "a" + "\u0301" * 40,
    "[bold red]not markup[/]",
    "\x1b[2Jescape\x07 and \u202ereversed",
    "",
)
AGAINST = (
    RowView("1", "against", "Ransomware stops hospitals", 0.66, 7, marks=frozenset({"mine"}),
            own_weight=8),
    RowView("2", "for", "outages were short", 0.31, 4, 1, "not true"),
    RowView("3", "against", "[bold]x[/bold]", None, marks=frozenset({"withdrawn"})),
)  # fmt: skip
FOR = (RowView("4", "for", "Only states can", 0.82, 9), RowView("5", "for", "second", 0.2))
VIEW = ListView(AGAINST, FOR, "Against", "For", "Nothing against", "Nothing for")


def cells(line: Line) -> int:
    return sum(width(text) for text, _ in line)


@pytest.mark.parametrize("claim", STRANGE)
@pytest.mark.parametrize("room", [20, 37, 38, 78])
@pytest.mark.parametrize("depth", [0, 1, 9])
def test_a_row_fills_its_width_whatever_was_written(claim: str, room: int, depth: int) -> None:
    row = RowView("1", "for", claim, 0.5, 12, depth, "not true" if depth else "")
    assert cells(paint_row(row, room)[0]) == room
    top, below = paint_tall_row(row, room)
    assert cells(top) == room
    assert cells(below) <= room


def test_a_rebuttal_stands_under_a_bend_with_what_it_denies() -> None:
    text = "".join(text for text, _ in paint_row(AGAINST[1], 60)[0])
    assert text.startswith("└ 0.31")
    assert "not true: outages were short" in text
    assert text.endswith("✎4")


@pytest.mark.parametrize("room", [24, 30, 60])
def test_what_a_reply_denies_has_the_colour_of_its_side_wherever_the_line_ends(room: int) -> None:
    row = RowView("2", "for", "outageswithoutaspace", 0.31, 4, 1, "not true")
    top = paint_tall_row(row, room)[0]
    assert [role for text, role in top if text.strip().startswith("not")] == ["for"]


def test_a_strength_that_cannot_be_said_is_a_dash() -> None:
    assert "–" in "".join(text for text, _ in paint_row(AGAINST[2], 60)[0])


async def test_wide_windows_show_both_sides_and_narrow_ones_one() -> None:
    stage = Stage(ArgumentList(VIEW))
    async with stage.at(80, 24) as pilot:
        assert "Ransomware" in stage.text()
        assert "Only states" in stage.text()
        await pilot.resize_terminal(60, 18)
        await pilot.pause()
        assert "Ransomware" in stage.text()
        assert "Only states" not in stage.text()
        await pilot.press("right")
        await pilot.pause()
        assert "Only states" in stage.text()
        assert "Against (2)" in stage.text()


async def test_user_text_is_shown_literally() -> None:
    stage = Stage(ArgumentList(VIEW))
    async with stage.at():
        assert "[bold]x[/bold]" in stage.text()


async def test_headings_count_arguments_and_not_replies() -> None:
    stage = Stage(ArgumentList(VIEW))
    async with stage.at():
        assert "▼ Against (2)" in stage.text()
        assert "▲ For (2)" in stage.text()


async def test_moving_and_changing_sides_tell_the_row() -> None:
    stage = Stage(ArgumentList(VIEW, id="arguments"))
    async with stage.at() as pilot:
        await pilot.press("down")
        await pilot.press("right")
        await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause()
        rows = [event.row.id for event in stage.of(ArgumentList.Highlighted) if event.row]
        assert rows[-3:] == ["2", "4", "5"]
        assert [event.row.id for event in stage.of(ArgumentList.Selected)] == ["5"]


async def test_a_click_on_a_heading_goes_to_its_side() -> None:
    arguments = ArgumentList(VIEW, id="arguments")
    async with Stage(arguments).at() as pilot:
        await pilot.click("SideHeading", offset=(60, 0))
        assert arguments.side == "for"
        await pilot.resize_terminal(64, 20)
        await pilot.click("SideHeading", offset=(3, 0))
        assert arguments.side == "against"


async def test_new_rows_keep_the_cursor_and_say_when_there_are_none() -> None:
    arguments = ArgumentList(VIEW)
    stage = Stage(arguments)
    async with stage.at() as pilot:
        await pilot.press("down")
        arguments.view = ListView((RowView("0", "against", "new"), *AGAINST), ())
        await pilot.pause()
        assert arguments.current is not None
        assert arguments.current.id == "2"
        assert arguments.move_to("3")
        assert not arguments.move_to("4")


async def test_an_empty_side_says_so() -> None:
    stage = Stage(ArgumentList(ListView(against_empty="Nothing against", for_empty="Nothing for")))
    async with stage.at():
        assert "Nothing against" in stage.text()
        assert "Nothing for" in stage.text()


@pytest.mark.parametrize("size", [(80, 24), (60, 18), (40, 12)])
async def test_both_columns_lie_within_the_window(size: tuple[int, int]) -> None:
    stage = Stage(ArgumentList(VIEW))
    async with stage.at(*size) as pilot:
        await pilot.pause()
        assert stage.widths() == {size[0]}
        assert stage.focused is not None
        assert stage.screen.region.contains_region(stage.focused.region)


async def test_it_looks_like_this() -> None:
    stage = Stage(ArgumentList(VIEW))
    async with stage.at(80, 24):
        assert stage.text().rstrip().splitlines() == [
            "▸ ▼ Against (2)                         ▏  ▲ For (2)",
            "▸ 0.66 ███▎  Ransomware stops… ● ◆8  ✎7 ▏▸ 0.82 ████▏ Only states can        ✎9",
            "  └ 0.31 █▌    not true: outages w…  ✎4 ▏  0.20 █     second",
            "   –         [bold]x[/bold]       ×     ▏",
            *["                                        ▏"] * 20,
        ]
