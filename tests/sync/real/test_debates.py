"""Whole debates over real stores that are killed, wiped and lied to: every replica ends up with every fact."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from debate.domain.participant import Contract
from debate.service.new_debate import NewDebate
from debate.service.seat import Seat
from debate.sync.adapters import kinto
from debate.sync.adapters.kinto import KintoStore
from debate.sync.opening import open_store
from debate.sync.relay import Relay
from debate.sync.remote import Address, Place, RemoteStore
from debate.sync.status import Status
from debate.trust.circle import Circle
from debate.trust.secret import Secret
from tests.sync.fault_proxy import FaultProxy
from tests.sync.people import MOTION, Net, Person
from tests.sync.real.writers import organiser_of
from tests.sync.servers.kinto import Kinto
from tests.sync.servers.postgres import Postgres, run
from tests.sync.servers.webdav import WEBDAV_USER, WebDavServer

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines

Open = Callable[[Address, Place], RemoteStore]


class Roads(Net):
    """Real ways to real stores."""

    def __init__(self, how: Open = open_store) -> None:
        super().__init__()
        self.how = how

    def open(self, address: Address, place: Place) -> RemoteStore:
        return self.how(address, place)


def begin(person: Person, address: Address, contract: Contract = "named") -> Person:
    """Begin a debate and keep it at a store."""
    seat = person.work.begin(NewDebate("A canary sings", (MOTION,), person.name, contract=contract))
    assert isinstance(seat, Seat)
    person._sit(seat)
    person.post.share(Circle.fresh())
    person.post.add_remote(address)
    return person


def people(folder: Path, roads: Net, *names: str) -> list[Person]:
    return [Person(folder / name, roads, name) for name in names]


MOST_ROUNDS = 12
"""Rounds after which people who carry have met; a server that was busy is asked again in a later one."""


async def rounds(everybody: Sequence[Person], count: int = 2) -> list[Status]:
    """Let everybody sync some times, one after the other; return how it stood with each store."""
    statuses: list[Status] = []
    for _ in range(count):
        statuses = [status for person in everybody for status in await person.post.sync()]
    return statuses


def assert_equal(everybody: Sequence[Person]) -> None:
    """Everybody has what anybody has, and believes all of it."""
    facts = [person.facts for person in everybody]
    assert facts == [set().union(*facts)] * len(everybody)
    for person in everybody:
        assert not person.seat.session.doubtful
        person.work.close()


def database_of(server: Kinto) -> Postgres:
    assert server.database is not None
    return server.database


def kinto_address(server: Kinto) -> Address:
    found = organiser_of(server.url)
    return Address(f"kinto+{found.url}", found.user, found.password)


async def test_three_folders_and_one_kinto_whose_database_is_killed_in_between(
    kinto_server: Kinto, tmp_path: Path
) -> None:
    address, roads = kinto_address(kinto_server), Roads()
    ann, ben, cas = everybody = people(tmp_path, roads, "Ann", "Ben", "Cas")
    begin(ann, address)
    await ann.sync()
    for person in (ben, cas):
        await person.come(ann.circle, f"kinto+{kinto_server.url}")
    for number, person in enumerate(everybody):
        person.say(f"before {number}")
    await rounds(everybody, 1)
    database_of(kinto_server).kill_tree()
    for person in everybody:
        person.say("while the database is dead")
    assert {status.state for status in await rounds(everybody, 1)} <= {"offline", "trouble"}
    database_of(kinto_server).process.start()
    while {status.state for status in await rounds(everybody, 1)} != {"synced"}:  # noqa: ASYNC110
        await asyncio.sleep(0.1)
    await rounds(everybody)
    assert_equal(everybody)


async def test_nothing_of_a_debate_can_be_read_at_the_operators(
    kinto_server: Kinto, tmp_path: Path
) -> None:
    ann, ben = everybody = people(tmp_path, Roads(), "Canary-Ann", "Canary-Ben")
    begin(ann, kinto_address(kinto_server))
    ann.say("the canary is worried")
    await ann.sync()
    await ben.come(ann.circle, f"kinto+{kinto_server.url}")
    await rounds(everybody)
    circle = ann.circle
    assert circle.join_secret is not None
    assert circle.write_password is not None
    secrets = [circle.join_secret.hex(), circle.read_secret.hex(), circle.write_password.reveal(),
               circle.read_password.reveal(), ann.seat.session.id, ann.seat.device]  # fmt: skip
    database = database_of(kinto_server)
    dump = run(database.tools / "pg_dump", "--inserts", database.url)
    assert circle.place.hex() in dump
    logs = kinto_server.process.written() + database.process.written()
    for text in ("canary", *secrets):
        assert text not in dump.lower()
        assert text not in logs.lower()
    assert_equal(everybody)


async def test_groups_at_three_kinds_of_store_are_put_together_by_whoever_carries(
    relay_server: str, wsgidav_server: WebDavServer, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    addresses = [
        Address(f"kinto+{relay_server}"),
        Address(f"dav+{wsgidav_server.url}", WEBDAV_USER[0], Secret(WEBDAV_USER[1])),
        Address(stick.as_uri()),
    ]
    everybody = people(tmp_path, Roads(), "Ann", "Ben", "Cas", "Dee", "Eva", "Fay")
    founder = begin(everybody[0], addresses[0])
    await founder.sync()
    for person in everybody[1:]:
        await person.come(founder.circle, addresses[0].url)
    for number, person in enumerate(everybody):
        person.post.circles.remove_remote(person.seat.session.id, addresses[0].url)
        person.post.add_remote(addresses[number % 3])
        person.say(f"in a group of its own, by {person.name}")
    chance = random.Random(5)
    await rounds(chance.sample(everybody, 6), 1)
    assert len({frozenset(person.facts) for person in everybody}) > 1
    for carrier, address in ((everybody[1], addresses[0]), (everybody[2], addresses[1])):
        carrier.post.add_remote(address)
    order = chance.sample(everybody, 6)
    for _ in range(MOST_ROUNDS):
        await rounds(order, 1)
        if len({frozenset(person.facts) for person in everybody}) == 1:
            break
    assert_equal(everybody)


@contextmanager
def relay_at(port: int) -> Iterator[int]:
    """Give a fresh relay."""
    relay = Relay(port=port)
    thread = threading.Thread(target=relay.serve, daemon=True)
    thread.start()
    try:
        yield relay.port
    finally:
        relay.close()
        thread.join(10)


async def test_a_relay_that_stopped_is_filled_again_by_those_who_were_there(tmp_path: Path) -> None:
    ann, ben, cas = people(tmp_path, Roads(), "Ann", "Ben", "Cas")
    with relay_at(0) as port:
        address = Address(f"kinto+http://127.0.0.1:{port}/v1")
        begin(ann, address)
        ann.say("before")
        await ann.sync()
        await ben.come(ann.circle, address.url)
        await rounds([ben, ann])
    assert {status.state for status in await rounds([ann, ben], 1)} == {"offline"}
    ben.say("while nobody listens")
    with relay_at(port):
        assert sum(status.lost for status in await rounds([ben], 1)) == 1
        await cas.come(ann.circle, address.url)
        await rounds([ann, ben, cas])
        assert_equal([ann, ben, cas])


@pytest.mark.parametrize("seed", range(2))
async def test_a_debate_comes_through_a_network_at_its_worst(
    relay_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(kinto, "CONFLICT_PAUSE", 0)
    proxies = iter(range(seed * 1_000, 10**6))
    roads = Roads()
    ann, ben = everybody = people(tmp_path, roads, "Ann", "Ben")
    begin(ann, Address(f"kinto+{relay_server}"))
    await ann.sync()
    await ben.come(ann.circle, f"kinto+{relay_server}")

    def worst(address: Address, place: Place) -> RemoteStore:
        proxy = FaultProxy(httpx.AsyncHTTPTransport(), next(proxies), rate=0.25)
        return KintoStore(address, place, proxy)

    roads.how = worst
    for number in range(4):
        for person in everybody:
            person.say(f"{number} by {person.name}")
        await rounds(everybody, 3)
    roads.how = open_store
    await rounds(everybody)
    assert_equal(everybody)
