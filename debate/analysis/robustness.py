"""Whether opinion groups are more than noise: a shuffle test and a stability.

Groups are found in any votes, also in random ones, whose silhouettes reach .5 in a small room. So
nobody should see groups without these two figures. Both repeat the same procedure as the groups
themselves, from a fixed seed.
"""

from __future__ import annotations

from dataclasses import replace
from statistics import median

from debate.analysis.draws import Draws
from debate.analysis.groups import Groups, find_groups
from debate.analysis.opinions import Opinions
from debate.analysis.partition import adjusted_rand_index
from debate.analysis.refusal import Reason, Refused

SHUFFLES = 99
"""How often the answers are shuffled: the smallest p is .01."""
SHUFFLES_OF_LARGE = 19
"""The same for large conversations, where .05 must do as the smallest p."""
LARGE = 100_000
"""People times statements from which a conversation is large."""
TEST_STARTS = 3
"""How many starts the workshop form tries for each deal, and for the real answers beside them."""
SUBSAMPLES = 15
"""How often some people are left out."""
KEPT = 0.8
"""The share of the people that is kept each time."""
_GRAIN = 1e-9
"""Silhouettes closer than this are the same."""


def default_shuffles(opinions: Opinions) -> int:
    """Return how often the answers of a table are shuffled unless the caller says otherwise."""
    return SHUFFLES if opinions.cells < LARGE else SHUFFLES_OF_LARGE


def shuffle_p(
    opinions: Opinions, groups: Groups, shuffles: int, *, fast: bool = False
) -> float | Refused:
    """Return how often answers without structure look at least as clearly grouped.

    Each column is dealt anew among those who answered it, which keeps how many agree with each
    statement and who answered what, but not who agrees with whom. p is (b + 1) / (m + 1) with the
    real answers counted among the deals.

    Args:
        opinions: What people answered.
        groups: The groups that were found in them.
        shuffles: How often to deal; 0 refuses.
        fast: Whether to compute with numpy.

    Returns:
        A probability in (0, 1].
    """
    if shuffles < 1:
        return Refused(Reason.NOT_RUN, needed=1, had=shuffles)
    stream = Draws()
    seen = _clarity(opinions, groups, fast=fast) - _GRAIN
    as_clear = sum(
        _clarity(_dealt(opinions, stream), groups, fast=fast) >= seen for _ in range(shuffles)
    )
    return (as_clear + 1) / (shuffles + 1)


def _clarity(opinions: Opinions, groups: Groups, *, fast: bool) -> float:
    """Return the silhouette that a quicker search finds: the same for real and dealt answers."""
    return find_groups(opinions, groups.method, starts=TEST_STARTS, fast=fast).clarity


def _dealt(opinions: Opinions, stream: Draws) -> Opinions:
    """Return the table with the answers to each statement dealt among those who gave one."""
    columns = []
    for column in zip(*opinions.rows, strict=True):
        answers = iter(stream.shuffled([value for value in column if value is not None]))
        columns.append([None if value is None else next(answers) for value in column])
    return replace(opinions, rows=tuple(zip(*columns, strict=True)))


def stability(
    opinions: Opinions, groups: Groups, subsamples: int, *, fast: bool = False
) -> float | Refused:
    """Return how much of the division stays when one person in five is left out.

    The median, over some draws of 80 % of the people, of the adjusted Rand index between the groups
    of those people alone and the groups of everybody (after Hennig 2007, *Cluster-wise assessment of
    cluster stability*).

    Args:
        opinions: What people answered.
        groups: The groups that were found in them.
        subsamples: How often to draw; 0 refuses.
        fast: Whether to compute with numpy.

    Returns:
        1 when nothing changes, about 0 when the groups depend on who is there.
    """
    if subsamples < 1:
        return Refused(Reason.NOT_RUN, needed=1, had=subsamples)
    whole = dict(zip(groups.members, groups.labels, strict=True))
    everybody = range(len(opinions.people))
    kept = max(1, round(KEPT * len(opinions.people)))
    stream = Draws()
    scores = []
    for _ in range(subsamples):
        rows = stream.sample(everybody, kept)
        part = find_groups(opinions.of(rows), groups.method, fast=fast)
        labels = {rows[row]: label for row, label in zip(part.members, part.labels, strict=True)}
        both = sorted(labels.keys() & whole.keys())
        scores.append(
            adjusted_rand_index([labels[row] for row in both], [whole[row] for row in both])
        )
    return median(scores)
