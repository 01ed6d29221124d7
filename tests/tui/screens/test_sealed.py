"""The sealed ballot attacked from the facilitator's seat: no screen has a tally before the reveal."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from textual.screen import Screen

from debate.domain import commands as c
from debate.domain.ballot import Ballot
from debate.domain.ids import MotionId, PhaseId
from debate.service.workspace import Workspace
from debate.tui.screens.ballot import BallotScreen
from debate.tui.screens.check_ballot import CheckBallotScreen
from debate.tui.screens.console import ConsoleScreen
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.groups import GroupsScreen
from debate.tui.screens.lobby import LobbyScreen
from debate.tui.screens.people import PeopleScreen
from debate.tui.screens.projector import ProjectorScreen
from debate.tui.screens.results import ResultsScreen
from debate.tui.screens.runsheet import RunSheetScreen
from tests.tui.screens.evening import TEA, WORKSHOP, Evening, done, phase

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines

TEA_ID = MotionId("tea")
SHEET = WORKSHOP.model_copy(
    update={
        "phases": (
            phase("vote", 2, "join", "ballot-opening", hidden=("ballots",)),
            phase("again", 2, "join", "ballot-closing", hidden=("ballots",)),
            phase("show", None, "join", "remark"),
        )
    }
)
SEALED = {"Ben": 77, "Caro": -63, "Dirk": 41}
Make = Callable[[Any, Any, Workspace], Screen[Any]]
SCREENS: dict[str, Make] = {
    "floor": FloorScreen,
    "ballot": lambda seat, desk, workspace: BallotScreen(seat, desk, workspace, TEA_ID),
    "results": lambda seat, desk, _: ResultsScreen(seat, desk, TEA_ID),
    "groups": lambda seat, desk, workspace: GroupsScreen(seat, desk, TEA_ID, workspace=workspace),
    "console": ConsoleScreen,
    "people": PeopleScreen,
    "projector": ProjectorScreen,
    "runsheet": lambda seat, desk, _: RunSheetScreen(seat, desk),
    "check": lambda seat, desk, _: CheckBallotScreen(seat, desk),
    "lobby": lambda _, desk, workspace: LobbyScreen(workspace, desk),
}


def voted(evening: Evening) -> None:
    seat = evening.begin(*SEALED, runsheet=SHEET, motions=(TEA,))
    for name, stance in SEALED.items():
        ballot = Ballot(motion=TEA_ID, moment="opening", stance=stance, confidence=88)
        done(evening.seats[name].cast(ballot))
    evening.workspace.list_anew(seat.session)


def tallies() -> list[str]:
    mean = round(sum(SEALED.values()) / len(SEALED))
    signed = [*SEALED.values(), mean]
    return [f"+{each}" if each > 0 else f"−{-each}" for each in signed] + ["88 %", "88\u00a0%"]


@pytest.mark.parametrize("name", SCREENS)
async def test_no_screen_of_who_leads_tells_what_a_sealed_ballot_holds(
    evening: Evening, name: str
) -> None:
    voted(evening)
    async with evening.open((120, 40)) as sitting:
        seat = evening.seats["Ada"]
        await sitting.show(SCREENS[name](seat, sitting.app.desk, evening.workspace))
        await sitting.rest()
        for _ in range(50):
            if "Working it out" not in sitting.text:
                break
            await sitting.rest()
        text = sitting.text
        assert len(text.strip()) > 20
        assert [tally for tally in tallies() if tally in text] == []


def test_the_journal_holds_seals_and_nothing_of_a_ballot(evening: Evening) -> None:
    voted(evening)
    told = json.dumps(evening.seats["Ada"].session.documents())
    assert '"stance"' not in told
    assert '"confidence"' not in told
    assert told.count("ballot.sealed") == len(SEALED)


async def test_who_came_too_late_for_the_opening_ballot_is_told_how_they_count(
    evening: Evening,
) -> None:
    voted(evening)
    seat = evening.seats["Ada"]
    done(seat.submit(c.MovePhase(PhaseId("again"))))
    async with evening.open((100, 40)) as sitting:
        await sitting.show(BallotScreen(seat, sitting.app.desk, evening.workspace, TEA_ID))
        assert "You cast no opening ballot" in " ".join(sitting.text.split())
        ben = evening.seats["Ben"]
        await sitting.show(BallotScreen(ben, sitting.app.desk, evening.workspace, TEA_ID))
        assert "You cast no opening ballot" not in " ".join(sitting.text.split())
