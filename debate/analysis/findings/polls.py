"""Where people stood at one ballot: counts until the reveal, and only then the stances.

Nothing of what a sealed ballot holds is ever looked at. Under a secret contract a ballot of fewer
than three people stays closed here too, since each of them could work out the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean, median
from typing import TYPE_CHECKING

from debate.analysis.comparison import MINIMUM_CELL
from debate.analysis.disagreement import spread
from debate.analysis.oxford import Side, side_of
from debate.analysis.polarisation import bins, polarisation
from debate.analysis.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from debate.domain.ballot import Moment
    from debate.domain.participant import Contract
    from debate.domain.views.polls import Poll

BINS = 10
"""Bins of stances from -100 to 100, each 20 points wide."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the people who opened their ballot stood."""

    n: int
    """How many gave a stance."""
    bins: tuple[int, ...]
    """How many stood in each of ten bins, from against to for."""
    against: int
    """Stances below -20."""
    undecided: int
    """Stances from -20 to 20, both included."""
    in_favour: int
    """Stances above 20."""
    mean: float
    median: float
    spread: float | Refused
    """Standard deviation as a share of half the slider, 0 to 1; needs two people."""
    polarisation: float | Refused
    """Esteban-Ray over five bins, 0 to 1; needs five people."""
    sure: int
    """How many also said how sure they were."""
    confidence: float | Refused
    """Their mean confidence, 0 to 100."""


@dataclass(frozen=True, slots=True)
class PollFinding:
    """One ballot: how many cast it and, after the reveal, where they stood."""

    moment: Moment
    round: int
    cast: int
    """Ballots that count."""
    is_revealed: bool
    opened: int
    """Ballots that were opened and agree with their seal; 0 before the reveal."""
    unopened: int
    """Sealed ballots that nobody opened: their owners left, or were not heard from since the reveal."""
    late: int
    """Seals that came after the reveal; kept, not counted."""
    broken: int
    """Openings that do not agree with their seal; kept, not counted."""
    standing: Standing | Refused | None
    """None while the ballot is sealed."""


def poll_finding(poll: Poll, contract: Contract) -> PollFinding:
    """Return what may be said of one ballot under a contract."""
    _, moment, number = poll.key
    return PollFinding(
        moment=moment,
        round=number,
        cast=poll.cast,
        is_revealed=poll.is_revealed,
        opened=len(poll.ballots),
        unopened=len(poll.unopened),
        late=len(poll.late),
        broken=len(poll.broken),
        standing=_standing(poll, contract) if poll.is_revealed else None,
    )


def _standing(poll: Poll, contract: Contract) -> Standing | Refused:
    """Return where people stood at a revealed ballot."""
    given = [each for each in poll.ballots.values() if each.stance is not None]
    stances = [each.stance for each in given if each.stance is not None]
    if refused := too_few(len(stances), contract):
        return refused
    sides = [side_of(stance) for stance in stances]
    sure = [each.confidence for each in given if each.confidence is not None]
    return Standing(
        n=len(stances),
        bins=bins(stances, BINS),
        against=sides.count(Side.AGAINST),
        undecided=sides.count(Side.UNDECIDED),
        in_favour=sides.count(Side.FOR),
        mean=fmean(stances),
        median=median(stances),
        spread=_spread(stances),
        polarisation=polarisation(stances),
        sure=len(sure),
        confidence=too_few_sure(len(sure), contract) or fmean(sure),
    )


def too_few(people: int, contract: Contract) -> Refused | None:
    """Return why nothing can be said of so few people: there are none, or they would be known."""
    if not people:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)
    if contract == "secret" and people < MINIMUM_CELL:
        return Refused(Reason.SMALL_CELL, needed=MINIMUM_CELL, had=people)
    return None


def too_few_sure(people: int, contract: Contract) -> Refused | None:
    """Return why no mean may be told of how sure people are: over one, it is what that one said."""
    alone = Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=1) if people == 1 else None
    return too_few(people, contract) or alone


def _spread(stances: Sequence[float]) -> float | Refused:
    """Return the spread; one person is not in disagreement, and not in agreement either."""
    if len(stances) < 2:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=len(stances))
    return spread(stances)
