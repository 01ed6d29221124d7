"""Coming, going, devices, roles: what becomes a fact, and what is refused."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.events import people as p
from debate.domain.ids import DeviceKey, FactId, MotionId, ParticipantId
from debate.domain.refusal import Refusal
from tests.domain.worlds import ANN, BOB, EVE, FAY, World, charter, device, name_of, person

PHONE = device("phone")
NOBODY = ParticipantId("nobody")


def test_names_are_cleaned_measured_and_unique() -> None:
    world = World(people=(ANN,))
    assert world.rule(BOB, c.JoinSession(" fay ")) == "person.name-taken"
    assert world.rule(BOB, c.JoinSession(" ")) == "text.empty"
    assert world.rule(BOB, c.JoinSession("n" * 41)) == "text.too-long"
    assert world.ask(BOB, c.JoinSession("  Bob\x00 ")) == (p.ParticipantJoined(name="Bob"),)
    assert world.rule(FAY, c.JoinSession("Fay")) == "person.joined"
    assert world.ask(BOB, c.JoinSession()) == (p.ParticipantJoined(),)


def test_under_a_secret_contract_the_journal_holds_no_name() -> None:
    world = World(charter(contract="secret"))
    assert world.ask(ANN, c.JoinSession("Ann")) == (p.ParticipantJoined(),)
    assert world.ask(FAY, c.EnrolParticipant("paper", "Opa")) == (
        p.ParticipantEnrolled(channel="paper"),
    )


def test_an_observer_becomes_a_participant_by_joining_as_one() -> None:
    world = World()
    world.do(ANN, c.JoinSession("Ann", as_observer=True))
    assert world.rule(ANN, c.JoinSession("Ann", as_observer=True)) == "person.joined"
    world.do(ANN, c.JoinSession("Ann"))
    assert world.debate.people.by_id[person(ANN)].role == "participant"


def test_who_left_may_come_back() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.LeaveSession())
    assert world.rule(ANN, c.LeaveSession()) == "person.not-joined"
    world.do(ANN, c.JoinSession("Ann"))
    assert world.debate.people.by_id[person(ANN)].is_present


def test_enrolling_asks_for_a_free_name() -> None:
    world = World()
    assert world.rule(FAY, c.EnrolParticipant("paper", "FAY")) == "person.name-taken"
    world.do(FAY, c.EnrolParticipant("paper"))


def test_the_roster_holds_each_person_once() -> None:
    world = World(people=(ANN,))
    world.do(FAY, c.ConfirmParticipant(person(ANN)))
    assert world.rule(FAY, c.ConfirmParticipant(person(ANN))) == "person.confirmed"
    assert world.rule(FAY, c.ConfirmParticipant(NOBODY)) == "person.unknown"


def test_removing_says_up_to_where_a_person_counts() -> None:
    world = World(people=(ANN,))
    assert world.ask(FAY, c.RemoveParticipant(person(ANN), " Rude ")) == (
        p.ParticipantRemoved(participant=person(ANN), last=((ANN, 1),), reason="Rude"),
    )
    assert world.rule(FAY, c.RemoveParticipant(person(ANN), "r" * 501)) == "text.too-long"
    assert world.rule(FAY, c.RemoveParticipant(NOBODY)) == "person.unknown"
    assert world.rule(FAY, c.ReinstateParticipant(person(ANN))) == "person.not-removed"


def test_roles_that_cannot_be_given_or_taken() -> None:
    world = World(people=(ANN,))
    paper = ParticipantId(world.do(FAY, c.EnrolParticipant("paper")))
    assert world.rule(FAY, c.GrantRole(NOBODY, "observer")) == "person.unknown"
    assert world.rule(FAY, c.GrantRole(person(ANN), "participant")) == "role.held"
    assert world.rule(FAY, c.GrantRole(person(FAY), "observer")) == "role.leads"
    assert world.rule(FAY, c.GrantRole(paper, "facilitator")) == "person.no-device"
    assert world.rule(FAY, c.WithdrawRole(NOBODY)) == "person.unknown"
    assert world.rule(FAY, c.WithdrawRole(person(ANN))) == "role.none"


def test_a_founder_who_has_not_joined_leads_all_the_same() -> None:
    world = World(people=(ANN,))
    alone = world.debate.empty(world.session).advanced([world.facts[0], world.facts[2]])
    world.debate = alone
    world.do(FAY, c.GrantRole(person(ANN), "facilitator"))
    world.do(FAY, c.WithdrawRole(person(ANN)))
    world.do(FAY, c.RemoveParticipant(person(ANN)))
    assert world.rule(FAY, c.RaiseHand()) == "person.not-joined"


def test_devices_are_linked_by_both_sides() -> None:
    world = World(people=(ANN,))
    for wrong in ("", "short", "\ud800" * 43, "=" * 43):
        assert world.rule(ANN, c.LinkDevice(DeviceKey(wrong))) == "device.bad-key"
    assert world.rule(EVE, c.LinkDevice(PHONE)) == "person.not-joined"
    assert world.rule(ANN, c.LinkDevice(ANN)) == "device.linked"
    assert world.rule(ANN, c.LinkDevice(FAY)) == "device.founder"
    assert world.rule(FAY, c.AcceptDevice(person(ANN))) == "device.founder"
    assert world.rule(ANN, c.AcceptDevice(person(ANN))) == "device.linked"
    assert world.rule(PHONE, c.AcceptDevice(NOBODY)) == "person.unknown"


def test_a_device_is_given_up_once_and_never_the_only_one() -> None:
    world = World(people=(ANN,))
    assert world.rule(ANN, c.RetireDevice(ANN)) == "device.only"
    assert world.rule(ANN, c.RetireDevice(PHONE)) == "device.not-yours"
    world.do(ANN, c.LinkDevice(PHONE))
    world.do(PHONE, c.AcceptDevice(person(ANN)))
    assert world.ask(ANN, c.RetireDevice(PHONE)) == (p.DeviceRetired(device=PHONE, last=1),)
    world.do(ANN, c.RetireDevice(PHONE))
    assert world.rule(ANN, c.RetireDevice(PHONE)) == "device.retired"
    assert world.rule(PHONE, c.AcceptDevice(person(FAY))) == "device.retired"


def test_sides_are_assigned_on_motions_to_people() -> None:
    world = World(people=(ANN,))
    tax = MotionId("tax")
    world.do(FAY, c.AssignSide(person(ANN), tax, "against"))
    assert world.rule(FAY, c.AssignSide(NOBODY, tax, "for")) == "person.unknown"
    assert world.rule(FAY, c.AssignSide(person(ANN), MotionId("x"), "for")) == "motion.unknown"


def test_the_newest_side_a_facilitator_asked_for_counts_and_nobody_elses_word() -> None:
    world = World(people=(ANN, BOB))
    tax = MotionId("tax")
    assert world.debate.sides == {}
    world.do(FAY, c.AssignSide(person(ANN), tax, "against"))
    world.do(FAY, c.AssignSide(person(ANN), tax, "for"))
    world.say(BOB, p.SideAssigned(participant=person(BOB), motion=tax, side="for"))
    assert world.debate.sides == {(person(ANN), tax): "for"}


def test_hands_are_lowered_by_their_owner_or_who_leads() -> None:
    world = World(people=(ANN, BOB))
    hand = world.do(ANN, c.RaiseHand())
    assert world.rule(BOB, c.LowerHand(hand)) == "hand.not-yours"
    assert world.rule(BOB, c.LowerHand(FactId("x"))) == "hand.unknown"
    assert world.rule(BOB, c.LowerHand(world.facts[2].id)) == "hand.unknown"
    world.do(FAY, c.LowerHand(hand))
    world.do(ANN, c.LowerHand(hand))
    assert world.ask(ANN, c.FinishStep()) == (p.StepFinished(),)


def test_reports_and_keys_are_kept_when_they_are_sound() -> None:
    world = World(people=(ANN,))
    world.do(ANN, c.AttestHeads(((FAY, 2),)))
    assert world.rule(EVE, c.AttestHeads(())) == "person.not-joined"
    for heads in (((FAY, 0),), ((FAY, 2**53),), ((DeviceKey("\ud800"), 1),)):
        assert world.rule(ANN, c.AttestHeads(heads)) == "heads.malformed"
    world.do(FAY, c.OpenEpoch(1, ((ANN, name_of("key")),)))
    for epoch, key in ((0, "k"), (2**53, "k"), (1, "\ud800"), (1, "k" * 501)):
        assert world.rule(FAY, c.OpenEpoch(epoch, ((ANN, key),))) == "epoch.malformed"


def test_what_is_quoted_in_a_refusal_is_fit_to_show() -> None:
    refusal = Refusal.of("person.unknown", person="\x1b[2J\ud800" + "x" * 900, length=3)
    assert dict(refusal.details)["length"] == 3
    quoted = str(dict(refusal.details)["person"])
    assert len(quoted) == 500
    assert quoted.isprintable()
