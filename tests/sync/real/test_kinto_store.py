"""The contract of remote stores on real Kinto, over real PostgreSQL and in memory."""

from __future__ import annotations

import httpx
import pytest

from debate.sync.adapters.kinto import KintoStore
from debate.sync.adapters.kinto_place import records_of
from debate.sync.remote import Address, Place
from tests.contracts.remote_store import Another, RemoteStoreContract
from tests.sync.frames import name_of
from tests.sync.real.conftest import Opened
from tests.sync.real.writers import organiser_of
from tests.sync.servers.kinto import Kinto

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines


class TestKintoOnPostgres(RemoteStoreContract):
    @pytest.fixture
    def another(self, kinto_server: Kinto, place: Place, opened: Opened) -> Another:
        return lambda: opened(KintoStore(organiser_of(kinto_server.url), place))


class TestRelay(RemoteStoreContract):
    @pytest.fixture
    def another(self, relay_server: str, place: Place, opened: Opened) -> Another:
        return lambda: opened(KintoStore(Address(relay_server), place))


async def test_a_relay_lets_nobody_date_a_frame(
    relay_server: str, place: Place, opened: Opened
) -> None:
    store = opened(KintoStore(Address(relay_server), place))
    await store.prepare()
    probe = await store.probe()
    assert probe.remarks == ()
    assert probe.is_create_only
    account = (f"s-{place.name}", "password-to-write")
    record = f"{relay_server}/{records_of(place)}/{name_of(1, 1)}"
    async with httpx.AsyncClient(auth=account, trust_env=False) as client:
        answer = await client.put(record, json={"data": {"b": "", "last_modified": 1_000}})
    assert answer.status_code == 201
    assert answer.json()["data"]["last_modified"] > 1_000_000_000_000
