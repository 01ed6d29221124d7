"""Ballots: sealed until the reveal, one for each person, and nothing read before its time."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.ballot import Ballot, commitment
from debate.domain.events import content
from debate.domain.events.decisions import BallotOpened, BallotSealed, BallotsRevealed
from debate.domain.ids import FactId, MotionId, ParticipantId, PhaseId
from debate.domain.refusal import Refusal
from debate.domain.runsheet import Phase, RunSheet
from debate.domain.views.polls import Poll, PollKey
from tests.domain.worlds import (
    ANN,
    BOB,
    CAS,
    EVE,
    FAY,
    World,
    ballot,
    charter,
    device,
    name_of,
    person,
    salt_of,
    seal_of,
    sealing,
    text,
)

KEY: PollKey = (MotionId("tax"), "opening", 0)
PHONE = device("phone")


def poll(world: World) -> Poll:
    return world.debate.poll(KEY)


def opening(sealed: FactId, held: Ballot, salt: str = "") -> BallotOpened:
    return BallotOpened(sealed=sealed, salt=salt or salt_of(ANN), ballot=held)


def test_before_the_reveal_a_poll_tells_who_voted_and_nothing_else() -> None:
    world = World(people=(ANN,))
    sealed = world.seal(ANN, ballot(40))
    world.say(ANN, opening(sealed, ballot(40)))
    assert (poll(world).cast, poll(world).is_revealed) == (1, False)
    assert not poll(world).ballots
    assert not poll(world).unopened
    assert world.rule(ANN, c.OpenBallot(sealed, salt_of(ANN), ballot(40))) == "ballot.not-revealed"
    world.reveal(ballot())
    assert poll(world).ballots == {person(ANN): ballot(40)}


def test_after_the_reveal_each_opens_their_own() -> None:
    world = World(people=(ANN, BOB))
    sealed = world.seal(ANN, ballot(40))
    world.seal(BOB, ballot(-10))
    world.reveal(ballot())
    world.do(ANN, c.OpenBallot(sealed, salt_of(ANN), ballot(40)))
    assert poll(world).ballots == {person(ANN): ballot(40)}
    assert poll(world).unopened == {person(BOB)}


def test_what_somebody_sealed_is_opened_though_they_were_removed_or_left() -> None:
    world = World(people=(ANN, BOB))
    anns, bobs = world.seal(ANN, ballot(40)), world.seal(BOB, ballot(-10))
    world.do(FAY, c.RemoveParticipant(person(ANN), "noise"))
    world.do(BOB, c.LeaveSession())
    world.reveal(ballot())
    world.do(ANN, c.OpenBallot(anns, salt_of(ANN), ballot(40)))
    world.do(BOB, c.OpenBallot(bobs, salt_of(BOB), ballot(-10)))
    opened = poll(world).ballots
    assert opened == {person(ANN): ballot(40), person(BOB): ballot(-10)}
    world.do(FAY, c.ReinstateParticipant(person(ANN)))
    assert poll(world).ballots == opened


def test_the_latest_ballot_before_the_reveal_counts_by_number_and_not_by_clock() -> None:
    world = World(people=(ANN,))
    world.say(ANN, seal_of(ANN, ballot(1)), t="9999999999999-0000")
    last = world.seal(ANN, ballot(2))
    assert poll(world).seals[person(ANN)].id == last


def test_a_seal_after_the_reveal_is_late_and_the_one_before_it_counts() -> None:
    world = World(people=(ANN,))
    first = world.seal(ANN, ballot(1))
    world.reveal(ballot())
    late = world.say(ANN, seal_of(ANN, ballot(100)), t="0000000000000-0000")
    assert poll(world).late == {late}
    assert poll(world).seals[person(ANN)].id == first
    assert world.rule(ANN, sealing(ANN, ballot())) == "ballot.revealed"


def test_a_poll_of_nothing_but_late_seals_has_none_cast() -> None:
    world = World(people=(ANN, BOB))
    world.seal(BOB, ballot())
    world.reveal(ballot())
    world.say(ANN, seal_of(ANN, ballot()))
    assert poll(world).cast == 1


def test_the_first_reveal_counts_by_number_of_one_author() -> None:
    world = World(people=(ANN,))
    world.seal(ANN, ballot(1))
    world.reveal(ballot())
    late = world.say(ANN, seal_of(ANN, ballot(2)))
    again = BallotsRevealed(motion=KEY[0], moment="opening", heads=((ANN, 99),))
    world.say(FAY, again, t="0000000000000-0000")
    assert poll(world).late == {late}
    first = next(fact for fact in world.facts if fact.kind == "ballots.revealed")
    turned = world.debate.empty(world.session).advanced(world.facts[::-1])
    assert turned.poll(KEY).reveal == first == poll(world).reveal


def test_a_reveal_by_who_does_not_lead_opens_nothing() -> None:
    world = World(people=(ANN, BOB))
    sealed = world.seal(ANN, ballot(1))
    world.say(BOB, BallotsRevealed(motion=KEY[0], moment="opening", heads=((ANN, 99),)))
    world.say(ANN, opening(sealed, ballot(1)))
    assert not poll(world).is_revealed
    assert not poll(world).ballots


def test_what_does_not_agree_with_its_seal_is_broken() -> None:
    world = World(people=(ANN,))
    sealed = world.seal(ANN, ballot(40))
    world.reveal(ballot())
    lies = {
        world.say(ANN, opening(sealed, ballot(41))),
        world.say(ANN, opening(sealed, ballot(40), name_of("other salt"))),
        world.say(ANN, opening(sealed, ballot(40, name="war"))),
    }
    assert poll(world).broken == lies
    assert not poll(world).ballots
    assert world.rule(ANN, c.OpenBallot(sealed, salt_of(ANN), ballot(41))) == "ballot.bad-seal"
    assert world.rule(ANN, c.OpenBallot(sealed, "\ud800", ballot(40))) == "ballot.bad-seal"
    world.do(ANN, c.OpenBallot(sealed, salt_of(ANN), ballot(40)))
    assert poll(world).ballots == {person(ANN): ballot(40)}


def test_nobody_opens_the_ballot_of_somebody_else() -> None:
    world = World(people=(ANN, BOB))
    sealed = world.seal(ANN, ballot(40))
    world.reveal(ballot())
    world.say(BOB, opening(sealed, ballot(40)))
    world.say(BOB, opening(FactId("nowhere"), ballot(40)))
    assert not poll(world).ballots
    assert not poll(world).broken
    assert world.rule(BOB, c.OpenBallot(sealed, salt_of(ANN), ballot(40))) == "ballot.unknown"
    assert poll(world).unopened == {person(ANN)}


def test_observers_and_strangers_do_not_vote() -> None:
    world = World(people=(ANN,))
    world.do(BOB, c.JoinSession("Bob", as_observer=True))
    world.say(BOB, seal_of(BOB, ballot()))
    world.say(EVE, seal_of(EVE, ballot()))
    assert not world.debate.polls
    assert world.rule(BOB, sealing(BOB, ballot())) == "person.observer"
    assert world.rule(EVE, sealing(EVE, ballot())) == "person.not-joined"


def test_one_person_has_one_vote_over_two_devices() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.LinkDevice(PHONE))
    world.do(PHONE, c.AcceptDevice(person(ANN)))
    sealed = world.seal(ANN, ballot(1))
    world.seal(PHONE, ballot(2))
    assert poll(world).cast == 1
    world.reveal(ballot())
    world.say(PHONE, opening(sealed, ballot(1)))
    assert not poll(world).ballots
    latest = poll(world).seals[person(ANN)].id
    world.do(ANN, c.OpenBallot(latest, salt_of(PHONE), ballot(2)))
    assert poll(world).ballots == {person(ANN): ballot(2)}


def test_a_facilitator_types_for_people_on_paper_and_for_nobody_else() -> None:
    world = World(people=(ANN, BOB))
    paper = ParticipantId(world.do(FAY, c.EnrolParticipant("paper", "Opa")))
    world.do(FAY, sealing(FAY, ballot(5), paper))
    world.say(FAY, seal_of(FAY, ballot(6), on_behalf_of=person(ANN)))
    world.say(ANN, seal_of(ANN, ballot(7), on_behalf_of=paper))
    world.say(FAY, seal_of(FAY, ballot(8), on_behalf_of=ParticipantId("nobody")))
    assert set(poll(world).seals) == {paper}
    assert world.rule(FAY, sealing(FAY, ballot(), person(ANN))) == "person.has-device"
    assert world.rule(ANN, sealing(ANN, ballot(), paper)) == "person.not-facilitator"
    assert world.rule(FAY, sealing(FAY, ballot(), ParticipantId("x"))) == "person.unknown"
    world.do(FAY, c.GrantRole(paper, "observer"))
    assert world.rule(FAY, sealing(FAY, ballot(), paper)) == "person.looks-on"
    world.say(FAY, seal_of(FAY, ballot(9), on_behalf_of=paper))
    assert poll(world).seals[paper].number < world.debate.state.heads[FAY] - 1


def test_a_seal_that_is_copied_opens_nothing() -> None:
    """Whoever copies a seal holds what its owner opens later, and it does not fit their hand."""
    world = World(people=(ANN, BOB, CAS))
    paper = ParticipantId(world.do(FAY, c.EnrolParticipant("paper", "Opa")))
    held = ballot(60)
    world.seal(ANN, held)
    copied = seal_of(ANN, held)
    stolen = world.say(BOB, copied)
    typed = world.say(FAY, copied.model_copy(update={"on_behalf_of": paper}))
    old = world.say(CAS, copied.model_copy(update={"form": 1}))
    world.reveal(held)
    copy = c.OpenBallot(stolen, salt_of(ANN), held)
    assert world.rule(BOB, copy) == "ballot.bad-seal"
    for author, seal in ((BOB, stolen), (FAY, typed), (CAS, old)):
        world.say(author, opening(seal, held))
    found = poll(world)
    assert not found.ballots
    assert len(found.broken) == 3


def test_a_seal_of_the_first_form_still_opens() -> None:
    world = World(people=(ANN,))
    held = ballot(60)
    data = content(seal_of(ANN, held).model_copy(update={"form": 1}))
    data["commitment"] = commitment(held, salt_of(ANN), None)
    sealed = world.say(ANN, seal_of(ANN, held), d=data, v=1)
    world.reveal(held)
    world.do(ANN, c.OpenBallot(sealed, salt_of(ANN), held))
    assert poll(world).ballots == {person(ANN): held}


def test_polls_and_ballots_are_listed_in_the_same_order_everywhere() -> None:
    world = World(people=(ANN, BOB, CAS))
    for author in (CAS, ANN, BOB):
        world.seal(author, ballot(1, name="war"))
        world.seal(author, ballot(1))
        world.seal(author, Ballot(motion=None, moment="closing"))
    assert [key[0] for key in world.debate.polls] == [None, "tax", "war"]
    assert list(poll(world).seals) == sorted(map(person, (ANN, BOB, CAS)))


def test_what_cannot_be_sealed_or_revealed() -> None:
    world = World(people=(ANN,))
    tax = MotionId("tax")
    assert world.rule(ANN, c.SealBallot(tax, "opening", 0, "A" * 64)) == "ballot.bad-seal"
    for number in (-1, 100):
        command = c.SealBallot(tax, "opening", number, "a" * 64)
        assert world.rule(ANN, command) == "ballot.bad-round"
    assert world.rule(ANN, sealing(ANN, ballot(name="none"))) == "motion.unknown"
    assert world.rule(FAY, c.RevealBallots(tax, "opening")) == "ballot.none-cast"
    assert world.rule(FAY, c.RevealBallots(MotionId("none"), "opening")) == "motion.unknown"
    assert world.rule(ANN, c.RevealBallots(tax, "opening")) == "person.not-facilitator"
    world.seal(ANN, ballot())
    world.reveal(ballot())
    assert world.rule(FAY, c.RevealBallots(tax, "opening")) == "ballot.revealed-before"
    assert world.rule(EVE, c.OpenBallot(FactId("x"), "", ballot())) == "person.not-joined"
    assert world.rule(ANN, c.OpenBallot(FactId("x"), "", ballot())) == "ballot.unknown"


def test_ballots_stay_sealed_until_the_phase_that_shows_them() -> None:
    sheet = RunSheet(
        id="sealed",
        title=text("Sealed"),
        phases=(
            Phase(
                id=PhaseId("vote"),
                title=text("Vote"),
                acts=frozenset({"ballot-opening"}),
                hidden=frozenset({"ballots"}),
            ),
            Phase(id=PhaseId("show"), title=text("Show"), acts=frozenset({"join"})),
        ),
    )
    world = World(charter(runsheet=sheet), people=(ANN,))
    world.seal(ANN, ballot())
    reveal = c.RevealBallots(MotionId("tax"), "opening")
    assert world.rule(FAY, reveal) == "ballot.sealed-until"
    world.do(FAY, c.CloseSession())
    assert not isinstance(world.ask(FAY, reveal), Refusal)
    world.do_all(FAY, c.ReopenSession())
    world.do(FAY, c.NextPhase())
    world.do(FAY, reveal)


def test_a_ballot_is_cast_under_the_contract_in_force() -> None:
    world = World(people=(ANN,))
    event = world.debate.advanced([world.fact(ANN, seal_of(ANN, ballot()))])
    assert event.charter.contract == "named"
    answer = world.ask(ANN, sealing(ANN, ballot()))
    assert isinstance(answer, tuple)
    assert isinstance(answer[0], BallotSealed)
    assert answer[0].contract == "named"
