"""The contract of remote stores on real Kinto, over real PostgreSQL and in memory."""

from __future__ import annotations

import pytest

from debate.sync.adapters.kinto import KintoStore
from debate.sync.remote import Address, Place
from tests.contracts.remote_store import Another, RemoteStoreContract
from tests.sync.real.conftest import Opened
from tests.sync.real.writers import organiser_of
from tests.sync.servers.kinto import Kinto


class TestKintoOnPostgres(RemoteStoreContract):
    @pytest.fixture
    def another(self, kinto_server: Kinto, place: Place, opened: Opened) -> Another:
        return lambda: opened(KintoStore(organiser_of(kinto_server.url), place))


class TestRelay(RemoteStoreContract):
    @pytest.fixture
    def another(self, relay_server: str, place: Place, opened: Opened) -> Another:
        return lambda: opened(KintoStore(Address(relay_server), place))
