"""Does a debate hold? Every signature, chain and ballot checked, and every figure worked out again.

Nothing here believes a cache: it reads the documents of the journal and starts from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from debate.domain.debate import Debate
from debate.domain.fact import Fact
from debate.domain.ids import ArgumentId, MotionId, SessionId
from debate.service.scales import Scales
from debate.trust.chain import check
from debate.trust.digest import digest
from debate.trust.verdict import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from debate.domain.journal import Damage
    from debate.service.session import Session
    from debate.store.doctor import Describe, Doctor

FIGURE_TOLERANCE = 1e-9
"""How far two ways to the same strength may differ."""


@dataclass(frozen=True, slots=True)
class Examination:
    """What a check of one debate found."""

    session: SessionId
    title: str
    facts: int
    authors: int
    verdict: Verdict
    damage: tuple[Damage, ...]
    unknown: int
    """Facts of newer programs, kept and not understood."""
    ballots_opened: int
    ballots_broken: int
    """Opened ballots that do not agree with their seal."""
    ballots_unopened: int
    figures: int
    """Strengths worked out again."""
    figures_wrong: int
    words: tuple[str, ...]
    """Six words that two people can compare by voice: equal when they hold the same facts."""

    @property
    def holds(self) -> bool:
        """Whether everything is proven and every figure is what it should be."""
        return (
            self.verdict.is_clean
            and not self.damage
            and not self.ballots_broken
            and not self.figures_wrong
        )


def examine(session: Session) -> Examination:
    """Check an open debate from its documents on."""
    documents = list(session.documents())
    verdict = check(documents, session=session.id)
    debate = Debate.empty(session.id).advanced(Fact(document) for document in verdict.good)
    figures, wrong = _figures(session, debate) if debate.is_open else (0, 0)
    polls = tuple(debate.polls.values()) if debate.is_open else ()
    return Examination(
        session=session.id,
        title=debate.charter.title if debate.is_open else "",
        facts=len(documents),
        authors=len(debate.state.heads),
        verdict=verdict,
        damage=tuple(session.journal.damage),
        unknown=len(debate.state.unknown),
        ballots_opened=sum(len(poll.ballots) for poll in polls),
        ballots_broken=sum(len(poll.broken) for poll in polls),
        ballots_unopened=sum(len(poll.unopened) for poll in polls),
        figures=figures,
        figures_wrong=wrong,
        words=tuple(digest(session.id, verdict.heads)),
    )


def _figures(session: Session, debate: Debate) -> tuple[int, int]:
    """Compare the strengths on the screen with strengths from scratch."""
    fresh, shown = Scales(debate), session.scales
    names: list[MotionId | ArgumentId] = [*debate.charter.motion_ids, *debate.floor.arguments]
    wrong = 0
    for name in names:
        one, other = fresh.strength(name), shown.strength(name)
        if one is None or other is None:
            wrong += one is not other
        else:
            wrong += abs(one - other) > FIGURE_TOLERANCE
    return len(names), wrong


def doctor_of(folder: Path) -> tuple[Doctor, Describe]:
    """Return a doctor for a data folder who also checks facts, and what describes a debate."""
    from debate.service.clock import Clock
    from debate.service.session import Session
    from debate.service.summary import summary_of
    from debate.service.wiring import wall_clock
    from debate.store.doctor import Doctor
    from debate.store.library import Library

    def describe(name: str) -> Mapping[str, Any]:
        library = Library(folder)
        session = Session(SessionId(name), library.journal(name), Clock(wall_clock))
        try:
            return summary_of(session).to_document()
        finally:
            session.close()
            library.close()

    return Doctor(folder, verify=odd_facts), describe


def odd_facts(
    documents: Sequence[dict[str, Any]],
) -> Iterable[tuple[str, Mapping[str, object]]]:
    """Yield what does not hold among a debate's documents, as a code and its facts."""
    if not documents:
        return
    verdict = check(documents, session=SessionId(str(documents[0].get("s", ""))))
    for gap in verdict.gaps:
        yield "gap", {"author": gap.author, "first": gap.first, "last": gap.last}
    for fork in verdict.forks:
        yield "fork", {"author": fork.author, "number": fork.number}
    for code, odd in (
        ("bad-id", verdict.bad_ids),
        ("bad-signature", verdict.bad_signatures),
        ("unsigned", verdict.unsigned),
        ("wrong-session", verdict.wrong_session),
        ("malformed", verdict.malformed),
        ("misnumbered", verdict.misnumbered),
    ):
        if odd:
            yield code, {"count": len(odd)}
