"""The doctor sees what is wrong, changes nothing by looking, and loses nothing by repairing."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from debate.store import lines, surroundings
from debate.store.doctor import Doctor
from debate.store.finding import Finding
from debate.store.library import RENEW_DEVICE, Library
from debate.store.snapshot import Snapshot
from debate.store.surroundings import copying_service, network_kind

ONE, TWO = "1" * 32, "2" * 32
DAY = 86_400


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "debate"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    opened = Library(folder)
    journal = opened.create(ONE)
    for n in range(1, 11):
        journal.append([{"n": n}])
    journal.close()
    opened.index.put(ONE, describe(ONE))
    yield opened
    opened.close()


def describe(_session: str) -> dict[str, object]:
    return {"title": "A"}


def documents(library: Library) -> list[int]:
    journal = library.journal(ONE)
    try:
        return [document["n"] for document in journal.read()]
    finally:
        journal.close()


def codes(findings: Sequence[Finding]) -> list[str]:
    return [each.code for each in findings]


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_healthy_folder_has_nothing_to_say(library: Library, folder: Path) -> None:
    assert Doctor(folder).examine() == ()
    assert Doctor(folder).repair(describe) == ()


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert Doctor(tmp_path / "nowhere").examine() == ()
    assert not (tmp_path / "nowhere").exists()


def test_an_unfinished_write_is_seen_and_set_aside(library: Library, folder: Path) -> None:
    path = library.layout.journal(ONE)
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"c":"51c0de77","x":0,"t":"ev')
    library.index.put(ONE, describe(ONE))
    before = contents(folder)
    (finding,) = Doctor(folder).examine()
    assert (finding.code, finding.level, dict(finding.details)) == (
        "tail.torn",
        "note",
        {"bytes": 29},
    )
    assert contents(folder) == before
    (finding,) = Doctor(folder).repair()
    assert finding.is_repaired
    assert path.read_bytes() == whole
    (aside,) = path.parent.glob("*.torn-*")
    assert aside.read_bytes() == b'{"c":"51c0de77","x":0,"t":"ev'
    assert codes(Doctor(folder).repair(describe)) == ["index.outdated", "kept.aside"]


def test_damage_in_the_middle_costs_only_the_damaged_lines(library: Library, folder: Path) -> None:
    path = library.layout.journal(ONE)
    found = path.read_bytes().split(b"\n")
    found[4] = found[4].replace(b'"n":4', b'"n":5')
    path.write_bytes(b"\n".join(found))
    (finding,) = Doctor(folder).examine()
    assert finding.code == "middle.damaged"
    assert finding.details["places"] == 1
    assert finding.details["bytes"] == len(found[4]) + 1
    assert documents(library) == [1, 2, 3, 5, 6, 7, 8, 9, 10]
    damaged = path.read_bytes()
    (finding,) = Doctor(folder).repair()
    assert finding.is_repaired
    (kept,) = path.parent.glob("*.damaged-*")
    assert kept.read_bytes() == damaged
    assert documents(library) == [1, 2, 3, 5, 6, 7, 8, 9, 10]
    assert "middle.damaged" not in codes(Doctor(folder).examine())
    assert library.settings.get(RENEW_DEVICE) is not None


def test_whole_lines_of_a_broken_transaction_are_rescued(library: Library, folder: Path) -> None:
    journal = library.journal(ONE)
    journal.append([{"n": n} for n in (11, 12, 13)])
    journal.append([{"n": 14}])
    path = library.layout.journal(ONE)
    path.write_bytes(path.read_bytes().replace(b'{"n":12}', b'{"n":99}'))
    assert documents(library) == [*range(1, 11), 14]
    Doctor(folder).repair()
    assert documents(library) == [*range(1, 11), 11, 13, 14]
    epoch = journal.epoch
    assert journal.refresh()
    assert journal.epoch != epoch
    journal.append([{"n": 15}])
    assert documents(library) == [*range(1, 11), 11, 13, 14, 15]
    journal.close()


def test_a_file_of_a_newer_program_is_left_alone(library: Library, folder: Path) -> None:
    (folder / "FORMAT").write_text("9\n")
    before = contents(folder)
    (finding,) = Doctor(folder).repair(describe)
    assert (finding.code, finding.level) == ("format.newer", "fault")
    assert finding.details["found"] == 9
    assert not finding.is_repaired
    assert contents(folder) == before


def test_another_kind_of_file_is_named_and_left_alone(library: Library, folder: Path) -> None:
    path = library.layout.journal(ONE)
    path.write_text("not a journal\n")
    findings = Doctor(folder).repair()
    assert "journal.foreign" in codes(findings)
    assert path.read_text() == "not a journal\n"


def test_facts_that_do_not_hold_are_reported_as_the_verifier_says(
    library: Library, folder: Path
) -> None:
    def verify(found: Sequence[dict[str, Any]]) -> list[tuple[str, Mapping[str, object]]]:
        return [("fork", {"n": each["n"]}) for each in found if each["n"] == 7]

    (finding,) = Doctor(folder, verify=verify).examine()
    assert (finding.code, dict(finding.details)) == ("facts", {"verdict": "fork", "n": 7})
    assert not Doctor(folder, verify=verify).repair()[0].is_repaired


def test_a_wrong_snapshot_is_thrown_away(library: Library, folder: Path) -> None:
    journal = library.journal(ONE)
    library.keep_snapshot(ONE, Snapshot(journal.bookmark(), b"state"), maker="a")
    journal.close()
    assert Doctor(folder).examine() == ()
    path = library.layout.snapshot(ONE)
    path.write_bytes(path.read_bytes() + b"x")
    assert codes(Doctor(folder).repair()) == ["snapshot.wrong"]
    assert not path.exists()


def test_an_index_that_is_behind_is_rebuilt(library: Library, folder: Path) -> None:
    journal = library.journal(ONE)
    journal.append([{"n": 11}])
    journal.close()
    assert codes(Doctor(folder).examine()) == ["index.outdated"]
    assert not Doctor(folder).repair()[0].is_repaired
    assert Doctor(folder).repair(describe)[0].is_repaired
    assert Doctor(folder).examine() == ()


def test_what_others_can_open_is_narrowed(library: Library, folder: Path) -> None:
    path = library.layout.journal(ONE)
    path.chmod(0o644)
    folder.chmod(0o755)
    findings = Doctor(folder).examine()
    assert [(each.path, each.details["mode"]) for each in findings] == [
        (folder, "0755"),
        (path, "0644"),
    ]
    Doctor(folder).repair()
    assert Doctor(folder).examine() == ()
    assert path.stat().st_mode & 0o777 == 0o600


def test_who_holds_a_lock_is_named(library: Library, folder: Path) -> None:
    journal = library.journal(ONE)
    with journal.transaction():
        (finding,) = Doctor(folder).examine()
    assert finding.code == "lock.held"
    assert finding.details["pid"] == os.getpid()
    assert abs(int(str(finding.details["since"])) / 1000 - time.time()) < 60
    assert finding.details["command"]
    assert Doctor(folder).examine() == ()
    journal.close()


def test_trash_and_what_was_set_aside_go_after_thirty_days(library: Library, folder: Path) -> None:
    library.discard(ONE)
    aside = library.layout.sessions / f"events.jsonl.torn-{time.time_ns()}"
    aside.write_bytes(b"x")
    aside.chmod(0o600)
    soon, late = time.time() + 29 * DAY, time.time() + 31 * DAY
    assert codes(Doctor(folder, now=soon).repair()) == ["kept.aside"]
    assert aside.exists()
    assert len(library.discarded()) == 1
    assert all(each.is_repaired for each in Doctor(folder, now=late).repair())
    assert not aside.exists()
    assert library.discarded() == []


def test_scratch_of_a_crash_is_cleared_away_when_it_is_nobodys(
    library: Library, folder: Path
) -> None:
    scratch = folder / "app.jsonl.tmp"
    scratch.write_bytes(b"half")
    scratch.chmod(0o600)
    assert Doctor(folder).examine() == ()
    assert codes(Doctor(folder, now=time.time() + 7_200).repair()) == ["scratch.left"]
    assert not scratch.exists()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/a/data", "nfs4"),
        ("/home/b", ""),
        ("/mnt/my share/x", "cifs"),
        ("/home", ""),
        ("/homely", ""),
    ],
)
def test_a_network_folder_is_recognised(path: str, kind: str) -> None:
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\n"
        "server:/export /home/a nfs4 rw 0 0\n"
        "//server/share /mnt/my\\040share cifs rw 0 0\n"
        "tmpfs /home/b tmpfs rw 0 0\n"
        "odd\n"
    )
    assert network_kind(Path(path), mounts) == kind


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/a/Dropbox/debate", "Dropbox"),
        ("/home/a/OneDrive - University/debate", "OneDrive"),
        ("/home/a/Library/Mobile Documents/x", "iCloud"),
        ("/home/a/.local/share/debate", ""),
    ],
)
def test_a_folder_that_a_service_copies_is_recognised(path: str, service: str) -> None:
    assert copying_service(Path(path)) == service


def test_where_the_folder_stands_is_looked_at(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surroundings, "_mounts", lambda: "server:/x / nfs rw 0 0\n")
    monkeypatch.setattr(surroundings, "free_bytes", lambda _folder: 1_000)
    findings = Doctor(folder).repair()
    assert [(each.code, dict(each.details), each.is_repaired) for each in findings] == [
        ("folder.network", {"kind": "nfs"}, False),
        ("space.low", {"bytes": 1_000}, False),
    ]


def test_a_copied_folder_is_warned_of(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "debate"
    Library(folder).close()
    (finding,) = Doctor(folder).examine()
    assert (finding.code, finding.details["service"]) == ("folder.synced", "Dropbox")


def test_an_edition_that_cannot_be_read_is_named(library: Library, folder: Path) -> None:
    (folder / "FORMAT").write_bytes(b"\xff")
    assert codes(Doctor(folder).examine()) == ["journal.foreign"]


def test_a_journal_of_a_newer_program_is_left_alone(library: Library, folder: Path) -> None:
    path = library.layout.journal(ONE)
    first, _, rest = path.read_bytes().partition(b"\n")
    body = first[lines.SEAL_LENGTH :].replace(b'"v":1', b'"v":2')
    path.write_bytes(lines.seal(body) + rest)
    before = path.read_bytes()
    assert "format.newer" in codes(Doctor(folder).repair(describe))
    assert path.read_bytes() == before


def test_an_index_that_cannot_be_read_is_told_once_and_the_rest_is_still_looked_at(
    library: Library, folder: Path
) -> None:
    library.close()
    (folder / "app.jsonl").write_bytes(b"not ours\n")
    found = codes(Doctor(folder).examine())
    assert "journal.foreign" in found
    assert "index.outdated" not in found


def test_a_journal_that_is_a_folder_is_unreadable(library: Library, folder: Path) -> None:
    path = library.layout.journal(ONE)
    path.unlink()
    path.mkdir()
    assert "journal.unreadable" in codes(Doctor(folder).examine())


def test_what_the_system_will_not_let_go_of_stays_on_the_list(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: object) -> None:
        raise PermissionError(path)

    old = library.layout.trash / f"{TWO}-{time.time_ns() - 40 * DAY * 10**9}"
    old.mkdir()
    monkeypatch.setattr(shutil, "rmtree", refused)
    doctor = Doctor(folder)
    assert "trash.old" in codes(doctor.examine())
    doctor.repair()
    assert old.exists()
    assert "trash.old" in codes(doctor.examine())


@pytest.mark.parametrize("lines", [None, 0, 1])
def test_a_debate_whose_journal_is_gone_or_holds_nothing_is_a_fault(
    library: Library, folder: Path, lines: int | None
) -> None:
    journal = library.layout.journal(ONE)
    kept = b"".join(journal.read_bytes().splitlines(keepends=True)[:lines])
    journal.unlink()
    if lines is not None:
        journal.write_bytes(kept)
    (gone,) = [each for each in Doctor(folder).examine() if each.code == "journal.gone"]
    assert (gone.level, gone.path) == ("fault", journal.parent)


def test_a_file_in_the_place_of_the_data_folder_is_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.write_text("no folder", "utf-8")
    assert codes(Doctor(file).examine()) == ["journal.foreign"]
