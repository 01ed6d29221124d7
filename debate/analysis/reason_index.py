"""Whether people who prefer alike also reason alike: the Deliberative Reason Index (DRI).

Each pair of people has two rank correlations: of how they weigh the same arguments (r) and of how
they rank the options (q). The index is high when the two go together. High values also arise without
any shared logic, so it is never shown without its shuffled null, and `reason_index` refuses groups,
rankings and sets of arguments that are too small.

Sources: Niemeyer and Veri 2022, *Deliberative Reason Index* (in Research Methods in Deliberative
Democracy); Niemeyer, Veri, Dryzek and Bächtiger 2024, *How deliberation happens*; Veri 2026, arXiv
2604.16963, for the modified form.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from debate.analysis.draws import Draws
from debate.analysis.intervals import percentile
from debate.analysis.rank_correlation import Row, correlations
from debate.analysis.refusal import Reason, Refused

Ratings = Mapping[str, Row]
"""Participant id to one number for each argument (or option), in one order; None is missing."""
Correlations = Mapping[tuple[str, str], float]
"""Two participant ids, the smaller first, to their rank correlation."""
WEAK = 0.2
"""Correlations below this count in proportion in the modified index (tau)."""
FARTHEST = math.sqrt(2) / 2
"""lambda: the distance from the diagonal that scores -1 in the index's own scale."""
SHUFFLES = 200
"""How often the null deals the preference rankings to other people."""
MINIMUM_PEOPLE = 4
"""With fewer people there are too few pairs to take a mean of."""
MINIMUM_TO_SHOW = 8
"""With fewer people the figure is computed but not put on a screen."""
MINIMUM_OPTIONS = 3
"""Fewer options cannot be rank-correlated."""
MINIMUM_ARGUMENTS = 5
"""Fewer shared arguments are too coarse a picture of anybody's reasons."""
_GRAIN = 1e-12
"""Two scores closer than this are the same score."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people, and how alike they weigh and prefer; both correlations in [-1, 1]."""

    one: str
    other: str
    reasons: float
    """r: Spearman's correlation of their considerations."""
    preferences: float
    """q: Spearman's correlation of their rankings."""

    @property
    def distance(self) -> float:
        """|r - q| / sqrt 2: how far the pair lies from "as we reason, so we prefer"; 0 to sqrt 2."""
        return abs(self.reasons - self.preferences) / math.sqrt(2)

    @property
    def force(self) -> float:
        """How much of the pair counts in the modified index: 0 when r and q are both 0, else to 1."""
        return min(1.0, max(abs(self.reasons), abs(self.preferences)) / WEAK)


def pairs(considerations: Ratings, preferences: Ratings) -> tuple[Pair, ...]:
    """Return every pair of people who rated and ranked, where both correlations exist.

    Pairs with a person who rated or ranked all alike drop out: say how many. Correlations take the
    items that both answered, three or more.

    Args:
        considerations: Each person's weight for the same arguments, in one order.
        preferences: Each person's rank for the same options, in one order.
    """
    wishes = correlations(preferences)
    return tuple(
        Pair(*both, reasons=alike, preferences=wishes[both])
        for both, alike in correlations(considerations).items()
        if both in wishes
    )


def standard_index(found: Sequence[Pair]) -> float | Refused:
    """Return `(lambda - 2 * mean d) / lambda` over the pairs: -3 to 1."""
    return _index([pair.distance for pair in found])


def modified_index(found: Sequence[Pair]) -> float | Refused:
    """Return the index in which weak correlations count less: -3 to 1.

    The mean distance becomes `1 - mean((1 - d) * min(1, max(|r|, |q|) / 0.2))`, so that a pair
    without any correlation counts as far away instead of as perfectly coherent (Veri 2026).
    """
    return _index([1 - (1 - pair.distance) * pair.force for pair in found])


def _index(distances: Sequence[float]) -> float | Refused:
    """Return the index of the mean of some distances; refused without a pair."""
    if not distances:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=0)
    return (FARTHEST - 2 * fmean(distances)) / FARTHEST


def individual_indices(found: Iterable[Pair]) -> dict[str, float]:
    """Return the modified index of each person over the pairs that person is in."""
    own: dict[str, list[Pair]] = {}
    for pair in found:
        own.setdefault(pair.one, []).append(pair)
        own.setdefault(pair.other, []).append(pair)
    scores = {person: modified_index(mine) for person, mine in own.items()}
    return {person: score for person, score in scores.items() if not isinstance(score, Refused)}


@dataclass(frozen=True, slots=True)
class Null:
    """What the modified index would be if preferences had nothing to do with reasons."""

    mean: float
    high: float
    """The 95 % point of the shuffled values."""
    p: float
    """The share of shuffles that score at least as high, the real one among them; in (0, 1]."""


@dataclass(frozen=True, slots=True)
class ReasonIndex:
    """The Deliberative Reason Index of a group, beside its null."""

    people: int
    """How many people are in at least one pair."""
    dropped: int
    """How many people rated or ranked, but are in no pair."""
    pairs: int
    modified: float
    standard: float
    individual: Mapping[str, float]
    """The modified index of each person in a pair."""
    null: Null

    @property
    def may_be_shown(self) -> bool:
        """Whether the group is large enough to put the figure on a screen: 8 people."""
        return self.people >= MINIMUM_TO_SHOW


def reason_index(
    considerations: Ratings, preferences: Ratings, shuffles: int = SHUFFLES
) -> ReasonIndex | Refused:
    """Return the index of a group with its null, or why it cannot be had.

    Args:
        considerations: Each person's weights for the same arguments, five or more, in one order.
        preferences: Each person's ranks for the same options, three or more, in one order.
        shuffles: How often the null is drawn, 1 or more.
    """
    both = considerations.keys() & preferences.keys()
    rated = {person: considerations[person] for person in both}
    ranked = {person: preferences[person] for person in both}
    too_small = _too_small(rated, ranked)
    if too_small is not None:
        return too_small
    found = pairs(rated, ranked)
    modified, standard = modified_index(found), standard_index(found)
    if isinstance(modified, Refused) or isinstance(standard, Refused):
        return Refused(Reason.NO_VARIATION, needed=1, had=0)
    individual = individual_indices(found)
    return ReasonIndex(
        people=len(individual),
        dropped=len(considerations.keys() | preferences.keys()) - len(individual),
        pairs=len(found),
        modified=modified,
        standard=standard,
        individual=individual,
        null=shuffled_null(rated, ranked, modified, shuffles),
    )


def _too_small(considerations: Ratings, preferences: Ratings) -> Refused | None:
    """Return the first rule that people who rated and ranked do not meet, or None if all are met."""
    arguments = min(map(len, considerations.values()), default=0)
    options = min(map(len, preferences.values()), default=0)
    for had, needed, reason in (
        (len(considerations), MINIMUM_PEOPLE, Reason.TOO_FEW_PEOPLE),
        (arguments, MINIMUM_ARGUMENTS, Reason.TOO_FEW_ITEMS),
        (options, MINIMUM_OPTIONS, Reason.TOO_FEW_ITEMS),
    ):
        if had < needed:
            return Refused(reason, needed=needed, had=had)
    return None


def shuffled_null(
    considerations: Ratings, preferences: Ratings, observed: float, shuffles: int = SHUFFLES
) -> Null:
    """Return the modified index when the preference rows are dealt to other people.

    Args:
        considerations: As for `pairs`.
        preferences: As for `pairs`, of the same people.
        observed: The modified index of the people as they are.
        shuffles: How often the rows are dealt, 1 or more.
    """
    reasons, wishes = correlations(considerations), correlations(preferences)
    people = sorted(preferences)
    stream = Draws()
    scores = []
    for _ in range(shuffles):
        dealt = dict(zip(people, stream.shuffled(people), strict=True))
        score = modified_index(_dealt_pairs(reasons, wishes, dealt))
        scores.append(observed if isinstance(score, Refused) else score)
    extreme = sum(score >= observed - _GRAIN for score in scores)
    return Null(fmean(scores), percentile(sorted(scores), 0.95), (extreme + 1) / (shuffles + 1))


def _dealt_pairs(
    reasons: Correlations, wishes: Correlations, dealt: Mapping[str, str]
) -> list[Pair]:
    """Return the pairs when each person holds the preferences of the one in `dealt`."""
    found = []
    for (one, other), alike in reasons.items():
        left, right = sorted((dealt[one], dealt[other]))
        if (left, right) in wishes:
            found.append(Pair(one, other, alike, wishes[left, right]))
    return found
