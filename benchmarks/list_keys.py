"""Key to paint with ten thousand arguments, against the same list with ten.

Budget: 1.5 times the processor time, best of several rounds each. Run it with
`python benchmarks/list_keys.py`; it ends with 1 when the budget is exceeded.
"""

from __future__ import annotations

import asyncio
import sys
import time

from debate.tui.app import DebateApp
from debate.tui.present.views import ListView, RowView
from debate.tui.widgets.argument_list import ArgumentList

BUDGET = 1.5
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


def main() -> int:
    """Print both times and their ratio; return 1 over budget."""
    few = asyncio.run(seconds_per_key(10))
    many = asyncio.run(seconds_per_key(10_000))
    ratio = many / few
    print(f"10 arguments: {few * 1000:.2f} ms a key; 10,000: {many * 1000:.2f} ms; {ratio:.2f}x")
    print(f"budget {BUDGET}x: {'kept' if ratio <= BUDGET else 'EXCEEDED'}")
    return int(ratio > BUDGET)


if __name__ == "__main__":
    sys.exit(main())
