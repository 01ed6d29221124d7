"""No secret leaves its place: not in what is said, logged, sent, shown in a crash, or kept at a store."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

import pytest

from debate.errors import RemoteError
from debate.service.circles import Circles, place_of
from debate.sync.remote import Address, Place
from debate.trust import crockford
from debate.trust.circle import Circle
from debate.trust.invite import link_of
from debate.trust.secret import Secret
from tests.cli.conftest import Shell
from tests.sync.memory_store import MemoryStore
from tests.sync.people import MEMORY, Net, Person

PASSWORD = "canary-password"


@pytest.fixture
def monday(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A data folder with one debate."""
    shell = Shell(tmp_path / "data", capsys)
    shell("new", "Monday", "--motion", "state-threats", "--name", "Ada")
    return shell


def secrets_of(circle: Circle) -> list[str]:
    """Return every spelling of every secret of a circle."""
    raws = [circle.join_secret or b"-", circle.read_secret, circle.content_key]
    passwords = [circle.read_password.reveal(), (circle.write_password or Secret("-")).reveal()]
    spelt = [crockford.spell(raw)[:-1] for raw in raws]
    return [*passwords, *spelt, *(raw.hex() for raw in raws), *(repr(raw)[2:-1] for raw in raws)]


class Crashing(MemoryStore):
    """Breaks in the middle of everything, as a fault in the program would."""

    async def put(self, name: str, frame: bytes) -> None:  # type: ignore[override]
        raise ZeroDivisionError(name)


async def test_a_crash_report_with_all_variables_shows_no_secret(tmp_path: Path) -> None:
    net = Net()
    net.lying = {MEMORY: Crashing}
    ann = Person(tmp_path / "ann", net, "Ann").begin()
    ann.post.add_remote(Address(MEMORY, "ann", Secret(PASSWORD)))
    with pytest.raises(ExceptionGroup) as caught:
        await ann.sync()
    shown = "".join(
        traceback.TracebackException.from_exception(caught.value, capture_locals=True).format()
    )
    assert "ZeroDivisionError" in shown
    assert "circle" in shown
    for secret in [PASSWORD, *secrets_of(ann.circle)]:
        assert secret not in shown


async def test_no_error_names_a_secret(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    net = Net()
    ann = Person(tmp_path / "ann", net, "Ann").begin()
    ann.post.add_remote(Address(MEMORY, "ann", Secret(PASSWORD)))
    net.cut.add(MEMORY)
    status = await ann.sync()
    assert isinstance(status.error, RemoteError)
    said = f"{status} {status.error} {status.error.details} {caplog.text}"
    for secret in [PASSWORD, *secrets_of(ann.circle)]:
        assert secret not in said


def test_displays_of_what_holds_secrets_show_none(tmp_path: Path) -> None:
    ann = Person(tmp_path / "ann", Net(), "Ann").begin()
    sharing, place = ann.post.sharing, place_of(ann.circle)
    address = Address(MEMORY, "ann", Secret(PASSWORD))
    shown = repr([sharing, place, address, ann.circle, ann.circle.read_only])
    for secret in [PASSWORD, *secrets_of(ann.circle)]:
        assert secret not in shown
    assert Circles(ann.work.library.profile).of(ann.seat.session.id) is not None
    assert "Secret(hidden)" in repr(Place("00", Secret("x"), None))


def test_only_an_invitation_is_ever_printed(monday: Shell, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    said = [monday("remote", "add", str(stick)), monday("sync"), monday("sync", "--json")]
    said += [monday("remote", "status"), monday("remote", "status", "--json"), monday("verify")]
    said += [monday("log", "Monday"), monday("show", "Monday"), monday("doctor")]
    link = monday("invite", "--json").json["links"][0]
    secret = link.rpartition("/")[2]
    for answer in said:
        assert secret not in answer.out + answer.err
    assert secret in monday("invite", "--no-qr").out
    for file in stick.rglob("*"):
        assert secret not in str(file)
        assert not file.is_file() or secret.encode() not in file.read_bytes()
    exported = tmp_path / "facts.jsonl"
    monday("export", "Monday", str(exported))
    assert secret not in exported.read_text("utf-8")


def test_a_wrong_link_is_not_repeated_in_the_answer(monday: Shell) -> None:
    link = link_of(Circle.of(b"w" * 16), "kinto+https://debate.example/v1")
    wrong = link[:-1] + ("0" if link[-1] != "0" else "1")
    answer = monday("join", wrong, code=2)
    assert wrong.rpartition("/")[2] not in answer.out + answer.err
