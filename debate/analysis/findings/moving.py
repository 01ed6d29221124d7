"""What moved people, by their own account: the arguments they named in the closing ballot."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.analysis.comparison import MINIMUM_CELL
from debate.analysis.findings.movement import Pending
from debate.analysis.findings.polls import too_few

if TYPE_CHECKING:
    from debate.analysis.refusal import Refused
    from debate.domain.ids import ArgumentId, ParticipantId
    from debate.domain.participant import Contract
    from debate.domain.views.polls import Poll


@dataclass(frozen=True, slots=True)
class Named:
    """One argument that people named."""

    argument: ArgumentId
    by: int
    """How many named it."""
    towards: int | None
    """Of these, how many moved towards for; None when so few would be known."""
    away: int | None
    """Of these, how many moved towards against."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What the closing ballots name."""

    ballots: int
    """Closing ballots that were opened."""
    naming: int
    """Those that name at least one argument."""
    arguments: tuple[Named, ...]
    """The most named first, then by id."""


def moved_finding(before: Poll, after: Poll, contract: Contract) -> Moved | Pending | Refused:
    """Return which arguments moved people, by the closing ballots."""
    if not after.is_revealed:
        return Pending(after.key[1], after.cast)
    if refused := too_few(len(after.ballots), contract):
        return refused
    counts: Counter[ArgumentId] = Counter()
    towards: Counter[ArgumentId] = Counter()
    away: Counter[ArgumentId] = Counter()
    for person, ballot in after.ballots.items():
        change = _change(before, after, person)
        for name in dict.fromkeys(ballot.moved_by):
            counts[name] += 1
            towards[name] += change > 0
            away[name] += change < 0
    return Moved(
        ballots=len(after.ballots),
        naming=sum(bool(ballot.moved_by) for ballot in after.ballots.values()),
        arguments=tuple(
            _named(name, count, towards[name], away[name], contract)
            for name, count in sorted(counts.items(), key=lambda row: (-row[1], row[0]))
        ),
    )


def _change(before: Poll, after: Poll, person: ParticipantId) -> int:
    """Return how far a person moved; 0 for who answered once, or before the opening's reveal."""
    start, end = before.ballots.get(person), after.ballots[person]
    if start is None or start.stance is None or end.stance is None:
        return 0
    return end.stance - start.stance


def _named(name: ArgumentId, count: int, towards: int, away: int, contract: Contract) -> Named:
    """Return the counts of one argument; its directions only when they cannot tell on anybody."""
    parts = (towards, away, count - towards - away)
    is_open = contract != "secret" or all(not part or part >= MINIMUM_CELL for part in parts)
    return Named(name, count, towards if is_open else None, away if is_open else None)
