"""Every way to deal people over two groups, counted without going through them one by one.

There are 184,756 ways to choose ten people of twenty, and 10**35 to choose sixty of a hundred and
twenty; what a test needs of them is how often each sum occurs. Those counts are worked out person by
person (Pagano and Tritchler 1983, *On obtaining permutation distributions in polynomial time*), for
all sums at once, as the digits of one large number.
"""

from __future__ import annotations

import math
from collections.abc import Sequence


def extreme_deals(values: Sequence[int], dealt: int, seen: int) -> int:
    """Return in how many ways `dealt` of the `values` have a sum of at least `seen`, or at most -`seen`.

    Args:
        values: One whole number a person.
        dealt: How many of them are chosen, from 0 to all.
        seen: 0 or more.
    """
    least = min(values, default=0)
    shifted = [value - least for value in values]
    width = 8 * (math.comb(len(values), dealt).bit_length() // 8 + 1)
    ways = [1] + [0] * dealt
    for number, value in enumerate(shifted, start=1):
        for chosen in range(min(dealt, number), 0, -1):
            ways[chosen] += ways[chosen - 1] << (width * value)
    digits = ways[dealt].to_bytes((ways[dealt].bit_length() + 7) // 8 + width // 8, "little")
    step = width // 8
    return sum(
        int.from_bytes(digits[start : start + step], "little")
        for place, start in enumerate(range(0, len(digits), step))
        if abs(place + dealt * least) >= seen
    )
