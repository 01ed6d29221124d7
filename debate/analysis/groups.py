"""Which people answer alike: opinion groups by the procedure of Polis, and its form for workshops.

Polis (Small et al. 2021, *Polis: scaling deliberation by mapping high dimensional opinion spaces*)
gathers people into at most 100 base clusters and those into two to five groups. A room of up to 100
people skips the base clusters and takes the best of ten starts, so that the order of the rows no
longer matters. Groups are always found, even in noise: `debate.analysis.conversation` refuses them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from debate.analysis.clusters import (
    Clusters,
    Deal,
    first_distinct,
    inertia,
    k_means,
    spread_starts,
)
from debate.analysis.draws import Draws
from debate.analysis.opinions import Opinions, Row
from debate.analysis.partition import distances, silhouette
from debate.analysis.projection import Point, Projection, project

MINIMUM_ANSWERS = 7
"""Whoever answered fewer statements is in no group, unless there are fewer statements."""
MINIMUM_PEOPLE = 15
"""With fewer qualified people, the most active of the others fill up to this number."""
BASES = 100
"""The most base clusters."""
BASE_ROUNDS = 100
GROUP_ROUNDS = 20
LARGEST_K = 5
BASES_PER_GROUP = 12
"""So many base clusters allow one group more."""
WORKSHOP = 100
"""Up to so many people in groups the workshop form is used."""
STARTS = 10
"""How many starts the workshop form tries for each number of groups."""
_DECIMALS = 12
"""Silhouettes that agree to so many decimals are a tie."""


class Method(StrEnum):
    """How groups are found."""

    POLIS = "polis"
    """As in Polis: base clusters, starts from the first rows."""
    WORKSHOP = "workshop"
    """For small rooms: no base clusters, best of ten seeded starts."""


@dataclass(frozen=True, slots=True)
class Groups:
    """A division of the people into opinion groups, 0 the largest."""

    method: Method
    members: tuple[int, ...]
    """The rows of the people who are in a group, ascending."""
    labels: tuple[int, ...]
    """The group of each member, in the order of `members`."""
    k: int
    """The number of groups that was asked for; people who answer all alike form fewer."""
    silhouettes: Mapping[int, float]
    """The mean silhouette for each number of groups that was tried."""
    bases: tuple[int, ...]
    """The group of each base cluster; of each member in the workshop form."""
    projection: Projection
    """Where everybody stands, also those in no group."""

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many people each group has, largest first."""
        counts = Counter(self.labels)
        return tuple(counts[group] for group in sorted(counts))

    @property
    def clarity(self) -> float:
        """The mean silhouette of the division that was taken, -1 to 1."""
        return self.silhouettes[self.k]

    def rows_of(self, group: int) -> tuple[int, ...]:
        """Return the rows of the people in one group."""
        pairs = zip(self.members, self.labels, strict=True)
        return tuple(row for row, label in pairs if label == group)


def find_groups(
    opinions: Opinions,
    method: Method | None = None,
    *,
    starts: int = STARTS,
    fast: bool = False,
) -> Groups:
    """Return the opinion groups of a table with one person and one statement or more.

    Args:
        opinions: What people answered.
        method: How to look; by default the workshop form up to 100 people, else Polis.
        starts: How many starts the workshop form tries, 1 or more.
        fast: Whether to compute with numpy; the groups are the same.
    """
    members = qualified(opinions.rows)
    if method is None:
        method = Method.WORKSHOP if len(members) <= WORKSHOP else Method.POLIS
    projection = project(opinions.moderated_rows, fast=fast)
    points = [projection.positions[row] for row in members]
    if method is Method.POLIS:
        k, silhouettes, labels, bases = _polis(points, fast=fast)
    else:
        k, silhouettes, labels = _workshop(points, starts)
        bases = labels
    names = _by_size(labels)
    return Groups(
        method=method,
        members=members,
        labels=tuple(names[label] for label in labels),
        k=k,
        silhouettes=silhouettes,
        bases=tuple(names[label] for label in bases),
        projection=projection,
    )


def qualified(rows: Sequence[Row]) -> tuple[int, ...]:
    """Return which rows answered enough to be in a group, ascending.

    Args:
        rows: What people answered, all with the same number of columns.
    """
    answered = [len(row) - row.count(None) for row in rows]
    enough = min(MINIMUM_ANSWERS, len(rows[0]))
    found = {row for row, count in enumerate(answered) if count >= enough}
    if len(found) < MINIMUM_PEOPLE:
        others = [row for row in range(len(rows)) if row not in found]
        others.sort(key=answered.__getitem__, reverse=True)
        found.update(others[: MINIMUM_PEOPLE - len(found)])
    return tuple(sorted(found))


def largest_k(bases: int) -> int:
    """Return the most groups that so many base clusters allow, 2 to 5."""
    return min(LARGEST_K, 2 + bases // BASES_PER_GROUP)


def _polis(
    points: Sequence[Point], *, fast: bool
) -> tuple[int, dict[int, float], tuple[int, ...], tuple[int, ...]]:
    """Return k, the silhouettes, the group of each point and the group of each base cluster."""
    deal: Deal | None = None
    if fast:
        from debate.analysis.acceleration import dealing

        deal = dealing(points)
    starts = first_distinct(points, BASES)
    base = k_means(points, [1.0] * len(points), starts, BASE_ROUNDS, deal)
    sizes = Counter(base.labels)
    weights = [float(sizes[place]) for place in range(len(base.centres))]
    found = {
        k: k_means(base.centres, weights, first_distinct(base.centres, k), GROUP_ROUNDS)
        for k in range(2, largest_k(len(base.centres)) + 1)
    }
    k, silhouettes = _best(base.centres, found)
    bases = found[k].labels
    return k, silhouettes, tuple(bases[label] for label in base.labels), bases


def _workshop(
    points: Sequence[Point], starts: int
) -> tuple[int, dict[int, float], tuple[int, ...]]:
    """Return k, the silhouettes and the group of each point, whatever the order of the points."""
    order = sorted(range(len(points)), key=points.__getitem__)
    ordered = [points[place] for place in order]
    found = {k: _best_start(ordered, k, starts) for k in range(2, largest_k(len(points)) + 1)}
    k, silhouettes = _best(ordered, found)
    labels = dict(zip(order, found[k].labels, strict=True))
    return k, silhouettes, tuple(labels[place] for place in range(len(points)))


def _best_start(points: Sequence[Point], k: int, starts: int) -> Clusters:
    """Return the tightest of the clusters from some seeded starts, the first when they tie."""
    stream = Draws()
    tries = [
        k_means(points, [1.0] * len(points), spread_starts(points, k, stream), BASE_ROUNDS)
        for _ in range(starts)
    ]
    return min(tries, key=lambda clusters: round(inertia(points, clusters), _DECIMALS))


def _best(points: Sequence[Point], found: Mapping[int, Clusters]) -> tuple[int, dict[int, float]]:
    """Return the k with the highest mean silhouette, the larger in a tie, and all silhouettes."""
    apart = distances(points)
    silhouettes = {k: silhouette(apart, clusters.labels) for k, clusters in found.items()}
    best = max(silhouettes, key=lambda k: (round(silhouettes[k], _DECIMALS), k))
    return best, silhouettes


def _by_size(labels: Sequence[int]) -> dict[int, int]:
    """Return new names for the groups: 0 for the largest, the earlier first member in a tie."""
    return {label: name for name, (label, _) in enumerate(Counter(labels).most_common())}
