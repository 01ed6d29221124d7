"""Kinto on PostgreSQL under trial: races, kills, amnesia, prying eyes. The long forms are campaigns."""

from __future__ import annotations

import asyncio
import base64
import itertools
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from debate.errors import Amnesia, NotAStore, Unauthorised, Unreachable
from debate.sync.adapters.kinto import KintoStore
from debate.sync.adapters.kinto_place import records_of
from debate.sync.remote import Address, Created, Place, RemoteStore
from debate.trust.secret import Secret
from tests.contracts.remote_store import everything
from tests.sync.frames import frame, name_of
from tests.sync.real.conftest import Opened
from tests.sync.real.writers import Ledger, follow, new_place, opener, organiser_of, stored, write
from tests.sync.servers.kinto import TRIGGER, Kinto, process_for
from tests.sync.servers.postgres import Postgres, run

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines


@pytest.fixture
def second_server(kinto_server: Kinto, tmp_path: Path) -> Iterator[Kinto]:
    """One more application server over the same database."""
    assert kinto_server.database is not None
    process = process_for(kinto_server.database, tmp_path)
    process.start()
    yield Kinto(process, kinto_server.database)
    process.kill()


def database_of(server: Kinto) -> Postgres:
    assert server.database is not None
    return server.database


async def prepared(server: Kinto, place: Place, opened: Opened) -> RemoteStore:
    store = opened(KintoStore(organiser_of(server.url), place))
    await store.prepare()
    return store


async def test_a_cursor_passes_over_nobody_who_writes_at_the_same_moment(
    kinto_server: Kinto, second_server: Kinto, place: Place, opened: Opened
) -> None:
    await prepared(kinto_server, place, opened)
    servers = itertools.cycle((kinto_server, second_server))
    ledger, done = Ledger(), asyncio.Event()
    seen: list[dict[str, bytes]] = [{}, {}]
    async with asyncio.TaskGroup() as followers:
        for found in seen:
            one = opener(next(servers), place)
            followers.create_task(follow(one, found, 64, pause=0.02, until=done))
        async with asyncio.TaskGroup() as writers:
            for replica in range(1, 9):
                one = opener(next(servers), place)
                writers.create_task(write(one, replica, range(1, 9), ledger))
        done.set()
    assert len(ledger.acknowledged) == 64
    assert seen == [ledger.acknowledged, ledger.acknowledged]


async def test_what_was_acknowledged_survives_the_death_of_kinto_and_of_postgresql(
    kinto_server: Kinto, place: Place, opened: Opened
) -> None:
    await prepared(kinto_server, place, opened)
    database, ledger = database_of(kinto_server), Ledger()

    async def kill_and_restart() -> None:
        await reached(ledger, 5)
        database.kill_tree()
        await asyncio.sleep(0.3)
        await asyncio.to_thread(database.process.start)
        await reached(ledger, 14)
        kinto_server.process.kill()
        await asyncio.to_thread(kinto_server.restart)

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(kill_and_restart())
        for replica in range(1, 4):
            tasks.create_task(write(opener(kinto_server, place), replica, range(1, 10), ledger))
    assert ledger.failures > 0
    assert await stored(opener(kinto_server, place)) == ledger.acknowledged
    assert len(ledger.acknowledged) == 27


async def reached(ledger: Ledger, count: int) -> None:
    while len(ledger.acknowledged) < count:  # noqa: ASYNC110 (a ledger does not ring)
        await asyncio.sleep(0.01)


async def test_an_older_dump_that_was_put_back_is_noticed_and_filled_up(
    kinto_server: Kinto, place: Place, opened: Opened, tmp_path: Path
) -> None:
    database = database_of(kinto_server)
    store = await prepared(kinto_server, place, opened)
    await store.put(name_of(1, 1), frame(1, 1))
    dump = str(tmp_path / "kinto.dump")
    run(database.tools / "pg_dump", "--format=custom", "--file", dump, database.url)
    await store.put(name_of(1, 2), frame(1, 2))
    _, cursor = await everything(store)
    run(database.tools / "pg_restore", "--clean", "--if-exists", "--single-transaction",
        "--dbname", database.url, dump)  # fmt: skip
    database.run_file(TRIGGER)
    with pytest.raises(Amnesia):
        await store.changes(cursor)
    await store.prepare()
    assert (await store.names()).names == {name_of(1, 1)}
    assert await store.put(name_of(1, 2), frame(1, 2)) == Created()


async def test_a_place_that_was_removed_is_noticed_and_made_again(
    kinto_server: Kinto, place: Place, opened: Opened
) -> None:
    store = await prepared(kinto_server, place, opened)
    await store.put(name_of(1, 1), frame(1, 1))
    organiser = organiser_of(kinto_server.url)
    assert organiser.user is not None
    assert organiser.password is not None
    auth = (organiser.user, organiser.password.reveal())
    async with httpx.AsyncClient(auth=auth, trust_env=False) as client:
        answer = await client.delete(f"{kinto_server.url}/buckets/d-{place.name}")
    assert answer.status_code == 200
    with pytest.raises(Amnesia):
        await store.put(name_of(1, 2), frame(1, 2))
    await store.prepare()
    assert await store.put(name_of(1, 1), frame(1, 1)) == Created()


async def test_nobody_changes_removes_or_dates_what_is_there(
    kinto_server: Kinto, place: Place, opened: Opened
) -> None:
    store = await prepared(kinto_server, place, opened)
    await store.put(name_of(1, 1), frame(1, 1))
    account = (f"s-{place.name}", "password-to-write")
    records = f"{kinto_server.url}/{records_of(place)}"
    async with httpx.AsyncClient(auth=account, trust_env=False) as client:
        one = f"{records}/{name_of(1, 1)}"
        spoilt = {"data": {"b": "AAAA"}}
        for answer in (
            await client.put(one, json=spoilt),
            await client.patch(one, json=spoilt),
            await client.delete(one),
            await client.patch(one, json={"permissions": {"write": ["system.Everyone"]}}),
            await client.put(
                f"{kinto_server.url}/accounts/{account[0]}", json={"data": {"password": "x"}}
            ),
        ):
            assert answer.status_code == 403
        assert (await client.delete(records)).json()["data"] == []
        for number, date in ((2, 1_000), (3, 4_000_000_000_000)):
            text = base64.b64encode(frame(1, number)).decode()
            record = {"id": name_of(1, number), "b": text, "last_modified": date}
            answer = await client.post(records, json={"data": record})
            assert answer.json()["data"]["last_modified"] != date
    found, cursor = await everything(store)
    assert found == {name_of(1, number): frame(1, number) for number in (1, 2, 3)}
    assert (await store.changes(cursor)).is_unmodified


async def test_a_link_to_read_reads_and_adds_nothing(
    kinto_server: Kinto, place: Place, opened: Opened
) -> None:
    writer = await prepared(kinto_server, place, opened)
    await writer.put(name_of(1, 1), frame(1, 1))
    reader = opened(
        KintoStore(Address(kinto_server.url), Place(place.name, place.read_password, None))
    )
    await reader.prepare()
    assert (await everything(reader))[0] == {name_of(1, 1): frame(1, 1)}
    with pytest.raises(Unauthorised):
        await reader.put(name_of(2, 1), frame(2, 1))
    forged = Place(place.name, place.read_password, Secret("guessed"))
    intruder = opened(KintoStore(Address(kinto_server.url), forged))
    with pytest.raises(Unauthorised):
        await intruder.prepare()


async def test_the_database_and_the_logs_hold_no_password_and_no_text(
    kinto_server: Kinto, opened: Opened
) -> None:
    canary = "canary-of-a-password"
    place = Place(new_place().name, Secret(f"{canary}-r"), Secret(f"{canary}-w"))
    store = await prepared(kinto_server, place, opened)
    await store.put(name_of(1, 1), frame(1, 1))
    await store.probe()
    database = database_of(kinto_server)
    dump = run(database.tools / "pg_dump", "--inserts", database.url)
    assert place.name in dump
    logs = kinto_server.process.written() + database.process.written()
    assert canary not in dump
    assert canary not in logs
    assert place.name not in logs


async def test_a_probe_knows_an_operator_who_forgot_the_trigger(
    kinto_server: Kinto, place: Place, opened: Opened
) -> None:
    store = await prepared(kinto_server, place, opened)
    probe = await store.probe()
    assert probe.server.startswith("kinto 26.")
    assert probe.remarks == ()
    assert probe.is_create_only
    assert probe.has_cursor
    assert probe.largest == 65_536
    database = database_of(kinto_server)
    database.query("ALTER TABLE objects DISABLE TRIGGER aaa_debate_serialize")
    try:
        store = await prepared(kinto_server, new_place(), opened)
        assert (await store.probe()).remarks == ("writers-choose-dates",)
    finally:
        database.run_file(TRIGGER)


async def test_the_guides_file_of_statements_may_be_run_again(kinto_server: Kinto) -> None:
    database = database_of(kinto_server)
    database.run_file(TRIGGER)
    told = database.query("SELECT count(*) FROM pg_trigger WHERE tgname = 'aaa_debate_serialize'")
    assert told.strip() == "1"


async def test_sixty_people_see_everything_that_is_said(
    relay_server: str, place: Place, opened: Opened
) -> None:
    def one() -> RemoteStore:
        return KintoStore(Address(relay_server), place)

    await opened(one()).prepare()
    ledger, done = Ledger(), asyncio.Event()
    seen: list[dict[str, bytes]] = [{} for _ in range(60)]
    async with asyncio.TaskGroup() as followers:
        for found in seen:
            followers.create_task(follow(one, found, 10, pause=0.5, until=done))
        async with asyncio.TaskGroup() as writers:
            for replica in (1, 2):
                writers.create_task(write(one, replica, range(1, 6), ledger))
        done.set()
    assert seen == [ledger.acknowledged] * 60


async def test_another_server_and_none_at_all_are_told_apart(
    kinto_server: Kinto, place: Place, opened: Opened
) -> None:
    elsewhere = Address(kinto_server.url.replace("/v1", "/v1/nowhere"))
    with pytest.raises((NotAStore, Unauthorised)):
        await opened(KintoStore(elsewhere, place)).prepare()
    with pytest.raises(Unreachable, match="no connection"):
        await opened(KintoStore(Address("kinto+http://127.0.0.1:1/v1"), place)).prepare()
