"""What was agreed, what may still be amended, and what nobody can take back."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.events.session import CharterAmended
from debate.domain.ids import FactId
from tests.domain.worlds import ANN, BOB, FAY, World, ballot, charter, motion, person, seal_of


def test_titles_motions_and_rules_may_change_before_anybody_votes() -> None:
    world = World(people=(ANN,))
    world.do(FAY, c.AmendCharter(title=" Another  title "))
    world.do(FAY, c.AmendCharter(scheme="budget", contract="secret", motions=(motion("aid"),)))
    agreed = world.debate.charter
    assert (agreed.title, agreed.scheme, agreed.contract) == ("Another title", "budget", "secret")
    assert agreed.motion_ids == ("tax", "war", "aid")
    assert "aid/pro" in world.debate.floor.arguments


def test_an_amendment_by_who_does_not_lead_comes_to_nothing() -> None:
    world = World(people=(ANN,))
    world.say(ANN, CharterAmended(title="Mine"))
    assert world.debate.charter.title == "A debate"


def test_of_amendments_the_one_that_follows_the_other_is_in_force_whatever_the_clock_says() -> None:
    world = World()
    world.say(FAY, CharterAmended(title="First"))
    world.do(FAY, c.AmendCharter(title="Second"))
    late = world.fact(FAY, CharterAmended(title="Elsewhere"), t="9999999999999-9999", n=99)
    world.hear(late)
    assert world.debate.charter.title == "Second"


def test_an_amendment_whose_forerunner_is_under_way_already_counts() -> None:
    world = World()
    world.say(FAY, CharterAmended(title="Early", after=FactId("on its way")))
    assert world.debate.charter.title == "Early"


def test_a_motion_is_never_taken_away_nor_replaced() -> None:
    world = World()
    other = motion("tax").model_copy(update={"polarity": "oppose"})
    world.say(FAY, CharterAmended(motions=(other, motion("aid"), motion("aid"))))
    assert world.debate.charter.motion_ids == ("tax", "war", "aid")
    first = world.debate.charter.motion("tax")
    assert first is not None
    assert first.polarity == "affirm"


def test_the_first_ballot_locks_all_but_titles_and_new_motions() -> None:
    world = World(people=(ANN,))
    world.seal(ANN, ballot())
    assert world.rule(FAY, c.AmendCharter(contract="secret")) == "charter.locked"
    world.say(
        FAY,
        CharterAmended(title="New", scheme="budget", contract="secret", heads=((ANN, 2),)),
    )
    agreed = world.debate.charter
    assert (agreed.title, agreed.scheme, agreed.contract) == ("New", "scale", "named")


def test_a_ballot_that_is_under_way_locks_once_it_is_here() -> None:
    world = World(people=(ANN,))
    seal = world.fact(ANN, seal_of(ANN, ballot()))
    world.say(FAY, CharterAmended(scheme="budget", heads=((ANN, seal.number),)))
    assert world.debate.charter.scheme == "budget"
    world.hear(seal)
    assert world.debate.charter.scheme == "scale"


def test_a_ballot_of_a_stranger_locks_nothing() -> None:
    world = World(people=(ANN,))
    world.say(BOB, seal_of(BOB, ballot()))
    world.do(ANN, c.JoinSession("Ann", as_observer=True))
    world.say(ANN, seal_of(ANN, ballot()))
    world.do(FAY, c.AmendCharter(scheme="budget"))
    assert world.debate.charter.scheme == "budget"


def test_nobody_gets_a_weaker_contract_than_the_one_they_voted_under() -> None:
    world = World(charter(contract="secret"), people=(ANN,))
    unseen = world.fact(FAY, CharterAmended(contract="named"))
    world.seal(ANN, ballot())
    world.hear(unseen)
    assert world.debate.charter.contract == "secret"


def test_a_promise_that_was_never_made_binds_nobody() -> None:
    world = World(people=(ANN,))
    world.say(ANN, seal_of(ANN, ballot()).model_copy(update={"contract": "secret"}))
    assert world.debate.charter.contract == "named"


def test_what_cannot_be_amended() -> None:
    world = World(people=(ANN,))
    many = tuple(motion(f"m{number}") for number in range(59))
    cases = {
        "charter.unchanged": c.AmendCharter(title="A debate"),
        "motion.twice": c.AmendCharter(motions=(motion("tax"),)),
        "motion.too-many": c.AmendCharter(motions=many),
        "text.too-long": c.AmendCharter(title="t" * 121),
        "text.empty": c.AmendCharter(title=" "),
    }
    assert {world.rule(FAY, command) for command in cases.values()} == set(cases)
    assert world.rule(FAY, c.AmendCharter(title="t" * 281)) == "text.too-long"
    assert world.rule(ANN, c.AmendCharter(title="Mine")) == "person.not-facilitator"
    assert person(ANN) in world.debate.people.by_id
