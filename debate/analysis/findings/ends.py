"""The two ends of a first round: middle, quarters, and the reasons of those farthest out, nameless.

So a Delphi round shows them before the next one (Dalkey and Helmer, "An experimental application of
the Delphi method to the use of experts", 1963). Where nothing may link a person's reasons with
their stance, the reasons of either side stand there instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles
from typing import TYPE_CHECKING

from debate.analysis.findings.movement import Pending
from debate.analysis.findings.polls import too_few
from debate.analysis.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from debate.domain.debate import Debate
    from debate.domain.ids import ArgumentId, MotionId, ParticipantId
    from debate.domain.views.floor import Argument

FEWEST = 4
"""People it takes to speak of quarters."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Where people stood at the opening ballot, and why those at the ends stood there."""

    n: int
    median: float
    low: float
    """A quarter of the people stood further to against than this."""
    high: float
    """A quarter of the people stood further to for than this."""
    are_linked: bool
    """Whether the reasons are those of the people at the ends; else they are those of the sides."""
    against: tuple[ArgumentId, ...]
    in_favour: tuple[ArgumentId, ...]


def ends_finding(debate: Debate, motion: MotionId) -> Ends | Pending | Refused:
    """Return the two ends of the opening ballot on a motion, once it is revealed."""
    poll = debate.poll((motion, "opening", 0))
    if not poll.is_revealed:
        return Pending("opening", poll.cast)
    stances = {who: each.stance for who, each in poll.ballots.items() if each.stance is not None}
    if refused := too_few(len(stances), debate.charter.contract):
        return refused
    if len(stances) < FEWEST:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=FEWEST, had=len(stances))
    low, _, high = quantiles(stances.values(), n=4, method="inclusive")
    are_linked = debate.charter.contract != "secret"
    own = _reasons(debate, motion)
    return Ends(
        n=len(stances),
        median=median(stances.values()),
        low=low,
        high=high,
        are_linked=are_linked,
        against=_at_end(own, stances, below=low) if are_linked else _of_side(own, "attacks"),
        in_favour=_at_end(own, stances, above=high) if are_linked else _of_side(own, "supports"),
    )


def _reasons(debate: Debate, motion: MotionId) -> tuple[Argument, ...]:
    """Return what people brought about a motion and stands, the opening arguments left out."""
    there = (debate.floor.arguments[name] for name in debate.floor.replies.get(motion, ()))
    return tuple(each for each in there if each.is_standing and each.author is not None)


def _at_end(
    reasons: tuple[Argument, ...],
    stances: Mapping[ParticipantId, int],
    *,
    below: float | None = None,
    above: float | None = None,
) -> tuple[ArgumentId, ...]:
    """Return the reasons of those outside the middle half that speak for where they stand."""
    relation = "attacks" if below is not None else "supports"
    found = []
    for each in reasons:
        stance = stances.get(each.author) if each.author else None
        if stance is None or each.relation != relation:
            continue
        if (below is not None and stance < below) or (above is not None and stance > above):
            found.append(each.id)
    return tuple(found)


def _of_side(reasons: tuple[Argument, ...], relation: str) -> tuple[ArgumentId, ...]:
    return tuple(each.id for each in reasons if each.relation == relation)
