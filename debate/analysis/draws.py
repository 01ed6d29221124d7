"""The room's own source of chance: the same draws on every machine, from a seed in the source.

Resampling needs draws, but the same debate must give the same figure to whoever computes it, now
and in ten years. So the draws are the bytes of SHAKE-128 of a seed (NIST 2015, *FIPS 202*): fixed by
a standard, independent of the interpreter, and quick in bulk. Nothing here is secret or shared, and
none of it may ever make a key: `debate.trust` does that.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")

SEED = 2016
"""The seed of every measure that is not given another; any would do, as long as it stays."""
_BITS = 32
_BLOCK = 256
"""Draws made at once when one is asked for."""


class Draws:
    """A stream of draws that is the same for the same seed."""

    def __init__(self, seed: int = SEED) -> None:
        """Start the stream of `seed`, any whole number."""
        self._name = f"debate.analysis.draws {seed} ".encode()
        self._blocks = 0
        self._left: list[int] = []

    def words(self, count: int) -> tuple[int, ...]:
        """Return the next `count` whole numbers, each uniform on 0 .. 2**32 - 1."""
        source = hashlib.shake_128(self._name + str(self._blocks).encode())
        self._blocks += 1
        return struct.unpack(f"<{count}I", source.digest(4 * count))

    def below(self, bound: int) -> int:
        """Return a whole number that is uniform on 0 .. `bound` - 1.

        The bias of scaling 32 bits is below `bound` / 2**32, too small for any figure here
        (Lemire 2019, *Fast random integer generation in an interval*).
        """
        if not self._left:
            self._left.extend(self.words(_BLOCK))
        return self._left.pop() * bound >> _BITS

    def unit(self) -> float:
        """Return a number that is uniform on [0, 1), in steps of 2**-32."""
        return self.below(1 << _BITS) / (1 << _BITS)

    def chosen(self, items: Sequence[Item], count: int) -> list[Item]:
        """Return `count` of the `items`, each drawn from all of them: with replacement."""
        size = len(items)
        return [items[word * size >> _BITS] for word in self.words(count)]

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """Return the `items` in random order (Durstenfeld 1964, *Algorithm 235*)."""
        order = list(items)
        last = len(order) - 1
        for word in self.words(max(last, 0)):
            other = word * (last + 1) >> _BITS
            order[last], order[other] = order[other], order[last]
            last -= 1
        return order

    def sample(self, items: Sequence[Item], count: int) -> list[Item]:
        """Return `count` different ones of the `items`, in the order they had."""
        kept = sorted(self.shuffled(range(len(items)))[:count])
        return [items[index] for index in kept]
