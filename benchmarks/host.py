"""A room: memory and processor per guest, key to paint, and a fact to all screens, at 1, 10 and 50.

Guests are real ssh connections with screens of 100 by 30; the host is a process of its own. Beside a
guest's memory stands that of the program in a process per person.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.first_paint import last_words
from benchmarks.memory import shown
from benchmarks.program import words
from benchmarks.verdict import tell
from tests.campaign.guests import (
    GATE,
    Connection,
    Screen,
    connect,
    cpu_of,
    goes_in,
    memory_of,
    opened,
    settled,
)
from tests.stories.room import Host, begun

SIZES = (1, 10, 50)
KEYS = 40
TYPING = 6
"""Seconds for which everybody types."""
FACTS = 8
OPENING = 3
"""Arguments for the motion that come with its pack; the heading counts them."""
MEGABYTE = 1 << 20
MEMORY_BUDGET = 3.0
"""Megabytes a guest may cost."""
KEY_BUDGET = 50.0
"""Milliseconds from key to paint, when all of fifty type."""
FACT_BUDGET = 1.0
"""Seconds until a fact is on all of fifty screens."""


def part(values: list[float], share: float) -> float:
    """Return the value that a share of all values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


async def connected(host: Host, number: int) -> tuple[Connection, Screen, float]:
    """Let one guest come to the floor; return the seconds to the first paint."""
    began = time.monotonic()
    connection = await connect(host, f"g{number}")
    screen = await opened(connection)
    await screen.sees(GATE)
    took = time.monotonic() - began
    await goes_in(host, screen, f"Guest {number}")
    return connection, screen, took


async def one_types(screen: Screen) -> list[float]:
    """Let one guest move the cursor while the others look on."""
    found = []
    for number in range(KEYS):
        found.append(await screen.painted(b"\x1b[A" if number % 2 else b"\x1b[B"))
        await asyncio.sleep(0.05)
    return found


async def all_type(screens: list[Screen]) -> list[float]:
    """Let everybody move the cursor twice a second."""

    async def types(screen: Screen, offset: float) -> list[float]:
        found = []
        await asyncio.sleep(offset)
        for number in range(TYPING * 2):
            began = time.monotonic()
            found.append(await screen.painted(b"\x1b[A" if number % 2 else b"\x1b[B"))
            await asyncio.sleep(max(0.0, 0.5 - (time.monotonic() - began)))
        return found

    every = 0.5 / len(screens)
    told = await asyncio.gather(*(types(each, place * every) for place, each in enumerate(screens)))
    return [each for one in told for each in one]


def size_facts(size: int) -> int:
    """Return how many facts were told at the sizes before."""
    return SIZES.index(size) * FACTS


async def facts_seen(connection: Connection, screens: list[Screen], size: int) -> list[float]:
    """Let one guest argue in lines; return the seconds until each fact is on every screen."""
    process = await connection.create_process(encoding=None)
    talk = Screen(process)
    await talk.sees("You are in")
    found = []
    for number in range(FACTS):
        said = OPENING + size_facts(size) + number + 1
        for screen in screens:
            screen.raw = b""
        began = time.monotonic()
        talk.type(f"argue for Fact {said}\n".encode())
        await asyncio.gather(*(screen.sees(f"For ({said})") for screen in screens))
        found.append(time.monotonic() - began)
        await asyncio.sleep(0.6)
    process.close()
    return found


async def measured(host: Host) -> dict[int, dict[str, float]]:
    """Measure at each size, with the guests of the size before still there."""
    results: dict[int, dict[str, float]] = {}
    guests: list[tuple[Connection, Screen, float]] = []
    empty = memory_of(host.process)
    for size in SIZES:
        spent, starts = cpu_of(host.process), len(guests)
        while len(guests) < size:
            guests.append(await connected(host, len(guests)))
        await settled(host.process)
        screens = [screen for _, screen, _ in guests]
        row = {
            "first": median(took for _, _, took in guests[starts:]) * 1000,
            "cpu": (cpu_of(host.process) - spent) / (size - starts) * 1000,
            "memory": memory_of(host.process),
            "each": (memory_of(host.process) - empty) / size,
        }
        one = await one_types(screens[0])
        row["one50"], row["one95"] = median(one), part(one, 0.95)
        spent, began = cpu_of(host.process), time.monotonic()
        every = await all_type(screens)
        row["all50"], row["all95"] = median(every), part(every, 0.95)
        row["busy"] = (cpu_of(host.process) - spent) / (time.monotonic() - began) * 100
        facts = await facts_seen(guests[-1][0], screens, size)
        row["fact50"], row["fact100"] = median(facts), max(facts)
        results[size] = row
    for connection, _, _ in guests:
        connection.close()
    return results


def main() -> None:
    """Measure, and print one line a figure."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "debates"
        begun(data)
        alone = shown(words(data), last_words()) / MEGABYTE
        with Host(data) as host:
            rows = asyncio.run(measured(host))
    for size, row in rows.items():
        print(
            f"{size} guests: {row['memory']:.0f} MB in all, {row['each']:.1f} MB a guest; to the first "
            f"paint {row['first']:.0f} ms, {row['cpu']:.0f} ms of processor; key to paint, one types: "
            f"{row['one50']:.1f} ms, 95 %: {row['one95']:.1f}; all type: {row['all50']:.1f}, 95 %: "
            f"{row['all95']:.1f}, processor {row['busy']:.0f} %; a fact on all screens after "
            f"{row['fact50'] * 1000:.0f} ms, at worst {row['fact100'] * 1000:.0f}",
            flush=True,
        )
    few, many = rows[SIZES[0]], rows[SIZES[-1]]
    tell("memory of a guest, in MB", many["each"], MEMORY_BUDGET, peer="1 MB")
    tell("memory of a guest", many["each"] / alone, None, peer="a process per person")
    tell("key to paint, all of 50 type, 95 %", many["all95"] / few["one95"], None, peer="one guest")
    tell("the same, in ms", many["all95"], KEY_BUDGET, peer="1 ms")
    tell("a fact to all of 50 screens, in s", many["fact100"], FACT_BUDGET, peer="1 s")
    tell("a fact to all of 50 screens", many["fact50"] / few["fact50"], None, peer="one screen")


if __name__ == "__main__":
    main()
