"""A room relay: what it lets in, what it forgets, and what it says when it cannot start."""

from __future__ import annotations

import configparser
import contextlib
import http.client
import socket
import sys
import threading
from http import HTTPStatus

import pytest

from debate.errors import NoRelay, NotListening
from debate.sync.relay import BODY_LIMIT, SETTINGS, Relay
from tests.sync.servers.kinto import SETTINGS as OPERATORS

DIFFERENT = {
    "kinto.bucket_create_principals",
    "kinto.cache_backend",
    "kinto.permission_backend",
    "kinto.project_name",
    "kinto.storage_backend",
}
"""Where a room differs from an organisation: it keeps nothing, and anyone may bring a debate."""


def test_a_relay_has_the_settings_of_the_operators_guide() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(OPERATORS, encoding="utf-8")
    told = dict(parser["app:main"])
    differing = {name for name, value in SETTINGS.items() if told.get(name) != value}
    assert differing == DIFFERENT
    assert int(parser["server:main"]["max_request_body_size"]) == BODY_LIMIT


def test_without_kinto_one_sentence_says_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "kinto", None)
    with pytest.raises(NoRelay) as caught:
        Relay(port=0)
    assert caught.value.details == {"package": "kinto", "command": "make relay"}


def test_an_address_that_is_not_ours_is_refused() -> None:
    with pytest.raises(NotListening) as caught:
        Relay("192.0.2.1", 0)
    assert caught.value.details["address"] == "192.0.2.1:0"
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(NotListening):
        Relay(port=taken.getsockname()[1])


def ask(port: int) -> None:
    """Ask over and over on one connection, until nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with contextlib.suppress(OSError, http.client.HTTPException):
        while True:
            connection.request("GET", "/v1/")
            connection.getresponse().read()
    connection.close()


def test_a_relay_is_closed_amid_requests_and_its_port_is_free_again() -> None:
    port = 0
    for _ in range(5):
        relay = Relay(port=port)
        port = relay.port
        threads = [threading.Thread(target=relay.serve)]
        threads += [threading.Thread(target=ask, args=(port,)) for _ in range(6)]
        for thread in threads:
            thread.start()
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as one:
            one.request("GET", "/v1/")
            assert one.getresponse().status == HTTPStatus.OK
        relay.close()
        for thread in threads:
            thread.join(30)
        assert not any(thread.is_alive() for thread in threads)
    relay.close()


def test_a_relay_that_was_closed_serves_no_more() -> None:
    relay = Relay(port=0)
    relay.close()
    relay.serve()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", relay.port), timeout=30)
