"""A room that goes on for an hour: sixty guests at a human pace, and what that costs the host.

`python -m tests.campaign.soak --guests 60 --minutes 60 --seed 1`. Every guest is a real ssh
connection with a screen. They look around, weigh, argue, write drafts and leave them, break off and
come back. Once a minute a line tells the memory and the processor of the host, how long a key of one
calm guest takes to be painted, and how long a new argument takes to be on every screen. At the end
the journal is checked, and every fact that a guest was told is saved is looked for.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import asyncssh

from tests.campaign.guests import (
    DEBATE,
    FLOOR,
    Connection,
    Screen,
    cpu_of,
    memory_of,
    on_floor,
    served,
)
from tests.stories.room import Host
from tests.stories.terminal import command

PAUSE = (2.0, 20.0)
"""Seconds between two acts of one guest, shortest and longest."""
PROBES, FACTS = 60, 2
"""Keys of the calm guest, and arguments that are told, in each minute."""
SIDES = (b"\x1b[D", b"\x1b[C")
"""Keys that always change what is seen: to the arguments against, and back to those for.

Where there is room for one side only, that lays out and paints all: some five times the work of a move
of the cursor, so that its figures stand beside each other and not beside those of `benchmarks.host`.
"""
WATCHERS = 10
TOLD = "Told"
"""How each argument begins that is told to measure."""
LOOKS = (b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[6~", b"\x1b[5~", b"s")
"""Keys that look around and save nothing."""
MOST_BACK = 5
"""How many times Escape is pressed to be at the gate."""
MOST_GROWTH = 2.0
"""How many times the memory after the first minutes the host may hold at the end."""
SETTLING = 3
"""Minutes before memory is compared."""


@dataclass
class Tally:
    """What was done, and what the host said is saved."""

    acts: int = 0
    returns: int = 0
    claims: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Minute:
    """What one minute cost; keys in milliseconds, facts in seconds."""

    memory: float
    processor: float
    key50: float
    key95: float
    fact: float

    def __str__(self) -> str:
        """Return the line."""
        return (
            f"{self.memory:.0f} MB, processor {self.processor:.0f} %, key to paint "
            f"{self.key50:.0f} ms (95 %: {self.key95:.0f}), a fact on every screen after "
            f"{self.fact:.2f} s"
        )


class Person:
    """One guest who stays for the whole meeting."""

    def __init__(self, host: Host, number: int, chance: random.Random, tally: Tally) -> None:
        self._host = host
        self._name = f"Guest {number}"
        self._key = asyncssh.generate_private_key("ssh-ed25519")
        self._chance = chance
        self._tally = tally
        self._connection: Connection
        self.screen: Screen

    async def comes(self) -> None:
        """Come to the floor, for the first time or again."""
        self._connection, self.screen = await on_floor(self._host, self._name, self._key)

    async def stays(self) -> None:
        """Do one thing after another until cancelled."""
        while True:
            await asyncio.sleep(self._chance.uniform(*PAUSE))
            await self._acts()
            self._tally.acts += 1

    async def _acts(self) -> None:
        lot = self._chance.random()
        if lot < 0.57:
            self.screen.type(self._chance.choice(LOOKS))
        elif lot < 0.62:
            await self._leaves(b"?")
        elif lot < 0.92:
            self.screen.type(str(self._chance.randrange(10)).encode())
        elif lot < 0.94:
            await self._argues()
        elif lot < 0.97:
            await self._leaves(b"aHalf a thought")
        else:
            self._connection.abort()
            await self.comes()
            self._tally.returns += 1

    async def _leaves(self, keys: bytes) -> None:
        """Open something, and leave it a moment later."""
        self.screen.type(keys)
        await asyncio.sleep(1)
        self.screen.type(b"\x1b")
        await asyncio.sleep(1)

    async def _to_floor(self) -> None:
        """Go to the floor from wherever a key went astray: back to the gate, and in again.

        While the host pauses, an Escape and the key after it come to it as one key with Alt, as on
        any terminal; so what was to be left may still be open.
        """
        for _ in range(MOST_BACK):
            self.screen.raw = b""
            self.screen.type(b"\x1b")
            await asyncio.sleep(2)
            if b"You are in this debate" in self.screen.raw:
                break
        self.screen.type(b"\r")
        await self.screen.sees(FLOOR)

    async def _argues(self) -> None:
        """Say something in a form, and keep in mind what was saved."""
        claim = f"{self._name} says {len(self._tally.claims)}.{self._chance.randrange(10**6)}"
        await self._to_floor()
        self.screen.raw = b""
        self.screen.type(b"a")
        await self.screen.sees("An argument")
        self.screen.raw = b""
        self.screen.type(b"\x01\x0b" + claim.encode() + b"\x13")
        await self.screen.sees("Saved.")
        self._tally.claims.append(claim)


class Watchers:
    """Guests who look for what is told by the minute, and one who tells it in lines."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._screens: list[Screen] = []
        self._told = 0

    async def come(self, count: int) -> None:
        """Come to the floor, and find nothing but what is told."""
        for number in range(count):
            _, screen = await on_floor(self._host, f"Watcher {number}")
            screen.type(b"/" + TOLD.encode() + b"\r")
            self._screens.append(screen)
        connection, _ = await on_floor(self._host, "Teller")
        self._lines = Screen(await connection.create_process(encoding=None))
        await self._lines.sees("You are in")

    async def spread(self) -> float:
        """Tell something; return the seconds until every watcher sees that it is there."""
        self._told += 1
        for screen in self._screens:
            screen.raw = b""
        began = time.monotonic()
        self._lines.type(f"argue for {TOLD} {self._told}\n".encode())
        await asyncio.gather(*(each.sees(f"For ({self._told})") for each in self._screens))
        return time.monotonic() - began


async def minute_of(host: Host, calm: Screen, watchers: Watchers) -> Minute:
    """Measure for a minute."""
    spent, began = cpu_of(host.process), time.monotonic()
    keys, facts = [], []
    for place in range(PROBES):
        keys.append(await calm.painted(SIDES[place % len(SIDES)]))
        if place % (PROBES // FACTS) == 0:
            facts.append(await watchers.spread())
        await asyncio.sleep(max(0.0, began + (place + 1) * 60 / PROBES - time.monotonic()))
    keys.sort()
    busy = (cpu_of(host.process) - spent) / (time.monotonic() - began) * 100
    return Minute(
        memory_of(host.process), busy, median(keys), keys[int(len(keys) * 0.95)], max(facts)
    )


async def meeting(host: Host, options: argparse.Namespace) -> tuple[Tally, list[Minute]]:
    """Hold it; return what was done and what each minute cost."""
    chance, tally = random.Random(options.seed), Tally()
    watchers = Watchers(host)
    await watchers.come(min(WATCHERS, options.guests - 2))
    _, calm = await on_floor(host, "Calm")
    people = [
        Person(host, number, chance, tally) for number in range(options.guests - WATCHERS - 2)
    ]
    for person in people:
        await person.comes()
    minutes = []
    async with asyncio.TaskGroup() as group:
        busy = [group.create_task(person.stays()) for person in people]
        for number in range(options.minutes):
            minutes.append(await minute_of(host, calm, watchers))
            print(f"minute {number + 1}: {minutes[-1]}; {tally.acts} acts", flush=True)
        for each in busy:
            each.cancel()
    return tally, minutes


def saved(data: Path) -> set[str]:
    """Return every text of the debate's state."""
    shown = command(data, "--json", "show", DEBATE)
    assert shown.returncode == 0, shown.stderr
    return set(_texts(json.loads(shown.stdout)))


def _texts(document: object) -> Iterator[str]:
    if isinstance(document, str):
        yield document
    for each in document.values() if isinstance(document, dict) else []:
        yield from _texts(each)
    for each in document if isinstance(document, list) else []:
        yield from _texts(each)


def main() -> None:
    """Hold a meeting, and look at what is left of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guests", type=int, default=60)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with served() as host:
        tally, minutes = asyncio.run(meeting(host, options))
        lost = set(tally.claims) - saved(host.data)
        assert not lost, lost
    print(
        f"{tally.acts} acts, {tally.returns} came back after a broken line; {len(tally.claims)} "
        "arguments were said to be saved, and none is lost"
    )
    settled = minutes[min(SETTLING, len(minutes) - 1)].memory
    print(f"memory at the end against minute {SETTLING + 1}: {minutes[-1].memory / settled:.2f}")
    assert minutes[-1].memory < settled * MOST_GROWTH


if __name__ == "__main__":
    main()
