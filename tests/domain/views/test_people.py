"""Who takes part, with which devices, and up to which of their facts they count."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.debate import Debate
from debate.domain.events import people as p
from debate.domain.events.arguments import ArgumentAdded, WeightSet
from debate.domain.ids import ArgumentId, MotionId, ParticipantId
from tests.domain.worlds import ANN, BOB, CAS, EVE, FAY, World, device, person

PRO = ArgumentId("tax/pro")
PHONE = device("phone")


def weight_by(world: World, who: ParticipantId) -> int | None:
    return world.debate.floor.arguments[PRO].weights.get(who)


def test_people_are_numbered_in_the_order_in_which_they_came() -> None:
    world = World(people=(BOB, ANN))
    assert [one.number for one in world.debate.people.by_id.values()] == [1, 2, 3]
    assert list(world.debate.people.by_id) == [person(FAY), person(BOB), person(ANN)]


def test_who_joins_again_takes_the_new_name_and_keeps_the_number() -> None:
    world = World(people=(ANN, BOB))
    world.do(ANN, c.JoinSession(name="Anna"))
    ann = world.debate.people.by_id[person(ANN)]
    assert (ann.name, ann.number) == ("Anna", 2)
    assert world.debate.name_of(person(ANN)) == "Anna"
    assert world.debate.name_of(None) is None
    assert world.debate.name_of(person(EVE)) is None


def test_the_newest_of_one_device_is_by_number_whatever_its_clock_says() -> None:
    world = World(people=(ANN,))
    world.say(ANN, p.ParticipantJoined(name="Later"), t="0000000000001-0000")
    assert world.debate.people.by_id[person(ANN)].name == "Later"


def test_who_leaves_is_absent_and_keeps_what_they_said() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.SetWeight(PRO, 7))
    world.do(ANN, c.LeaveSession())
    assert not world.debate.people.by_id[person(ANN)].is_present
    assert person(ANN) not in {one.id for one in world.debate.people.present()}
    assert weight_by(world, person(ANN)) == 7
    assert world.rule(ANN, c.SetWeight(PRO, 3)) == "person.not-joined"


def test_a_stranger_counts_once_their_joining_has_come_in() -> None:
    world = World()
    join = world.fact(ANN, p.ParticipantJoined(name="Ann"))
    added = ArgumentAdded(relation="supports", target=MotionId("tax"), claim="Early")
    argument = world.fact(ANN, added, n=2)
    world.hear(argument)
    assert argument.id not in world.debate.floor.arguments
    world.hear(join)
    assert world.debate.floor.arguments[ArgumentId(argument.id)].author == person(ANN)


def test_a_linked_device_speaks_for_its_person_once_both_sides_said_so() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.LinkDevice(PHONE))
    assert world.debate.people.of(PHONE) is None
    world.do(PHONE, c.AcceptDevice(person(ANN)))
    assert world.debate.people.by_id[person(ANN)].devices == tuple(sorted((ANN, PHONE)))
    world.do(ANN, c.SetWeight(PRO, 3))
    world.do(PHONE, c.SetWeight(PRO, 8))
    assert world.debate.floor.arguments[PRO].weights == {person(ANN): 8}


def test_accepting_a_device_that_nobody_linked_comes_to_nothing() -> None:
    world = World(people=(ANN,))
    world.do(EVE, c.AcceptDevice(person(ANN)))
    assert world.debate.people.of(EVE) is None


def test_devices_may_be_linked_in_a_row() -> None:
    tablet = device("tablet")
    world = World(people=(ANN,))
    for key, other in ((ANN, PHONE), (PHONE, tablet)):
        world.say(key, p.DeviceLinked(device=other))
        world.say(other, p.DeviceAccepted(participant=person(ANN)))
    assert {PHONE, tablet} < set(world.debate.people.by_id[person(ANN)].devices)


def test_nobody_takes_over_the_founders_device() -> None:
    world = World(people=(ANN,))
    world.say(ANN, p.DeviceLinked(device=FAY))
    world.say(FAY, p.DeviceAccepted(participant=person(ANN)))
    assert world.debate.people.owners[FAY] == person(FAY)


def test_who_offers_a_link_and_removes_that_person_has_taken_the_offer_back() -> None:
    world = World(people=(ANN, BOB))
    world.say(FAY, p.DeviceLinked(device=BOB))
    removal = world.do(FAY, c.RemoveParticipant(person(BOB)))
    world.say(BOB, p.DeviceAccepted(participant=person(FAY)))
    assert world.debate.people.owners[BOB] == person(BOB)
    assert BOB in world.debate.people.limits
    world.say(FAY, p.ParticipantReinstated(removal=removal))
    assert world.debate.people.owners[BOB] == person(FAY)


def linked() -> World:
    world = World(people=(ANN, BOB))
    world.do(ANN, c.LinkDevice(PHONE))
    world.do(PHONE, c.AcceptDevice(person(ANN)))
    return world


def test_a_retired_device_counts_up_to_its_last_fact_and_not_beyond() -> None:
    world = linked()
    world.do(PHONE, c.SetWeight(PRO, 4))
    world.do(ANN, c.RetireDevice(PHONE))
    world.say(PHONE, WeightSet(argument=PRO, value=9))
    assert weight_by(world, person(ANN)) == 4
    assert world.rule(PHONE, c.SetWeight(PRO, 5)) == "device.retired"


def test_a_retired_device_retires_no_other() -> None:
    world = linked()
    world.do(ANN, c.RetireDevice(PHONE))
    world.say(PHONE, p.DeviceRetired(device=ANN, last=0))
    assert ANN not in world.debate.people.limits


def test_of_two_devices_that_retire_each_other_the_first_one_stays() -> None:
    world = linked()
    phone = world.fact(PHONE, p.DeviceRetired(device=ANN, last=0))
    first = world.fact(ANN, p.DeviceRetired(device=PHONE, last=0))
    world.hear(phone, first)
    assert world.debate.people.limits == {PHONE: 0}


def test_nobody_retires_the_device_of_somebody_else() -> None:
    world = World(people=(ANN, BOB))
    world.say(BOB, p.DeviceRetired(device=ANN, last=0))
    world.say(EVE, p.DeviceRetired(device=PHONE, last=0))
    assert not world.debate.people.limits


def test_people_on_paper_are_known_by_the_fact_that_enrolled_them() -> None:
    world = World()
    paper = ParticipantId(world.do(FAY, c.EnrolParticipant("paper", "Opa")))
    opa = world.debate.people.by_id[paper]
    assert (opa.name, opa.channel, opa.devices, opa.role) == ("Opa", "paper", (), "participant")
    world.do(FAY, c.SetWeight(PRO, 6, on_behalf_of=paper))
    assert weight_by(world, paper) == 6
    world.do(FAY, c.RemoveParticipant(paper))
    assert not world.debate.people.by_id[paper].is_present
    assert world.rule(FAY, c.SetWeight(PRO, 2, on_behalf_of=paper)) == "person.absent"


def test_nobody_but_a_facilitator_enrols_or_confirms() -> None:
    world = World(people=(ANN,))
    world.say(ANN, p.ParticipantEnrolled(name="Ghost", channel="paper"))
    world.say(ANN, p.ParticipantConfirmed(participant=person(ANN)))
    assert list(world.debate.people.by_id) == [person(FAY), person(ANN)]
    assert not world.debate.people.by_id[person(ANN)].is_confirmed
    world.do(FAY, c.ConfirmParticipant(person(ANN)))
    assert world.debate.people.by_id[person(ANN)].is_confirmed


def test_a_facilitators_word_on_who_observes_goes_before_their_own() -> None:
    world = World(people=(ANN,))
    world.do(FAY, c.GrantRole(person(ANN), "observer"))
    assert world.debate.people.by_id[person(ANN)].role == "observer"
    world.do(FAY, c.GrantRole(person(ANN), "participant"))
    assert world.debate.people.by_id[person(ANN)].role == "participant"


def test_what_an_observer_weighs_does_not_count_and_what_they_weighed_before_does() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.SetWeight(PRO, 6))
    world.do(ANN, c.JoinSession(name="Ann", as_observer=True))
    world.say(ANN, WeightSet(argument=PRO, value=1))
    assert weight_by(world, person(ANN)) == 6
    world.do(ANN, c.JoinSession(name="Ann"))
    world.do(ANN, c.SetWeight(PRO, 3))
    assert weight_by(world, person(ANN)) == 3


def test_who_leads_is_tallied_also_when_they_came_to_look_on() -> None:
    world = World(people=(ANN,))
    world.do(FAY, c.JoinSession(name="Fay", as_observer=True))
    world.do(FAY, c.SetWeight(PRO, 6))
    assert weight_by(world, person(FAY)) == 6
    paper = ParticipantId(world.do(FAY, c.EnrolParticipant("paper", "Opa")))
    world.do(FAY, c.SetWeight(PRO, 5, on_behalf_of=paper))
    assert weight_by(world, paper) == 5


def test_who_leads_cannot_read_off_a_role_what_somebody_had_said() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.SetWeight(PRO, 6))
    world.do(FAY, c.GrantRole(person(ANN), "observer"))
    world.say(ANN, WeightSet(argument=PRO, value=1))
    assert weight_by(world, person(ANN)) == 6
    world.do(FAY, c.GrantRole(person(ANN), "participant"))
    assert weight_by(world, person(ANN)) == 6
    world.do(ANN, c.SetWeight(PRO, 2))
    assert weight_by(world, person(ANN)) == 2


def test_what_a_maker_of_observers_had_not_heard_is_an_observers() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.SetWeight(PRO, 6))
    heard = world.debate.state.heads[ANN]
    world.do(ANN, c.SetWeight(PRO, 4))
    world.say(FAY, p.RoleGranted(participant=person(ANN), role="observer", since=((ANN, heard),)))
    assert weight_by(world, person(ANN)) == 6


def test_a_removal_keeps_what_was_said_before_and_nothing_after() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.SetWeight(PRO, 6))
    world.do(FAY, c.RemoveParticipant(person(ANN), "Shouting"))
    world.say(ANN, WeightSet(argument=PRO, value=1))
    world.say(ANN, p.ParticipantJoined(name="Somebody else"))
    ann = world.debate.people.by_id[person(ANN)]
    assert (weight_by(world, person(ANN)), ann.is_present) == (6, False)
    assert ann.name != "Somebody else"
    assert world.rule(ANN, c.SetWeight(PRO, 5)) == "person.removed"
    assert world.rule(ANN, c.JoinSession("Ann")) == "person.removed"


def test_who_is_reinstated_counts_again_with_all_they_said() -> None:
    world = World(people=(ANN,))
    world.do(FAY, c.RemoveParticipant(person(ANN)))
    world.say(ANN, WeightSet(argument=PRO, value=1))
    world.do(FAY, c.ReinstateParticipant(person(ANN)))
    assert weight_by(world, person(ANN)) == 1
    assert world.debate.people.by_id[person(ANN)].is_present


def test_a_removed_person_does_not_come_back_through_the_device_of_a_friend() -> None:
    world = World(people=(ANN, BOB))
    world.do(FAY, c.RemoveParticipant(person(ANN)))
    world.say(BOB, p.DeviceLinked(device=ANN))
    world.say(ANN, p.DeviceAccepted(participant=person(BOB)))
    world.say(ANN, WeightSet(argument=PRO, value=1))
    assert world.debate.people.owners[ANN] == person(BOB)
    assert weight_by(world, person(BOB)) is None


def test_a_removed_person_does_not_undo_what_they_said_by_giving_up_a_device() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.SetWeight(PRO, 6))
    world.do(FAY, c.RemoveParticipant(person(ANN)))
    world.say(ANN, p.DeviceRetired(device=ANN, last=0))
    assert weight_by(world, person(ANN)) == 6


def test_before_the_opening_fact_nobody_leads_and_views_stand_empty() -> None:
    world = World(people=(ANN, CAS))
    debate = Debate.empty(world.session).advanced(world.facts[1:])
    assert (debate.people.founder, debate.people.chief, debate.is_open) == (None, None, False)
    assert not debate.people.is_facilitator(FAY)
    assert "Fact(participant.joined" in repr(world.facts[1])
    assert world.facts[1] != "a fact"
