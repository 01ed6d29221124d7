"""How far a room is: counts of who did something, and nothing of what a seal or a weight holds."""

from __future__ import annotations

import pytest

from debate.analysis.findings.room import room_finding
from debate.domain import commands as c
from debate.domain.ballot import Ballot
from debate.domain.ids import MotionId, PhaseId
from debate.domain.runsheet import Act
from debate.domain.views.hands import hands_of
from tests.assembly import Assembly, motion_called
from tests.tui.screens.evening import WORKSHOP, phase

SHEET = WORKSHOP.model_copy(
    update={
        "phases": (
            phase("vote", 2, "join", "ballot-opening", hidden=("ballots",)),
            phase("write", 5, "join", "argue", "flag", "ask", "answer", hidden=("ballots",)),
            phase("weigh", 3, "join", "weigh", "rebut", "merge", hidden=("ballots",)),
            phase("close", 3, "join", "weigh", "ballot-closing", hidden=("ballots",)),
            phase("look", 3, "join", "remark"),
        )
    }
)


def room(people: int = 3) -> Assembly:
    return Assembly(people, runsheet=SHEET, motions=(motion_called("alpha"), motion_called("beta")))


def go(assembly: Assembly, name: str) -> None:
    assembly.do(0, c.MovePhase(PhaseId(name)))


def vote(assembly: Assembly, number: int, name: str = "alpha") -> None:
    assembly.seats[number].cast(Ballot(motion=MotionId(name), moment="opening", stance=10))


def test_who_has_not_voted_on_every_motion_is_missing() -> None:
    assembly = room()
    vote(assembly, 0)
    vote(assembly, 0, "beta")
    vote(assembly, 1)
    found = room_finding(assembly.debate)
    assert (found.step, found.missing, found.people) == ("vote", 2, 3)
    assert [each.cast for each in found.ballots] == [2, 1]
    assert not found.may_reveal


def test_who_has_written_nothing_and_the_sides_that_are_empty_are_counted() -> None:
    assembly = room()
    go(assembly, "write")
    assembly.argue(1)
    found = room_finding(assembly.debate)
    assert (found.step, found.missing, found.silent) == ("write", 2, 2)
    assert [(side.against, side.in_favour) for side in found.sides] == [(0, 1), (0, 0)]


def test_where_late_ballots_may_be_cast_while_others_write_the_ballots_are_waited_for_first() -> (
    None
):
    sheet = SHEET.model_copy(update={"phases": (phase("both", 3, "argue", "ballot-opening"),)})
    assembly = Assembly(2, runsheet=sheet)
    assert room_finding(assembly.debate).step == "vote"
    vote(assembly, 0)
    vote(assembly, 1)
    found = room_finding(assembly.debate)
    assert (found.step, found.missing) == ("write", 2)


def test_who_has_weighed_nothing_is_counted_and_arguments_without_a_reply_are_listed() -> None:
    assembly = room()
    go(assembly, "write")
    first, second, third = assembly.argue(3)
    go(assembly, "weigh")
    assembly.do(1, c.SetWeight(first, 8))
    assembly.do(1, c.AddArgument("attacks", second, "Not so"))
    found = room_finding(assembly.debate)
    assert (found.step, found.missing) == ("weigh", 2)
    assert found.unanswered == (first, third)


def test_who_cast_no_opening_ballot_counts_as_unpaired_once_it_is_over() -> None:
    assembly = room()
    vote(assembly, 0)
    vote(assembly, 1)
    assert room_finding(assembly.debate).unpaired == 0
    go(assembly, "write")
    found = room_finding(assembly.debate)
    assert found.unpaired == 1
    assert found.sealed == ((MotionId("alpha"), "opening", 0),)


def test_ballots_can_be_revealed_in_the_phase_that_shows_them_and_once_all_is_over() -> None:
    assembly = room()
    vote(assembly, 0)
    go(assembly, "look")
    assert room_finding(assembly.debate).may_reveal
    go(assembly, "write")
    assert not room_finding(assembly.debate).may_reveal
    assembly.do(0, c.CloseSession())
    assert room_finding(assembly.debate).may_reveal


def test_a_closed_debate_asks_nothing_of_anybody() -> None:
    assembly = room()
    vote(assembly, 0)
    assembly.do(0, c.CloseSession())
    found = room_finding(assembly.debate)
    assert (found.step, found.missing, found.ballots) == ("none", 0, ())
    assert found.may_reveal
    assert found.unpaired == 2, "nobody can cast an opening ballot any more"


def test_who_left_before_the_reveal_is_counted_as_such() -> None:
    assembly = room()
    vote(assembly, 0)
    vote(assembly, 1)
    go(assembly, "look")
    assembly.do(0, c.RevealBallots(MotionId("alpha"), "opening"))
    assembly.seats[0].open_ballots()
    assert room_finding(assembly.debate).left == 1


def test_what_people_ask_flag_and_propose_is_counted() -> None:
    assembly = room()
    go(assembly, "write")
    one, two, three = assembly.argue(3)
    assembly.do(1, c.AskQuestion(one, "What?"))
    assembly.do(1, c.FlagArgument(two, "Look"))
    assembly.do(0, c.HideArgument(two, "Names somebody"))
    assembly.do(2, c.FinishStep())
    go(assembly, "weigh")
    assembly.do(1, c.ProposeMerge((one, three), one))
    found = room_finding(assembly.debate)
    assert (found.questions, found.flags, found.hidden, found.merges) == (1, 1, 1, 1)
    assert found.done == 0


def test_who_says_to_be_done_is_counted_in_that_phase_alone() -> None:
    assembly = room()
    assembly.do(2, c.FinishStep())
    assert room_finding(assembly.debate).done == 1
    go(assembly, "look")
    found = room_finding(assembly.debate)
    assert (found.done, found.step) == (0, "none")


def test_people_on_paper_and_observers_are_counted_apart() -> None:
    assembly = room()
    assembly.do(0, c.EnrolParticipant("paper", "Paper"))
    assembly.do(2, c.JoinSession(name="Looks", as_observer=True))
    found = room_finding(assembly.debate)
    assert (found.people, found.observers, found.typed_for) == (3, 1, 1)


@pytest.mark.parametrize("acts", [("argue", "ballot-opening", "ballot-closing"), ("remark",)])
def test_a_phase_that_asks_everything_or_nothing_misses_nobody(acts: tuple[Act, ...]) -> None:
    sheet = SHEET.model_copy(update={"phases": (phase("free", 3, *acts),)})
    assert room_finding(Assembly(2, runsheet=sheet).debate).step == "none"


def test_hands_stand_in_the_order_in_which_they_went_up_one_a_person() -> None:
    assembly = room(4)
    for number in (2, 1, 2, 3):
        assembly.do(number, c.RaiseHand())
    ids = assembly.ids()

    def up() -> list[str]:
        return [hand.by for hand in hands_of(assembly.debate.state, assembly.debate.people)]

    assert up() == [ids[2], ids[1], ids[3]]
    first, second, _ = hands_of(assembly.debate.state, assembly.debate.people)
    assembly.do(0, c.LowerHand(second.id))
    assert up() == [ids[2], ids[3]]
    assembly.do(2, c.LowerHand(first.id))
    again = hands_of(assembly.debate.state, assembly.debate.people)[0]
    assert again.by == ids[2], "the second hand of the same person is still up"
    assembly.do(2, c.LowerHand(again.id))
    assembly.do(3, c.LeaveSession())
    assert up() == []


def test_once_a_debate_is_closed_no_hand_waits() -> None:
    assembly = room(2)
    assembly.do(1, c.RaiseHand())
    assert room_finding(assembly.debate).hands == 1
    assembly.do(0, c.CloseSession())
    assert room_finding(assembly.debate).hands == 0
