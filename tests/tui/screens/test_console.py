"""A facilitator leads from one screen: the clock, the line to read, and what waits, never who."""

from __future__ import annotations

import pytest

from debate.domain import commands as c
from debate.domain.ballot import Ballot
from debate.domain.ids import ArgumentId, MotionId
from debate.domain.runsheet import RunSheet
from debate.errors import NotSaved
from debate.i18n.catalog import translator
from debate.service.doorplate import Doorplate
from debate.service.notes import Notebook
from debate.service.room import standing
from debate.service.seat import Seat
from debate.tui.dialogs.notes import NotesDialog
from debate.tui.present.console import clock_view, clock_words
from debate.tui.present.runsheet import phase_rows
from debate.tui.screens.console import ConsoleScreen
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.lobby import LobbyScreen
from debate.tui.screens.outcome import OutcomeScreen
from debate.tui.screens.people import PeopleScreen
from debate.tui.screens.projector import ProjectorScreen
from debate.tui.screens.questions import QuestionsScreen
from debate.tui.screens.runsheet import RunSheetScreen
from debate.tui.widgets.virtual_list import VirtualList
from tests.tui.screens.evening import TEA, WORKSHOP, Evening, Sitting, done, phase

MINUTE = 60_000
SHEET = WORKSHOP.model_copy(
    update={
        "phases": (
            phase(
                "vote", 2, "join", "ballot-opening", hidden=("ballots",), script="Where are you?"
            ),
            phase("write", 5, "join", "argue", "ask", "flag", hidden=("ballots",)),
            phase("talk", None, "join", "rebut", "merge", "ask", "flag"),
        )
    }
)


async def opened(sitting: Sitting, evening: Evening, *others: str, sheet: RunSheet = SHEET) -> Seat:
    seat = evening.begin(*others, runsheet=sheet, motions=(TEA,))
    await sitting.show(ConsoleScreen(seat, sitting.app.desk, evening.workspace))
    return seat


async def choose(sitting: Sitting, kind: str) -> None:
    """Press enter on the line of a kind."""
    rows = sitting.screen.query_one("#waiting", VirtualList)
    names = [row.kind for row in rows.items]
    rows.cursor = names.index(kind)
    await sitting.press("enter")


async def test_the_console_shows_clock_phase_line_to_read_and_what_comes_next(
    evening: Evening,
) -> None:
    async with evening.open() as sitting:
        await opened(sitting, evening, "Ben")
        text = sitting.text
        assert "Read aloud: “Where are you?”" in text
        assert "1 of 3" in text
        assert "Next: Write, 5 min" in text
        assert "● 2 of 2 have not voted yet" in text
        assert "██" in text
        assert "next phase" in text.splitlines()[-1]


@pytest.mark.parametrize(
    ("minutes", "clock", "words"),
    [(0.5, "01:30", "to go"), (1.5, "00:30", "to go"), (3, "+01:00", "over time")],
)
def test_the_large_clock_says_what_is_left_and_what_it_runs_over(
    evening: Evening, minutes: float, clock: str, words: str
) -> None:
    seat = evening.begin(runsheet=SHEET, motions=(TEA,))
    began = seat.debate.schedule.now.began
    stands = standing(seat.debate, began + int(minutes * MINUTE))
    view = clock_view(stands)
    assert (view.text, clock_words(stands, translator("en"))) == (clock, words)
    assert (view.role == "notice") is (minutes > 1)


async def test_a_phase_without_an_end_shows_how_long_it_took(evening: Evening) -> None:
    async with evening.open() as sitting:
        await opened(sitting, evening)
        await sitting.press("N", "N")
        assert "so far, without an end" in sitting.text
        assert "Next:" not in sitting.text


async def test_next_extend_pause_undo_freeze_and_close_by_single_keys(evening: Evening) -> None:
    async with evening.open() as sitting:
        seat = await opened(sitting, evening)
        await sitting.press("E", "P")
        assert "clock stands still" in sitting.text
        assert seat.debate.schedule.now.minutes == 3
        await sitting.press("P", "N", "U")
        assert seat.debate.schedule.now.phase.id == "vote"
        assert seat.debate.schedule.now.minutes == 3
        await sitting.press("F")
        await sitting.type("Tea")
        await sitting.press("enter")
        assert "frozen" in sitting.text
        await sitting.press("F", "C")
        assert "closed" in sitting.text


async def test_the_console_says_how_people_come_in(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with evening.open() as sitting:
        await opened(sitting, evening)
        await sitting.press("J")
        assert "`debate host` lets a room in" in sitting.toasts[-1]
        plate = Doorplate(is_open=True, join_line="ssh -p 8022 here", code="TEA-POT")
        monkeypatch.setattr(evening.workspace, "door", lambda _: plate)
        await sitting.press("J")
        assert sitting.toasts[-1] == "Come in with:  ssh -p 8022 here  ·  TEA-POT"


async def test_a_closed_debate_has_no_clock_nothing_to_read_and_nothing_next(
    evening: Evening,
) -> None:
    async with evening.open() as sitting:
        seat = await opened(sitting, evening, "Ben")
        await sitting.press("C")
        for part in ("██", "Next:", "Read aloud", "have not voted"):
            assert part not in sitting.text
        assert isinstance(sitting.screen, ConsoleScreen)
        for act in ("next_phase", "undo_phase", "extend_phase", "pause_phase"):
            assert sitting.screen.is_refused(act), act
        sheet = phase_rows(seat.debate, translator("en"), seat.debate.schedule.now.began)
        assert sheet[0].time == "2 min"
        await sitting.press("C")
        assert "Next: Write, 5 min" in sitting.text


async def test_sealed_ballots_show_a_count_and_no_tally_and_no_name(evening: Evening) -> None:
    async with evening.open() as sitting:
        await opened(sitting, evening, "Ben", "Caro")
        ballot = Ballot(motion=MotionId("tea"), moment="opening", stance=77)
        done(evening.seats["Ben"].cast(ballot))
        await sitting.rest()
        text = sitting.text
        assert "2 of 3 have not voted yet" in text
        assert "1 of 3 ballots are in" in text
        assert "77" not in text
        assert "Ben" not in text
        assert "Caro" not in text


async def test_the_reveal_waits_for_its_phase_and_then_asks_first(evening: Evening) -> None:
    async with evening.open() as sitting:
        seat = await opened(sitting, evening, "Ben")
        ballot = Ballot(motion=MotionId("tea"), moment="opening", stance=77)
        done(evening.seats["Ben"].cast(ballot))
        await sitting.rest()
        await sitting.press("X")
        assert "stay sealed" in sitting.toasts[-1]
        await sitting.press("N", "N")
        await choose(sitting, "reveal")
        assert "1 has sealed, 1 has not yet" in sitting.prose
        await sitting.press("down", "enter")
        poll = seat.debate.poll((MotionId("tea"), "opening", 0))
        assert len(poll.ballots) == 1
        assert "Revealed" in sitting.toasts[-1]
        await sitting.press("X")
        assert len(sitting.toasts) == len(set(sitting.toasts)), "there is nothing more to reveal"


async def test_enter_goes_to_what_a_line_is_about(evening: Evening) -> None:
    async with evening.open() as sitting:
        seat = await opened(sitting, evening, "Ben")
        await sitting.press("N")
        ben = evening.seats["Ben"]
        done(ben.submit(c.AskQuestion(ArgumentId("tea-for"), "Which tea?")))
        done(ben.submit(c.FlagArgument(ArgumentId("tea-for"), "Look")))
        done(ben.submit(c.RaiseHand()))
        await sitting.rest()
        console = sitting.screen
        for kind, screen in (
            ("questions", QuestionsScreen),
            ("flags", QuestionsScreen),
            ("hands", PeopleScreen),
            ("unanswered", FloorScreen),
        ):
            await choose(sitting, kind)
            assert isinstance(sitting.screen, screen), kind
            await sitting.press("escape")
            if sitting.screen is not console:
                await sitting.press("escape")
        assert sitting.screen is console
        await choose(sitting, "step")
        assert "This is a count" in sitting.toasts[-1]
        assert seat.is_facilitator


async def test_each_key_opens_its_screen(evening: Evening) -> None:
    async with evening.open() as sitting:
        await opened(sitting, evening)
        console = sitting.screen
        for key, screen in (
            ("G", PeopleScreen), ("V", ProjectorScreen), ("O", OutcomeScreen),
            ("R", RunSheetScreen), ("l", QuestionsScreen), ("W", NotesDialog),
        ):  # fmt: skip
            await sitting.press(key)
            assert isinstance(sitting.screen, screen), key
            await sitting.press("escape")
            assert sitting.screen is console
        await sitting.press("escape")
        assert isinstance(sitting.screen, LobbyScreen)


async def test_notes_are_kept_in_the_profile_whichever_key_closes_them(evening: Evening) -> None:
    async with evening.open() as sitting:
        seat = await opened(sitting, evening)
        await sitting.press("W")
        await sitting.type("Ask the back row")
        await sitting.press("escape", "W")
        assert "Ask the back row" in sitting.text
        await sitting.type("!")
        await sitting.press("ctrl+s")
        assert Notebook(evening.workspace, seat).text == "Ask the back row!"
        assert not any("back row" in str(each) for each in seat.session.documents())


async def test_notes_that_the_disk_refuses_stay_in_view(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(book: Notebook, text: str) -> None:
        raise NotSaved(path="profile")

    async with evening.open() as sitting:
        await opened(sitting, evening)
        monkeypatch.setattr(Notebook, "write", refuse)
        await sitting.press("W")
        await sitting.type("Keep me")
        await sitting.press("ctrl+s")
        assert isinstance(sitting.screen, NotesDialog)
        assert "Keep me" in sitting.text


async def test_the_console_opens_from_the_floor_and_from_the_lobby(evening: Evening) -> None:
    seat = evening.begin("Ben", runsheet=SHEET, motions=(TEA,))
    async with evening.open() as sitting:
        await sitting.press("K")
        assert isinstance(sitting.screen, LobbyScreen), "no debate is under the cursor"
        await sitting.press("tab", "K")
        assert isinstance(sitting.screen, ConsoleScreen)
        await sitting.press("escape")
        await sitting.show(FloorScreen(seat, sitting.app.desk, evening.workspace))
        await sitting.press("K")
        assert isinstance(sitting.screen, ConsoleScreen)
        await sitting.press("escape", "escape")
        floor = FloorScreen(evening.seats["Ben"], sitting.app.desk, evening.workspace)
        await sitting.show(floor)
        await sitting.press("K")
        assert sitting.screen is floor
