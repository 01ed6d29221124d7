"""Does a debate hold? Every signature, chain and ballot checked, and every figure worked out again.

Nothing here believes a cache: it reads the documents of the journal and starts from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.analysis.semantics import QUADRATIC_ENERGY
from debate.domain.debate import Debate
from debate.domain.fact import Fact
from debate.domain.ids import ArgumentId, MotionId, SessionId
from debate.domain.views.standing import Standing
from debate.report.material import Proof
from debate.service.missing import Missing, missing_in
from debate.service.scales import Scales
from debate.trust.chain import check
from debate.trust.digest import digest
from debate.trust.verdict import Verdict

if TYPE_CHECKING:
    from debate.domain.journal import Damage
    from debate.service.session import Session

FIGURE_TOLERANCE = 1e-9
"""How far two ways to the same strength may differ."""
STEPS = 8
"""In so many steps a debate from a file is followed, so that its strengths come about in two ways."""


@dataclass(frozen=True, slots=True)
class Examination:
    """What a check of one debate found."""

    session: SessionId
    title: str
    facts: int
    authors: int
    verdict: Verdict
    missing: tuple[Missing, ...]
    """What is not here, by author and number."""
    damage: tuple[Damage, ...]
    unknown: int
    """Facts of newer programs, kept and not understood."""
    ballots_opened: int
    ballots_broken: int
    """Opened ballots that do not agree with their seal."""
    ballots_unopened: int
    standings: Mapping[Standing, int]
    """How many facts count, came late, were unlawful in their phase, or count for nothing."""
    figures: int
    """Strengths worked out again."""
    figures_wrong: int
    words: tuple[str, ...]
    """Six words that two people can compare by voice: equal when they hold the same facts."""
    first: int
    """The time of the first fact that holds, in milliseconds since 1970; 0 when none does."""
    last: int

    @property
    def holds(self) -> bool:
        """Whether there is anything, everything is proven and every figure is what it should be."""
        return (
            self.facts > 0
            and self.verdict.is_clean
            and not any(each.is_proven for each in self.missing)
            and not self.damage
            and not self.ballots_broken
            and not self.figures_wrong
        )


def examine(session: Session) -> Examination:
    """Check an open debate from its documents on, and the figures it shows."""
    return examine_documents(
        session.id,
        session.documents(),
        damage=tuple(session.journal.damage),
        shown=session.scales if session.debate.is_open else None,
        semantics=session.semantics,
    )


def proof_of(session: Session) -> Proof:
    """Return what minutes and reports say of a check, so that a reader can repeat it."""
    found = examine(session)
    return Proof(
        session=found.session,
        facts=found.facts,
        authors=found.authors,
        holds=found.holds,
        words=found.words,
        first=found.first,
        last=found.last,
        left_out=found.verdict.left_out,
    )


def examine_documents(
    session: SessionId,
    documents: Sequence[object],
    *,
    damage: tuple[Damage, ...] = (),
    shown: Scales | None = None,
    semantics: str = QUADRATIC_ENERGY.name,
) -> Examination:
    """Check the documents of a debate, wherever they come from.

    Args:
        session: The debate they should be of.
        documents: What there is, in any order.
        damage: Places that could not be read.
        shown: The strengths that are shown; those of the debate followed in steps when None.
        semantics: What they are worked out by, a code of `debate.analysis.semantics`.
    """
    verdict = check(documents, session=session)
    facts = [Fact(document) for document in verdict.good]
    debate = Debate.empty(session).advanced(facts)
    shown = shown or followed(session, facts, semantics)
    figures, wrong = _figures(debate, shown, semantics) if shown else (0, 0)
    polls = tuple(debate.polls.values()) if debate.is_open else ()
    times = [fact.milliseconds for fact in facts]
    return Examination(
        session=session,
        title=debate.charter.title if debate.is_open else "",
        facts=len(documents),
        authors=len(debate.state.heads),
        verdict=verdict,
        missing=missing_in(debate, verdict),
        damage=damage,
        unknown=len(debate.state.unknown),
        ballots_opened=sum(len(poll.ballots) for poll in polls),
        ballots_broken=sum(len(poll.broken) for poll in polls),
        ballots_unopened=sum(len(poll.unopened) for poll in polls),
        standings=Counter(map(debate.bench.standing, facts)) if debate.is_open else {},
        figures=figures,
        figures_wrong=wrong,
        words=tuple(digest(session, verdict.heads)),
        first=min(times, default=0),
        last=max(times, default=0),
    )


def followed(session: SessionId, facts: Sequence[Fact], semantics: str) -> Scales | None:
    """Return the strengths of a debate as a screen has them: followed from step to step.

    None when what opens the debate is not among the facts.
    """
    ordered = sorted(facts, key=lambda fact: fact.moment)
    debate, scales = Debate.empty(session), None
    size = max(1, -(-len(ordered) // STEPS))
    for start in range(0, len(ordered), size):
        debate = debate.advanced(ordered[start : start + size])
        if scales is not None:
            scales.follow(debate)
        elif debate.is_open:
            scales = Scales(debate, semantics)
    return scales


def _figures(debate: Debate, shown: Scales, semantics: str) -> tuple[int, int]:
    """Compare strengths that were followed with strengths from scratch."""
    fresh = Scales(debate, semantics)
    names: list[MotionId | ArgumentId] = [*debate.charter.motion_ids, *debate.floor.arguments]
    wrong = 0
    for name in names:
        one, other = fresh.strength(name), shown.strength(name)
        if one is None or other is None:
            wrong += one is not other
        else:
            wrong += abs(one - other) > FIGURE_TOLERANCE
    return len(names), wrong
