"""A network at its worst before stores that work: nothing lost, nothing twice, nothing made up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import httpx
import pytest

from debate.sync.adapters import kinto
from debate.sync.adapters.kinto import KintoStore
from debate.sync.adapters.webdav import WebDavStore
from debate.sync.remote import Address, Created, Place, RemoteStore, Same
from tests.contracts.remote_store import everything
from tests.sync.adapters.fake_dav import FakeDav
from tests.sync.fault_proxy import FaultProxy, insist
from tests.sync.frames import frame, name_of
from tests.sync.real.conftest import Opened

NUMBERS = range(1, 6)
FRAMES = {name_of(replica, n): frame(replica, n) for replica in (1, 2) for n in NUMBERS}


async def put_all(store: RemoteStore, replica: int) -> None:
    for number in NUMBERS:
        name = name_of(replica, number)
        outcome = await insist(partial(store.put, name, FRAMES[name]))
        assert outcome in {Created(), Same()}


async def read_all(store: RemoteStore) -> dict[str, bytes]:
    """Follow, list and repair as a device does, for as long as something is missing."""
    found = dict((await insist(store.changes)).frames)
    for _ in range(60):
        listed = (await insist(store.names)).names
        found |= await insist(partial(store.get, listed - set(found)))
        if set(found) == set(FRAMES):
            break
    return found


async def trial(worst: Callable[[int], RemoteStore], good: RemoteStore) -> None:
    """Two devices write and a third one reads, all through faults; then everything is as it was meant."""
    writers = [worst(1), worst(2)]
    for replica, store in enumerate(writers, start=1):
        await insist(store.prepare)
        await put_all(store, replica)
    assert await read_all(worst(3)) == FRAMES
    assert (await everything(good))[0] == FRAMES


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinto, "CONFLICT_PAUSE", 0)


@pytest.mark.parametrize("seed", range(4))
async def test_faults_before_kinto(
    relay_server: str, place: Place, opened: Opened, seed: int
) -> None:
    def worst(number: int) -> RemoteStore:
        proxy = FaultProxy(httpx.AsyncHTTPTransport(), seed * 10 + number)
        return opened(KintoStore(Address(relay_server), place, proxy))

    await trial(worst, opened(KintoStore(Address(relay_server), place)))


@pytest.mark.parametrize("seed", range(8))
async def test_faults_before_webdav(place: Place, opened: Opened, seed: int) -> None:
    server = FakeDav(folders={"/dav/"})

    def worst(number: int) -> RemoteStore:
        proxy = FaultProxy(httpx.MockTransport(server.answer), seed * 10 + number)
        address = Address("dav+https://cloud.example/dav")
        return opened(WebDavStore(address, place, proxy))

    address = Address("dav+https://cloud.example/dav")
    good = WebDavStore(address, place, httpx.MockTransport(server.answer))
    await trial(worst, opened(good))


async def test_replaying_everything_that_was_sent_changes_nothing(
    relay_server: str, place: Place, opened: Opened
) -> None:
    sent: list[httpx.Request] = []

    class Recorder(httpx.AsyncHTTPTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            sent.append(request)
            return await super().handle_async_request(request)

    store = opened(KintoStore(Address(relay_server), place, Recorder()))
    await store.prepare()
    await put_all(store, 1)
    before = await everything(store)
    async with httpx.AsyncClient(trust_env=False) as client:
        for request in list(sent) * 2:
            again = httpx.Request(
                request.method, request.url, headers=request.headers, content=request.content
            )
            await client.send(again)
    assert await everything(store) == before
