"""Everybody can check that their ballot was counted as cast; nobody has to believe a screen."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.ballot import Ballot, commitment
from debate.domain.events.decisions import BallotSealed
from debate.domain.ids import MotionId
from debate.i18n.catalog import translator
from debate.service.proof import BallotProof, proof_words, proofs_of
from debate.service.seat import Seat
from tests.assembly import Assembly, Drawer, key_of

EN = translator("en")


def room(*, is_revealed: bool = True, **changes: object) -> Assembly:
    assembly = Assembly(3)
    stances = (60, -20, 5)
    assembly.vote(
        "opening",
        lambda number: {"stance": stances[number], **changes},
        assembly.motion,
        is_revealed=is_revealed,
    )
    return assembly


def proof(seat: Seat) -> BallotProof:
    (found,) = proofs_of(seat)
    return found


def words(seat: Seat) -> str:
    return proof_words(seat, proof(seat), EN)[1]


def test_before_the_reveal_a_ballot_is_its_seal() -> None:
    seat = room(is_revealed=False).seats[1]
    assert proof(seat).state == "sealed"
    assert "stance" not in words(seat)


def test_after_the_reveal_it_is_counted_as_it_was_cast() -> None:
    seat = room(confidence=70, verdict="yes").seats[0]
    assert proof(seat).state == "counted"
    assert "stance +60, 70\u00a0% sure, yes" in words(seat)
    assert proof_words(seat, proof(seat), EN)[0] == "Do alpha · opening ballot"


def test_a_ballot_nobody_opened_counts_as_that_of_somebody_who_left() -> None:
    assembly = room(is_revealed=False)
    assembly.do(0, c.RevealBallots(assembly.motion, "opening"))
    assert proof(assembly.seats[2]).state == "unopened"


def test_a_ballot_opened_here_and_cast_elsewhere_says_so() -> None:
    assembly = room()
    bare = Seat(assembly.session, key_of(1), Drawer(), Drawer())
    assert proof(bare).state == "elsewhere"
    assert "stance −20" in words(bare)


def test_what_was_kept_and_does_not_fit_the_seal_is_no_proof() -> None:
    assembly = room()
    seat = assembly.seats[1]
    drawer = Drawer()
    tampered = Seat(assembly.session, key_of(1), drawer, Drawer())
    seal = assembly.debate.poll((assembly.motion, "opening", 0)).seals[assembly.ids()[1]]
    held = seat.kept(seal)
    assert held is not None
    salt = "s" * 43
    other = held.model_copy(update={"stance": 99})
    name = next(iter(_names(seat)))
    drawer.put(name, {"salt": salt, "ballot": other.model_dump(mode="json")})
    assert tampered.kept(seal) is None
    assert proof(tampered).state == "elsewhere"


def _names(seat: Seat) -> list[str]:
    secrets = seat._secrets
    assert isinstance(secrets, Drawer)
    return list(secrets.kept)


def test_a_seal_after_the_reveal_is_late_and_one_typed_for_paper_is_named() -> None:
    assembly = Assembly(2)
    paper = assembly.do(0, c.EnrolParticipant("paper", "Paula")).first
    motion = assembly.motion
    person = next(p.id for p in assembly.debate.people.by_id.values() if p.id == paper)
    assembly.seats[0].cast(Ballot(motion=motion, moment="opening", stance=7), on_behalf_of=person)
    (typed,) = proofs_of(assembly.seats[0])
    assert (
        proof_words(assembly.seats[0], typed, EN)[0]
        == "Do alpha · opening ballot · typed for Paula"
    )
    assert proofs_of(assembly.seats[1]) == ()


def test_a_ballot_on_all_motions_says_what_it_ranks() -> None:
    assembly = Assembly(1)
    names = ((MotionId("alpha"),),)
    assembly.seats[0].cast(Ballot(motion=None, moment="opening", ranking=names))
    assembly.do(0, c.RevealBallots(None, "opening"))
    assembly.seats[0].open_ballots()
    title, said = proof_words(assembly.seats[0], proof(assembly.seats[0]), EN)
    assert title == "All motions · opening ballot"
    assert "a ranking of 1" in said


def test_a_seal_that_came_after_the_reveal_is_told_to_be_late() -> None:
    assembly = Assembly(2)
    motion = assembly.motion
    drawer = Drawer()
    ballot = Ballot(motion=motion, moment="opening", stance=12)
    salt = "t" * 43
    seal = commitment(ballot, salt, None)
    assembly.vote("opening", lambda number: {"stance": 5} if not number else None, motion)
    event = BallotSealed(
        phase=None, motion=motion, moment="opening", round=0, commitment=seal, contract="named"
    )
    assembly.say(1, event)
    late = Seat(assembly.session, key_of(1), drawer, Drawer())
    assert proof(late).state == "late"
    assert "came after the reveal" in words(late)
    assert proof(late).ballot is None


def test_a_ballot_that_holds_nothing_says_so() -> None:
    assembly = Assembly(1)
    assembly.vote("opening", lambda _: {}, assembly.motion)
    assert "nothing" in words(assembly.seats[0])
