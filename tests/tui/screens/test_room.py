"""Every screen works by keys alone and stays within its window, down to the smallest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.screen import Screen

from debate.domain import commands as c
from debate.domain.ids import ArgumentId
from debate.tui.screens.begin import BeginScreen
from debate.tui.screens.check_ballot import CheckBallotScreen
from debate.tui.screens.console import ConsoleScreen
from debate.tui.screens.help import HelpScreen
from debate.tui.screens.lobby import LobbyScreen
from debate.tui.screens.outcome import OutcomeScreen
from debate.tui.screens.pass_keyboard import PassScreen
from debate.tui.screens.people import PeopleScreen
from debate.tui.screens.questions import QuestionsScreen
from debate.tui.screens.runsheet import RunSheetScreen
from debate.tui.screens.settings import SettingsScreen
from tests.tui.screens.evening import MOTIONS, WORKSHOP, Evening, Sitting, done

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines

SIZES = [(160, 45), (80, 24), (60, 20)]
Make = Callable[[Sitting, Evening], Screen[Any]]


def begin(sitting: Sitting, evening: Evening) -> Screen[Any]:
    return BeginScreen(evening.workspace, sitting.app.desk, MOTIONS)


def settings(sitting: Sitting, evening: Evening) -> Screen[Any]:
    return SettingsScreen(evening.workspace, sitting.app.desk)


def help_(sitting: Sitting, evening: Evening) -> Screen[Any]:
    assert isinstance(sitting.screen, LobbyScreen)
    return HelpScreen.about(sitting.screen, {})


def curtain(sitting: Sitting, evening: Evening) -> Screen[Any]:
    return PassScreen(evening.begin("Ben"), sitting.app.desk, evening.workspace)


def run_sheet(sitting: Sitting, evening: Evening) -> Screen[Any]:
    return RunSheetScreen(evening.begin(runsheet=WORKSHOP), sitting.app.desk)


def outcome(sitting: Sitting, evening: Evening) -> Screen[Any]:
    seat = evening.begin("Ben")
    done(seat.submit(c.DraftOutcome("Tea first.")))
    return OutcomeScreen(seat, sitting.app.desk)


def talk(sitting: Sitting, evening: Evening) -> Screen[Any]:
    seat = evening.begin("Ben")
    done(seat.submit(c.AskQuestion(ArgumentId("tea-for"), "Which tea?")))
    return QuestionsScreen(seat, sitting.app.desk)


def console(sitting: Sitting, evening: Evening) -> Screen[Any]:
    return ConsoleScreen(
        evening.begin("Ben", runsheet=WORKSHOP), sitting.app.desk, evening.workspace
    )


def people(sitting: Sitting, evening: Evening) -> Screen[Any]:
    return PeopleScreen(evening.begin("Ben"), sitting.app.desk, evening.workspace)


def check_ballot(sitting: Sitting, evening: Evening) -> Screen[Any]:
    return CheckBallotScreen(evening.begin("Ben"), sitting.app.desk)


SCREENS = [
    begin, settings, help_, curtain, run_sheet, outcome, talk, console, people, check_ballot,
]  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("make", SCREENS)
async def test_tab_reaches_everything_and_brings_it_into_view(
    evening: Evening, make: Make, size: tuple[int, int]
) -> None:
    async with evening.open(size) as sitting:
        await sitting.show(make(sitting, evening))
        wanted = set(sitting.focusable())
        assert wanted
        reached = set()
        for _ in range(len(wanted) + 1):
            await sitting.pilot.press("tab")
            await sitting.pilot.pause()
            focused = sitting.screen.focused
            assert focused is not None
            reached.add(focused)
            window = sitting.screen.region
            assert focused.region.overlaps(window), focused
            assert focused.region.x >= 0
            assert focused.region.right <= window.right, focused
        assert wanted <= reached


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("make", SCREENS)
async def test_a_screen_is_drawn_anew_in_either_language(
    evening: Evening, make: Make, language: str
) -> None:
    evening.language = "nl" if language == "nl" else "en"
    async with evening.open() as sitting:
        await sitting.show(make(sitting, evening))
        screen = sitting.screen
        await sitting.press("L", "T")
        assert sitting.screen is screen
        assert len(sitting.text.strip()) > 40


@pytest.mark.parametrize("make", SCREENS)
async def test_escape_leaves_every_screen(evening: Evening, make: Make) -> None:
    async with evening.open() as sitting:
        await sitting.show(make(sitting, evening))
        await sitting.press("escape")
        assert isinstance(sitting.screen, LobbyScreen)
