"""The order a meeting prefers, from rankings: Schulze, and ranked pairs beside it.

Both compare every two options one against one. A *victory* is a pair that more people rank one way
than the other; it is stronger when more people support it, and among equals when fewer oppose it.
Victories can go round in circles, and the two methods break the circle differently. Neither
depends on the order in which options or ballots are listed.
"""

from __future__ import annotations

from collections.abc import Sequence

from debate.analysis.ranking import Support, Tiers, peeled

Force = tuple[int, int]
"""How strong a victory or a path of them is: supporters, and minus the opponents."""
NONE: Force = (0, 0)
"""No victory at all; every victory is stronger, for it has at least one supporter."""


def victories(support: Support) -> dict[tuple[str, str], Force]:
    """Return the pairs that more people rank this way than the other, with their force."""
    return {
        (first, second): (row[second], -support[second][first])
        for first, row in support.items()
        for second in row
        if row[second] > support[second][first]
    }


def schulze(options: Sequence[str], support: Support) -> Tiers:
    """Return the order of the Schulze method, best first.

    A path of victories is as strong as its weakest; one option beats another when its strongest
    path there is stronger than the strongest path back (Schulze 2011, *A new monotonic,
    clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method*,
    Social Choice and Welfare 36; winning votes). O(options³).

    Args:
        options: What is ranked.
        support: From `debate.analysis.ranking.pairwise`.
    """
    force = victories(support)
    widest = {
        first: {second: force.get((first, second), NONE) for second in options} for first in options
    }
    for through in options:
        onwards = widest[through]
        for first in options:
            towards, row = widest[first][through], widest[first]
            if towards != NONE:
                for second in options:
                    row[second] = max(row[second], min(towards, onwards[second]))
    return peeled(options, lambda one, other: widest[one][other] > widest[other][one])


def ranked_pairs(options: Sequence[str], support: Support) -> Tiers | None:
    """Return the order of ranked pairs, best first, or None when two victories tie.

    Victories are locked in from the strongest down, but for those that would close a circle of
    locked ones (Tideman 1987, *Independence of clones as a criterion for voting rules*, Social
    Choice and Welfare 4). With two victories of one force the rule has no answer of its own, and a
    hidden tie-break would be an opinion.

    Args:
        options: What is ranked.
        support: From `debate.analysis.ranking.pairwise`.
    """
    force = victories(support)
    if len(set(force.values())) < len(force):
        return None
    above: dict[str, set[str]] = {option: {option} for option in options}
    for first, second in sorted(force, key=lambda pair: force[pair], reverse=True):
        if second not in above[first]:
            for option in options:
                if second in above[option]:
                    above[option] |= above[first]
    return peeled(options, lambda one, other: one != other and one in above[other])
