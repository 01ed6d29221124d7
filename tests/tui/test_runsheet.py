"""The phases of a run-sheet as pages: how far people are."""

from __future__ import annotations

from debate.domain.ballot import Ballot, Moment
from debate.i18n.catalog import translator
from debate.tui.present.runsheet import phase_page
from tests.assembly import Assembly

EN = translator("en")


def progress(room: Assembly) -> list[str]:
    phase = room.debate.charter.runsheet.phases[0]
    lines = [block.text for block in phase_page(room.debate, phase.id, EN)]
    return [line for line in lines if "ballots are in" in line]


def test_ballots_of_one_motion_are_told_apart_once_there_are_several() -> None:
    room = Assembly(2)
    moments: tuple[Moment, ...] = ("opening", "closing")
    for number, moment in enumerate(moments):
        room.seats[number].cast(Ballot(motion=room.motion, moment=moment, stance=5))
        if not number:
            assert progress(room) == ["Do alpha: 1 of 2 ballots are in."]
    assert progress(room) == [
        "Do alpha, opening ballot: 1 of 2 ballots are in.",
        "Do alpha, closing ballot: 1 of 2 ballots are in.",
    ]
