"""One slide in a window of any size: nothing too wide, the clock always somewhere, large if it can be."""

from __future__ import annotations

import pytest

from debate.tui.cells import width as cells_of
from debate.tui.present.slides import Band, Figure, Show, Slide, plain_lines
from debate.tui.widgets.big_text import BigText, BigView, big_rows
from debate.tui.widgets.ink import Line
from debate.tui.widgets.projection import Projection, projected
from tests.tui.stage import Stage

SIZES = [(80, 24), (120, 36), (160, 45), (200, 60)]
LONG = (
    "A claim that goes on and on, with reason upon reason, until nobody at the back can follow it. "
    * 2
)
SLIDES = {
    "motion": Slide("m", "Motion", "States are the gravest cyber threat",
                    figures=(Figure("3/20", "ballots are in"),), notes=("In small print",), has_clock=True),
    "claim": Slide("a", "▲ For 1/6", "Only states can mount it", "for"),
    "long": Slide("l", "▼ Against", LONG, "against", figures=(Figure("0.61", "strength"),)),
    "moved": Slide("w", "Who moved", figures=(Figure("12", "towards against", "against"),
                   Figure("3", "stayed"), Figure("25", "towards for", "for")),
                   lines=(("It could be chance.", "ink"),)),
    "bands": Slide("b", "Motion", bands=(Band("before (6)", (0, 0, 1, 1, 1, 0, 1, 1, 1, 0)),
                   Band("after (5)", (0, 0, 0, 0, 0, 12, 1, 1, 1, 1))), axis=("▼ against", "for ▲")),
    "code": Slide("c", "Join", code="ssh debate@10.0.0.5", lines=(("ssh debate@10.0.0.5", "strong"),)),
    "strange": Slide("s", "Outcome", "漢字の動議", figures=(Figure("漢", "a figure"),)),
    "empty": Slide("e", "Nothing"),
}  # fmt: skip


def show(name: str) -> Show:
    return Show(SLIDES[name], "Debate · Phase", "1/5", "12:34", "strong", "left")


def text(rows: list[Line]) -> str:
    return "\n".join("".join(run for run, _ in row).rstrip() for row in rows)


@pytest.mark.parametrize("name", SLIDES)
@pytest.mark.parametrize("size", SIZES)
def test_a_slide_fits_its_window(name: str, size: tuple[int, int]) -> None:
    width, height = size
    rows = projected(show(name), width, height)
    assert len(rows) <= height
    assert max(cells_of(line) for line in text(rows).splitlines()) <= width


def test_the_clock_is_a_figure_on_a_motion_and_small_elsewhere() -> None:
    motion, claim = (text(projected(show(name), 80, 24)) for name in ("motion", "claim"))
    assert "12:34" not in motion
    assert "▄█  ▄▀▀▄ ▄ ▀▀▀▄ █  █" in motion
    assert "1/5  12:34" in claim


def test_a_short_claim_is_large_and_not_in_plain_type() -> None:
    drawn = text(projected(show("claim"), 80, 24))
    assert "Only states" not in drawn
    assert "█" in drawn


def test_a_claim_too_long_to_be_large_stands_whole_beneath_its_beginning() -> None:
    drawn = text(projected(show("long"), 80, 24))
    assert "until nobody at" in drawn
    assert "█" in drawn


def test_what_has_no_large_letters_is_plain() -> None:
    assert "漢字の動議" in text(projected(show("strange"), 80, 24))


def test_figures_alone_take_the_room() -> None:
    drawn = text(projected(show("moved"), 160, 45))
    assert "█" * 8 in drawn


def test_bands_put_before_above_after_with_large_counts() -> None:
    drawn = text(projected(show("bands"), 80, 24)).splitlines()
    assert drawn.index("  before (6)") < drawn.index("  after (5)")
    assert any("▄▀▀▄" in line for line in drawn)
    assert drawn[-1].strip().startswith("▼ against")


def test_a_code_too_large_for_its_window_is_its_text() -> None:
    assert "ssh debate@10.0.0.5" in text(projected(show("code"), 40, 12))


def test_plain_lines_tell_a_slide_without_drawing_it() -> None:
    assert plain_lines(SLIDES["bands"])[1] == "before (6): 0 0 1 1 1 0 1 1 1 0"
    assert plain_lines(SLIDES["moved"])[-1] == "It could be chance."
    assert "towards for: 25" in plain_lines(SLIDES["moved"])


async def test_the_widget_draws_what_it_is_given_anew() -> None:
    projection = Projection()
    stage = Stage(projection)
    async with stage.at(80, 24) as pilot:
        projection.view = show("claim")
        await pilot.pause()
        assert "▲ For 1/6" in stage.text()


async def test_big_text_is_plain_where_it_cannot_be_large() -> None:
    big = BigText(BigView("12:34", largest=1))
    stage = Stage(big)
    async with stage.at(80, 24) as pilot:
        assert "▄▀▀▄" in stage.text()
        big.view = BigView("漢")
        await pilot.pause()
        assert "漢" in stage.text()


def test_nothing_is_no_rows_and_left_is_left() -> None:
    assert big_rows(BigView(""), 40, 5) == []
    row = big_rows(BigView("1", is_centred=False, largest=1), 40, 5)[0]
    assert row[0][0].startswith("▄█")
