"""A conversation from Polis in lines: its files, its groups, what they share, and the doubts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from debate.analysis.refusal import Refused
from debate.i18n.marks import N_
from debate.i18n.numbers import format_number
from debate.i18n.oddities import oddity_words
from debate.service.readings import refusal_reading

if TYPE_CHECKING:
    from debate.analysis.conversation import Conversation
    from debate.exchange.polis import PolisExport
    from debate.i18n.catalog import Translator

_ANSWERS = {"agree": N_("agrees"), "disagree": N_("disagrees")}
SHOWN = 3
"""How many statements are named for each group, and of those that groups share."""


def conversation_lines(export: PolisExport, found: Conversation, t: Translator) -> Iterator[str]:
    """Yield everything there is to say, in lines."""
    yield from _heading(export, found, t)
    yield from oddity_lines(export, t)
    yield ""
    yield from _verdict(found, t)
    texts = {str(each.id): each.text for each in export.statements}
    for number in range(len(found.groups.sizes)):
        yield ""
        yield from _group(found, number, texts, t)
    if len(found.groups.sizes) > 1:
        yield ""
        yield from _shared(found, texts, t)


def oddity_lines(export: PolisExport, t: Translator) -> Iterator[str]:
    """Yield what was odd about the files, and what was done about it."""
    for each in export.oddities:
        yield f"! {oddity_words(each.oddness.value, each.count, each.detail, t)}"
    rejected = sum(one.rejected for one in export.statements)
    if rejected:
        yield f"! {oddity_words('rejected', rejected, '', t)}"


def _heading(export: PolisExport, found: Conversation, t: Translator) -> Iterator[str]:
    if export.topic:
        yield export.topic
    yield t.text(
        "People who answered: {people}. Statements: {statements}. People who answered enough to be "
        "in a group: {members}.",
        people=format_number(len(found.opinions.people), t.language),
        statements=format_number(len(found.opinions.statements), t.language),
        members=format_number(len(found.groups.members), t.language),
    )


def _verdict(found: Conversation, t: Translator) -> Iterator[str]:
    """Yield how many groups there are, or why there are none; then both tests with their figures."""
    if found.has_clear_groups:
        yield t.plural("{n} opinion group.", "{n} opinion groups.", len(found.groups.sizes))
    else:
        yield t.text("There are no clear opinion groups:")
        for refused in found.refusals:
            yield f"  {refusal_reading(refused, t)}"
    if not isinstance(found.chance, Refused):
        yield t.text(
            "Shuffled answers were as clear with a probability of {p} (up to 0.05 is hardly chance).",
            p=format_number(found.chance, t.language),
        )
    if not isinstance(found.stability, Refused):
        yield t.text(
            "Stability without one person in five: {s} (1 is the same groups; it takes 0.75).",
            s=format_number(found.stability, t.language),
        )
    if not found.has_clear_groups and len(found.groups.sizes) > 1:
        yield t.text("The division below is what the procedure gives, and not to be relied on.")


def _group(found: Conversation, number: int, texts: dict[str, str], t: Translator) -> Iterator[str]:
    """Yield what one group is known by, or why that is withheld."""
    people = t.plural("{n} person", "{n} people", found.groups.sizes[number])
    yield t.text("Group {number}: {people}.", number=number + 1, people=people)
    known = found.representative[number]
    if isinstance(known, Refused):
        yield f"  {refusal_reading(known, t)}"
        return
    for each in known[:SHOWN]:
        answer = t.text(_ANSWERS[each.answer.value])
        yield f"  • {answer}: {texts.get(each.statement) or each.statement}"


def _shared(found: Conversation, texts: dict[str, str], t: Translator) -> Iterator[str]:
    """Yield the statements that all groups answer alike, with group-informed consensus."""
    rejected = found.opinions.rejected
    shared = sorted(
        (each for each in found.consensus if each.statement not in rejected),
        key=lambda each: -max(each.agree, each.disagree),
    )
    yield t.text("What the groups share (group-informed consensus, at most 1):")
    for each in shared[:SHOWN]:
        answer = "agree" if each.agree >= each.disagree else "disagree"
        value = format_number(max(each.agree, each.disagree), t.language)
        yield f"  • {value} {t.text(_ANSWERS[answer])}: {texts.get(each.statement) or each.statement}"
