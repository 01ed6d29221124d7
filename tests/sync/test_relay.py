"""A room relay: what it lets in, what it forgets, and what it says when it cannot start."""

from __future__ import annotations

import configparser
import socket
import sys

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
