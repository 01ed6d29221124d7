"""What a group never raised and others did, in words, with what comes nearest to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from debate.analysis.refusal import Refused
from debate.i18n.numbers import format_number
from debate.report.readings.said import Said, shortened
from debate.report.readings.side_by_side import claim_in

if TYPE_CHECKING:
    from debate.analysis.findings.compared import MotionCompared
    from debate.analysis.findings.gathering import Group
    from debate.analysis.findings.unraised import Unraised
    from debate.domain.ids import ParticipantId
    from debate.i18n.catalog import Translator

MOST = 12
"""So many arguments are told to a group; how many more there are is said."""
Naming = Callable[[int, "ParticipantId"], str]
"""What a person of the group at a place is called."""


def unraised_readings(
    groups: Sequence[Group], found: MotionCompared, t: Translator, name_of: Naming | None = None
) -> tuple[Said, ...]:
    """Say for each group what it never raised, and which arguments of the pack it passed by."""
    return tuple(
        each
        for place, group in enumerate(groups)
        if group.motion(found.motion)
        for each in _group(groups, found, place, t, name_of)
    )


def _group(
    groups: Sequence[Group],
    found: MotionCompared,
    place: int,
    t: Translator,
    name_of: Naming | None,
) -> Iterator[Said]:
    rows, group = found.unraised[place], groups[place]
    yield Said("strong", t.text("{group} never raised", group=group.name))
    if not rows:
        yield Said("prose", t.text("Nothing: whatever others raised was raised here too."))
    for each in rows[:MOST]:
        yield Said("item", unraised_reading(groups, each, place, t, name_of))
    if len(rows) > MOST:
        more = t.plural("{n} more in the report.", "{n} more in the report.", len(rows) - MOST)
        yield Said("prose", more)
    if passed := found.passed_by[place]:
        words = t.text("Passed by here, and weighed elsewhere (arguments of the pack):")
        yield Said("prose", words)
        for name in passed:
            yield Said("item", claim_in(groups, name, t))


def unraised_reading(
    groups: Sequence[Group],
    each: Unraised,
    place: int,
    t: Translator,
    name_of: Naming | None = None,
) -> str:
    """Say what others raised, where, how strong it is there, and what comes nearest here."""
    claim = claim_of(groups[each.group], each, t)
    return " ".join((f"{claim}.".replace("..", "."), *notes(groups, each, place, t, name_of)))


def claim_of(group: Group, each: Unraised, t: Translator) -> str:
    """Return an argument that was never raised, with the sign of its side."""
    argument = group.debate.floor.arguments[each.argument]
    return f"{'▲' if each.leaning == 'for' else '▼'} {shortened(argument.claim.within(t.language))}"


def notes(
    groups: Sequence[Group],
    each: Unraised,
    place: int,
    t: Translator,
    name_of: Naming | None = None,
) -> Iterator[str]:
    """Yield the sentences about an argument that was never raised."""
    raised = ", ".join(groups[other].name for other in each.raised_in)
    yield t.text("Raised in {groups}.", groups=raised)
    if each.author is not None and name_of is not None:
        yield t.text("By {name}.", name=name_of(each.group, each.author))
    if each.answers is not None:
        answered = claim_in(groups, each.answers, t)
        lead = {
            "attacks": t.text("not true"),
            "undercuts": t.text("not relevant"),
            "supports": t.text("backed up"),
        }[each.relation]
        yield t.text("It answers “{claim}”: {how}.", claim=answered, how=lead)
    if isinstance(each.strength, float):
        yield t.text(
            "Strength there: {strength}.", strength=format_number(each.strength, t.language)
        )
    elif isinstance(each.strength, Refused):
        yield t.text("Too few weighed it there to tell its strength.")
    if each.nearest is not None:
        near = groups[place].debate.floor.arguments[each.nearest.argument]
        yield t.text(
            "Nearest here: “{claim}” (likeness {likeness}).",
            claim=shortened(near.claim.within(t.language)),
            likeness=format_number(each.nearest.likeness, t.language),
        )
