"""What holds of every debate: the same on every replica, whatever arrives when, and never a crash."""

from __future__ import annotations

import json

from hypothesis import given, settings

from debate.domain.debate import Debate
from debate.domain.decide import At, decide
from debate.domain.events import KINDS, UnknownEvent, content, parse
from debate.domain.events.people import DeviceLinked
from debate.domain.events.people import ParticipantRemoved as Removed
from debate.domain.fold import fold
from debate.domain.ids import DeviceKey, PhaseId
from debate.domain.image import image_of, state_of
from debate.domain.refusal import Refusal
from debate.domain.state import State
from debate.domain.text import clean_claim
from debate.domain.views.saying import said
from tests.domain.chance import DEVICES, LEADING, Chance, Dice, lawful, throws, wild
from tests.domain.worlds import ANN, EVE, PARTS, World, drawn, picture

MANY = settings(max_examples=150, deadline=None)
SOME = settings(max_examples=60, deadline=None)


@MANY
@given(throws, throws)
def test_order_and_repetition_of_arrival_change_neither_state_nor_views(
    dice: Dice, order: Dice
) -> None:
    world = wild(dice)
    shuffled = order.shuffled(world.facts)
    cut = order.below(len(shuffled))
    other = Debate.empty(world.session).advanced(shuffled[:cut]).advanced(shuffled[cut:])
    whole = world.replayed()
    assert other.state == whole.state
    assert picture(other) == picture(whole)


@MANY
@given(throws, throws)
def test_folding_step_by_step_equals_folding_at_once_whatever_was_looked_at(
    dice: Dice, looks: Dice
) -> None:
    world = wild(dice)
    debate = Debate.empty(world.session)
    facts = looks.shuffled(world.facts)
    for place, fact in enumerate(facts, start=1):
        debate = debate.advanced([fact])
        if debate.is_open:
            getattr(debate, looks.one(PARTS))
        if place % 8 == 0 or place == len(facts):
            whole = Debate.empty(world.session).advanced(facts[:place])
            assert picture(debate) == picture(whole)


@SOME
@given(throws, throws)
def test_folding_a_fold_again_changes_nothing_and_keeps_every_table(
    dice: Dice, again: Dice
) -> None:
    world = wild(dice)
    state = world.debate.state
    once_more = fold(state, again.shuffled(world.facts))
    assert once_more == state
    tables = ("proceedings", "people", "arguments", "talk", "ballots", "outcomes", "unknown")
    assert all(getattr(once_more, table) is getattr(state, table) for table in tables)


@SOME
@given(throws)
def test_a_state_restored_from_its_image_is_the_same_state_and_shows_the_same(dice: Dice) -> None:
    world = wild(dice)
    image = json.loads(json.dumps(image_of(world.debate.state)))
    restored = Debate(state_of(world.session, image))
    assert restored.state == world.debate.state
    assert picture(restored) == picture(world.debate)


@MANY
@given(throws, throws)
def test_no_view_ever_raises_on_a_part_of_the_facts(dice: Dice, drop: Dice) -> None:
    world = wild(dice)
    kept = [fact for fact in world.facts if not drop.below(3)]
    debate = Debate.empty(world.session).advanced(kept)
    for fact in kept:
        if debate.is_open:
            debate.schedule.is_late(fact)
    picture(debate)


@MANY
@given(throws)
def test_every_command_becomes_sound_facts_or_a_refusal(dice: Dice) -> None:
    world = wild(dice, most=15)
    chance = Chance(world, dice)
    for _ in range(25):
        author = chance.device()
        answer = world.ask(author, chance.command())
        if isinstance(answer, Refusal):
            shown = [detail for _, detail in answer.details if isinstance(detail, str)]
            assert [clean_claim(detail).text for detail in shown] == shown
            continue
        assert answer
        for event in answer:
            written = json.loads(json.dumps(content(event), ensure_ascii=False).encode())
            assert parse(event.kind, event.version, written) == event
            world.say(author, event)
        picture(world.debate)


@SOME
@given(throws)
def test_every_command_is_answered_before_the_debate_is_open(dice: Dice) -> None:
    world = World()
    world.debate = Debate.empty(world.session)
    chance = Chance(world, dice)
    for _ in range(30):
        assert isinstance(decide(world.debate, chance.command(), At(chance.device())), Refusal)


@MANY
@given(throws, throws)
def test_who_does_not_lead_brings_nothing_about_by_what_only_leaders_say(
    dice: Dice, lie: Dice
) -> None:
    world = lawful(dice)
    liars = [key for key in DEVICES if not world.debate.people.is_facilitator(key)]
    before = picture(world.debate)
    chance = Chance(world, lie)
    for _ in range(12):
        author = lie.one(liars)
        if any(key == author for key in world.debate.people.authority.spans):
            continue
        world.say(author, lie.one(LEADING)(chance), t=lie.one((f"{0:013}-0000", f"{9:9<13}-0000")))
    assert picture(world.debate) == before


@MANY
@given(throws, throws)
def test_after_a_removal_nothing_its_person_says_changes_anything(dice: Dice, more: Dice) -> None:
    world = lawful(dice)
    removed = world.debate.people.authority.limits.keys() - _offered(world)
    if not removed:
        return
    before = picture(world.debate)
    chance = Chance(world, more)
    for _ in range(12):
        chance.write(more.one(sorted(removed)), may_fork=False)
    after = picture(world.debate)
    assert {**after, "people": _settled(after)} == {**before, "people": _settled(before)}


def _offered(world: World) -> set[DeviceKey]:
    """Devices that somebody else than who removed them offered a link, which they may accept."""
    removals = [(fact.author, dict(event.last)) for fact, event in said(world.facts, Removed)]
    return {
        event.device
        for fact, event in said(world.facts, DeviceLinked)
        if not any(fact.author == author and event.device in last for author, last in removals)
    }


def _settled(view: dict[str, object]) -> object:
    people = dict(view["people"])  # type: ignore[call-overload]
    return people["limits"], people["authority"], people["founder"]


@SOME
@given(throws)
def test_no_clock_moves_what_other_people_hold(dice: Dice) -> None:
    thrown = [dice.below(256) for _ in range(120)]
    truth, lie = (_with_clock(bytes(thrown), time) for time in (None, "9999999999999-9999"))
    assert truth.people.owners == lie.people.owners
    assert truth.people.limits == lie.people.limits
    assert truth.people.authority == lie.people.authority
    assert truth.charter == lie.charter
    assert drawn(truth.schedule) == drawn(lie.schedule)
    assert {key: dict(poll.ballots) for key, poll in truth.polls.items()} == {
        key: dict(poll.ballots) for key, poll in lie.polls.items()
    }
    for name, argument in truth.floor.arguments.items():
        other = lie.floor.arguments[name]
        kept = ("claim", "adopters", "weights", "is_withdrawn", "hidden_for", "revisions")
        assert all(getattr(argument, one) == getattr(other, one) for one in kept)


def _with_clock(thrown: bytes, time: str | None) -> Debate:
    """Return a debate that is the same but for the time that Ann gives her facts."""
    dice = Dice(thrown)
    world = World(people=(ANN, EVE))
    chance = Chance(world, dice)
    while dice.is_left:
        author = dice.one((ANN, EVE))
        events = world.ask(author, chance.command())
        for event in () if isinstance(events, Refusal) else events:
            world.say(author, event, **({"t": time} if time and author == ANN else {}))
    return world.debate


@SOME
@given(throws)
def test_facts_of_newer_programs_are_kept_and_change_nothing_else(dice: Dice) -> None:
    world = wild(dice)
    before = picture(world.debate)
    event = Chance(world, dice).event()
    newer = world.fact(ANN, event, v=event.version + 1, d={"anything": [1, {"at": "all"}]})
    other = world.fact(ANN, event, k="thing.unheard-of")
    world.hear(newer, other)
    assert world.debate.state.unknown.keys() >= {newer.id, other.id}
    assert newer.event == UnknownEvent(name=event.kind, reason="newer")
    assert world.debate.state.unknown[newer.id].envelope["d"] == {"anything": [1, {"at": "all"}]}
    assert picture(world.debate) == before


@SOME
@given(throws)
def test_every_event_survives_being_written_and_read(dice: Dice) -> None:
    event = Chance(wild(dice, most=8), dice).event()
    written = json.loads(json.dumps(content(event)))
    assert parse(event.kind, event.version, written) == event


def test_a_state_begins_empty_and_says_nothing() -> None:
    debate = Debate(State(session=World().session))
    assert not debate.is_open
    assert set(KINDS) >= {"session.opened", "weight.set"}
    assert PhaseId("x") == "x"
