"""How a benchmark is told: a ratio within one run, its budget, and whether the budget holds."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import perf_counter

Work = Callable[[], object]
Clock = Callable[[], float]


def tell(what: str, ratio: float, budget: float | None, *, peer: str) -> None:
    """Print one line.

    Args:
        what: What was measured.
        ratio: How many times as long, or as much, as the peer.
        budget: The most it may be; None for what is told and not judged.
        peer: What it was measured against, in the same run.
    """
    line = f"{what}: {ratio:.2f} times {peer}"
    if budget is not None:
        line += f" (budget {budget:g}) {'ok' if ratio <= budget else 'OVER'}"
    print(line, flush=True)


def in_turn(works: tuple[Work, ...], rounds: int, clock: Clock = perf_counter) -> list[list[float]]:
    """Return what each piece of work took in each round, by a clock.

    They take turns, so that a slow moment of the machine meets all of them.
    """
    spent: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for times, work in zip(spent, works, strict=True):
            gc.collect()
            begun = clock()
            work()
            times.append(clock() - begun)
    return spent
