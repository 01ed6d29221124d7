"""What a doctor for a data folder needs to know of debates: what does not hold, and how one is listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from debate.domain.ids import SessionId
from debate.trust.chain import check

if TYPE_CHECKING:
    from pathlib import Path

    from debate.store.doctor import Describe, Doctor


def doctor_of(folder: Path) -> tuple[Doctor, Describe]:
    """Return a doctor for a data folder who also checks facts, and what describes a debate."""
    from debate.service.clock import Clock
    from debate.service.listing import summary_of
    from debate.service.session import Session
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
