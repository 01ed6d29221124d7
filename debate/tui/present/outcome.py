"""Drafted statements as views: a row each, and a page with where people stand on the one chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, assert_never

from debate.domain.outcome import Endorsement
from debate.i18n.marks import N_
from debate.i18n.numbers import format_day
from debate.service.names import name_of
from debate.service.sight import sight_of
from debate.tui.cells import cut
from debate.tui.widgets.ink import Line, Role
from debate.tui.widgets.page import Block

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.ids import ParticipantId
    from debate.domain.views.talk import Outcome
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat

DEGREES: Mapping[Endorsement, str] = {
    "endorse": N_("endorse"),
    "accept": N_("can live with it"),
    "object": N_("object"),
}
"""Each degree, as one's own answer."""


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One drafted statement in the list."""

    id: str
    text: str
    note: str
    is_adopted: bool = False
    is_replaced: bool = False


def outcome_rows(
    debate: Debate, person: ParticipantId | None, t: Translator
) -> tuple[OutcomeRow, ...]:
    """Return a row for each draft: the adopted first, then the newest, the replaced last."""
    drafts = sorted(
        enumerate(debate.outcomes),
        key=lambda each: (not each[1].is_adopted, each[1].is_replaced, -each[0]),
    )
    return tuple(
        OutcomeRow(
            outcome.id, outcome.text, _note(outcome, person, t), outcome.is_adopted,
            outcome.is_replaced,
        )
        for _, outcome in drafts
    )  # fmt: skip


def _note(outcome: Outcome, person: ParticipantId | None, t: Translator) -> str:
    words = [t.text("the outcome")] if outcome.is_adopted else []
    words += [t.text("replaced")] if outcome.is_replaced else []
    words += counted(outcome, t) or [t.text("nobody took a stand yet")]
    mine = outcome.endorsements.get(person) if person else None
    if mine is not None:
        words.append(t.text("you: {degree}", degree=t.text(DEGREES[mine])))
    return " · ".join(words)


def counted(outcome: Outcome, t: Translator) -> list[str]:
    """Return how many people took each stand; those that nobody took are left out."""
    degrees = list(outcome.endorsements.values())
    counts = {degree: degrees.count(degree) for degree in DEGREES}
    return [_people_who(degree, n, t) for degree, n in counts.items() if n]


def _people_who(degree: Endorsement, n: int, t: Translator) -> str:
    match degree:
        case "endorse":
            return t.plural("{n} endorses", "{n} endorse", n)
        case "accept":
            return t.plural("{n} can live with it", "{n} can live with it", n)
        case "object":
            return t.plural("{n} objects", "{n} object", n)
        case _:
            assert_never(degree)


def paint_outcome(row: OutcomeRow, width: int) -> Sequence[Line]:
    """Return two lines: the beginning of the statement, and where people stand on it."""
    sign: tuple[str, Role] = ("✓ ", "focus") if row.is_adopted else ("", "ink")
    room = width - len(sign[0])
    role: Role = "struck" if row.is_replaced else "strong" if row.is_adopted else "ink"
    return [[sign, (cut(row.text, room), role)], [(cut(row.note, width), "muted")]]


def outcome_page(seat: Seat, name: str, t: Translator) -> tuple[Block, ...]:
    """Return everything about one draft; who said it only where that may be seen."""
    debate, sight = seat.debate, sight_of(seat)
    has_names = sight.sees_authors and not sight.is_secret
    outcome = next((each for each in debate.outcomes if each.id == name), None)
    if outcome is None:
        return ()
    blocks = [Block("prose", outcome.text)]
    facts = _facts(debate, outcome, t)
    blocks += [Block("source", fact) for fact in facts]
    blocks += _stands(debate, outcome, t, has_names=has_names)
    if outcome.dissents:
        blocks.append(Block("heading", t.text("Dissent")))
        blocks += [
            Block(
                "item", _signed(dissent.text, name_of(debate, dissent.by, t) if has_names else "")
            )
            for dissent in outcome.dissents
        ]
    return tuple(blocks)


def _facts(debate: Debate, outcome: Outcome, t: Translator) -> Sequence[str]:
    facts = []
    motion = debate.charter.motion(outcome.motion or "")
    if motion is not None:
        facts.append(t.text("On: {motion}", motion=motion.short.within(t.language)))
    if outcome.review_on is not None:
        day = format_day(date.fromisoformat(outcome.review_on), t.language)
        facts.append(t.text("To be looked at again on {day}.", day=day))
    if outcome.is_adopted:
        facts.append(t.text("The facilitator declared this the outcome."))
    if outcome.is_replaced:
        facts.append(t.text("A newer draft took its place."))
    return facts


def _stands(debate: Debate, outcome: Outcome, t: Translator, *, has_names: bool) -> Sequence[Block]:
    """Return how many stand where, and who."""
    blocks = [Block("heading", t.text("Where people stand"))]
    total = len(debate.people.present())
    said = len(outcome.endorsements)
    for degree in DEGREES:
        people = [who for who, what in outcome.endorsements.items() if what == degree]
        if people:
            words = _people_who(degree, len(people), t)
            names = ", ".join(sorted(name_of(debate, who, t) for who in people))
            blocks.append(Block("item", f"{words}: {names}" if has_names else words))
    if said < total:
        blocks.append(Block("item", t.text("{n} said nothing yet", n=total - said)))
    return blocks


def _signed(text: str, name: str) -> str:
    return f"{text} ({name})" if name else text
