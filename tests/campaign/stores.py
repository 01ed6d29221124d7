"""Kinto on PostgreSQL, killed and raced by the hour: nothing acknowledged is lost, nothing stays unseen."""

from __future__ import annotations

import asyncio
import itertools
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from debate.sync.remote import RemoteStore
from tests.sync.frames import name_of
from tests.sync.real.writers import Ledger, Open, follow, new_place, opener, stored, write
from tests.sync.servers.kinto import Kinto, kinto, process_for
from tests.sync.servers.postgres import Postgres, postgres

ROUNDS = 10
"""Kills of each kind."""
WRITERS, EACH = 16, 40
RACES = 4


@contextmanager
def two_servers(*, has_trigger: bool) -> Iterator[tuple[Kinto, Kinto]]:
    """Give two application servers over one fresh database."""
    with ExitStack() as stack:
        database = stack.enter_context(postgres())
        first = stack.enter_context(kinto(database, has_trigger=has_trigger))
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        process = process_for(database, Path(folder))
        process.start()
        stack.callback(process.kill)
        yield first, Kinto(process, database)


def database_of(server: Kinto) -> Postgres:
    assert server.database is not None
    return server.database


async def prepare(open_one: Open) -> None:
    store = open_one()
    await store.prepare()
    await store.close()


async def kill(server: Kinto, *, is_database: bool) -> tuple[int, int]:
    """Kill one of both while six people write; return what was acknowledged and what of it is lost."""
    open_one, ledger = opener(server, new_place()), Ledger()
    await prepare(open_one)
    async with asyncio.TaskGroup() as tasks:
        for replica in range(1, 7):
            tasks.create_task(write(open_one, replica, range(1, 31), ledger))
        while len(ledger.acknowledged) < 60:  # noqa: ASYNC110 (a ledger does not ring)
            await asyncio.sleep(0.01)
        if is_database:
            database_of(server).kill_tree()
            await asyncio.to_thread(database_of(server).process.start)
        else:
            server.process.kill()
            await asyncio.to_thread(server.restart)
    kept = await stored(open_one)
    lost = [name for name, sealed in ledger.acknowledged.items() if kept.get(name) != sealed]
    assert not lost, lost
    return len(ledger.acknowledged), ledger.failures


async def race(servers: tuple[Kinto, Kinto]) -> tuple[int, int, int]:
    """Let sixteen write at once and one follow; return what the cursor missed, conflicts, and the rest."""
    place = new_place()
    turns = itertools.cycle(opener(server, place) for server in servers)
    await prepare(next(turns))
    ledger, done, seen = Ledger(), asyncio.Event(), dict[str, bytes]()
    async with asyncio.TaskGroup() as group:
        group.create_task(follow(next(turns), seen, WRITERS * EACH, pause=0.05, until=done))
        async with asyncio.TaskGroup() as writers:
            for replica in range(1, WRITERS + 1):
                writers.create_task(write(next(turns), replica, range(1, EACH + 1), ledger))
        done.set()
    missed = len(ledger.acknowledged.keys() - seen.keys())
    await repair(next(turns)(), seen)
    return missed, ledger.failures, len(ledger.acknowledged.keys() - seen.keys())


async def repair(store: RemoteStore, seen: dict[str, bytes]) -> None:
    """Ask for the gaps in the numbers, and then for what the list names besides."""
    gaps = [
        name
        for replica in range(1, WRITERS + 1)
        for number in range(1, EACH + 1)
        if (name := name_of(replica, number)) not in seen
    ]
    seen.update(await store.get(gaps))
    seen.update(await store.get((await store.names()).names - seen.keys()))
    await store.close()


def main() -> None:
    """Print a line for each trial; the first argument is the number of rounds."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with two_servers(has_trigger=True) as servers:
        for number in range(rounds):
            for is_database in (False, True):
                acknowledged, failures = asyncio.run(kill(servers[0], is_database=is_database))
                what = "PostgreSQL" if is_database else "Kinto"
                print(f"{what} killed {number + 1}: {acknowledged} acknowledged, 0 lost, "
                      f"{failures} tries failed")  # fmt: skip
    for has_trigger in (True, False):
        with two_servers(has_trigger=has_trigger) as servers:
            for _ in range(min(rounds, RACES)):
                missed, failures, never = asyncio.run(race(servers))
                print(f"race {'with' if has_trigger else 'without'} the trigger: the cursor missed "
                      f"{missed} of {WRITERS * EACH}, {failures} tries failed, {never} never learned")  # fmt: skip
                assert never == 0
                assert not (has_trigger and missed)


if __name__ == "__main__":
    main()
