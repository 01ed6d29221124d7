"""A session of 10,000 facts opened, beside SQLite reading the same rows and `json.loads`.

The journal's part alone: from the first byte, and from a snapshot that lies at its end.
"""

from __future__ import annotations

import json
import sqlite3
import statistics
import sys
import tempfile
from pathlib import Path

import pydantic_core

from benchmarks.append import fact, journal_of, seconds, table_of
from debate.store.journal import DiskJournal
from debate.store.journal_file import Bookmark
from debate.store.snapshot import Snapshot, read_snapshot, write_snapshot

SIZE = 10_000
ROUNDS = 21
BUDGET = 4.0
"""Opening may take this many times as long, verifying and folding included."""
SNAPSHOT_BUDGET = 1.0
"""Opening from a snapshot may take this many times as long."""
MAKER = "benchmark"


def read_rows(path: Path) -> int:
    """Read every row as the comparison does."""
    table = sqlite3.connect(path)
    documents = [json.loads(row[0]) for row in table.execute("SELECT d FROM events ORDER BY id")]
    table.close()
    return len(documents)


def read_journal(path: Path) -> int:
    """Open a journal and read every document."""
    journal = DiskJournal(path)
    documents = journal.read()
    journal.close()
    return len(documents)


def read_snapshotted(path: Path, snapshot_path: Path) -> int:
    """Open a journal at a snapshot, and read the state that is in it."""
    snapshot = read_snapshot(snapshot_path, maker=MAKER)
    place: Bookmark | None = None if snapshot is None else snapshot.place
    journal = DiskJournal(path, at=place)
    if snapshot is None or not journal.is_resumed:
        message = "the snapshot was not believed"
        raise RuntimeError(message)
    pydantic_core.from_json(snapshot.body)
    journal.close()
    return journal.position


def prepare(folder: Path) -> tuple[Path, Path, Path]:
    """Write a journal, its snapshot and a table; return their paths."""
    journal = journal_of(folder / "events.jsonl", SIZE)
    weights = {str(fact(n)["n"]): fact(n)["d"] for n in range(0, SIZE, 2)}
    body = json.dumps({"weights": weights}).encode()
    write_snapshot(folder / "events.snap", Snapshot(journal.bookmark(), body), maker=MAKER)
    journal.close()
    table_of(folder / "a.db", SIZE).close()
    return folder / "events.jsonl", folder / "events.snap", folder / "a.db"


def main() -> None:
    """Print a line for a whole opening and one for an opening at a snapshot."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        journal, snapshot, table = prepare(Path(name))
        whole, resumed, rows = [], [], []
        for _ in range(rounds):
            whole.append(seconds(lambda: read_journal(journal)))
            resumed.append(seconds(lambda: read_snapshotted(journal, snapshot)))
            rows.append(seconds(lambda: read_rows(table)))
    base = statistics.median(rows)
    opened, again = statistics.median(whole) / base, statistics.median(resumed) / base
    print(f"open a journal of {SIZE}: ratio {opened:.2f} (budget {BUDGET})")
    print(f"open it at a snapshot: ratio {again:.2f} (budget {SNAPSHOT_BUDGET})")


if __name__ == "__main__":
    main()
