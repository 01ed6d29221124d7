"""Whether a shift could be chance: exact tests that need no assumption about the answers.

Small rooms have so few possible outcomes that all of them can be counted; only large groups with
fractional answers are sampled, from a fixed seed. Nothing here turns a p into the word
"significant": `debate.analysis.shift` decides when that may be said.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from debate.analysis.draws import Draws

LARGEST_TABLE = 100_000
"""The most different sums that are counted exactly; sliders of 500 people stay below it."""
SAMPLES = 10_000
"""How many sign patterns are drawn when there are too many to count."""
_DECIMALS = 6
"""Changes and sums are kept to so many decimals: a rounding error must not change a p."""
_GRAIN = 1e-7
"""Two sums closer than this are the same sum."""


def sign_flip_p(changes: Iterable[float]) -> float:
    """Return how often chance alone would give a mean change at least this far from 0.

    If the debate did nothing, each change was as likely to have the other sign (Fisher 1935, *The
    design of experiments*): the share of the 2**n sign patterns with |sum| at least the one seen.
    Counted exactly by adding one person at a time to a table of sums; sampled when it overflows.

    Args:
        changes: Closing minus opening stance of each person.

    Returns:
        A probability in (0, 1]; 1 when nobody moved.
    """
    moved = [change for change in (round(change, _DECIMALS) for change in changes) if change]
    moves = sorted(map(abs, moved))
    seen = abs(math.fsum(moved)) - _GRAIN
    table = _table_of_sums(moves)
    if table is None:
        return _sampled_p(moves, seen)
    extreme = sum(count for total, count in table.items() if abs(total) >= seen)
    return extreme / (1 << len(moves))


def _table_of_sums(moves: Sequence[float]) -> dict[float, int] | None:
    """Return how many sign patterns give each sum, or None when there are too many sums."""
    table: dict[float, int] = {0.0: 1}
    for move in moves:
        grown: defaultdict[float, int] = defaultdict(int)
        for total, count in table.items():
            grown[round(total + move, _DECIMALS)] += count
            grown[round(total - move, _DECIMALS)] += count
        if len(grown) > LARGEST_TABLE:
            return None
        table = grown
    return table


def _sampled_p(moves: Sequence[float], seen: float) -> float:
    """Return the p of `SAMPLES` drawn sign patterns, the one seen counted among them.

    (b + 1) / (m + 1), so that it is never 0 (Phipson and Smyth 2010, *Permutation p-values should
    never be zero*).
    """
    stream = Draws()
    half = 1 << 31
    extreme = 0
    for _ in range(SAMPLES):
        signs = stream.words(len(moves))
        total = sum(move if sign < half else -move for move, sign in zip(moves, signs, strict=True))
        extreme += abs(total) >= seen
    return (extreme + 1) / (SAMPLES + 1)


def mcnemar_p(forward: int, back: int) -> float:
    """Return how often chance alone would make crossings this one-sided (McNemar 1947, exact form).

    Twice the smaller tail of Binomial(forward + back, 1/2), at most 1: 6 against 0 gives .031,
    5 against 0 gives .0625 (*Note on the sampling error of the difference between correlated
    proportions*).

    Args:
        forward: People who crossed one way, 0 or more.
        back: People who crossed the other way, 0 or more.

    Returns:
        A probability in (0, 1]; 1 when nobody crossed.
    """
    crossed = forward + back
    tail = sum(math.comb(crossed, count) for count in range(min(forward, back) + 1))
    return min(1.0, 2 * tail / (1 << crossed))


def adjusted(ps: Sequence[float]) -> tuple[float, ...]:
    """Return probabilities that hold together, where several questions are asked at once.

    The smallest of m is multiplied by m, the next by m - 1, and so on; none is below one that was
    smaller (Holm 1979, *A simple sequentially rejective multiple test procedure*).

    Args:
        ps: One p a question.

    Returns:
        The same in the same order, each as large as it was or larger, and at most 1.
    """
    found = [0.0] * len(ps)
    largest = 0.0
    for rank, place in enumerate(sorted(range(len(ps)), key=lambda place: ps[place])):
        largest = max(largest, min(1.0, (len(ps) - rank) * ps[place]))
        found[place] = largest
    return tuple(found)
