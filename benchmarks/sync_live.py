"""A room of sixty that follows one debate: how soon all see a frame, and what it costs the store."""

from __future__ import annotations

import asyncio
import secrets
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import quantiles

from benchmarks.sync_stores import STORES, Store
from debate.errors import RemoteError
from debate.sync.opening import open_store
from debate.sync.remote import Place, RemoteStore
from debate.trust.secret import Secret
from tests.sync.frames import frame, name_of

PEOPLE = 60
FRAMES = 20
GRACE = 20
"""Questions that somebody still asks when the last frame was put."""
PAUSE = 0.5
"""Seconds between two frames."""


@dataclass
class Room:
    """What people saw, and when."""

    acknowledged: dict[str, float] = field(default_factory=dict)
    seen: list[tuple[str, float]] = field(default_factory=list)
    polls: int = 0
    troubles: int = 0

    @property
    def delays(self) -> list[float]:
        """Seconds from the store's word that it has a frame until somebody saw it."""
        return [max(at - self.acknowledged[name], 0.0) for name, at in self.seen]


async def follow(store: RemoteStore, room: Room, cursor: str, ended: asyncio.Event) -> None:
    """Ask once a second, more or less, until everything was seen or there is no hope."""
    seen: set[str] = set()
    grace = 0
    while True:
        await asyncio.sleep(0.8 + secrets.randbelow(400) / 1000)
        room.polls += 1
        try:
            changes = await store.changes(cursor)
        except RemoteError:
            room.troubles += 1
            continue
        cursor = changes.cursor
        for name, _ in changes.frames:
            if name not in seen:
                seen.add(name)
                room.seen.append((name, time.perf_counter()))
        grace += ended.is_set()
        if len(seen) == FRAMES or grace > GRACE:
            return


async def write(store: RemoteStore, room: Room, ended: asyncio.Event) -> None:
    """Put a frame twice a second."""
    for number in range(1, FRAMES + 1):
        name = name_of(1, number)
        await store.put(name, frame(1, number, bytes(1200)))
        room.acknowledged[name] = time.perf_counter()
        await asyncio.sleep(PAUSE)
    ended.set()


async def live(store: Store) -> tuple[Room, float, float]:
    """Let a room follow; return what it saw, processor seconds of the store, and seconds."""
    place = Place(secrets.token_hex(16), Secret("r" * 26), Secret("w" * 26))
    people = [open_store(store.address, place) for _ in range(PEOPLE + 1)]
    room, ended = Room(), asyncio.Event()
    await people[0].prepare()
    cursors = [(await each.changes()).cursor for each in people[1:]]
    work, begun = store.seconds(), time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for each, cursor in zip(people[1:], cursors, strict=True):
            group.create_task(follow(each, room, cursor, ended))
        group.create_task(write(people[0], room, ended))
    worked, took = store.seconds() - work, time.perf_counter() - begun
    for each in people:
        await each.close()
    return room, worked, took


def describe(name: str, room: Room, worked: float, took: float, first: float | None) -> float:
    """Print a line; return the processor time of a poll, in milliseconds."""
    delays = room.delays
    cuts = quantiles(delays, n=20)
    per_poll = 1000 * worked / room.polls
    beside = "" if first is None else f", ratio {per_poll / first:.2f} to the first"
    print(
        f"{name}: {len(delays)} of {PEOPLE * FRAMES} seen, after {cuts[9]:.2f} s (median), "
        f"{cuts[18]:.2f} (95 %), {max(delays):.2f} (all); {per_poll:.2f} ms of a core a poll"
        f"{beside}; {100 * worked / took:.0f} % of a core; {room.troubles} asked in vain",
        flush=True,
    )
    return per_poll


def main(wanted: Sequence[str] = ()) -> None:
    """Measure every store, or those that are named."""
    first = None
    for make in STORES:
        if wanted and make.__name__ not in wanted:
            continue
        try:
            with make() as store:
                found = describe(store.name, *asyncio.run(live(store)), first)
                first = first or found
        except LookupError as missing:
            print(f"{make.__name__}: not measured: {missing}")


if __name__ == "__main__":
    main(sys.argv[1:])
