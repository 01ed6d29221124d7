"""The doubts about opinion groups, one repetition at a time.

The shuffle test and the stability of `debate.analysis.robustness` take seconds for a full room. Here
they stop after every repetition and say how far they are, so that a screen can show progress and
give up half-way. The figures are the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from statistics import median
from typing import TypeVar

from debate.analysis.draws import Draws
from debate.analysis.groups import Groups, find_groups
from debate.analysis.opinions import Opinions
from debate.analysis.partition import adjusted_rand_index
from debate.analysis.robustness import KEPT, SUBSAMPLES, TEST_STARTS, default_shuffles

Result = TypeVar("Result")
Steps = Generator[float, None, Result]
"""Work that yields the share that is done, in [0, 1], and returns its result."""
_GRAIN = 1e-9
"""Silhouettes closer than this are the same."""


@dataclass(frozen=True, slots=True)
class Doubts:
    """What speaks for or against calling a division opinion groups."""

    chance: float
    """p of the shuffle test, in (0, 1]."""
    stability: float
    """How much stays when a fifth of the people are left out, at most 1."""


def doubts(opinions: Opinions, groups: Groups, *, fast: bool = False) -> Steps[Doubts]:
    """Repeat the search for groups in shuffled answers, then among four in five of the people.

    Args:
        opinions: What people answered.
        groups: The groups that were found in them.
        fast: Whether to compute with numpy.
    """
    shuffles = default_shuffles(opinions)
    whole = shuffles + SUBSAMPLES
    chance = yield from _scaled(_chance(opinions, groups, shuffles, fast=fast), 0, whole)
    steady = yield from _scaled(_stability(opinions, groups, fast=fast), shuffles, whole)
    return Doubts(chance, steady)


def finished(steps: Steps[Result]) -> Result:
    """Do all of the work at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Result = end.value
            return found


def _scaled(steps: Generator[None, None, float], done: int, whole: int) -> Steps[float]:
    """Return a part of the work as steps of all of it."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return float(end.value)
        done += 1
        yield done / whole


def _chance(
    opinions: Opinions, groups: Groups, shuffles: int, *, fast: bool
) -> Generator[None, None, float]:
    """Return the share of deals that look as clearly grouped; see `robustness.shuffle_p`."""
    stream = Draws()
    seen = find_groups(opinions, groups.method, starts=TEST_STARTS, fast=fast).clarity - _GRAIN
    as_clear = 0
    for _ in range(shuffles):
        dealt = _dealt(opinions, stream)
        clarity = find_groups(dealt, groups.method, starts=TEST_STARTS, fast=fast).clarity
        as_clear += clarity >= seen
        yield
    return (as_clear + 1) / (shuffles + 1)


def _dealt(opinions: Opinions, stream: Draws) -> Opinions:
    """Return the table with the answers to each statement dealt among those who gave one."""
    columns = []
    for column in zip(*opinions.rows, strict=True):
        answers = iter(stream.shuffled([value for value in column if value is not None]))
        columns.append([None if value is None else next(answers) for value in column])
    return replace(opinions, rows=tuple(zip(*columns, strict=True)))


def _stability(opinions: Opinions, groups: Groups, *, fast: bool) -> Generator[None, None, float]:
    """Return the median agreement with the groups of fewer people; see `robustness.stability`."""
    whole = dict(zip(groups.members, groups.labels, strict=True))
    everybody = range(len(opinions.people))
    kept = max(1, round(KEPT * len(opinions.people)))
    stream = Draws()
    scores = []
    for _ in range(SUBSAMPLES):
        rows = stream.sample(everybody, kept)
        part = find_groups(opinions.of(rows), groups.method, fast=fast)
        labels = {rows[row]: label for row, label in zip(part.members, part.labels, strict=True)}
        both = sorted(labels.keys() & whole.keys())
        scores.append(
            adjusted_rand_index([labels[row] for row in both], [whole[row] for row in both])
        )
        yield
    return median(scores)
