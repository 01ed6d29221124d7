"""The minutes of an open debate: gathers what the report room needs, and has it written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.domain.fact import Fact
from debate.report.formats import FORMATS, Format, written
from debate.report.material import Logged, Material
from debate.service.chronicle import Chronicle
from debate.service.examination import proof_of
from debate.service.findings import findings_of
from debate.service.names import NOBODY, name_of
from debate.service.sight import sight_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat

__all__ = ["FORMATS", "Format", "material_of", "minutes_of"]
MODERATION = frozenset(
    {
        "argument.hidden",
        "argument.shown",
        "flag.resolved",
        "participant.enrolled",
        "participant.removed",
        "participant.reinstated",
        "role.granted",
        "role.withdrawn",
        "charter.amended",
        "session.frozen",
        "session.thawed",
        "session.closed",
        "session.reopened",
    }
)
"""The kinds of facts that the log of moderation tells; only a facilitator's count."""


def minutes_of(seat: Seat, form: Format, t: Translator) -> str:
    """Return the minutes of the debate somebody sits in, as they may read it.

    Args:
        seat: Who asks: a phase that hides things hides them here too.
        form: Which form.
        t: The language.
    """
    return written(material_of(seat, t), form, t)


def material_of(seat: Seat, t: Translator) -> Material:
    """Return what the minutes are made from."""
    debate, sight = seat.debate, sight_of(seat)
    facts = [Fact(document) for document in seat.session.documents()]
    return Material(
        debate=debate,
        findings=findings_of(debate),
        proof=proof_of(seat.session),
        name_of=lambda person: name_of(debate, person if sight.sees_authors else NOBODY, t),
        sees=sight.sees,
        sees_totals=sight.sees_totals and sight.sees_weights,
        sees_authors=sight.sees_authors,
        log=_log(seat, facts, t),
    )


def _log(seat: Seat, facts: Iterable[Fact], t: Translator) -> tuple[Logged, ...]:
    """Return the facilitators' acts in the order in which they were done."""
    people, chronicle = seat.debate.people, Chronicle(seat, t)
    acts = [fact for fact in facts if fact.kind in MODERATION and people.led(fact)]
    return tuple(
        Logged(fact.milliseconds, chronicle.tell(fact))
        for fact in sorted(acts, key=lambda fact: fact.moment)
    )
