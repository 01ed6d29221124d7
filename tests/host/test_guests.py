"""Guests of a room: they are let in by a code, act as themselves and come back where they were."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from debate.domain.commands import RemoveParticipant
from debate.errors import StoreError, UsageError
from debate.host import guest_app
from debate.host.doorkeeper import Answer, Caller
from debate.host.guest_acts import FOR_GUESTS, FOR_THE_HOST, GUEST_ACTS, OTHER_ACTS
from debate.host.guest_app import GuestApp
from debate.host.guest_workspace import GuestWorkspace
from debate.host.guests import PLACE, Guest
from debate.host.limits import Limits
from debate.service.wiring import workspace as workspace_at
from debate.service.workspace import Workspace
from debate.tui.keymap import KEYS
from tests.host.house import CODE, House, goes_in, key, keyless
from tests.tui.screens.evening import done


async def test_nothing_of_the_debate_shows_before_the_code(tmp_path: Path) -> None:
    async with House(tmp_path) as house, house.comes(key("bob")) as bob:
        await bob.sees("Ask the facilitator for the code")
        bob.type(b"nope\r")
        await bob.sees("That is not the code")
        for words in (b"An evening", b"Tea goes", b"Ada"):
            assert words not in bob.terminal.raw
        bob.type(f" {CODE.upper().replace('-', '')} \r".encode())
        await bob.sees("An evening", "What is your name?")
        bob.type(b"\x15Bob\r")
        await bob.sees("Tea goes before coffee")
    assert "code.wrong" in house.audit
    assert "nope" not in house.audit
    assert CODE not in house.audit


async def test_a_key_brings_a_person_back_without_a_code(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        async with house.comes(key("bob")) as bob:
            await goes_in(bob, "Bob")
            await bob.sees("Tea goes before coffee")
            bob.type(b"]")
            await bob.sees("Bicycles go before cars  2/2")
            bob.type(b"a")
            await bob.sees("An argument for or against")
            bob.type(b"More space for trees")
            await bob.sees("More space for trees")
            house.code = "new-cde"
            await bob.until(
                lambda: bool(house.workspace.library.profile.drafts.items()), "the draft"
            )
            await bob.until(
                lambda: any(
                    house.book.kept(guest.id, PLACE).get("act") for guest in house.book.all()
                ),
                "the place",
            )
        async with house.comes(key("bob")) as bob:
            await bob.sees("More space for trees", "An argument for or against")
            bob.type(b"\x13")
            await bob.sees("Saved. Weigh it with w", "2/2")
    people = house.ada.debate.people.by_id.values()
    assert [person.name for person in people] == ["Ada", "Bob"]


async def test_what_is_open_is_kept_at_once_and_so_is_that_it_was_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guest_app, "KEEP_PLACE_EVERY", 1000)
    async with House(tmp_path) as house, house.comes(key("bob")) as bob:
        await goes_in(bob, "Bob")
        await bob.sees("Tea goes before coffee")

        def act() -> str:
            (guest,) = house.book.all()
            return str(house.book.kept(guest.id, PLACE).get("act", ""))

        bob.type(b"a")
        await bob.sees("An argument for or against")
        await bob.until(lambda: act() == "add_argument", "the form is kept as open")
        bob.type(b"\x1b")
        await bob.until(lambda: act() == "", "the form is kept as closed")


async def test_who_has_no_key_comes_back_by_a_code_of_their_own(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        async with house.comes(keyless("bob")) as bob:
            await goes_in(bob, "Bob")
            screen = await bob.sees("Your own code")
            own = re.search(r"Your own code: (\S+)", screen)
            assert own is not None
            bob.type(b"\r")
            await bob.sees("Tea goes before coffee")
        async with house.comes(keyless()) as again:
            await again.sees("Ask the facilitator for the code")
            again.type(f"{own[1]}\r".encode())
            await again.sees("Tea goes before coffee")
        kept = house.workspace.library.profile.guests.items()
        assert own[1] not in str(kept)
    assert len(house.ada.debate.people.by_id) == 2


async def test_a_name_is_not_an_identity(tmp_path: Path) -> None:
    async with House(tmp_path) as house, house.comes(key("bob")) as bob:
        await goes_in(bob, "Bob")
        await bob.sees("Tea goes")
        async with house.comes(keyless("bob")) as mallory:
            await goes_in(mallory, "bob")
            await mallory.sees("bob")
            await asyncio.sleep(0.2)
            assert "Tea goes" not in mallory.terminal.text
    assert len(house.ada.debate.people.by_id) == 2


async def test_the_name_of_an_account_is_typed_over(tmp_path: Path) -> None:
    async with House(tmp_path) as house, house.comes(key("root")) as bob:
        await bob.sees("Ask the facilitator for the code")
        bob.type(f"{CODE}\r".encode())
        await bob.sees("What is your name?", "root")
        bob.type(b"Bob\r")
        await bob.sees("Tea goes before coffee")
    assert [guest.name for guest in house.book.all()] == ["Bob"]


async def test_under_a_secret_contract_no_name_is_asked(tmp_path: Path) -> None:
    async with House(tmp_path, contract="secret") as house, house.comes(key("bob")) as bob:
        await bob.sees("Ask the facilitator for the code")
        bob.type(f"{CODE}\r".encode())
        await bob.sees("Nobody’s name is shown or kept here")
        assert "Your name" not in bob.terminal.text
        bob.type(b"\r")
        await bob.sees("Tea goes before coffee")
    assert all(not guest.name for guest in house.book.all())


async def test_who_came_to_listen_is_an_observer(tmp_path: Path) -> None:
    async with House(tmp_path) as house, house.comes(key("bob")) as bob:
        await bob.sees("Ask the facilitator for the code")
        bob.type(f"{CODE}\r".encode())
        await bob.sees("What is your name?")
        bob.type(b"\x15Bob\t\x1b[C\x13")
        await bob.sees("Tea goes before coffee")
        bob.type(b"5")
        await bob.sees("observer")
    roles = [person.role for person in house.ada.debate.people.by_id.values()]
    assert roles == ["facilitator", "observer"]


async def test_a_fact_reaches_every_screen_whoever_wrote_it(tmp_path: Path) -> None:
    async with (
        House(tmp_path) as house,
        house.comes(key("bob")) as bob,
        house.comes(key("eve"), size=(100, 30)) as eve,
    ):
        await goes_in(bob, "Bob")
        await goes_in(eve, "Eve")
        await bob.sees("Tea goes before coffee")
        await eve.sees("Tea goes before coffee")
        house.argue("Said in this process")
        await bob.sees("Said in this process")
        await eve.sees("Said in this process")
        other = workspace_at(folder=tmp_path, environment={})
        elsewhere = House.__new__(House)
        elsewhere.ada = other.open(house.ada.session.id)
        elsewhere.argue("Said elsewhere")
        other.close()
        await bob.sees("Said elsewhere")
        await eve.sees("Said elsewhere")


async def test_facts_of_guests_are_signed_by_keys_of_their_own(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        async with house.comes(key("bob")) as bob, house.comes(key("eve")) as eve:
            for sitting, name in ((bob, "Bob"), (eve, "Eve")):
                await goes_in(sitting, name)
                await sitting.sees("Tea goes")
                sitting.type(b"5")
                await sitting.sees("Weighed 5")
        devices = {guest.id: house.room.seat_of(guest).device for guest in house.book.all()}
        assert len({*devices.values(), house.ada.device}) == 3
        files = sorted(path.name for path in (tmp_path / "keys").iterdir())
    assert len([name for name in files if name.startswith("guest-")]) == 2


async def test_a_removed_guest_is_seen_out_and_stays_out(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        async with house.comes(key("bob")) as bob:
            await goes_in(bob, "Bob")
            await bob.sees("Tea goes")
            person = next(
                each for each in house.ada.debate.people.by_id.values() if each.name == "Bob"
            )
            done(house.ada.submit(RemoveParticipant(person.id, "noise")))
            assert await bob.task == 1
            assert b"Your part in this debate was ended." in bob.terminal.raw
        async with house.comes(key("bob")) as bob:
            assert await bob.task == 1
            assert b"Tea goes" not in bob.terminal.raw
    assert "guest.removed" in house.audit


async def test_who_never_types_the_code_is_seen_out_and_who_did_stays(tmp_path: Path) -> None:
    async with House(tmp_path) as house, house.comes(key("bob")) as bob:
        await goes_in(bob, "Bob")
        await bob.sees("Tea goes")
        app = bob.visit.app
        assert isinstance(app, GuestApp)
        app._close_gate()
        house.doorkeeper.limits = Limits(at_gate=0.5)
        async with house.comes(key("eve")) as eve:
            assert await eve.task == 1
            assert b"Come again when you have it." in eve.terminal.raw
        bob.type(b"5")
        await bob.sees("Weighed 5")
    assert house.audit.count("gate.waited") == 1


async def test_presence_is_counted_and_the_oldest_window_gives_way(tmp_path: Path) -> None:
    async with House(tmp_path, limits=Limits(per_guest=1)) as house:
        async with house.comes(key("bob")) as first:
            await first.sees("Ask the facilitator")
            assert (house.room.presence.at_door, house.room.presence.here) == (1, 0)
            await goes_in(first, "Bob")
            await first.sees("Tea goes")
            assert (house.room.presence.at_door, house.room.presence.here) == (0, 1)
            async with house.comes(key("bob")) as second:
                await second.sees("Tea goes")
                await asyncio.wait_for(first.task, 20)
                assert house.room.presence.here == 1
        assert house.room.presence.here == 0


async def test_a_guest_reaches_no_key_of_the_host(tmp_path: Path) -> None:
    async with House(tmp_path) as house, house.comes(key("bob")) as bob:
        await goes_in(bob, "Bob")
        await bob.sees("Tea goes")
        app = bob.visit.app
        assert app is not None
        bob.type(b"p,x")
        bob.type(b"5")
        await bob.sees("Weighed 5")
        assert type(app.screen).__name__ == "FloorScreen"
        for act in sorted(OTHER_ACTS):
            assert await app.run_action(act, app.screen) is False
        bob.type(b"?")
        await bob.sees("Help")
        assert "Pass the keyboard" not in bob.terminal.text
        bob.type(b"?\x1b")
        await bob.sees("You are in this debate")
        bob.type(b"\r")
        await bob.sees("Tea goes")
    assert "act pass_keyboard" in house.audit


def test_every_key_is_decided_for_guests() -> None:
    for each in KEYS:
        is_theirs = each.id.startswith(FOR_GUESTS)
        assert is_theirs != each.id.startswith(FOR_THE_HOST), each.id
    assert not GUEST_ACTS & OTHER_ACTS
    assert {"pass_keyboard", "settings", "new_session", "minutes", "join_line"} <= OTHER_ACTS


async def test_nothing_of_a_workspace_is_left_to_a_guest_by_accident(tmp_path: Path) -> None:
    names = {name for name in vars(Workspace) if not name.startswith("__")}
    assert names <= vars(GuestWorkspace).keys()
    offered = {"open", "find", "seats", "summaries", "listed", "cards", "choice", "choose", "close",
               "packs", "runsheets", "door"}  # fmt: skip
    refused = [name for name in names - offered - {"shelf"} if callable(vars(GuestWorkspace)[name])]
    assert {"begin", "key", "discard", "add_seat"} <= set(refused)
    async with House(tmp_path) as house:
        guest = Guest("x" * 20, "Bob", "guest-x")
        theirs = GuestWorkspace(house.ada, house.book, guest, house.workspace.library.profile.notes)
        session = house.ada.session
        assert theirs.open(session.id[:8]) is house.ada
        assert theirs.open("an evening") is house.ada
        assert theirs.seats(session) == (house.ada,)
        assert [line.title for line in theirs.summaries()] == ["An evening"]
        assert (theirs.packs, theirs.cards()) == ((), ())
        assert theirs.listed() == theirs.summaries()
        assert theirs.door(session.id) is None
        assert list(theirs.runsheets) == ["open"]
        assert theirs.library.sessions() == [session.id]
        notes = theirs.library.profile.notes
        own = f"{session.id}/{house.ada.device}/notebook"
        for name in (own, f"{session.id}/somebody/notebook"):
            notes.put(name, {"text": "mine"})
        assert notes.get(own) == {"text": "mine"}
        assert notes.get(f"{session.id}/somebody/notebook") is None
        assert not house.workspace.library.profile.notes.get(f"{session.id}/somebody/notebook")
        notes.remove(own)
        assert notes.get(own) is None
        for work in (
            lambda: theirs.open("another"),
            lambda: theirs.discard(session.id),
            theirs.key,
            lambda: theirs.add_seat(session, "Eve"),
            lambda: theirs.shelf,
            *(getattr(theirs, name) for name in refused),
        ):
            with pytest.raises(UsageError):
                work()
        theirs.choose("language", "nl")
        theirs.choose("semantics", "mlp")
        assert theirs.choice("language") == "nl"
        assert theirs.choice("semantics", "qe") == "qe"
        assert house.workspace.choice("language") is None
        theirs.close()


async def test_choices_of_a_guest_come_back_with_them(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        async with house.comes(key("bob")) as bob:
            await goes_in(bob, "Bob")
            await bob.sees("Tea goes")
            bob.type(b"L")
            await bob.sees("(nl)")
            bob.type(b"TM")
            await bob.until(
                lambda: all("reduced-motion" in house.book.kept(each.id, "choices")
                            for each in house.book.all()),
                "the choice",
            )  # fmt: skip
        async with house.comes(key("bob")) as bob:
            await bob.sees("Tea goes before coffee (nl)")
    assert house.workspace.choice("language") is None


async def test_a_stuck_key_is_told_to_wait(tmp_path: Path) -> None:
    house = House(tmp_path, limits=Limits(acts=3, acts_a_second=0.0001))
    async with house, house.comes(key("bob")) as bob:
        await goes_in(bob, "Bob")
        await bob.sees("Tea goes")
        bob.type(b"5678")
        await bob.sees("faster than the room can follow")


async def test_wrong_codes_run_out_for_one_address_alone(tmp_path: Path) -> None:
    now = [0.0]
    limits = Limits(attempts=3, attempt_window=60)
    async with House(tmp_path, limits=limits, clock=lambda: now[0]) as house:
        keeper = house.doorkeeper
        mallory, bob = Caller("192.0.2.66"), Caller("192.0.2.7")
        for _ in range(3):
            assert keeper.try_code(mallory, "bcd-fgh") is Answer.WRONG
        assert keeper.try_code(mallory, CODE) is Answer.TOO_MANY
        assert not mallory.is_admitted
        assert keeper.try_code(bob, CODE) is Answer.RIGHT
        now[0] = 61.0
        assert keeper.try_code(mallory, CODE) is Answer.RIGHT
    assert "code.too-many" in house.audit


async def test_a_full_room_says_so(tmp_path: Path) -> None:
    async with House(tmp_path, limits=Limits(guests=0)) as house, house.comes(key("bob")) as bob:
        await goes_in(bob, "Bob")
        await bob.sees("There is no room for more than 0 people")


async def test_a_disk_that_refuses_places_and_choices_spoils_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with House(tmp_path) as house, house.comes(key("bob")) as bob:
        await goes_in(bob, "Bob")
        await bob.sees("Tea goes")

        def refuse(*args: object) -> None:
            raise StoreError

        monkeypatch.setattr(house.book, "keep", refuse)
        bob.type(b"L")
        await bob.sees("(nl)")
        bob.type(b"]")
        await bob.sees("2/2")
