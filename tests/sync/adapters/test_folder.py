"""A folder keeps the contract of a store, and survives what happens to sticks and shared drives."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from debate.errors import RemoteFull, TooLarge, Unauthorised, Unreachable
from debate.sync.adapters.folder import FolderStore
from debate.sync.remote import Created, Different, Place, Same
from debate.trust.frame import is_whole
from debate.trust.secret import Secret
from tests.contracts.remote_store import Another, RemoteStoreContract, everything
from tests.sync.frames import frame, name_of

PLACE = Place("ab" * 16, Secret("read"), Secret("write"))


class TestFolderStore(RemoteStoreContract):
    @pytest.fixture
    def another(self, tmp_path: Path) -> Another:
        return lambda: FolderStore(tmp_path, PLACE, is_whole)


class TestFolderStoreWithoutLinks(TestFolderStore):
    @pytest.fixture(autouse=True)
    def no_links(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def link(*_: object) -> None:
            raise OSError(errno.EPERM, "no links here")

        monkeypatch.setattr(os, "link", link)


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path, PLACE, is_whole)


def file_of(folder: Path, name: str) -> Path:
    replica, _, number = name.partition("-")
    return folder / PLACE.name / replica / f"{number}.frame"


def names_in(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


async def test_a_stick_that_was_pulled_out_is_no_store_that_lost_everything(
    tmp_path: Path,
) -> None:
    store = FolderStore(tmp_path / "gone", PLACE, is_whole)
    for attempt in (store.names(), store.changes(), store.prepare(), store.get([name_of(1, 1)])):
        with pytest.raises(Unreachable):
            await attempt


async def test_a_torn_file_is_passed_over_and_replaced_by_who_has_the_whole(
    tmp_path: Path, store: FolderStore
) -> None:
    whole = frame(1, 1)
    path = file_of(tmp_path, name_of(1, 1))
    path.parent.mkdir(parents=True)
    for length in (0, 1, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:length])
        assert (await everything(store))[0] == {}
        assert (await store.names()).names == frozenset()
        assert await store.put(name_of(1, 1), whole) == Created()
        assert (await everything(store))[0] == {name_of(1, 1): whole}


async def test_a_torn_file_that_becomes_whole_is_told_later(
    tmp_path: Path, store: FolderStore
) -> None:
    path = file_of(tmp_path, name_of(1, 1))
    path.parent.mkdir(parents=True)
    path.write_bytes(frame(1, 1)[:100])
    _, cursor = await everything(store)
    path.write_bytes(frame(1, 1))
    assert (await everything(store, cursor))[0] == {name_of(1, 1): frame(1, 1)}


async def test_what_others_keep_in_the_folder_is_left_alone(
    tmp_path: Path, store: FolderStore
) -> None:
    await store.prepare()
    home = tmp_path / PLACE.name
    (home / "notes.txt").write_text("mine")
    (home / "thumbs").mkdir()
    (home / "thumbs" / "1.frame").write_text("mine too")
    (home / ("00" * 16)).write_text("a file where a folder would be")
    await store.put(name_of(1, 1), frame(1, 1))
    assert (await store.names()).names == {name_of(1, 1)}
    assert (home / "notes.txt").read_text() == "mine"


async def test_who_lost_a_race_is_handed_the_winners_bytes(
    tmp_path: Path, store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    winner, link = frame(1, 1, b"winner"), os.link

    def raced(source: Path, target: Path) -> None:
        target.write_bytes(winner)
        link(source, target)

    monkeypatch.setattr(os, "link", raced)
    assert await store.put(name_of(1, 1), frame(1, 1, b"loser")) == Different(winner)
    assert await store.put(name_of(1, 1), winner) == Same()


async def test_nothing_is_left_beside_a_frame(tmp_path: Path, store: FolderStore) -> None:
    await store.put(name_of(1, 1), frame(1, 1))
    assert names_in(file_of(tmp_path, name_of(1, 1)).parent) == ["00000001.frame"]


async def test_who_may_only_read_adds_nothing(tmp_path: Path) -> None:
    reader = FolderStore(tmp_path, Place(PLACE.name, Secret("read"), None), is_whole)
    await reader.prepare()
    with pytest.raises(Unauthorised):
        await reader.put(name_of(1, 1), frame(1, 1))
    assert not (await reader.probe()).can_write
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, RemoteFull),
        (errno.EROFS, Unauthorised),
        (errno.EFBIG, TooLarge),
        (errno.EIO, Unreachable),
    ],
)
async def test_a_refusal_of_the_system_is_that_of_a_store(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    await store.put(name_of(1, 1), frame(1, 1))

    def fail(_: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(error):
        await store.put(name_of(1, 2), frame(1, 2))
    assert (await store.names()).names == {name_of(1, 1)}


async def test_a_probe_on_a_disk_that_takes_nothing_says_so(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EROFS, "no")

    monkeypatch.setattr(os, "fsync", fail)
    probe = await store.probe()
    assert probe.can_read
    assert not probe.can_write
