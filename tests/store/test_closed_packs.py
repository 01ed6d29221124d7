"""A pack that one may not look into is at fault like one with an unreadable file; others go on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from debate.cli.main import main
from debate.store.pack_cards import find_cards
from debate.store.pack_places import may_be_file
from debate.store.pack_starter import new_pack
from debate.store.packs import check_pack, find_packs
from tests.store.planted import EN, TOML

Close = Callable[[Path], None]


@pytest.fixture
def close(monkeypatch: pytest.MonkeyPatch) -> Close:
    """Deny what is in a folder, as the system does to all but root: tests may run as root."""
    closed: list[Path] = []

    def denied(path: object) -> bool:
        return isinstance(path, str | Path) and any(each in Path(path).parents for each in closed)

    def guarded(plain: Callable[..., Any]) -> Callable[..., Any]:
        def ask(path: object, *args: object, **options: object) -> object:
            if denied(path) or (plain is listed and path in closed):
                raise PermissionError(13, "Permission denied", str(path))
            return plain(path, *args, **options)

        return ask

    listed = Path.iterdir
    for name in ("stat", "read_bytes", "open", "iterdir"):
        monkeypatch.setattr(Path, name, guarded(getattr(Path, name)))
    scanned = os.scandir

    def scandir(path: Any = ".") -> Iterator[os.DirEntry[str]]:  # noqa: ANN401 (a path of any kind)
        if denied(path) or Path(path) in closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scanned(path)

    monkeypatch.setattr(os, "scandir", scandir)
    return closed.append


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    new_pack(tmp_path / "packs" / "closed")
    new_pack(tmp_path / "packs" / "sound")
    return tmp_path / "packs"


def test_a_closed_pack_has_one_fault_that_says_why(packs: Path, close: Close) -> None:
    close(packs / "closed")
    (fault,) = check_pack(packs / "closed")
    assert (fault.file, fault.code) == (TOML, "file.unreadable")
    assert dict(fault.details) == {"reason": "denied"}


def test_a_closed_pack_is_found_broken_and_hinders_no_other(packs: Path, close: Close) -> None:
    close(packs / "closed")
    shelf = find_packs([packs / "closed", packs])
    assert [found.folder.name for found in shelf.packs] == ["sound"]
    assert [broken.folder.name for broken in shelf.broken] == ["closed"]
    assert len(find_cards([packs / "closed", packs])) == 1


def test_a_closed_folder_of_packs_hinders_no_other(
    packs: Path, close: Close, tmp_path: Path
) -> None:
    new_pack(tmp_path / "mine")
    close(packs)
    shelf = find_packs([packs, tmp_path / "mine"])
    assert [found.folder.name for found in shelf.packs] == ["mine"]
    assert [broken.folder for broken in shelf.broken] == [packs]


def test_a_folder_of_packs_that_may_not_be_listed_hinders_no_other(
    packs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    new_pack(tmp_path / "mine")

    def deny(folder: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "iterdir", deny)
    shelf = find_packs([packs, tmp_path / "mine"])
    assert [found.folder.name for found in shelf.packs] == ["mine"]
    assert [broken.folder for broken in shelf.broken] == [packs]


def test_a_page_that_may_not_be_looked_at_is_unreadable_and_not_missing(
    packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(path: Path) -> bytes:
        if path.name == EN:
            raise PermissionError(13, "Permission denied", str(path))
        with path.open("rb") as file:
            return file.read()

    look = Path.stat

    def stat(path: Path, **options: bool) -> os.stat_result:
        if path.name == EN:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, **options)

    monkeypatch.setattr(Path, "read_bytes", deny)
    monkeypatch.setattr(Path, "stat", stat)
    faults = check_pack(packs / "sound")
    assert [(fault.file, fault.code) for fault in faults] == [(EN, "file.unreadable")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("motions", "list"), 0),
        (("motions", "check", "PACK"), 1),
        (("new", "Monday", "--motion", "state-threats", "--name", "Ada"), 0),
    ],
)
def test_every_verb_on_motions_goes_on_beside_a_closed_pack(
    packs: Path, close: Close, tmp_path: Path, words: tuple[str, ...], code: int
) -> None:
    close(packs / "closed")
    folder = str(packs / "closed")
    typed = [folder if word == "PACK" else word for word in words]
    assert main(["--data-dir", str(tmp_path / "data"), "--motions", folder, *typed]) == code


def test_links_in_a_ring_are_told_as_such_and_not_as_missing(packs: Path) -> None:
    page = packs / "sound" / EN
    page.unlink()
    page.symlink_to(page)
    (fault,) = check_pack(packs / "sound")
    assert (fault.file, fault.code) == (EN, "file.unreadable")
    assert dict(fault.details) == {"reason": "loop"}


def test_a_folder_that_is_a_link_to_itself_hinders_no_other(packs: Path, tmp_path: Path) -> None:
    ring = tmp_path / "ring"
    ring.symlink_to(ring)
    shelf = find_packs([ring, packs / "sound"])
    assert [found.folder.name for found in shelf.packs] == ["sound"]
    assert [fault.code for broken in shelf.broken for fault in broken.faults] == ["file.unreadable"]


def test_a_name_that_no_system_takes_is_no_file(tmp_path: Path) -> None:
    assert not may_be_file(tmp_path / ("x" * 5000))
    assert not may_be_file(tmp_path / "a\0b")
    assert not may_be_file(tmp_path)
