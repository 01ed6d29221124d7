"""Key to paint with ten thousand arguments, against the same list with ten."""

from __future__ import annotations

import asyncio
import time

from benchmarks.verdict import tell
from debate.tui.app import DebateApp
from debate.tui.present.views import ListView, RowView
from debate.tui.widgets.argument_list import ArgumentList

BUDGET = 1.5
SIZES = (10, 10_000)
KEYS = 40
ROUNDS = 5


def view_of(count: int) -> ListView:
    """Return as many arguments on each side, with claims of a usual length."""
    rows = tuple(
        RowView(str(place), "for", f"Argument {place}: " + "words " * 12, place % 100 / 100, 7)
        for place in range(count)
    )
    return ListView(rows, rows)


async def seconds_per_key(count: int) -> float:
    """Return the least processor time a key took from press to paint, over the rounds."""

    class Bench(DebateApp):
        def compose(self) -> object:  # type: ignore[override]
            yield ArgumentList(view_of(count))

    app = Bench(reduced_motion=True)
    best = float("inf")
    async with app.run_test(size=(100, 30)) as pilot:
        app.query_one(ArgumentList).focus()
        await pilot.pause()
        for _ in range(ROUNDS):
            begun = time.process_time()
            for press in range(KEYS):
                await pilot.press("down" if press % 10 < 5 else "up")
            best = min(best, (time.process_time() - begun) / KEYS)
    return best


def main() -> None:
    """Print the ratio of the two, each the best of several rounds, in turn."""
    few, many = (min(asyncio.run(seconds_per_key(size)) for _ in range(2)) for size in SIZES)
    tell("key to paint with 10,000 arguments", many / few, BUDGET, peer="the same with 10")


if __name__ == "__main__":
    main()
