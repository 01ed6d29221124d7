"""Which ballot is due: the opening one, then the closing one; others for who asks for them."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.ballot import Ballot, Moment
from debate.domain.ids import PhaseId
from debate.domain.motion import Text
from debate.domain.runsheet import Act, Phase, RunSheet
from debate.service.balloting import moment_due, moments_open
from tests.assembly import Assembly


def room(*phases: tuple[Act, ...]) -> Assembly:
    """Return a room that goes through phases which allow these acts beside joining."""
    made = tuple(
        Phase(
            id=PhaseId(f"p{place}"),
            title=Text(en=f"Phase {place}"),
            acts=frozenset({"join", *acts}),
        )
        for place, acts in enumerate(phases)
    )
    return Assembly(2, runsheet=RunSheet(id="r", title=Text(en="R"), phases=made))


def cast(assembly: Assembly, number: int, moment: Moment) -> None:
    assembly.seats[number].cast(Ballot(motion=assembly.motion, moment=moment, stance=5))


def test_on_an_open_floor_the_closing_ballot_follows_the_opening_one() -> None:
    assembly = Assembly(2)
    seat = assembly.seats[0]
    assert moments_open(seat) == ("opening", "mid", "closing", "later")
    assert moment_due(seat, assembly.motion) == "opening"
    cast(assembly, 0, "opening")
    assert moment_due(seat, assembly.motion) == "closing"
    assert moment_due(assembly.seats[1], assembly.motion) == "opening"


def test_who_comes_after_the_reveal_casts_the_closing_ballot() -> None:
    assembly = Assembly(2)
    cast(assembly, 0, "opening")
    assembly.do(0, c.RevealBallots(assembly.motion, "opening"))
    assert moment_due(assembly.seats[1], assembly.motion) == "closing"


def test_a_person_on_paper_is_asked_for_what_they_have_not_cast() -> None:
    assembly = Assembly(1)
    cast(assembly, 0, "opening")
    assembly.do(0, c.EnrolParticipant("paper", "Paula"))
    paper = assembly.debate.people.by_id
    (voter,) = [each for each in paper if each not in assembly.ids()]
    assert moment_due(assembly.seats[0], assembly.motion, voter) == "opening"


def test_a_phase_for_one_ballot_asks_for_that_one() -> None:
    assembly = room(("ballot-later",))
    assert moments_open(assembly.seats[0]) == ("later",)
    assert moment_due(assembly.seats[0], assembly.motion) == "later"


def test_where_none_can_be_cast_the_last_one_is_shown() -> None:
    assembly = room(("ballot-opening",), ("argue",))
    cast(assembly, 0, "opening")
    assembly.do(0, c.NextPhase())
    assert moments_open(assembly.seats[0]) == ("opening", "closing")
    assert moment_due(assembly.seats[0], assembly.motion) == "opening"
