"""Ballots that rank options, what they say of every pair, and an order with ties.

A ballot ranks options in tiers; options in one tier are equal. What a ballot leaves out it ranks
below everything it names, all equal there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Tiers = tuple[tuple[str, ...], ...]
"""Options from best to worst; those in one tier are equal."""
Support = Mapping[str, Mapping[str, int]]
"""How many people rank the first option above the second."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """One way to rank options, and how many people rank them so."""

    tiers: Tiers
    people: int = 1


def full_tiers(options: Sequence[str], ranking: Ranking) -> Tiers:
    """Return the tiers of a ballot with what it leaves out as the last tier.

    Raises:
        ValueError: If the ballot names an option twice, or one that does not exist.
    """
    named = [option for tier in ranking.tiers for option in tier]
    if len(set(named)) < len(named) or not set(named) <= set(options):
        raise ValueError(f"ballot {ranking.tiers} does not rank {tuple(options)}")
    rest = tuple(option for option in options if option not in set(named))
    return (*ranking.tiers, rest) if rest else ranking.tiers


def pairwise(options: Sequence[str], rankings: Iterable[Ranking]) -> Support:
    """Return for every pair how many people rank the first above the second; equal counts for none.

    Raises:
        ValueError: If a ballot names an option twice, or one that does not exist.
    """
    support = {first: dict.fromkeys(options, 0) for first in options}
    for ranking in rankings:
        tiers = full_tiers(options, ranking)
        for index, tier in enumerate(tiers):
            below = [option for lower in tiers[index + 1 :] for option in lower]
            for first in tier:
                for second in below:
                    support[first][second] += ranking.people
    return support


def borda(options: Sequence[str], rankings: Iterable[Ranking]) -> dict[str, Fraction]:
    """Return the Borda count: per ballot, one point for each option ranked below.

    Equal options share the points of their places (Borda 1781; ties as Black 1958), so each option
    gets one point per option below and half a point per equal one, and no ballot weighs more by
    ranking fewer.

    Raises:
        ValueError: If a ballot names an option twice, or one that does not exist.
    """
    points = dict.fromkeys(options, Fraction(0))
    for ranking in rankings:
        below = len(options)
        for tier in full_tiers(options, ranking):
            below -= len(tier)
            for option in tier:
                points[option] += ranking.people * (below + Fraction(len(tier) - 1, 2))
    return points


def peeled(options: Sequence[str], beats: Callable[[str, str], bool]) -> Tiers:
    """Return the tiers that are left when the unbeaten are taken away, again and again.

    Args:
        options: What is ranked; within a tier they keep this order.
        beats: Whether the first option beats the second; it must not go round in circles.
    """
    tiers: list[tuple[str, ...]] = []
    left = list(options)
    while left:
        best = tuple(option for option in left if not any(beats(other, option) for other in left))
        tiers.append(best)
        left = [option for option in left if option not in best]
    return tuple(tiers)
