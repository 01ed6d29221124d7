"""A backup holds what was there, and a restore brings back all of it or nothing."""

from __future__ import annotations

import os
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from debate.errors import Damaged, NotSaved
from debate.store.backup import backup, verify
from debate.store.library import RENEW_DEVICE, Library
from debate.store.restore import restore
from debate.store.snapshot import Snapshot
from debate.store.swap import undo_swap

ONE = "1" * 32


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "debate"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    opened = Library(folder)
    journal = opened.create(ONE)
    journal.append([{"n": 1}, {"n": 2}])
    opened.keep_snapshot(ONE, Snapshot(journal.bookmark(), b"x"), maker="a")
    journal.close()
    opened.index.put(ONE, {"title": "A"})
    opened.profile.notes.put("mine", {"text": "private"})
    (opened.layout.keys / "device.key").write_bytes(b"k" * 32)
    yield opened
    opened.close()


def read(library: Library) -> list[int]:
    journal = library.journal(ONE)
    try:
        return [document["n"] for document in journal.read()]
    finally:
        journal.close()


def test_a_backup_comes_back_byte_for_byte(library: Library, folder: Path, tmp_path: Path) -> None:
    report = backup(folder, tmp_path / "b.tar")
    assert (report.sessions, report.files, report.has_keys) == (1, 4, False)
    restore(tmp_path / "b.tar", tmp_path / "other")
    for name in ("FORMAT", "profile.jsonl", f"sessions/{ONE}/events.jsonl"):
        assert (tmp_path / "other" / name).read_bytes() == (folder / name).read_bytes()
    again = Library(tmp_path / "other")
    assert read(again) == [1, 2]
    assert again.profile.notes.get("mine") == {"text": "private"}
    assert [each.is_current for each in again.index.entries()] == [True]
    again.close()


def test_keys_stay_at_home_unless_asked_for(library: Library, folder: Path, tmp_path: Path) -> None:
    backup(folder, tmp_path / "b.tar")
    restore(tmp_path / "b.tar", tmp_path / "other")
    assert list(Library(tmp_path / "other").layout.keys.iterdir()) == []
    assert backup(folder, tmp_path / "k.tar", keys=True).has_keys
    restore(tmp_path / "k.tar", tmp_path / "third")
    assert (Library(tmp_path / "third").layout.keys / "device.key").read_bytes() == b"k" * 32


def test_a_restore_keeps_the_keys_and_asks_for_a_new_one(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    backup(folder, tmp_path / "b.tar")
    restore(tmp_path / "b.tar", folder)
    assert (library.layout.keys / "device.key").read_bytes() == b"k" * 32
    assert library.settings.get(RENEW_DEVICE) is not None


def test_what_was_there_before_a_restore_is_kept(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    backup(folder, tmp_path / "b.tar")
    journal = library.journal(ONE)
    journal.append([{"n": 3}])
    epoch = journal.epoch
    restore(tmp_path / "b.tar", folder)
    (before,) = tmp_path.glob("debate.before-*")
    assert read(Library(before)) == [1, 2, 3]
    assert journal.refresh()
    assert journal.epoch != epoch
    journal.append([{"n": 4}])
    assert read(library) == [1, 2, 4]
    journal.close()


def test_a_backup_holds_no_unfinished_write(library: Library, folder: Path, tmp_path: Path) -> None:
    path = library.layout.journal(ONE)
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"c":"12')
    backup(folder, tmp_path / "b.tar")
    restore(tmp_path / "b.tar", tmp_path / "other")
    assert Library(tmp_path / "other").layout.journal(ONE).read_bytes() == whole


def test_damage_comes_back_word_for_word_and_is_named(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    path = library.layout.journal(ONE)
    journal = library.journal(ONE)
    journal.append([{"n": 3}])
    journal.close()
    path.write_bytes(path.read_bytes().replace(b'{"n":2}', b'{"n":9}'))
    backup(folder, tmp_path / "b.tar")
    report = restore(tmp_path / "b.tar", tmp_path / "other")
    assert [each.code for each in report.findings] == ["middle.damaged"]
    assert Library(tmp_path / "other").layout.journal(ONE).read_bytes() == path.read_bytes()


def test_a_backup_that_changed_anywhere_is_refused(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "b.tar"
    backup(folder, file)
    whole = file.read_bytes()
    place = whole.index(b'{"n":2}')
    for wrong in (
        whole[:place] + b'{"n":9}' + whole[place + 7 :],
        whole[:place],
        b"",
        b"no tar at all",
    ):
        file.write_bytes(wrong)
        with pytest.raises(Damaged):
            verify(file)
        with pytest.raises(Damaged):
            restore(file, folder)
    assert read(library) == [1, 2]
    assert not list(tmp_path.glob("debate.*"))


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/evil", "keys/../../evil.key", "sessions/x/y", "z"]
)
def test_an_archive_cannot_write_outside_the_folder(tmp_path: Path, name: str) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"x")
    manifest = tmp_path / "manifest"
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    manifest.write_text(f'{{"backup": 1, "sha256": {{"{name.lstrip("/")}": "{digest}"}}}}')
    with tarfile.open(tmp_path / "b.tar", "w") as archive:
        archive.add(source, name)
        archive.add(manifest, "MANIFEST.json")
    with pytest.raises(Damaged) as caught:
        restore(tmp_path / "b.tar", tmp_path / "other")
    assert caught.value.details["reason"] == "backup-foreign"
    assert not (tmp_path / "other").exists()


def test_a_full_disk_leaves_the_last_backup(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "b.tar"
    backup(folder, file)
    before = file.read_bytes()

    def full(_fd: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fdatasync", full)
    with pytest.raises(NotSaved) as caught:
        backup(folder, file)
    assert caught.value.details["reason"] == "full"
    monkeypatch.undo()
    assert file.read_bytes() == before
    assert not (tmp_path / "b.tar.tmp").exists()


def test_a_restore_cut_short_between_its_two_renames_is_undone(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    folder.rename(tmp_path / "debate.before-1")
    undo_swap(folder)
    assert read(library) == [1, 2]
    folder.rename(tmp_path / "debate.before-2")
    again = Library(folder)
    assert read(again) == [1, 2]
    again.close()


def test_a_folder_that_lost_its_edition_is_backed_up_all_the_same(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    library.layout.edition.unlink()
    backup(folder, tmp_path / "b.tar")
    restore(tmp_path / "b.tar", tmp_path / "other")
    assert read(Library(tmp_path / "other")) == [1, 2]
