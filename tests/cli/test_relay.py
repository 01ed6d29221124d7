"""`debate remote serve`: where it is, who can reach it, and what becomes of what it keeps."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from debate.cli import relay
from debate.cli.main import main


class Stage:
    """Takes the place of a relay, and is interrupted at once."""

    opened: tuple[str, int]

    def __init__(self, host: str, port: int) -> None:
        Stage.opened = (host, port)
        self.port = port or 4321

    def serve(self) -> None:
        raise KeyboardInterrupt

    def close(self) -> None:
        Stage.opened = ("", 0)


@pytest.fixture(autouse=True)
def stage(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("debate.sync.relay.Relay", Stage)
    yield
    assert Stage.opened == ("", 0)


def test_a_relay_is_this_machines_alone_unless_it_is_asked_to_listen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["remote", "serve"]) == 0
    told = capsys.readouterr().out
    assert "debate remote add kinto+http://127.0.0.1:8910/v1" in told
    assert "Only this machine can reach it" in told
    assert "--listen 0.0.0.0" in " ".join(told.split())
    assert "`debate invite`" in told
    assert "kept what it had" in told


def test_a_relay_for_the_room_tells_the_address_of_this_machine(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relay, "own_address", lambda: "192.0.2.7")
    assert main(["remote", "serve", "--listen", "0.0.0.0", "--port", "0", "--lang", "nl"]) == 0
    told = capsys.readouterr().out
    assert "kinto+http://192.0.2.7:4321/v1" in told
    assert "Iedereen op dit netwerk" in told


def test_a_program_is_told_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remote", "serve", "--listen", "::1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"address": "kinto+http://[::1]:8910/v1", "is_private": True}
