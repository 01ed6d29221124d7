"""A whole conversation in one value: groups, what they are known by, what they share, and the doubts.

The division is always there, because a picture may be drawn of it, but `refusals` says when it may
not be called groups: too few people, as clear by chance, or gone when some people are left out.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from debate.analysis.acceleration import is_worthwhile
from debate.analysis.consensus import Consensus, consensuses, priority
from debate.analysis.groups import Groups, Method, find_groups
from debate.analysis.opinions import Opinions
from debate.analysis.refusal import Reason, Refused
from debate.analysis.representative import Representative, representatives, tallies, tally
from debate.analysis.robustness import SUBSAMPLES, default_shuffles, shuffle_p, stability

MINIMUM_PEOPLE = 10
"""With fewer people in groups there are no clear groups."""
LARGEST_P = 0.05
"""With a larger p of the shuffle test there are no clear groups."""
LEAST_STABILITY = 0.75
"""With a lower stability there are no clear groups."""
MINIMUM_GROUP = 5
"""What a smaller group is known by would say too much about its members."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What can be said of how people answered, and what cannot."""

    opinions: Opinions
    """What people answered."""
    groups: Groups
    """The division into groups, whether or not it may be called that."""
    representative: tuple[tuple[Representative, ...] | Refused, ...]
    """What each group is known by; refused for a group of fewer than five."""
    consensus: tuple[Consensus, ...]
    """What the groups share, the most agreed statement first."""
    chance: float | Refused
    """p of the shuffle test, in (0, 1]."""
    stability: float | Refused
    """How much stays when a fifth of the people are left out, at most 1."""
    refusals: tuple[Refused, ...]
    """Why there are no clear groups; empty when there are."""

    @property
    def has_clear_groups(self) -> bool:
        """Whether the division may be called opinion groups."""
        return not self.refusals

    @property
    def assignments(self) -> dict[str, int]:
        """Participant id to group, without the people who answered too little to be in one."""
        people = self.opinions.people
        pairs = zip(self.groups.members, self.groups.labels, strict=True)
        return {people[row]: label for row, label in pairs}

    def to_json(self) -> dict[str, object]:
        """Return the conversation as an object that `json.dumps` takes as it is."""
        groups = self.groups
        return {
            "people": len(self.opinions.people),
            "statements": len(self.opinions.statements),
            "in_groups": len(groups.members),
            "method": groups.method.value,
            "k": groups.k,
            "sizes": list(groups.sizes),
            "silhouettes": {str(k): value for k, value in groups.silhouettes.items()},
            "assignments": self.assignments,
            "positions": dict(
                zip(self.opinions.people, map(list, groups.projection.positions), strict=True)
            ),
            "variances": list(groups.projection.variances),
            "shuffle_p": _plain(self.chance),
            "stability": _plain(self.stability),
            "clear": self.has_clear_groups,
            "refusals": [refused.to_json() for refused in self.refusals],
            "representative": [
                found.to_json()
                if isinstance(found, Refused)
                else [statement.to_json() for statement in found]
                for found in self.representative
            ],
            "consensus": [statement.to_json() for statement in self.consensus],
        }


def _plain(figure: float | Refused) -> object:
    """Return a figure, or its refusal as a JSON object."""
    return figure.to_json() if isinstance(figure, Refused) else figure


def analyse(
    opinions: Opinions,
    *,
    method: Method | None = None,
    shuffles: int | None = None,
    subsamples: int = SUBSAMPLES,
    fast: bool | None = None,
) -> Conversation | Refused:
    """Return what can be said of a conversation; refused without anybody or any statement.

    Args:
        opinions: What people answered.
        method: How to find groups; by default as a workshop up to 100 people, else as Polis.
        shuffles: How often to shuffle for the test; by default 99, or 19 for a large conversation.
        subsamples: How often to leave people out for the stability.
        fast: Whether to compute with numpy; by default when it is there and worth its import.
    """
    if not opinions.people:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)
    if not opinions.statements:
        return Refused(Reason.TOO_FEW_ITEMS, needed=1, had=0)
    shuffles = default_shuffles(opinions) if shuffles is None else shuffles
    if fast is None:
        fast = is_worthwhile(opinions.cells * (1 + shuffles + subsamples))
    groups = find_groups(opinions, method, fast=fast)
    answered = tallies(opinions, groups)
    chance = shuffle_p(opinions, groups, shuffles, fast=fast)
    steady = stability(opinions, groups, subsamples, fast=fast)
    return Conversation(
        opinions=opinions,
        groups=groups,
        representative=tuple(
            Refused(Reason.SMALL_CELL, needed=MINIMUM_GROUP, had=size)
            if size < MINIMUM_GROUP
            else representatives(answered, group)
            for group, size in enumerate(groups.sizes)
        ),
        consensus=consensuses(answered),
        chance=chance,
        stability=steady,
        refusals=_refusals(groups, chance, steady),
    )


def _refusals(
    groups: Groups, chance: float | Refused, steady: float | Refused
) -> tuple[Refused, ...]:
    """Return every rule that a division fails, a test that was not run among them."""
    people = len(groups.members)
    found = []
    if people < MINIMUM_PEOPLE:
        found.append(Refused(Reason.TOO_FEW_PEOPLE, needed=MINIMUM_PEOPLE, had=people))
    if len(groups.sizes) < 2:
        found.append(Refused(Reason.NO_VARIATION, needed=2, had=len(groups.sizes)))
    if isinstance(chance, Refused):
        found.append(chance)
    elif chance > LARGEST_P:
        found.append(Refused(Reason.COULD_BE_CHANCE, needed=LARGEST_P, had=chance))
    if isinstance(steady, Refused):
        found.append(steady)
    elif steady < LEAST_STABILITY:
        found.append(Refused(Reason.UNSTABLE, needed=LEAST_STABILITY, had=steady))
    return tuple(found)


def priorities(conversation: Conversation, meta: Collection[str] = ()) -> dict[str, float]:
    """Return how worthwhile each statement is to show next, without the rejected ones.

    Args:
        conversation: What people answered, with the plane they stand in.
        meta: The statements about the conversation itself.
    """
    opinions, plane = conversation.opinions, conversation.groups.projection
    return {
        statement: priority(
            tally(row[column] for row in opinions.rows),
            plane.extremity(column),
            is_meta=statement in meta,
        )
        for column, statement in enumerate(opinions.statements)
        if statement not in opinions.rejected
    }
