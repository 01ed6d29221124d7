"""Ten thousand debates on one PostgreSQL: what they weigh, and whether the ten thousand and first is slower."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

from benchmarks.sync_live import describe, live
from benchmarks.sync_stores import Store, on_postgres
from tests.sync.servers.postgres import Postgres

DEBATES = 10_000
FRAMES = 30
"""In each debate."""
BATCH = 1_000
LETTERS = 1_376
"""Of a frame of 1,024 bytes, written as base64: five facts or so, padded."""
FILL = """
SET session_replication_role = replica;
INSERT INTO objects (id, parent_id, resource_name, last_modified, data, deleted)
SELECT md5(debate || 'r') || '-' || lpad(frame::text, 8, '0'),
       '/buckets/d-' || md5(debate::text) || '/collections/f', 'record',
       TIMESTAMP '2026-01-01' + debate * INTERVAL '1 minute' + frame * INTERVAL '1 second',
       jsonb_build_object('b', (SELECT string_agg(md5(debate || '-' || frame || '-' || part), '')
                                FROM generate_series(1, {parts}) AS part)), false
FROM generate_series({first}, {last}) AS debate, generate_series(1, {frames}) AS frame;
"""


def fill(database: Postgres, first: int, last: int) -> None:
    """Put debates into the tables, as if they had been held long ago."""
    database.query(FILL.format(first=first, last=last, frames=FRAMES, parts=LETTERS // 32))


def size_of(database: Postgres) -> int:
    """Return the bytes of the table of frames with its indexes."""
    return int(database.query("SELECT pg_total_relation_size('objects')"))


def measured(name: str, store: Store, first: float | None = None) -> float:
    """Let sixty people follow one debate and print what it took."""
    return describe(name, *asyncio.run(live(store)), first)


def main(wanted: Sequence[str] = ()) -> None:
    """Print what a debate weighs and how much slower a poll becomes; a number of debates may be named."""
    debates = int(wanted[0]) if wanted else DEBATES
    with on_postgres() as store:
        database = store.database
        assert database is not None
        empty = measured("an empty store", store)
        before = size_of(database)
        for first in range(0, debates, BATCH):
            fill(database, first, min(first + BATCH, debates) - 1)
        database.query("ANALYZE objects")
        grown = size_of(database) - before
        each = grown / debates / FRAMES
        print(f"{debates} debates of {FRAMES} frames: {grown / 1e6:.0f} MB with indexes, {each:.0f} "
              f"bytes a frame of which {LETTERS} are its letters", flush=True)  # fmt: skip
        measured(f"beside {debates} debates", store, empty)


if __name__ == "__main__":
    main(sys.argv[1:])
