"""A facilitator leads from phase to phase by single keys; everybody else sees where the debate is."""

from __future__ import annotations

import pytest

from debate.domain import commands as c
from debate.i18n.catalog import translator
from debate.service.seat import Seat
from debate.tui.present.status import status_view
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.runsheet import RunSheetScreen
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.status_line import StatusLine
from tests.tui.screens.evening import WORKSHOP, Evening, Sitting, done, phase

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines

ENGLISH = translator("en")
MINUTE = 60_000


async def opened(sitting: Sitting, seat: Seat) -> RunSheetScreen:
    screen = RunSheetScreen(seat, sitting.app.desk)
    await sitting.show(screen)
    return screen


def now(seat: Seat) -> str:
    return seat.debate.schedule.now.phase.id


def status(seat: Seat, minutes: float) -> tuple[str, bool, float | None]:
    """Return the line so many minutes after the phase began."""
    moment = seat.debate.schedule.now.began + int(minutes * MINUTE)
    view = status_view(seat, ENGLISH, "Tea", moment)
    return view.right, view.is_pressing, view.progress


async def test_next_and_undo_move_the_phase_on_the_floor(evening: Evening) -> None:
    seat = evening.begin(runsheet=WORKSHOP)
    async with evening.open() as sitting:
        await sitting.show(FloorScreen(seat, sitting.app.desk, evening.workspace))
        await sitting.press("N")
        assert now(seat) == "rebut"
        assert sitting.toasts[-1] == "The phase is now: Rebut. N begins the next phase."
        await sitting.press("U")
        assert now(seat) == "write"


async def test_extend_and_pause_change_the_clock_on_the_floor(evening: Evening) -> None:
    seat = evening.begin(runsheet=WORKSHOP)
    async with evening.open() as sitting:
        await sitting.show(FloorScreen(seat, sitting.app.desk, evening.workspace))
        await sitting.press("E", "E", "P")
        assert seat.debate.schedule.now.minutes == 7
        assert seat.debate.schedule.now.is_paused
        assert "clock stands still" in sitting.text
        await sitting.press("P")
        assert not seat.debate.schedule.now.is_paused


async def test_the_last_phase_has_no_next_and_says_so(evening: Evening) -> None:
    seat = evening.begin(runsheet=WORKSHOP)
    async with evening.open() as sitting:
        await opened(sitting, seat)
        await sitting.press("N", "N", "N")
        assert now(seat) == "weigh"
        assert len(sitting.toasts) == 3


async def test_the_list_marks_what_is_over_now_and_later(evening: Evening) -> None:
    seat = evening.begin(runsheet=WORKSHOP)
    async with evening.open() as sitting:
        await opened(sitting, seat)
        assert "Write on your own." in sitting.text
        await sitting.press("N")
        text = sitting.text
        assert "✓ Write" in text
        assert "▸ ● Rebut" in text
        assert "○ Weigh" in text
        assert "3 min" in text


async def test_enter_goes_to_the_phase_under_the_cursor(evening: Evening) -> None:
    seat = evening.begin(runsheet=WORKSHOP)
    async with evening.open() as sitting:
        await opened(sitting, seat)
        await sitting.press("end", "enter")
        assert now(seat) == "weigh"


async def test_freezing_asks_for_a_reason_and_the_same_key_thaws(evening: Evening) -> None:
    seat = evening.begin(runsheet=WORKSHOP)
    async with evening.open() as sitting:
        await opened(sitting, seat)
        await sitting.press("F")
        await sitting.type("Coffee")
        await sitting.press("enter")
        assert seat.debate.schedule.is_frozen
        assert "frozen" in sitting.text
        await sitting.press("F")
        assert not seat.debate.schedule.is_frozen


async def test_the_same_key_ends_a_debate_and_goes_on_with_it(evening: Evening) -> None:
    seat = evening.begin(runsheet=WORKSHOP)
    async with evening.open() as sitting:
        await opened(sitting, seat)
        await sitting.press("C")
        assert seat.debate.schedule.is_closed
        assert "closed" in sitting.text.splitlines()[0]
        await sitting.press("C")
        assert not seat.debate.schedule.is_closed


async def test_who_does_not_lead_sees_the_phases_and_moves_none(evening: Evening) -> None:
    evening.begin("Ben", runsheet=WORKSHOP)
    ben = evening.seats["Ben"]
    async with evening.open() as sitting:
        await opened(sitting, ben)
        await sitting.press("N", "E", "P", "F", "C", "end", "enter")
        assert (now(ben), sitting.toasts) == ("write", [])
        assert not ben.debate.schedule.is_closed
        assert "next phase" not in sitting.text


async def test_who_is_done_is_a_count_and_no_name(evening: Evening) -> None:
    seat = evening.begin("Ben", "Caro", runsheet=WORKSHOP)
    async with evening.open((80, 36)) as sitting:
        await opened(sitting, seat)
        done(evening.seats["Ben"].submit(c.FinishStep()))
        await sitting.rest()
        assert "1 of 3 are done with this phase." in sitting.text
        assert "Ben" not in sitting.text


async def test_the_run_sheet_opens_from_the_floor_and_escape_goes_back(evening: Evening) -> None:
    seat = evening.begin(runsheet=WORKSHOP)
    async with evening.open() as sitting:
        floor = FloorScreen(seat, sitting.app.desk, evening.workspace)
        await sitting.show(floor)
        await sitting.press("R")
        assert isinstance(sitting.screen, RunSheetScreen)
        await sitting.press("escape")
        assert sitting.screen is floor


def test_the_line_counts_down_and_says_who_is_here(evening: Evening) -> None:
    seat = evening.begin("Ben", runsheet=WORKSHOP)
    assert status(seat, 1.5) == ("Ada · Write 03:30 · 2 here", False, 0.3)


@pytest.mark.parametrize(("minutes", "clock"), [(4.5, "00:30"), (6, "−01:00")])
def test_the_line_presses_when_the_time_is_nearly_or_quite_over(
    evening: Evening, minutes: float, clock: str
) -> None:
    seat = evening.begin(runsheet=WORKSHOP)
    right, is_pressing, progress = status(seat, minutes)
    assert (right, is_pressing) == (f"Write {clock}", True)
    assert progress is not None
    assert 0.9 <= progress <= 1


def test_a_phase_without_an_end_has_no_clock(evening: Evening) -> None:
    seat = evening.begin()
    assert status(seat, 600) == ("Open floor", False, None)


def test_a_held_debate_says_what_holds_it(evening: Evening) -> None:
    sheet = WORKSHOP.model_copy(update={"phases": (phase("talk", None),)})
    seat = evening.begin(runsheet=sheet)
    done(seat.submit(c.FreezeSession("Coffee")))
    assert status(seat, 1) == ("Talk · frozen", True, None)
    done(seat.submit(c.CloseSession()))
    assert status(seat, 1) == ("closed", True, None)


async def test_the_clock_goes_on_behind_a_dialog_and_not_behind_another_screen(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = evening.begin(runsheet=WORKSHOP)
    began = seat.debate.schedule.now.began
    async with evening.open() as sitting:
        floor = FloorScreen(seat, sitting.app.desk, evening.workspace)
        await sitting.show(floor)
        await sitting.press("a")
        monkeypatch.setattr("debate.tui.present.status.wall_clock", lambda: began + 2 * MINUTE)
        floor.show_clock()
        assert "Write 03:00" in floor.query_one(StatusLine).view.right
        await sitting.press("escape", "R")
        monkeypatch.setattr("debate.tui.present.status.wall_clock", lambda: began + 3 * MINUTE)
        floor.show_clock()
        assert "Write 03:00" in floor.query_one(StatusLine).view.right


async def test_the_key_bar_dims_moves_that_lead_nowhere(evening: Evening) -> None:
    seat = evening.begin(runsheet=WORKSHOP)
    async with evening.open() as sitting:
        screen = await opened(sitting, seat)
        assert (screen.is_refused("undo_phase"), screen.is_refused("next_phase")) == (True, False)
        await sitting.press("N", "N")
        hints = screen.query_one(KeyBar)._hints
        assert [hint.label for hint in hints if not hint.is_enabled] == ["next phase"]
