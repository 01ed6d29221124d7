"""Authority comes down from the founder, and nobody reaches above themselves."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.events import people as p
from debate.domain.events.session import SessionClosed, SessionFrozen
from debate.domain.ids import DeviceKey
from tests.domain.worlds import ANN, BOB, CAS, EVE, FAY, World, device, person


def council() -> World:
    """Return a debate that Fay, Ann and then Bob lead; Ann appointed Bob."""
    world = World(people=(ANN, BOB, CAS))
    world.do(FAY, c.GrantRole(person(ANN), "facilitator"))
    world.do(ANN, c.GrantRole(person(BOB), "facilitator"))
    return world


def leads(world: World, key: DeviceKey) -> bool:
    return world.debate.people.is_facilitator(key)


def test_a_role_is_handed_on_and_shown() -> None:
    world = council()
    assert [leads(world, key) for key in (FAY, ANN, BOB, CAS)] == [True, True, True, False]
    assert world.debate.people.by_id[person(BOB)].role == "facilitator"


def test_a_grant_by_who_does_not_lead_comes_to_nothing_for_ever() -> None:
    world = World(people=(ANN, BOB))
    world.say(ANN, p.RoleGranted(participant=person(BOB), role="facilitator"))
    world.say(ANN, SessionFrozen())
    assert not leads(world, BOB)
    world.do(FAY, c.GrantRole(person(ANN), "facilitator"))
    assert leads(world, ANN)
    assert not leads(world, BOB)
    assert not world.debate.schedule.is_frozen


def test_a_withdrawn_role_keeps_what_was_done_in_it_and_nothing_after() -> None:
    world = council()
    world.do(ANN, c.ConfirmParticipant(person(CAS)))
    world.do(FAY, c.WithdrawRole(person(ANN)))
    world.say(ANN, SessionClosed())
    assert not leads(world, ANN)
    assert leads(world, BOB)
    assert world.debate.people.by_id[person(CAS)].is_confirmed
    assert not world.debate.schedule.is_closed
    assert world.debate.people.by_id[person(ANN)].role == "participant"


def test_a_role_given_again_leaves_what_was_said_in_between_without_force() -> None:
    world = council()
    world.do(FAY, c.WithdrawRole(person(ANN)))
    world.say(ANN, SessionClosed())
    world.do(FAY, c.GrantRole(person(ANN), "facilitator"))
    assert leads(world, ANN)
    assert not world.debate.schedule.is_closed
    world.do(ANN, c.CloseSession())
    assert world.debate.schedule.is_closed


def test_only_the_giver_and_the_founder_take_a_role_back() -> None:
    world = council()
    assert world.rule(BOB, c.WithdrawRole(person(ANN))) == "role.not-yours"
    grant = next(fact.id for fact in world.facts if fact.kind == "role.granted")
    world.say(BOB, p.RoleWithdrawn(grant=grant))
    world.say(BOB, p.RoleWithdrawn(grant=world.facts[0].id))
    assert leads(world, ANN)
    world.do(ANN, c.WithdrawRole(person(BOB)))
    assert not leads(world, BOB)


def test_nobody_appoints_themselves_to_outlast_a_withdrawal() -> None:
    world = council()
    world.say(ANN, p.RoleGranted(participant=person(ANN), role="facilitator"))
    world.do(FAY, c.WithdrawRole(person(ANN)))
    assert not leads(world, ANN)


def test_of_two_who_remove_each_other_the_one_above_stays() -> None:
    world = council()
    down = world.fact(ANN, p.ParticipantRemoved(participant=person(BOB), last=((BOB, 1),)))
    up = world.fact(BOB, p.ParticipantRemoved(participant=person(ANN), last=((ANN, 0),)))
    for facts in ((down, up), (up, down)):
        debate = world.debate.advanced(facts)
        assert debate.people.is_facilitator(ANN)
        assert not debate.people.is_facilitator(BOB)
        assert debate.people.by_id[person(ANN)].is_present


def test_nobody_removes_the_founder() -> None:
    world = council()
    world.say(ANN, p.ParticipantRemoved(participant=person(FAY)))
    assert leads(world, FAY)
    assert world.rule(ANN, c.RemoveParticipant(person(FAY))) == "person.founder"


def test_whom_one_may_not_remove() -> None:
    world = council()
    assert world.rule(BOB, c.RemoveParticipant(person(ANN))) == "person.senior"
    assert world.rule(BOB, c.RemoveParticipant(person(BOB))) == "person.yourself"
    world.do(BOB, c.RemoveParticipant(person(CAS)))
    assert world.rule(ANN, c.RemoveParticipant(person(CAS))) == "person.already-removed"


def test_who_was_removed_neither_appoints_nor_removes_any_more() -> None:
    world = council()
    world.do(FAY, c.RemoveParticipant(person(ANN)))
    world.say(ANN, p.RoleGranted(participant=person(CAS), role="facilitator"))
    world.say(ANN, p.ParticipantRemoved(participant=person(BOB)))
    world.say(ANN, p.ParticipantReinstated(removal=world.facts[-3].id))
    assert not leads(world, CAS)
    assert leads(world, BOB)
    assert not leads(world, ANN)


def test_what_a_removal_silenced_is_heard_again_when_it_is_undone() -> None:
    world = council()
    world.do(FAY, c.RemoveParticipant(person(ANN)))
    world.say(ANN, p.RoleGranted(participant=person(CAS), role="facilitator"))
    assert not leads(world, CAS)
    world.do(FAY, c.ReinstateParticipant(person(ANN)))
    assert leads(world, CAS)


def test_one_below_may_undo_a_removal_by_one_above() -> None:
    world = council()
    world.do(FAY, c.RemoveParticipant(person(CAS)))
    world.do(BOB, c.ReinstateParticipant(person(CAS)))
    assert world.debate.people.by_id[person(CAS)].is_present
    assert world.rule(BOB, c.ReinstateParticipant(person(CAS))) == "person.not-removed"


def test_an_undoing_by_who_does_not_lead_does_not_hide_a_removal_from_those_who_do() -> None:
    world = council()
    removal = world.do(FAY, c.RemoveParticipant(person(CAS)))
    world.say(CAS, p.ParticipantReinstated(removal=removal))
    world.do(FAY, c.ReinstateParticipant(person(CAS)))
    assert world.debate.people.by_id[person(CAS)].is_present


def test_who_once_led_is_removed_by_who_leads_now_without_undoing_what_they_did() -> None:
    world = council()
    world.do(ANN, c.ConfirmParticipant(person(CAS)))
    world.do(FAY, c.WithdrawRole(person(ANN)))
    world.do(BOB, c.RemoveParticipant(person(ANN)))
    assert not world.debate.people.by_id[person(ANN)].is_present
    world.say(BOB, p.ParticipantRemoved(participant=person(ANN), last=()))
    assert world.debate.people.by_id[person(CAS)].is_confirmed
    assert leads(world, BOB)


def test_a_removal_names_the_devices_its_person_had_even_when_they_moved_on() -> None:
    phone = device("phone")
    world = council()
    world.do(CAS, c.LinkDevice(phone))
    world.do(phone, c.AcceptDevice(person(CAS)))
    world.do(FAY, c.RemoveParticipant(person(CAS)))
    assert set(world.debate.people.limits) == {CAS, phone}


def test_a_grant_to_somebody_who_never_came_is_no_office() -> None:
    world = council()
    world.say(FAY, p.RoleGranted(participant=person(EVE), role="facilitator"))
    assert not leads(world, EVE)
    world.say(FAY, p.ParticipantRemoved(participant=person(EVE)))
    assert world.debate.people.by_id.keys() == {person(key) for key in (FAY, ANN, BOB, CAS)}


def test_whoever_leads_leads_with_all_their_devices() -> None:
    phone = device("phone")
    world = council()
    world.do(ANN, c.LinkDevice(phone))
    world.do(phone, c.AcceptDevice(person(ANN)))
    assert leads(world, phone)
    world.do(phone, c.FreezeSession())
    world.do(ANN, c.RetireDevice(phone))
    assert not leads(world, phone)
    assert world.debate.schedule.is_frozen


def test_a_removal_that_does_not_reach_its_person_takes_nothing_from_them() -> None:
    world = council()
    world.say(BOB, p.ParticipantRemoved(participant=person(ANN), last=()))
    world.do(ANN, c.JoinSession(name="Still here"))
    assert world.debate.people.by_id[person(ANN)].is_present
