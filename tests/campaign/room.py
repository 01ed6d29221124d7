"""A room under attack: a hundred come at once, ten thousand inputs of noise, clients that never read.

`python -m tests.campaign.room --inputs 10000 --connections 100 --seed 1`. The host is a process of
its own; afterwards it must still serve a calm guest, hold little memory, and have a sound journal.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import time

import asyncssh

from tests.campaign.guests import (
    GATE,
    Connection,
    connect,
    memory_of,
    on_floor,
    opened,
    served,
    settled,
)
from tests.stories.room import Host

KEYS = [
    b"\x1b", b"\r", b"\t", b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[5~", b"\x1b[6~", b"a", b"r",
    b"u", b"w", b"m", b"e", b"d", b"v", b"g", b"b", b"l", b"o", b"/", b"?", b"L", b"T", b"N", b"R", b"H",
    b"O", b"p", b",", b"n", b"x", b"\x10", b"\x13", b"5", b"]", b"[", b" ", b"\x7f",
]  # fmt: skip
SEQUENCES = [
    b"\x1b[48;9999;9999;0;0t", b"\x1b[200~", b"\x1b[201~", b"\x1b[<0;5;5M", b"\x1b[<0;99999;99999M",
    b"\x1b[1;1R", b"\x1b[?2026;2$y", b"\x1b[999999999999;5u", b"\x1b]52;c;AAAA\x07", b"\x1bP+q\x1b\\",
    b"\x1b[I", b"\x1b[O", b"\xff\xfe", b"\xed\xa0\x80", "\u202e\u0000貼り".encode(), b"\x1b[<35;1;1M",
]  # fmt: skip
BATCH = 50
"""Inputs that are sent before the host is waited for."""
MOST_MEMORY = 400
"""Megabytes the host may hold with a hundred guests at the gate and noise on the floor."""


def noise(chance: random.Random) -> bytes:
    """Return one input: keys, sequences that lie, or bytes that mean nothing."""
    kind = chance.randrange(4)
    if kind == 0:
        return bytes(chance.randrange(256) for _ in range(chance.randrange(1, 60)))
    if kind == 1:
        return chance.choice(SEQUENCES)
    return b"".join(chance.choice(KEYS) for _ in range(chance.randrange(1, 6)))


async def all_at_once(host: Host, count: int) -> str:
    """Let many come in the same second, and wait until each sees the gate or was told no."""

    async def one(number: int) -> float | None:
        began = time.monotonic()
        try:
            async with await connect(host, f"guest{number}") as connection:
                await (await opened(connection)).sees(GATE)
                took = time.monotonic() - began
        except (asyncssh.Error, OSError) as error:
            told.append(f"{type(error).__name__}: {error}")
            return None
        return took

    told: list[str] = []

    took = await asyncio.gather(*(one(number) for number in range(count)))
    seen = sorted(each for each in took if each is not None)
    assert seen, "nobody got in"
    refused = count - len(seen)
    return f"{count} at once: {len(seen)} at the gate, the last after {seen[-1]:.1f} s; {refused} told no{': ' + told[0] if told else ''}"


async def make_noise(host: Host, inputs: int, chance: random.Random) -> str:
    """Send noise from a guest on the floor; another one comes whenever it ended their session."""
    ended, sent = 0, 0
    connection, screen = await on_floor(host, "Mallory 1")
    while sent < inputs:
        for _ in range(BATCH):
            screen.type(noise(chance))
        sent += BATCH
        await settled(host.process)
        if screen.reading.done():
            ended += 1
            connection.close()
            connection, screen = await on_floor(host, f"Mallory {ended + 1}")
    connection.close()
    return f"{sent} inputs of noise; sessions that ended by them: {ended}"


async def never_read(host: Host) -> Connection:
    """Come in and read nothing more."""
    connection, screen = await on_floor(host, "Frozen")
    screen.reading.cancel()
    return connection


async def attack(host: Host, options: argparse.Namespace, process: int) -> None:
    """Do all of it, with a calm guest looking on."""
    chance = random.Random(options.seed)
    _, calm = await on_floor(host, "Calm")
    before = memory_of(process)
    frozen = await never_read(host)
    print(await all_at_once(host, options.connections))
    print(await make_noise(host, options.inputs, chance))
    calm.raw = b""
    calm.type(b"5")
    took = await calm.sees("Weighed 5")
    after = memory_of(process)
    print(f"the calm guest's key took {took * 1000:.0f} ms to be answered")
    print(f"memory of the host: {before:.0f} MB before, {after:.0f} MB after")
    assert after < MOST_MEMORY, after
    frozen.abort()


def main() -> None:
    """Run one campaign."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--connections", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with served() as host:
        asyncio.run(attack(host, options, host.process))


if __name__ == "__main__":
    main()
