"""Copies of a live data folder: every copy holds every transaction committed before it, whole."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from debate.store.backup import backup
from debate.store.journal import DiskJournal
from debate.store.library import Library
from debate.store.restore import restore
from tests.campaign.child import Acknowledge, Child

ONE = "1" * 32


def _writer(folder: Path) -> Child:
    """Start a child that appends batches of three until it is killed."""

    def work(acknowledge: Acknowledge) -> None:
        journal = Library(folder).journal(ONE)
        while True:
            start = journal.position
            journal.append([{"n": start + i, "t": "x" * 300} for i in (1, 2, 3)])
            acknowledge(start + 3)

    library = Library(folder)
    library.create(ONE).close()
    library.close()
    return Child(work)


def _numbers(path: Path) -> list[int]:
    journal = DiskJournal(path)
    numbers = [document["n"] for document in journal.read()]
    assert not journal.damage
    journal.close()
    return numbers


def _assert_whole(numbers: list[int], least: int) -> None:
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) % 3 == 0
    assert len(numbers) >= least


def live_copies(count: int) -> int:
    """Copy a journal while it is written, as `cp` does; return how many facts the last one had."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "debate"
        with _writer(folder) as child:
            for number in range(count):
                child.wait_for(number + 1)
                least = child.acknowledged[-1]
                copy = Path(name) / f"copy-{number}.jsonl"
                shutil.copyfile(folder / "sessions" / ONE / "events.jsonl", copy)
                numbers = _numbers(copy)
                _assert_whole(numbers, least)
                copy.unlink()
    return len(numbers)


def live_backups(count: int) -> int:
    """Back up a folder while it is written and restore elsewhere, byte by byte the same."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "debate"
        with _writer(folder) as child:
            for number in range(count):
                child.wait_for(number + 1)
                least = child.acknowledged[-1]
                backup(folder, Path(name) / "b.tar")
                restored = Path(name) / f"restored-{number}"
                restore(Path(name) / "b.tar", restored)
                path = restored / "sessions" / ONE / "events.jsonl"
                numbers = _numbers(path)
                _assert_whole(numbers, least)
                live = (folder / "sessions" / ONE / "events.jsonl").read_bytes()
                assert live.startswith(path.read_bytes())
    return len(numbers)


def main() -> None:
    """Print the figures of a full campaign."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    print(f"copies of a live journal: {count}, whole, the last with {live_copies(count)} facts")
    print(f"backups of a live folder: {count}, restored whole, {live_backups(count)} facts")


if __name__ == "__main__":
    main()
