"""Sliders: every way to move them, and nothing chosen until somebody chooses."""

import pytest

from debate.tui.present.views import ScaleView, WeightView
from debate.tui.widgets.confidence_slider import ConfidenceSlider
from debate.tui.widgets.slider import Slider
from debate.tui.widgets.stance_slider import StanceSlider, signed
from debate.tui.widgets.weight_slider import WeightSlider
from tests.tui.stage import Stage

WORDS = ((-100, "fully against"), (-69, "rather against"), (-9, "undecided"), (10, "rather for"))
STANCE = ScaleView("Where do you stand?", "against", "for", WORDS, hint="For means: keep it.")


def stance(value: int | None = None) -> StanceSlider:
    return StanceSlider(STANCE, value, id="slider")


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["right"], 0),
        (["right", "right"], 5),
        (["right", "left"], -5),
        (["right", "shift+right"], 1),
        (["right", "shift+left", "shift+left"], -2),
        (["home"], -100),
        (["end", "right"], 100),
        (["4", "0"], 40),
        (["minus", "4", "0"], -40),
        (["1", "0", "0"], 100),
        (["7", "5", "5"], 75),
        (["1", "5", "0"], 15),
        (["1", "5", "0", "backspace", "0"], 10),
        (["minus", "1", "0", "1"], -10),
        (["1", "5", "0", "right", "4"], 4),
        (["4", "0", "backspace"], 4),
        (["4", "backspace"], None),
        (["0", "7"], 7),
        (["end", "delete"], None),
        (["l", "l", "h"], 0),
    ],
)
async def test_keys_and_digits_move_a_stance(keys: list[str], value: int | None) -> None:
    slider = stance()
    async with Stage(slider).at() as pilot:
        await pilot.press(*keys)
        assert slider.value == value


async def test_a_number_out_of_bounds_is_told_until_it_is_corrected() -> None:
    stage = Stage(stance())
    async with stage.at() as pilot:
        await pilot.press("1", "5", "0")
        assert "+15 ▲  150 is out of range; backspace corrects it" in stage.text()
        await pilot.press("backspace")
        await pilot.pause()
        assert "out of range" not in stage.text()


async def test_moving_is_told_once_a_move() -> None:
    stage = Stage(stance())
    async with stage.at() as pilot:
        await pilot.press("right")
        await pilot.press("right")
        await pilot.pause()
        assert [event.value for event in stage.of(Slider.Moved)] == [0, 5]


async def test_nothing_is_chosen_at_first_and_it_says_so() -> None:
    stage = Stage(stance())
    async with stage.at():
        assert "not said" in stage.text()
        assert "●" not in stage.text()


async def test_a_stance_shows_number_sign_words_and_what_for_means() -> None:
    stage = Stage(stance(-40))
    async with stage.at():
        assert "−40 ▼  rather against" in stage.text()
        assert "For means: keep it." in stage.text()


async def test_a_click_and_a_drag_choose() -> None:
    slider = stance()
    async with Stage(slider).at() as pilot:
        start, length = slider._span(80)
        await pilot.click("#slider", offset=(start + length - 1, 1))
        assert slider.value == 100
        await pilot.mouse_down("#slider", offset=(start, 1))
        await pilot.hover("#slider", offset=(start + length // 2, 1))
        await pilot.mouse_up("#slider", offset=(start + length // 2, 1))
        assert slider.value == 0


async def test_a_click_beside_the_track_does_nothing() -> None:
    slider = stance()
    async with Stage(slider).at() as pilot:
        await pilot.click("#slider", offset=(30, 0))
        assert slider.value is None


async def test_confidence_starts_in_the_middle_and_has_no_minus() -> None:
    slider = ConfidenceSlider(ScaleView("Sure?", "guess", "certain"), id="slider")
    stage = Stage(slider)
    async with stage.at() as pilot:
        await pilot.press("minus", "right", "right")
        assert slider.value == 55
        assert "55 %" in stage.text()


@pytest.mark.parametrize(("key", "value"), [("0", 0), ("7", 7), ("plus", 10)])
async def test_one_key_weighs_on_the_scale(key: str, value: int) -> None:
    slider = WeightSlider(WeightView("Weight"), 3)
    async with Stage(slider).at() as pilot:
        await pilot.press("5", key)
        assert slider.value == value


async def test_a_budget_shows_cost_and_rest_and_does_not_go_beyond() -> None:
    slider = WeightSlider(WeightView("Weight", limit=100, scheme="budget", available=60), 20)
    stage = Stage(slider)
    async with stage.at() as pilot:
        assert "costs 20, 40 left" in stage.text()
        await pilot.press("7", "5")
        assert slider.value == 60
        assert "costs 60, 0 left" in stage.text()
        assert "more than the 60 you have" in stage.text()


async def test_a_budget_keeps_the_number_when_one_more_digit_is_too_much() -> None:
    slider = WeightSlider(WeightView("Weight", limit=100, scheme="budget", available=100), None)
    stage = Stage(slider)
    async with stage.at() as pilot:
        await pilot.press("1", "5", "0")
        assert slider.value == 15
        assert "150 is out of range" in stage.text()


async def test_a_quadratic_weight_costs_its_square() -> None:
    slider = WeightSlider(WeightView("Weight", limit=10, scheme="quadratic", available=60), 5)
    stage = Stage(slider)
    async with stage.at() as pilot:
        assert "costs 25, 35 left" in stage.text()
        await pilot.press("8")
        assert slider.value == 7
        assert slider.cost == 49


async def test_a_weight_can_be_pointed_at() -> None:
    slider = WeightSlider(WeightView("Weight", "nothing", "all"), id="slider")
    async with Stage(slider).at() as pilot:
        start, _ = slider._span(80)
        await pilot.click("#slider", offset=(start + 11, 1))
        assert slider.value == 3
        await pilot.click("#slider", offset=(start + 39, 1))
        assert slider.value == 10


async def test_the_rest_can_change_while_it_is_shown() -> None:
    slider = WeightSlider(WeightView("Weight", limit=100, scheme="budget", available=60), 20)
    stage = Stage(slider)
    async with stage.at() as pilot:
        slider.update_weight(WeightView("Weight", limit=100, scheme="budget", available=30))
        await pilot.pause()
        assert "costs 20, 10 left" in stage.text()


@pytest.mark.parametrize("size", [(80, 24), (60, 18), (40, 12)])
async def test_a_slider_fits_the_window(size: tuple[int, int]) -> None:
    stage = Stage(stance(40))
    async with stage.at(*size) as pilot:
        await pilot.pause()
        track = stage.text().splitlines()[1]
        assert track.rstrip().endswith("for")
        assert stage.widths() == {size[0]}


def test_a_stance_is_written_with_its_sign() -> None:
    assert (signed(40), signed(0), signed(-40)) == ("+40", "0", "−40")
