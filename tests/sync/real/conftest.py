"""Servers for the trials in this folder, each started when a test first asks for it."""

from __future__ import annotations

import secrets
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from functools import partial

import bcrypt
import pytest

from debate.sync.relay import Relay
from debate.sync.remote import Place, RemoteStore
from debate.trust.secret import Secret
from tests.sync.servers.apache import apache, program
from tests.sync.servers.kinto import Kinto, kinto
from tests.sync.servers.nginx import nginx
from tests.sync.servers.nginx import program as nginx_program
from tests.sync.servers.postgres import postgres
from tests.sync.servers.webdav import WebDavServer
from tests.sync.servers.wsgidav import wsgidav

Opened = Callable[[RemoteStore], RemoteStore]


@pytest.fixture(scope="session")
def kinto_server() -> Iterator[Kinto]:
    """Kinto on PostgreSQL, set up by the files in `deploy/`."""
    with ExitStack() as stack:
        database = stack.enter_context(postgres())
        yield stack.enter_context(kinto(database))


@pytest.fixture
def place() -> Place:
    """A debate's place that no other test uses."""
    return Place(secrets.token_hex(16), Secret("password-to-read"), Secret("password-to-write"))


@pytest.fixture
async def opened() -> AsyncIterator[Opened]:
    """Close the stores of a test at its end."""
    stores: list[RemoteStore] = []

    def keep(store: RemoteStore) -> RemoteStore:
        stores.append(store)
        return store

    yield keep
    for store in stores:
        await store.close()


@pytest.fixture(scope="session")
def wsgidav_server() -> Iterator[WebDavServer]:
    """WsgiDAV under cheroot."""
    with wsgidav() as server:
        yield server


@pytest.fixture(scope="session")
def apache_server() -> Iterator[WebDavServer]:
    """Apache with mod_dav; where it is not installed, the skip says so."""
    command = program()
    if command is None:
        pytest.skip("Apache is not installed here: apt install apache2")
    with apache(command) as server:
        yield server


@pytest.fixture(scope="session")
def fronted_server(kinto_server: Kinto) -> Iterator[Kinto]:
    """Kinto behind nginx; where nginx is not installed, the skip says so."""
    command = nginx_program()
    if command is None:
        pytest.skip("nginx is not installed here: apt install nginx-light")
    with nginx(command, kinto_server) as server:
        yield server


@pytest.fixture(scope="session")
def relay_server() -> Iterator[str]:
    """A room relay in a thread of the tests; its address."""
    with pytest.MonkeyPatch.context() as patch:
        # A password takes 0.3 s on purpose; here a thousandth will do.
        patch.setattr("bcrypt.gensalt", partial(bcrypt.gensalt, rounds=4))
        relay = Relay(port=0)
        thread = threading.Thread(target=relay.serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{relay.port}/v1"
        relay.close()
        thread.join(10)
