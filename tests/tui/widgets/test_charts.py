"""Charts: a number beside every bar, against left and for right, honest when empty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widget import Widget

from debate.tui.cells import width
from debate.tui.present.place import StatusView
from debate.tui.present.views import (
    BalanceView,
    Bar,
    BarsView,
    EmptyView,
    HistogramView,
    Pair,
    PairsView,
    TransitionView,
)
from debate.tui.widgets.balance_bar import BalanceBar, balance_line, sign
from debate.tui.widgets.bars import Bars
from debate.tui.widgets.empty_state import EmptyState
from debate.tui.widgets.histogram import Histogram, meter_line
from debate.tui.widgets.ink import Line
from debate.tui.widgets.lines import Lines
from debate.tui.widgets.paired_dots import PairedDots
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.transition_table import TransitionTable
from tests.tui.stage import Stage

HISTOGRAM = HistogramView((1, 0, 3, 5, 2, 4), (3, 2, 3, 2, 4, 1))
PAIRS = PairsView((Pair("Anna", -20, 40), Pair("漢字", 60, 10), Pair("Dirk", 0, 0)))
TABLE = TransitionView(("against", "undecided", "for"), ((5, 1, 2), (0, 3, 4), (1, 0, 7)))
BARS = BarsView((Bar("Park & ride", 0.6, "60 %", "for"), Bar("漢字" * 20, 0.25, "25 %")))


def text_of(line: Line) -> str:
    return "".join(text for text, _ in line)


@given(st.floats(0, 1), st.integers(24, 120))
def test_a_balance_fits_its_width_and_always_shows_its_number(value: float, room: int) -> None:
    text = text_of(balance_line(BalanceView(value), room))
    assert width(text) <= room
    assert f"{value:.2f}" in text


def test_a_balance_drops_its_words_before_its_number() -> None:
    assert text_of(balance_line(BalanceView(0.61), 20)).endswith("0.61 ▲")
    assert "against" not in text_of(balance_line(BalanceView(0.61), 20))
    assert text_of(balance_line(BalanceView(0.61, point=","), 20)).endswith("0,61 ▲")


def test_a_balance_grows_towards_the_side_that_is_ahead() -> None:
    for_, against = (text_of(balance_line(BalanceView(value), 60)) for value in (1.0, 0.0))
    assert "│██████████▏" in for_
    assert "▕██████████│" in against


def test_a_balance_that_is_level_or_unknown_leans_nowhere() -> None:
    assert "█" not in text_of(balance_line(BalanceView(0.5), 60))
    assert text_of(balance_line(BalanceView(None), 60)).rstrip().endswith("—")
    assert (sign(0.5), sign(0.61), sign(0.2)) == ("=", "▲", "▼")


def test_a_meter_has_the_words_of_its_sides() -> None:
    line = meter_line([1, 2, 4, 8], against="against", for_="for")
    assert text_of(line) == "against ▁▂┊▄█ for"
    assert [role for _, role in line] == ["against", "against", "muted", "for", "for"]


@pytest.mark.parametrize(
    "chart", [Histogram(HISTOGRAM), PairedDots(PAIRS), TransitionTable(TABLE), Bars(BARS)]
)
@pytest.mark.parametrize("room", [40, 60, 80, 160])
def test_no_line_of_a_chart_is_wider_than_its_room(chart: Lines, room: int) -> None:
    assert max(width(text_of(line)) for line in chart.lines(room, 0)) <= room


def test_a_histogram_is_also_a_table() -> None:
    lines = [text_of(line) for line in Histogram(HISTOGRAM).lines(60, 0)]
    assert lines[-2].split() == ["before", "3", "2", "3", "2", "4", "1"]
    assert lines[-1].split() == ["after", "1", "0", "3", "5", "2", "4"]


def test_arrows_point_the_way_people_moved_in_the_order_they_came_to_stand() -> None:
    lines = [text_of(line) for line in PairedDots(PAIRS).lines(80, 0)]
    assert [line.split()[0] for line in lines[1:]] == ["Dirk", "漢字", "Anna"]
    assert "○──" in lines[3]
    assert "▶" in lines[3]
    assert "◀──" in lines[2]
    assert lines[3].rstrip().endswith("−20 → +40")


def test_a_transition_table_adds_up_and_signs_who_moved() -> None:
    lines = [text_of(line) for line in TransitionTable(TABLE).lines(80, 0)]
    assert lines[1].split() == ["against", "5", "1▲", "2▲", "8"]
    assert lines[3].split() == ["for", "1▼", "0", "7", "8"]
    assert lines[4].split() == ["total", "6", "4", "13", "23"]


@pytest.mark.parametrize(
    "chart",
    [
        Histogram(HistogramView((), empty="too few people to say")),
        Histogram(HistogramView((0, 0), empty="too few people to say")),
        PairedDots(PairsView((), empty="too few people to say")),
        TransitionTable(TransitionView((), (), empty="too few people to say")),
        Bars(BarsView((), empty="too few people to say")),
    ],
)
async def test_a_chart_without_data_says_so(chart: Widget) -> None:
    stage = Stage(chart)
    async with stage.at():
        assert stage.text().strip() == "too few people to say"


async def test_a_new_view_is_drawn() -> None:
    bars, balance = Bars(BARS), BalanceBar(BalanceView(0.61))
    stage = Stage(lambda _: [bars, balance])
    async with stage.at() as pilot:
        bars.view = BarsView((Bar("one", 1, "100 %"),))
        balance.view = BalanceView(0.2)
        await pilot.pause()
        assert "one" in stage.text()
        assert "0.20 ▼" in stage.text()
        assert bars.region.height == 1


async def test_a_status_line_gives_way_on_the_left() -> None:
    stage = Stage(StatusLine(StatusView("a long place " * 9, "07:12  23 here", 0.5)))
    async with stage.at(60, 18):
        line = stage.text().splitlines()[0]
        assert line.endswith("07:12  23 here")
        assert "…" in line


async def test_an_empty_state_names_the_key_that_begins() -> None:
    stage = Stage(EmptyState(EmptyView("Nothing yet", "Words [bold]x[/]", "n", "Start")))
    async with stage.at(60, 18):
        assert "n  Start" in stage.text()
        assert "[bold]x[/]" in stage.text()
