"""A debate of 10,000 facts opened by the program, beside SQLite reading the same rows and `json.loads`.

Ours reads, checks every hash, link and newest signature, and folds; from a snapshot it reads the
folded state and what came after. What the screen then asks for, the arguments as they stand, is told
beside it. The rows are the very documents of the journal.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from functools import partial
from pathlib import Path
from time import process_time

from benchmarks.sessions import LARGE, data_folder
from benchmarks.verdict import in_turn, tell
from debate.domain.ids import SessionId
from debate.service.clock import Clock
from debate.service.resumption import open_session
from debate.service.session import Session
from debate.service.wiring import wall_clock
from debate.service.workspace import Workspace

ROUNDS = 9
BUDGET = 4.0
"""Opening may take this many times as long, verifying and folding included."""
SNAPSHOT_BUDGET = 1.0
"""Opening from a snapshot may take this many times as long."""
PEER = "SQLite and json.loads"


def opened(space: Workspace) -> Session:
    """Return the one debate of a workspace, opened anew."""
    (name,) = space.library.sessions()
    return open_session(space.library, SessionId(name), Clock(wall_clock))


def open_and_close(space: Workspace, *, works_out: bool = False) -> None:
    """Open a debate, perhaps work out its arguments, and let go of it."""
    session = opened(space)
    if works_out:
        len(session.debate.floor.arguments)
    session.close()


def write_rows(path: Path, space: Workspace) -> None:
    """Put the documents of a debate in a table."""
    session = opened(space)
    rows = [(json.dumps(document),) for document in session.documents()]
    session.close()
    with sqlite3.connect(path) as table:
        table.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, d TEXT)")
        table.executemany("INSERT INTO events (d) VALUES (?)", rows)
    table.close()


def read_rows(path: Path) -> None:
    """Read every row."""
    table = sqlite3.connect(path)
    documents = [json.loads(row[0]) for row in table.execute("SELECT d FROM events ORDER BY id")]
    table.close()
    del documents


def main() -> None:
    """Print a line for a whole opening and one for an opening at a snapshot; then with arguments."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = data_folder(folder / "whole", LARGE)
        resumed = data_folder(folder / "resumed", LARGE, has_snapshot=True)
        write_rows(folder / "rows.db", whole)
        works = (
            partial(read_rows, folder / "rows.db"),
            partial(open_and_close, whole),
            partial(open_and_close, resumed),
            partial(open_and_close, whole, works_out=True),
            partial(open_and_close, resumed, works_out=True),
        )
        rows, *spent = in_turn(works, ROUNDS, process_time)
    told = (
        ("open 10,000 facts", BUDGET),
        ("open them at a snapshot", SNAPSHOT_BUDGET),
        ("open them and work out 5,000 arguments", None),
        ("the same at a snapshot", None),
    )
    for (what, budget), times in zip(told, spent, strict=True):
        tell(what, min(times) / min(rows), budget, peer=PEER)


if __name__ == "__main__":
    main()
