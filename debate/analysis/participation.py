"""How evenly people take part: shares of what was said, and whose turn followed whose.

Counts include the people who said nothing: leaving them out makes every meeting look equal. It
refuses figures when nothing was counted. What people read of the other side is in
`debate.analysis.exposure`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import accumulate, pairwise

from debate.analysis.refusal import Reason, Refused


def _uncountable(counts: Sequence[int], people: int) -> Refused | None:
    """Return why shares of these counts mean nothing, or None when they do mean something."""
    if len(counts) < people:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=people, had=len(counts))
    if not any(counts):
        return Refused(Reason.NOTHING_COUNTED, needed=1, had=0)
    return None


def plain_gini(counts: Sequence[int]) -> float | Refused:
    """Return the Gini coefficient of a population (Gini 1912, *Variabilità e mutabilità*).

    `sum (2i - n - 1) x_i / (n sum x)` over the ascending counts.

    Args:
        counts: How often each person acted, 0 or more; two people or more.

    Returns:
        0 (all alike) to (n - 1) / n (one person did it all).
    """
    refused = _uncountable(counts, people=2)
    if refused is not None:
        return refused
    size = len(counts)
    tilted = sum((2 * rank - size - 1) * count for rank, count in enumerate(sorted(counts), 1))
    return tilted / (size * sum(counts))


def gini(counts: Sequence[int]) -> float | Refused:
    """Return the Gini coefficient with the small-sample factor n / (n - 1).

    So that one person who did it all gives 1 in a group of any size (Deltas 2003, *The small-sample
    bias of the Gini coefficient*).

    Args:
        counts: As for `plain_gini`.

    Returns:
        0 (all alike) to 1 (one person did it all).
    """
    plain = plain_gini(counts)
    if isinstance(plain, Refused):
        return plain
    return plain * len(counts) / (len(counts) - 1)


def lorenz(counts: Sequence[int]) -> tuple[tuple[float, float], ...] | Refused:
    """Return the Lorenz line (1905, *Methods of measuring the concentration of wealth*).

    Args:
        counts: How often each person acted; one person or more.

    Returns:
        n + 1 points (share of the people, share of the acts), from (0, 0) to (1, 1), the least
        active people first.
    """
    refused = _uncountable(counts, people=1)
    if refused is not None:
        return refused
    total, size = sum(counts), len(counts)
    sums = accumulate(sorted(counts), initial=0)
    return tuple((people / size, acts / total) for people, acts in enumerate(sums))


def top_share(counts: Sequence[int]) -> float | Refused:
    """Return the share of all acts that the most active person did, 1/n to 1."""
    refused = _uncountable(counts, people=1)
    return refused if refused is not None else max(counts) / sum(counts)


def evenness(counts: Sequence[int]) -> float | Refused:
    """Return Shannon's entropy of the shares over log n (Pielou 1966, *Species diversity*).

    Args:
        counts: How often each person acted; two people or more, the silent ones too.

    Returns:
        0 (one person did it all) to 1 (all alike).
    """
    refused = _uncountable(counts, people=2)
    if refused is not None:
        return refused
    shares = [count / sum(counts) for count in counts if count]
    return -math.fsum(share * math.log(share) for share in shares) / math.log(len(counts))


def turn_gap(authors: Sequence[Hashable]) -> float | Refused:
    """Return how much more often people follow themselves than in a shuffled order.

    The share of neighbouring pairs by one author, less `sum n_i (n_i - 1) / (N (N - 1))`, which is
    the exact mean of that share over all orders of the same turns.

    Args:
        authors: Who spoke, in order; two turns or more.

    Returns:
        Above 0: people speak in runs; below 0: they alternate. Between -1 and 1.
    """
    turns = len(authors)
    if turns < 2:
        return Refused(Reason.TOO_FEW_ITEMS, needed=2, had=turns)
    runs = sum(one == other for one, other in pairwise(authors)) / (turns - 1)
    chance = sum(own * (own - 1) for own in Counter(authors).values()) / (turns * (turns - 1))
    return runs - chance


def stance_balance(pro: int, con: int) -> float | Refused:
    """Return `1 - |pro - con| / (pro + con)`: 0 (one side only) to 1 (as many of each).

    Args:
        pro: Arguments (or people) for, 0 or more.
        con: Arguments (or people) against, 0 or more.
    """
    if pro + con == 0:
        return Refused(Reason.NOTHING_COUNTED, needed=1, had=0)
    return 1 - abs(pro - con) / (pro + con)
