"""Debates travel: between people, devices and stores, and nothing is lost on the way."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from debate.domain import commands as c
from debate.domain.ballot import Ballot
from debate.domain.events.people import HeadsAttested
from debate.domain.ids import DeviceKey
from debate.domain.views.people import said
from debate.errors import RemoteError, UsageError
from debate.service.attesting import EVERY, attest
from debate.service.circles import remote_key, remote_name
from debate.service.joining import join
from debate.service.own_devices import devices_here
from debate.store.backup import backup
from debate.store.restore import restore
from debate.sync.remote import Address
from debate.trust.chain import check
from debate.trust.circle import Circle
from debate.trust.frame import open_frame
from tests.sync.people import MEMORY, WALK, Net, Person, frames_at, until


@pytest.fixture
def net() -> Net:
    return Net()


@pytest.fixture
def ann(tmp_path: Path, net: Net) -> Person:
    return Person(tmp_path / "ann", net, "Ann").begin()


@pytest.fixture
async def ben(tmp_path: Path, net: Net, ann: Person) -> Person:
    await ann.sync()
    return await Person(tmp_path / "ben", net, "Ben").come(ann.circle)


async def settle(*people: Person) -> None:
    """Sync until everybody has had the chance to hear everybody."""
    for _ in range(2):
        for person in people:
            await person.sync()


async def test_two_people_hear_each_other(ann: Person, ben: Person) -> None:
    ann.say("By Ann")
    ben.say("By Ben")
    await settle(ann, ben)
    assert ann.claims == ben.claims == {"By Ann", "By Ben"}
    assert ann.facts == ben.facts
    assert not ann.seat.session.doubtful
    assert [person.name for person in ben.seat.debate.people.present()] == ["Ann", "Ben"]


async def test_a_quiet_round_sends_nothing(ann: Person, ben: Person) -> None:
    await settle(ann, ben)
    status = await ben.sync()
    assert (status.state, status.received, status.sent) == ("synced", 0, 0)


async def test_nothing_is_readable_at_the_store(ann: Person, net: Net) -> None:
    ann.say("canary in the coal mine")
    await ann.sync()
    stored = b"".join(frames_at(net, ann).values()) + repr(net.shelves).encode()
    for word in ("canary", "Ann", "Monday", ann.seat.device, ann.seat.session.id):
        assert word.encode() not in stored


async def test_a_sealed_ballot_stays_sealed_on_other_replicas(ann: Person, ben: Person) -> None:
    ballot = Ballot(motion=WALK, moment="opening", round=0, stance=-87, confidence=41)
    ann.seat.cast(ballot)
    await settle(ann, ben)
    told = repr(ben.seat.session.documents())
    assert "ballot.sealed" in told
    assert "-87" not in told


async def test_under_a_secret_contract_no_name_travels(tmp_path: Path, net: Net) -> None:
    ann = Person(tmp_path / "ann", net, "Annabella").begin(contract="secret")
    await ann.sync()
    (frame,) = frames_at(net, ann).items()
    assert "Annabella" not in repr(open_frame(ann.circle, *frame).load.documents)


async def test_what_was_said_offline_goes_out_later(ann: Person, ben: Person, net: Net) -> None:
    net.cut.add(MEMORY)
    ann.say("In a tunnel")
    status = await ann.sync()
    assert status.state == "offline"
    assert isinstance(status.error, RemoteError)
    net.cut.clear()
    await settle(ann, ben)
    assert "In a tunnel" in ben.claims


async def test_a_store_that_forgot_everything_gets_it_back(
    tmp_path: Path, ann: Person, ben: Person, net: Net
) -> None:
    await settle(ann, ben)
    before = frames_at(net, ann)
    net.shelf(MEMORY, ann.circle.place.hex()).forget()
    status = await ben.sync()
    assert status.lost == 1
    assert frames_at(net, ann) == before
    cleo = await Person(tmp_path / "cleo", net, "Cleo").come(ann.circle)
    assert cleo.claims == ben.claims


async def test_two_stores_are_kept_equal_by_whoever_knows_both(
    tmp_path: Path, ann: Person, ben: Person, net: Net
) -> None:
    other = "dav+http://other"
    ben.post.add_remote(Address(other))
    ann.say("By Ann")
    await settle(ann, ben)
    await ben.sync()
    cleo = await Person(tmp_path / "cleo", net, "Cleo").come(ann.circle, other)
    assert cleo.claims == {"By Ann"}
    cleo.say("By Cleo")
    await settle(cleo, ben, ann)
    assert "By Cleo" in ann.claims


async def test_one_store_that_is_gone_keeps_nobody_from_another(ann: Person, net: Net) -> None:
    other = "dav+http://other"
    ann.post.add_remote(Address(other))
    net.cut.add(MEMORY)
    states = {each.remote: each.state for each in await ann.post.sync()}
    assert states == {"memory": "offline", "other": "synced"}


async def test_facts_that_came_by_file_travel_on(
    tmp_path: Path, ann: Person, ben: Person, net: Net
) -> None:
    """Ben's folder is carried to Ann by hand; Cleo hears Ben through Ann."""
    from debate.service.carrying import take_in, write_facts

    ben.say("By hand")
    write_facts(ben.seat.session, tmp_path / "facts")
    take_in(ann.work, tmp_path / "facts")
    await ann.sync()
    cleo = await Person(tmp_path / "cleo", net, "Cleo").come(ann.circle)
    assert "By hand" in cleo.claims
    ben.say("And on")
    await settle(ben, ann, cleo)
    assert ben.facts == ann.facts == cleo.facts


async def test_who_may_only_read_reads_and_adds_nothing(
    tmp_path: Path, ann: Person, net: Net
) -> None:
    ann.say("By Ann")
    await ann.sync()
    reader = await Person(tmp_path / "reader", net, "Rita").come(ann.circle.read_only)
    assert reader.claims == {"By Ann"}
    before = dict(frames_at(net, ann))
    reader.do(c.JoinSession(name="Rita"))
    await reader.sync()
    assert frames_at(net, ann) == before


async def test_who_was_removed_hears_nothing_new(
    tmp_path: Path, ann: Person, ben: Person, net: Net
) -> None:
    cleo = await Person(tmp_path / "cleo", net, "Cleo").come(ann.circle)
    await settle(ben, cleo, ann)
    old = ann.circle
    ann.remove(ben)
    ann.say("Not for Ben")
    await settle(ann, cleo, ben)
    cleo.say("Nor this")
    await settle(cleo, ann, ben)
    assert ann.claims == cleo.claims == {"Not for Ben", "Nor this"}
    assert ben.claims == set()
    assert ben.post.is_left_behind
    assert not cleo.post.is_left_behind
    assert ann.circle.place == cleo.circle.place != old.place
    for name, frame in net.shelf(MEMORY, old.place.hex()).frames.items():
        assert "for Ben" not in repr(open_frame(old, name, frame).load.documents)


async def test_a_remote_that_was_away_hears_of_the_new_circle_later(
    tmp_path: Path, ann: Person, net: Net
) -> None:
    other = "dav+http://other"
    ann.post.add_remote(Address(other))
    await ann.sync()
    ben = await Person(tmp_path / "ben", net, "Ben").come(ann.circle)
    cleo = await Person(tmp_path / "cleo", net, "Cleo").come(ann.circle, other)
    await settle(ben, cleo, ann)
    net.cut.add(other)
    ann.remove(ben)
    ann.say("Not for Ben")
    await ann.sync()
    assert ann.post.sharing
    assert ann.post.sharing.former
    net.cut.clear()
    await settle(ann, cleo, ann, cleo)
    assert "Not for Ben" in cleo.claims
    assert not ann.post.sharing.former


async def test_a_newcomer_after_a_removal_has_the_whole_debate(
    tmp_path: Path, ann: Person, ben: Person, net: Net
) -> None:
    ben.say("By Ben")
    await settle(ben, ann)
    ann.remove(ben)
    await settle(ann)
    dora = await Person(tmp_path / "dora", net, "Dora").come(ann.circle)
    await settle(dora, ann)
    assert dora.facts == ann.facts
    assert not dora.post.is_left_behind


async def test_a_copied_data_folder_loses_nothing_and_gets_a_key_of_its_own(
    tmp_path: Path, ann: Person, ben: Person, net: Net
) -> None:
    await settle(ann, ben)
    ben.work.close()
    shutil.copytree(tmp_path / "ben", tmp_path / "twin")
    twin = Person(tmp_path / "twin", net, "Ben")
    ben.reopen()
    twin._sit(twin.work.open(ben.seat.session.id))
    ben.say("By the first")
    twin.say("By the second")
    await ben.sync()
    status = await twin.sync()
    assert status.is_doubled
    twin.reopen()
    assert twin.seat.device != ben.seat.device
    await twin.sync()
    assert twin.seat.person
    assert twin.seat.person.id == DeviceKey(ben.seat.device)
    twin.say("By the second, anew")
    await settle(twin, ben, ann, twin)
    assert ann.facts == ben.facts == twin.facts
    assert ann.claims == {"By the first", "By the second", "By the second, anew"}


async def test_a_backup_that_was_put_back_makes_no_fork(
    tmp_path: Path, ann: Person, ben: Person, net: Net
) -> None:
    ben.say("Before the backup")
    await settle(ben, ann)
    ben.work.close()
    backup(tmp_path / "ben", tmp_path / "ben.tar", keys=True)
    ben.reopen()
    ben.say("After the backup")
    await settle(ben, ann)
    session, old = ben.seat.session.id, ben.seat.device
    ben.work.close()
    restore(tmp_path / "ben.tar", tmp_path / "ben")
    again = Person(tmp_path / "ben", net, "Ben")
    again._sit(again.work.open(session))
    assert again.seat.device != old
    await again.sync()
    assert again.claims == {"Before the backup", "After the backup"}
    assert again.seat.person
    assert again.seat.person.id == old
    again.say("By the new key")
    await settle(again, ann)
    assert ann.facts == again.facts
    assert not check(ann.seat.session.documents(), session=session).forks
    assert not ann.seat.session.doubtful


async def test_a_second_device_acts_for_its_person_once_both_said_so(
    tmp_path: Path, ann: Person, ben: Person, net: Net
) -> None:
    await settle(ben, ann)
    phone = Person(tmp_path / "phone", net, "Ben")
    arrived = await join(phone.work, ann.circle, Address(MEMORY), opener=net.open)
    phone._sit(phone.work.open(arrived.session))
    assert ben.seat.person
    phone.do(c.AcceptDevice(ben.seat.person.id))
    await settle(phone, ben)
    assert {each.standing for each in devices_here(ben.seat)} == {"this", "asks"}
    ben.do(c.LinkDevice(phone.seat.device))
    await settle(ben, phone, ann)
    assert phone.seat.person
    assert phone.seat.person.id == ben.seat.person.id
    ben.do(c.RetireDevice(phone.seat.device))
    await settle(ben, ann)
    assert {each.standing for each in devices_here(ben.seat)} == {"this", "retired"}
    phone.seat.submit(c.AddArgument("supports", WALK, "From a stolen telephone"))
    await settle(phone, ann)
    assert ann.claims == set()


async def test_who_leads_says_how_far_everybody_was_seen(ann: Person, ben: Person) -> None:
    for number in range(EVERY):
        ben.say(f"Claim {number}")
    await settle(ben, ann, ben)
    told = [event for _, event in said(tuple(ben.seat.debate.state.people.values()), HeadsAttested)]
    assert [dict(each.heads)[ben.seat.device] for each in told] == [EVERY + 1]
    assert not attest(ben.seat)


async def test_a_link_to_an_empty_place_is_told(tmp_path: Path, ann: Person, net: Net) -> None:
    with pytest.raises(UsageError, match="invitation"):
        await Person(tmp_path / "ben", net, "Ben").come(Circle.fresh())


async def test_coming_in_twice_is_coming_in_once(ann: Person, ben: Person, net: Net) -> None:
    arrived = await join(ben.work, ann.circle, Address(MEMORY), opener=net.open)
    assert not arrived.is_new
    assert len(ben.post.remotes) == 1


async def test_followers_hear_at_once_and_stop_when_told(ann: Person, ben: Person) -> None:
    heard = asyncio.Event()
    followers = [asyncio.create_task(each.post.live()) for each in (ann, ben)]
    ben.seat.session.subscribe(lambda debate: heard.set() if "Live" in ben.claims else None)
    await asyncio.sleep(0)
    await asyncio.to_thread(ann.say, "Live")
    async with asyncio.timeout(30):
        await heard.wait()
    for each in followers:
        each.cancel()
    done = await asyncio.gather(*followers, return_exceptions=True)
    assert all(isinstance(each, asyncio.CancelledError) for each in done)


async def test_followers_move_to_the_new_circle_together(
    tmp_path: Path, ann: Person, ben: Person, net: Net
) -> None:
    cleo = await Person(tmp_path / "cleo", net, "Cleo").come(ann.circle)
    await settle(ben, cleo, ann)
    old = ann.circle.place
    followers = [asyncio.create_task(each.post.live()) for each in (ann, cleo)]
    assert ben.seat.person
    await asyncio.to_thread(ann.do, c.RemoveParticipant(ben.seat.person.id, ""))
    await until(lambda: old not in (ann.circle.place, cleo.circle.place))
    for each in followers:
        each.cancel()
    await asyncio.gather(*followers, return_exceptions=True)
    assert ann.circle.place == cleo.circle.place


def test_a_remote_is_known_by_its_host_or_folder() -> None:
    assert remote_name("kinto+https://host:8080/v1") == "host:8080"
    assert remote_name("file:///media/stick") == "/media/stick"
    assert remote_key("a") != remote_key("b")
