"""When the world is against it: a clear sentence, the right exit code, and nothing lost."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from debate.cli.exits import Exit, exit_of
from debate.errors import Broken, Busy, DebateError, PackError, StoreError, TrustError, UsageError
from debate.store.library import Library
from tests.cli.conftest import Shell

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines

HOLD = """
import sys
from pathlib import Path
from debate.store.lock import FileLock
with FileLock(Path(sys.argv[1])).held():
    print("held", flush=True)
    sys.stdin.read()
"""
"""A program that holds a lock until its input ends."""


def started(
    folder: Path,
    *words: str,
    limit: int | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own.

    Args:
        folder: The data folder.
        *words: The command line.
        limit: The most bytes a file may have.
        environment: What to add to the environment.
    """

    def hold() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", "debate", "--data-dir", str(folder), *words],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
        preexec_fn=hold,
    )


def test_a_full_disk_keeps_what_was_there(monday: Shell) -> None:
    (journal,) = monday.folder.glob("sessions/*/events.jsonl")
    before = journal.read_bytes()
    answer = started(monday.folder, "argue", "Monday", "for", "No room", limit=len(before) + 100)
    assert answer.returncode == Exit.NOT_SAVED, answer
    assert "Not saved" in answer.stderr
    assert journal.read_bytes() == before
    monday("argue", "Monday", "for", "Room again")
    assert monday("verify", "--json").json[0]["holds"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(monday: Shell) -> None:
    for path in (monday.folder, *monday.folder.rglob("*")):
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        assert "Monday" in monday("list").out
        assert "State actors" in monday("show", "Monday").out
        monday("argue", "Monday", "for", "No", code=3)
    finally:
        for path in (monday.folder, *monday.folder.rglob("*")):
            path.chmod(0o700)


def test_a_folder_of_a_newer_program_is_left_alone(monday: Shell) -> None:
    (monday.folder / "FORMAT").write_text("99\n", "utf-8")
    for words in (["list"], ["show", "Monday"], ["new", "x", "--motion", "state-threats"]):
        assert "99" in monday(*words, code=4).err
    assert monday("list", "--json", code=4).json["error"] == "store.newer-format"


def test_a_journal_that_is_something_else_is_told(monday: Shell) -> None:
    (journal,) = monday.folder.glob("sessions/*/events.jsonl")
    whole = journal.read_bytes()
    journal.write_bytes(b"a shopping list\n")
    assert "not a file of this program" in monday("show", journal.parent.name, code=5).err
    assert monday("doctor", code=1).out
    journal.write_bytes(whole)
    monday("show", "Monday")


def test_damage_in_the_middle_is_skipped_and_found(monday: Shell) -> None:
    monday("argue", "Monday", "for", "First")
    monday("argue", "Monday", "for", "Second")
    (journal,) = monday.folder.glob("sessions/*/events.jsonl")
    journal.write_bytes(journal.read_bytes().replace(b"First", b"F\x00rst"))
    assert "Monday" in monday("show", "Monday").out
    monday("verify", code=1)
    assert "cannot be read" in monday("doctor", code=1).out


def test_a_lock_of_another_process_is_waited_for_and_then_told(
    monday: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    (journal,) = monday.folder.glob("sessions/*/events.jsonl")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, f"{journal}.lock"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    monkeypatch.setattr(Library.__init__, "__kwdefaults__", {"timeout": 0.2})
    assert "holds" in monday("argue", "Monday", "for", "Later", code=6).err
    holder.communicate("")
    monday("argue", "Monday", "for", "Later")


def test_two_processes_may_add_at_once(monday: Shell) -> None:
    with ThreadPoolExecutor(2) as pool:
        answers = list(
            pool.map(
                lambda number: started(monday.folder, "argue", "Monday", "for", f"Claim {number}"),
                range(6),
            )
        )
    assert [answer.returncode for answer in answers] == [0] * 6, answers
    found = monday("verify", "--json").json[0]
    assert found["holds"]
    claims = {
        row["claim"] for row in monday("show", "Monday", "--json").json["motions"][0]["arguments"]
    }
    assert {f"Claim {number}" for number in range(6)} <= claims


def test_a_reader_that_had_enough_is_no_failure(monday: Shell) -> None:
    answer = subprocess.run(
        f'"{sys.executable}" -m debate --data-dir "{monday.folder}" log Monday | head -c 1',
        shell=True,
        capture_output=True,
        check=False,
        text=True,
    )
    assert answer.stderr == ""


def test_a_terminal_without_the_characters_shows_question_marks(monday: Shell) -> None:
    answer = started(monday.folder, "verify", environment={"PYTHONIOENCODING": "ascii"})
    assert answer.returncode == 0
    assert "? Everything holds" in answer.stdout


def test_arguments_that_are_no_text_are_kept_as_far_as_they_are(monday: Shell) -> None:
    answer = subprocess.run(
        [sys.executable.encode(), b"-m", b"debate", b"--data-dir", str(monday.folder).encode(),
         b"argue", b"Monday", b"for", b"caf\xff"],
        capture_output=True, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer
    assert "caf" in monday("show", "Monday", "7").out


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Busy(path="x", seconds=1), 6),
        (Broken(path="x", reason="refused"), 3),
        (PackError(path="x", faults=()), 1),
        (TrustError(reason="key-damaged"), 5),
        (UsageError(what="x", value=1), 2),
        (StoreError(), 3),
        (DebateError(), 3),
    ],
)
def test_every_failure_has_its_exit_code(error: DebateError, code: int) -> None:
    assert exit_of(error) == code


def test_a_title_that_is_too_long_or_blank_begins_nothing(debate: Shell) -> None:
    for title in ("x" * 121, "   "):
        answer = debate("new", title, "--motion", "state-threats", code=1)
        assert answer.err
    assert debate("list", "--json").json == []
    assert not list(debate.folder.glob("sessions/*"))
