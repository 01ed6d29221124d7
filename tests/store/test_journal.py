"""Both journals keep the contract; the one on disk also outlives its process."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from tinydb import where

from debate.domain.journal import Journal
from debate.errors import Damaged, NewerFormat, NotAJournal, NotSaved, UsageError
from debate.store import disk, lines
from debate.store.journal import DiskJournal
from debate.store.journal_file import JournalFile
from debate.store.memory import MemoryJournal
from tests.contracts.journal import Another, JournalContract


class TestMemoryJournal(JournalContract):
    @pytest.fixture
    def another(self) -> Another:
        first = MemoryJournal()
        return lambda: MemoryJournal(first.memory)


class TestDiskJournal(JournalContract):
    @pytest.fixture
    def another(self, tmp_path: Path) -> Iterator[Another]:
        handles: list[Journal] = []

        def opened() -> Journal:
            handles.append(DiskJournal(tmp_path / "s" / "events.jsonl", create=True))
            return handles[-1]

        yield opened
        for handle in handles:
            handle.close()


class TestDiskJournalWithTheStandardReader(TestDiskJournal):
    @pytest.fixture(autouse=True)
    def no_pydantic(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "pydantic_core", ModuleType("pydantic_core"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "events.jsonl"


@pytest.fixture
def journal(path: Path) -> Iterator[DiskJournal]:
    handle = DiskJournal(path, create=True)
    yield handle
    handle.close()


def test_a_file_is_plain_json_lines(path: Path, journal: DiskJournal) -> None:
    journal.append([{"n": 1}, {"n": 2}])
    head, *rest = map(json.loads, path.read_text().splitlines())
    assert head["h"]["format"] == "debate-journal"
    assert [(line["t"], line["i"], line["x"], line["d"]) for line in rest] == [
        ("events", "1", 1, {"n": 1}),
        ("events", "2", 0, {"n": 2}),
    ]


def test_files_are_for_their_owner_alone(path: Path, journal: DiskJournal) -> None:
    journal.append([{"n": 1}])
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.with_name("events.jsonl.lock").stat().st_mode & 0o777 == 0o600


def test_documents_can_be_queried_with_tinydb(journal: DiskJournal) -> None:
    journal.append([{"k": "vote", "n": n} for n in range(5)])
    found = journal.database.table("events").search(where("n") > 2)
    assert [document["n"] for document in found] == [3, 4]


def test_documents_cannot_be_changed_through_tinydb(journal: DiskJournal) -> None:
    journal.append([{"n": 1}])
    events = journal.database.table("events")
    for change in (
        lambda: events.update({"n": 2}),
        lambda: events.update_multiple([({"n": 2}, where("n") == 1)]),
        lambda: events.upsert({"n": 2}, where("n") == 1),
        lambda: events.remove(where("n") == 1),
        events.truncate,
        journal.database.drop_tables,
        lambda: journal.database.drop_table("events"),
    ):
        with pytest.raises(UsageError):
            change()
    assert journal.read() == [{"n": 1}]


def test_a_journal_that_is_not_there_is_not_made_by_looking(path: Path) -> None:
    with pytest.raises(Damaged) as caught:
        DiskJournal(path)
    assert caught.value.details["reason"] == "missing"
    assert not path.exists()


def test_a_journal_that_vanishes_is_not_replaced_by_an_empty_one(
    path: Path, journal: DiskJournal
) -> None:
    journal.append([{"n": 1}])
    path.unlink()
    with pytest.raises(Damaged):
        journal.append([{"n": 2}])
    assert not path.exists()


def test_another_kind_of_file_is_left_as_it_is(path: Path) -> None:
    for text in ("shopping list\nmilk\n", '{"_default": {}}', "x"):
        path.write_text(text)
        with pytest.raises(NotAJournal):
            DiskJournal(path, create=True)
        assert path.read_text() == text


def test_an_empty_file_becomes_a_journal_at_the_first_write(path: Path) -> None:
    path.touch()
    handle = DiskJournal(path)
    assert handle.position == 0
    handle.append([{"n": 1}])
    assert DiskJournal(path).read() == [{"n": 1}]
    assert json.loads(path.read_text().splitlines()[0])["h"]["gen"] == 1
    handle.close()


def test_a_newer_file_is_neither_read_nor_cut(path: Path) -> None:
    line = lines.header(1, 0).replace(b'"v":1', b'"v":2')
    body = line[lines.SEAL_LENGTH :]
    path.write_bytes(lines.seal(body[:-1]) + b"in words of the future\nand more")
    before = path.read_bytes()
    with pytest.raises(NewerFormat) as caught:
        DiskJournal(path)
    assert (caught.value.details["found"], caught.value.details["known"]) == (2, 1)
    assert path.read_bytes() == before


def test_a_bookmark_skips_what_came_before(path: Path, journal: DiskJournal) -> None:
    journal.append([{"n": n} for n in range(1, 101)])
    place = journal.bookmark()
    journal.append([{"n": 101}])
    resumed = DiskJournal(path, at=place)
    assert resumed.is_resumed
    assert resumed.position == 101
    assert resumed.read(100) == [{"n": 101}]
    resumed.append([{"n": 102}])
    assert resumed.read(101) == [{"n": 102}]
    resumed.close()


def test_what_a_bookmark_skipped_is_read_when_asked_for(path: Path, journal: DiskJournal) -> None:
    journal.append([{"n": n} for n in range(1, 11)])
    resumed = DiskJournal(path, at=journal.bookmark())
    epoch = resumed.epoch
    assert resumed.read(8) == [{"n": 9}, {"n": 10}]
    assert [document["n"] for document in resumed.read()] == list(range(1, 11))
    assert resumed.epoch == epoch
    assert len(resumed.database.table("events")) == 10
    resumed.close()


@pytest.mark.parametrize(
    "changed",
    [
        {"generation": 2},
        {"created": 1},
        {"offset": 60},
        {"offset": 1 << 40},
        {"mark": '{"c":"00000000",'},
        {"mark_offset": 1},
    ],
    ids=str,
)
def test_a_bookmark_of_another_file_is_not_believed(
    path: Path, journal: DiskJournal, changed: dict[str, object]
) -> None:
    journal.append([{"n": n} for n in range(1, 11)])
    place = journal.bookmark()._replace(**changed)  # type: ignore[arg-type]
    other = DiskJournal(path, at=place)
    assert not other.is_resumed
    assert other.position == 10
    assert other.read(9) == [{"n": 10}]
    other.close()


def test_an_append_taken_back_by_another_process_starts_a_new_epoch(
    path: Path, journal: DiskJournal
) -> None:
    journal.append([{"n": 1}])
    size = path.stat().st_size
    journal.append([{"n": 2}])
    reader = DiskJournal(path)
    epoch = reader.epoch
    with path.open("r+b") as file:
        file.truncate(size)
    assert reader.refresh()
    assert reader.epoch != epoch
    assert reader.read() == [{"n": 1}]
    reader.close()


@pytest.mark.parametrize("later", [[{"n": 3}], [{"n": 3}, {"n": 4}]], ids=["same size", "longer"])
def test_an_append_taken_back_and_overtaken_is_noticed(
    path: Path, journal: DiskJournal, later: list[dict[str, object]]
) -> None:
    journal.append([{"n": 1}])
    size = path.stat().st_size
    journal.append([{"n": 2}])
    reader = DiskJournal(path)
    with path.open("r+b") as file:
        file.truncate(size)
    writer = DiskJournal(path)
    writer.append(later)
    reader.refresh()
    assert reader.read() == [{"n": 1}, *later]
    assert not reader.damage
    reader.close()
    writer.close()


def forbid_writing(monkeypatch: pytest.MonkeyPatch, refusal: type[OSError] = OSError) -> None:
    """Let the system open files for reading only, as on a read-only disk or under another user."""
    really = os.open

    def opened(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if flags == disk.APPEND:
            raise refusal(errno.EROFS, os.strerror(errno.EROFS))
        return really(path, flags, mode)

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(os, "access", lambda path, mode: False)


@pytest.mark.parametrize("refusal", [OSError, PermissionError])
def test_a_file_that_can_only_be_read_is_read_with_its_torn_tail_left_alone(
    path: Path, journal: DiskJournal, monkeypatch: pytest.MonkeyPatch, refusal: type[OSError]
) -> None:
    journal.append([{"n": 1}])
    torn = path.read_bytes() + b'{"c":"12'
    path.write_bytes(torn)
    forbid_writing(monkeypatch, refusal)
    reader = DiskJournal(path)
    assert reader.read() == [{"n": 1}]
    with pytest.raises(NotSaved) as caught:
        reader.append([{"n": 2}])
    assert caught.value.details["reason"] == "read-only"
    reader.barrier()
    reader.close()
    assert path.read_bytes() == torn


def test_a_file_that_cannot_be_opened_although_it_could_be_written_is_told(
    path: Path, journal: DiskJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_many(name: object, flags: int, mode: int = 0o777) -> int:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(os, "open", too_many)
    with pytest.raises(Damaged) as caught:
        DiskJournal(path)
    assert caught.value.details["reason"] == "many-files"


def test_a_journal_made_by_another_process_at_the_same_moment_is_taken(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = JournalFile._make

    def overtaken(file: JournalFile) -> None:
        with monkeypatch.context() as other:
            other.setattr(JournalFile, "_make", make)
            first = DiskJournal(path, create=True)
            first.append([{"n": 1}])
            first.close()
        make(file)

    monkeypatch.setattr(JournalFile, "_make", overtaken)
    second = DiskJournal(path, create=True)
    assert second.read() == [{"n": 1}]
    second.close()
    second.barrier()


def test_a_single_document_can_be_added_through_tinydb(journal: DiskJournal) -> None:
    assert journal.database.table("events").insert({"n": 1}) == 1
    assert journal.read() == [{"n": 1}]
