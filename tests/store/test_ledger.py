"""Sealed frames are kept byte for byte, by place, and who has what beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from debate.errors import NotSaved
from debate.store.ledger import DiskLedger
from debate.store.library import Library
from debate.sync.ports import Ledger
from tests.sync.replicas import MemoryLedger

PLACE = "ab" * 16
NAMES = ["one", "two", "three"]


@pytest.fixture(params=["disk", "memory"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    if request.param == "memory":
        yield MemoryLedger()
        return
    disk = DiskLedger(tmp_path / "frames.jsonl", PLACE)
    yield disk
    disk.close()


def keep(ledger: Ledger, *names: str) -> None:
    ledger.keep((name, name.encode() * 3, f"tip of {name}", len(name)) for name in names)


def test_a_frame_comes_back_byte_for_byte(ledger: Ledger) -> None:
    keep(ledger, *NAMES)
    assert ledger.frame("two") == b"twotwotwo"
    assert ledger.frame("four") is None
    assert ledger.tips() == {name: (f"tip of {name}", len(name)) for name in NAMES}


def test_a_frame_is_let_go_of_and_put_in_anothers_place(ledger: Ledger) -> None:
    keep(ledger, "one", "two")
    ledger.drop("one")
    ledger.keep([("two", b"other", "tip", 1)])
    assert ledger.tips() == {"two": ("tip", 1)}
    assert ledger.frame("two") == b"other"


def test_what_a_remote_has_is_known_until_it_is_forgotten(ledger: Ledger) -> None:
    ledger.note_there("here", ["one", "two"])
    ledger.note_there("here", [])
    ledger.note_there("there", ["one"])
    assert ledger.there("here") == {"one", "two"}
    ledger.forget_there("here")
    assert ledger.there("here") == set()
    assert ledger.there("there") == {"one"}


def test_a_change_shows_and_no_change_does_not(ledger: Ledger) -> None:
    before = ledger.mark()
    ledger.keep([])
    assert ledger.mark() == before
    with ledger.transaction():
        keep(ledger, "one")
    assert ledger.mark() != before


def test_another_process_sees_what_was_kept(tmp_path: Path) -> None:
    ours, theirs = (DiskLedger(tmp_path / "frames.jsonl", PLACE) for _ in range(2))
    keep(ours, "one")
    assert theirs.frame("one") == b"oneoneone"
    assert set(theirs.tips()) == {"one"}
    theirs.drop("one")
    assert ours.tips() == {}


def test_places_are_kept_apart(tmp_path: Path) -> None:
    ours, others = (DiskLedger(tmp_path / "frames.jsonl", place) for place in (PLACE, "cd" * 16))
    keep(ours, "one")
    keep(others, "two")
    assert (set(ours.tips()), set(others.tips())) == ({"one"}, {"two"})


def test_letting_go_of_what_is_not_there_is_harmless(ledger: Ledger) -> None:
    ledger.forget_there("nowhere")
    assert ledger.tips() == {}


def test_a_ledger_stands_beside_its_journal_for_its_owner_alone(tmp_path: Path) -> None:
    library = Library(tmp_path)
    session = "0" * 32
    library.create(session).close()
    keep(library.ledger(session, PLACE), "one")
    file = library.layout.ledger(session)
    assert file.parent == library.layout.journal(session).parent
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_disk_that_refuses_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno
    import os

    ledger = DiskLedger(tmp_path / "frames.jsonl", PLACE)
    keep(ledger, "one")

    def refused(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "write", refused)
    with pytest.raises(NotSaved):
        keep(ledger, "two")
    monkeypatch.undo()
    assert set(ledger.tips()) == {"one"}
