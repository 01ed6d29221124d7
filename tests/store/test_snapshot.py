"""A snapshot is believed only when every byte of it is what was written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from debate.store.bookmark import Bookmark
from debate.store.snapshot import Snapshot, is_whole_snapshot, read_snapshot, write_snapshot

SNAPSHOT = Snapshot(Bookmark(1, 2, 300, '{"c":"00000000",', 200, 7), b'{"a":\n1}\n')


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "events.snap"


def test_a_snapshot_comes_back_as_it_was(path: Path) -> None:
    assert write_snapshot(path, SNAPSHOT, maker="fold 1")
    assert read_snapshot(path, maker="fold 1") == SNAPSHOT
    assert is_whole_snapshot(path)


def test_the_snapshot_of_another_maker_is_left_alone(path: Path) -> None:
    write_snapshot(path, SNAPSHOT, maker="fold 1")
    assert read_snapshot(path, maker="fold 2") is None
    assert is_whole_snapshot(path)


def test_no_snapshot_is_none(path: Path) -> None:
    assert read_snapshot(path, maker="fold 1") is None
    assert not is_whole_snapshot(path)


def test_a_snapshot_cut_or_changed_anywhere_is_none(path: Path) -> None:
    write_snapshot(path, SNAPSHOT, maker="fold 1")
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place])
        assert read_snapshot(path, maker="fold 1") is None, place
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert read_snapshot(path, maker="fold 1") is None, place


def test_a_full_disk_costs_only_the_snapshot(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_fd: int, _data: bytes) -> int:
        raise OSError(28, os.strerror(28))

    write_snapshot(path, SNAPSHOT, maker="fold 1")
    monkeypatch.setattr(os, "write", full)
    assert not write_snapshot(path, SNAPSHOT._replace(body=b"new"), maker="fold 1")
    monkeypatch.undo()
    assert read_snapshot(path, maker="fold 1") == SNAPSHOT
    assert [each.name for each in path.parent.iterdir()] == ["events.snap"]
