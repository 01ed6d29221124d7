"""The contract of remote stores on real WebDAV servers."""

from __future__ import annotations

import pytest

from debate.sync.adapters.webdav import WebDavStore
from debate.sync.remote import Address, Place
from debate.trust.secret import Secret
from tests.contracts.remote_store import Another, RemoteStoreContract
from tests.sync.real.conftest import Opened
from tests.sync.servers.webdav import WEBDAV_USER, WebDavServer

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines


def address_of(server: WebDavServer) -> Address:
    return Address(f"dav+{server.url}", WEBDAV_USER[0], Secret(WEBDAV_USER[1]))


class TestWsgiDav(RemoteStoreContract):
    @pytest.fixture
    def another(self, wsgidav_server: WebDavServer, place: Place, opened: Opened) -> Another:
        return lambda: opened(WebDavStore(address_of(wsgidav_server), place))


class TestApache(RemoteStoreContract):
    @pytest.fixture
    def another(self, apache_server: WebDavServer, place: Place, opened: Opened) -> Another:
        return lambda: opened(WebDavStore(address_of(apache_server), place))
