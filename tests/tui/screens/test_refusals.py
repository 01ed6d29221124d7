"""Nobody writes in vain: the law is asked before a form opens, and the key bar tells what it refuses."""

from __future__ import annotations

import pytest

from debate.domain import commands as c
from debate.domain.ids import ArgumentId
from debate.domain.runsheet import RunSheet
from debate.service.seat import Seat
from debate.tui.commands import ActProvider
from debate.tui.dialogs.argument_form import ArgumentForm
from debate.tui.dialogs.weigh import WeighDialog
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.outcome import OutcomeScreen
from debate.tui.screens.questions import QuestionsScreen
from debate.tui.widgets.field import Field
from debate.tui.widgets.key_bar import KeyBar
from tests.tui.screens.evening import TEA, WORKSHOP, Evening, Sitting, done, phase

FOR = ArgumentId("tea-for")


def sheet(*names: str) -> RunSheet:
    """Return a run-sheet of phases to listen in and to talk in."""
    phases = tuple(phase(name, 5, *(("join",) if name == "listen" else ())) for name in names)
    return WORKSHOP.model_copy(update={"phases": phases})


LISTEN = sheet("listen", "talk")


async def floor_of(sitting: Sitting, evening: Evening, seat: Seat) -> FloorScreen:
    """Open the floor."""
    floor = FloorScreen(seat, sitting.app.desk, evening.workspace)
    await sitting.show(floor)
    return floor


def dimmed(sitting: Sitting) -> set[str]:
    """Return the labels of the keys that the bar dims."""
    hints = sitting.screen.query_one(KeyBar)._hints
    return {hint.label for hint in hints if not hint.is_enabled}


@pytest.mark.parametrize("key", ["a", "r", "u", "w", "c", "f", "e"])
async def test_no_form_opens_for_what_the_phase_refuses(evening: Evening, key: str) -> None:
    seat = evening.begin(runsheet=LISTEN)
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        await sitting.press(key)
        assert sitting.screen is floor
        assert len(sitting.toasts) == 1
        assert "In this phase, “Listen”, you cannot" in sitting.toasts[0]
        assert "“Talk”" in sitting.toasts[0], "it says when"


async def test_no_arguments_are_picked_that_cannot_be_merged_now(evening: Evening) -> None:
    seat = evening.begin(runsheet=sheet("talk", "listen"))
    done(seat.submit(c.AddArgument("supports", TEA.id, "Another")))
    done(seat.submit(c.NextPhase()))
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        await sitting.press("equals_sign")
        assert sitting.screen is floor
        assert "“Listen”, you cannot" in sitting.toasts[0]


@pytest.mark.parametrize("key", ["e", "f"])
async def test_no_form_opens_for_what_the_argument_refuses(evening: Evening, key: str) -> None:
    seat = evening.begin()
    done(seat.submit(c.FlagArgument(FOR, "Look")))
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        await sitting.press(key)
        assert sitting.screen is floor
        assert len(sitting.toasts) == 1


async def test_a_weight_on_what_was_withdrawn_can_still_be_taken_back(evening: Evening) -> None:
    seat = evening.begin()
    own = ArgumentId(done(seat.submit(c.AddArgument("supports", TEA.id, "Mine"))).first)
    done(seat.submit(c.SetWeight(own, 7)))
    done(seat.submit(c.WithdrawArgument(own)))
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, seat)
        floor._can_see(own)
        await sitting.press("w")
        assert isinstance(sitting.screen, WeighDialog)
        await sitting.press("delete", "enter")
    assert seat.weights(TEA.id) == {}


async def test_only_who_leads_is_offered_to_hide(evening: Evening) -> None:
    evening.begin("Ben")
    async with evening.open() as sitting:
        floor = await floor_of(sitting, evening, evening.seats["Ben"])
        await sitting.press("H")
        assert sitting.screen is floor


async def test_a_draft_that_was_kept_opens_though_its_phase_is_over(evening: Evening) -> None:
    seat = evening.begin(runsheet=sheet("talk", "listen"))
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        await sitting.press("a")
        await sitting.type("Half")
        await sitting.press("escape")
        done(seat.submit(c.NextPhase()))
        await sitting.press("a")
        assert isinstance(sitting.screen, ArgumentForm)
        assert sitting.screen.query_one("#claim", Field).value == "Half"
        assert any("“Listen”, you cannot" in said for said in sitting.toasts)
        assert "Your draft is back; nothing you typed was lost." in sitting.toasts


async def test_a_phase_that_ends_while_somebody_writes_keeps_the_form_and_its_text(
    evening: Evening,
) -> None:
    seat = evening.begin(runsheet=sheet("talk", "listen"))
    async with evening.open() as sitting:
        await floor_of(sitting, evening, seat)
        await sitting.press("a")
        await sitting.type("Too late")
        done(seat.submit(c.NextPhase()))
        await sitting.press("ctrl+s")
        assert isinstance(sitting.screen, ArgumentForm)
        assert sitting.screen.query_one("#claim", Field).value == "Too late"
        assert len(seat.debate.floor.arguments) == 4
        await sitting.pilot.click("#cancel")
        await sitting.rest()
        assert "Kept as a draft." in sitting.toasts


async def test_the_key_bar_dims_what_the_phase_refuses_and_the_palette_still_tells_of_it(
    evening: Evening,
) -> None:
    seat = evening.begin(runsheet=LISTEN)
    async with evening.open((160, 45)) as sitting:
        floor = await floor_of(sitting, evening, seat)
        assert {"add", "rebut", "undercut", "weigh", "mine too"} <= dimmed(sitting)
        acts = {act.active.binding.id for act in ActProvider(floor).acts()}
        assert "argument.add" in acts
        done(seat.submit(c.NextPhase()))
        await sitting.rest()
        assert not dimmed(sitting)


async def test_no_statement_question_or_remark_is_begun_in_vain(evening: Evening) -> None:
    seat = evening.begin(runsheet=LISTEN)
    async with evening.open() as sitting:
        outcome = OutcomeScreen(seat, sitting.app.desk)
        await sitting.show(outcome)
        await sitting.press("a")
        assert sitting.screen is outcome
        talk = QuestionsScreen(seat, sitting.app.desk)
        await sitting.show(talk)
        await sitting.press("a")
        assert sitting.screen is talk
        talk.section = "remarks"
        await sitting.press("a")
        assert sitting.screen is talk
        assert len(sitting.toasts) == 3
