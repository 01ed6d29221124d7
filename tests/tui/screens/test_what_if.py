"""What a weight would do before it is given: the motion moves with the slider, and with the mouse."""

from __future__ import annotations

import pytest

from debate.domain import commands as c
from debate.domain.ballot import Ballot
from debate.domain.ids import ArgumentId
from debate.service.seat import Seat
from debate.tui.dialogs.weigh import WeighDialog
from debate.tui.screens.ballot import BallotScreen
from debate.tui.screens.floor import FloorScreen
from debate.tui.widgets.stance_slider import StanceSlider
from debate.tui.widgets.supposed_balance import SupposedBalance
from debate.tui.widgets.weight_slider import WeightSlider
from tests.tui.screens.evening import TEA, WORKSHOP, Evening, Sitting, done, phase

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines

FOR = ArgumentId("tea-for")


def supposed(sitting: Sitting) -> float:
    """Return where the dialog draws the motion with the weight that is not given yet."""
    would = sitting.screen.query_one(SupposedBalance).view.would
    assert would is not None
    assert would.strength is not None
    return would.strength


async def weighing(sitting: Sitting, evening: Evening, seat: Seat) -> WeighDialog:
    """Open the dialog on the argument under the cursor."""
    await sitting.show(FloorScreen(seat, sitting.app.desk, evening.workspace))
    await sitting.press("w")
    assert isinstance(sitting.screen, WeighDialog)
    return sitting.screen


async def test_dragging_a_weight_moves_the_motion_before_anything_is_saved(
    evening: Evening,
) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        dialog = await weighing(sitting, evening, seat)
        slider = dialog.query_one(WeightSlider)
        start, _ = slider._span(slider.size.width)
        stood = seat.session.scales.strength(TEA.id)
        seen = []
        await sitting.pilot.mouse_down(slider, offset=(start + 5, 1))
        for step in (12, 20, 30, 39):
            await sitting.pilot.hover(slider, offset=(start + step, 1))
            await sitting.pilot.pause()
            seen.append(supposed(sitting))
        await sitting.pilot.mouse_up(slider, offset=(start + 39, 1))
        await sitting.rest()
        assert seen == sorted(set(seen))
        assert slider.value == 10
        assert seat.session.scales.strength(TEA.id) == stood
        assert "now" in sitting.text
        assert "with this weight" in sitting.text
        await sitting.press("ctrl+s")
        assert seat.session.scales.strength(TEA.id) == seen[-1]


async def test_a_key_moves_the_motion_and_escape_saves_nothing(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open() as sitting:
        await weighing(sitting, evening, seat)
        await sitting.press("0")
        low = supposed(sitting)
        await sitting.press("plus")
        assert supposed(sitting) > low
        assert "(+0." in sitting.text
        await sitting.press("escape")
        assert not seat.debate.floor.arguments[FOR].weights


async def test_the_dialog_names_the_single_weight_that_would_turn_the_motion(
    evening: Evening,
) -> None:
    seat = evening.begin()
    done(seat.submit(c.SetWeight(FOR, 10)))
    added = done(seat.submit(c.AddArgument("supports", TEA.id, "It wakes you up")))
    done(seat.submit(c.SetWeight(ArgumentId(added.first), 6)))
    done(seat.submit(c.SetWeight(ArgumentId("tea-against"), 8)))
    async with evening.open() as sitting:
        await weighing(sitting, evening, seat)
        assert "The motion would be at balance if ▲ " in sitting.text


async def test_a_phase_without_totals_shows_neither_balance_nor_what_would_turn_it(
    evening: Evening,
) -> None:
    blind = WORKSHOP.model_copy(update={"phases": (phase("write", hidden=("totals",)),)})
    seat = evening.begin(runsheet=blind)
    done(seat.submit(c.SetWeight(FOR, 9)))
    async with evening.open() as sitting:
        await weighing(sitting, evening, seat)
        assert "hidden in this phase" in sitting.text
        assert "would be at balance" not in sitting.text
        assert not sitting.screen.query_one("#tip").display


async def test_ones_own_weights_stand_beside_the_slider_while_it_moves(evening: Evening) -> None:
    seat = evening.begin()
    for place, weight in enumerate((10, 9, 8)):
        added = done(seat.submit(c.AddArgument("supports", TEA.id, f"Claim {place}")))
        done(seat.submit(c.SetWeight(ArgumentId(added.first), weight)))
    async with evening.open() as sitting:
        await sitting.show(BallotScreen(seat, sitting.app.desk, evening.workspace, TEA.id))
        assert "Your own weights alone come to +" in sitting.text
        await sitting.press("home")
        assert "apart." in sitting.text
        await sitting.press("end")
        assert sitting.screen.query_one("#stance", StanceSlider).value == 100
        assert "near your +100" in sitting.text


async def test_a_ballot_without_weights_says_how_many_it_takes(evening: Evening) -> None:
    seat = evening.begin()
    done(seat.cast(Ballot(motion=TEA.id, moment="opening", stance=10)))
    async with evening.open() as sitting:
        await sitting.show(BallotScreen(seat, sitting.app.desk, evening.workspace, TEA.id))
        assert "Weigh 3 arguments or more" in sitting.text
