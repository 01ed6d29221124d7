"""The address of this machine, found without a network."""

from __future__ import annotations

import socket

import pytest

from debate.service.network import is_everywhere, own_address


def test_finding_our_own_address_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_address().count(".") == 3

    def unreachable(self: socket.socket, address: object) -> None:
        raise OSError

    monkeypatch.setattr(socket.socket, "connect", unreachable)
    assert own_address() == "127.0.0.1"


@pytest.mark.parametrize(("address", "so"), [("", True), ("0.0.0.0", True), ("::", True),
                                             ("127.0.0.1", False), ("::1", False)])  # fmt: skip
def test_some_addresses_stand_for_all(address: str, so: bool) -> None:
    assert is_everywhere(address) == so
