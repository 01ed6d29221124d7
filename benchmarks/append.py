"""One durable fact added to a journal, beside SQLite with WAL and `synchronous=FULL`.

Both keep the same document; they take turns, so that a slow moment of the disk meets both.
"""

from __future__ import annotations

import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pydantic_core  # noqa: F401  as in the program, where pydantic is loaded

from benchmarks.verdict import tell
from debate.store.journal import DiskJournal

BUDGET = 2.0
"""A durable append may take this many times as long as SQLite's."""
FLAT_BUDGET = 1.5
"""An append to the longest journal may take this many times as long as to the shortest."""
SIZES = (1_000, 100_000)
ROUNDS = 300


def fact(number: int) -> dict[str, object]:
    """Return a document of the size of a weight given to an argument."""
    return {
        "a": "A" * 43,
        "d": {"argument": "B" * 43, "weight": number % 11},
        "id": "C" * 42 + str(number % 10),
        "k": "weight.given",
        "n": number,
        "p": "D" * 43,
        "s": "0" * 32,
        "t": f"{1_760_000_000_000 + number}-0000",
        "v": 1,
    }


def journal_of(path: Path, size: int) -> DiskJournal:
    """Return a journal of `size` facts."""
    journal = DiskJournal(path, create=True)
    for start in range(0, size, 1_000):
        journal.append([fact(number) for number in range(start, start + 1_000)])
    return journal


def table_of(path: Path, size: int) -> sqlite3.Connection:
    """Return an SQLite table of `size` facts."""
    table = sqlite3.connect(path, isolation_level=None)
    table.execute("PRAGMA journal_mode=WAL")
    table.execute("PRAGMA synchronous=FULL")
    table.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, d TEXT)")
    table.execute("BEGIN")
    rows = ((json.dumps(fact(number)),) for number in range(size))
    table.executemany("INSERT INTO events (d) VALUES (?)", rows)
    table.execute("COMMIT")
    return table


def seconds(act: Callable[[], object]) -> float:
    """Return how long an act takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def measure(size: int, folder: Path, rounds: int) -> tuple[float, float]:
    """Return the median seconds of an append to the journal and to SQLite."""
    journal, table = journal_of(folder / "a.jsonl", size), table_of(folder / "a.db", size)
    ours, theirs = [], []
    for number in range(rounds):
        document = fact(size + number)
        ours.append(seconds(partial(journal.append, [document])))
        insert = partial(table.execute, "INSERT INTO events (d) VALUES (?)")
        theirs.append(seconds(partial(insert, (json.dumps(document),))))
    journal.close()
    table.close()
    return statistics.median(ours), statistics.median(theirs)


def main() -> None:
    """Print a line for each size, and one for how flat the cost is."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    medians = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
            medians[size] = measure(size, Path(name), rounds)
        ours, theirs = medians[size]
        tell(
            f"durable append to {size:,} facts", ours / theirs, BUDGET, peer="SQLite, WAL and FULL"
        )
    short, long = (medians[size][0] / medians[size][1] for size in SIZES)
    tell("the same at 100,000", long / short, FLAT_BUDGET, peer="at 1,000")


if __name__ == "__main__":
    main()
