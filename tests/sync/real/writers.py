"""Many writers and followers on one place, for trials of what a store keeps and shows."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from debate.errors import RemoteError
from debate.sync.adapters.kinto import KintoStore
from debate.sync.remote import Address, Place, RemoteStore
from debate.trust.secret import Secret
from tests.sync.frames import frame, name_of
from tests.sync.servers.kinto import ORGANISER, Kinto

Open = Callable[[], RemoteStore]


def new_place() -> Place:
    """Return a place that no other trial uses."""
    return Place(secrets.token_hex(16), Secret("password-to-read"), Secret("password-to-write"))


def organiser_of(url: str) -> Address:
    """Return an organiser's address."""
    return Address(url, ORGANISER[0], Secret(ORGANISER[1]))


def opener(server: Kinto, place: Place) -> Open:
    """Return what opens one more client."""
    return lambda: KintoStore(organiser_of(server.url), place)


@dataclass
class Ledger:
    """What the store said it has."""

    acknowledged: dict[str, bytes] = field(default_factory=dict)
    failures: int = 0


async def write(open_one: Open, replica: int, numbers: range, ledger: Ledger) -> None:
    """Put frames one after the other; one that fails is tried again until it is there."""
    store = open_one()
    try:
        for number in numbers:
            name, sealed = name_of(replica, number), frame(replica, number)
            while True:
                try:
                    await store.put(name, sealed)
                except RemoteError:
                    ledger.failures += 1
                    await asyncio.sleep(0.05)
                else:
                    ledger.acknowledged[name] = sealed
                    break
    finally:
        await store.close()


async def follow(
    open_one: Open, found: dict[str, bytes], wanted: int, *, pause: float, until: asyncio.Event
) -> None:
    """Follow the cursor alone until everything was seen, or some time after the writers ended."""
    store, cursor, quiet = open_one(), None, 0
    try:
        while len(found) < wanted and quiet < 20:
            changes = await store.changes(cursor)
            cursor = changes.cursor
            found.update(changes.frames)
            quiet = quiet + 1 if until.is_set() else 0
            await asyncio.sleep(pause if changes.is_complete else 0)
    finally:
        await store.close()


async def stored(open_one: Open) -> dict[str, bytes]:
    """Return everything that the store has, by listing and fetching."""
    store = open_one()
    try:
        return dict(await store.get((await store.names()).names))
    finally:
        await store.close()
