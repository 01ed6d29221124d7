"""Opinion groups in words: who weighs alike, what each group holds, what all share, how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.analysis.refusal import Reason, Refused
from debate.analysis.representative import Answer
from debate.i18n.marks import N_
from debate.i18n.numbers import format_number
from debate.report.readings.refusals import refusal_reading
from debate.report.readings.said import Said, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from debate.analysis.findings.grouping import Grouping, Known, OpinionGroup, Shared
    from debate.domain.debate import Debate
    from debate.domain.weight import Scheme
    from debate.i18n.catalog import Translator

LETTERS = "ABCDE"
"""What groups are called, the largest first."""
STEADY, FAIRLY_STEADY = 0.95, 0.75
"""From these stabilities on, leaving people out changes hardly anything, or little."""
SIGNS: Mapping[Scheme, str] = {
    "scale": N_("Much (+) is a weight of 6 or more; little (−) is 4 or less."),
    "budget": N_(
        "Much (+) is clearly more than an even share of the points; little (−) is clearly less. Who "
        "spent all points gave the other arguments none."
    ),
    "quadratic": N_(
        "Much (+) is two votes or more for an argument; little (−) is two or more against it."
    ),
}
"""What the signs before an argument mean, by how people weigh."""


def group_readings(found: Grouping | Refused, debate: Debate, t: Translator) -> tuple[Said, ...]:
    """Return everything there is to say about who weighs alike."""
    if isinstance(found, Refused):
        return (
            Said("strong", t.text("No groups yet")),
            Said("prose", _refusal(found, t)),
        )
    return (
        *_heading(found, t),
        Said("prose", t.text(SIGNS[debate.charter.scheme])),
        *(
            each
            for place, group in enumerate(found.groups)
            for each in _group(group, LETTERS[place], debate, t)
        ),
        *_others(found, t),
        *_shared(found, debate, t),
        *_doubts(found, t),
    )


def _heading(found: Grouping, t: Translator) -> Iterator[Said]:
    if found.groups:
        count = len(found.groups)
        yield Said("strong", t.text("{n} groups of people weigh alike", n=count))
    else:
        yield Said("strong", t.text("No clear groups"))
    for refused in found.refusals:
        yield Said("notice", _refusal(refused, t))


def _refusal(refused: Refused, t: Translator) -> str:
    """Return in plain words why people are not divided into groups."""
    match refused.reason:
        case Reason.TOO_FEW_PEOPLE:
            return t.text(
                "Groups take {needed} people who weigh arguments; here are {had}.",
                needed=round(refused.needed),
                had=round(refused.had),
            )
        case Reason.NO_VARIATION:
            return t.text("Everybody weighs alike, so there is one group.")
        case Reason.SMALL_CELL:
            return t.text(
                "A group would have {had} people. Under {needed} they would be known by it, so no "
                "groups are shown.",
                needed=round(refused.needed),
                had=round(refused.had),
            )
        case Reason.COULD_BE_CHANCE:
            return _chance(refused.had, t)
        case Reason.UNSTABLE:
            return t.text("Who is grouped with whom depends on who happens to be here.")
        case _:
            return refusal_reading(refused, t)


def _group(group: OpinionGroup, letter: str, debate: Debate, t: Translator) -> Iterator[Said]:
    yield Said("heading", t.text("Group {letter}: {n} people", letter=letter, n=group.size))
    if not group.known_by:
        yield Said("prose", t.text("Nothing sets it clearly apart."))
    for known in group.known_by:
        yield Said("item", _known(known, debate, t))


def _known(known: Known, debate: Debate, t: Translator) -> str:
    values = {
        "argument": quoted(debate, known.argument, t),
        "inside": known.inside.count(known.answer),
        "members": known.inside.seen,
        "outside": known.outside.count(known.answer),
        "others": known.outside.seen,
    }
    if known.answer is Answer.AGREE:
        return t.text(
            "+ {argument} ({inside} of {members}; others {outside} of {others})", **values
        )
    return t.text("− {argument} ({inside} of {members}; others {outside} of {others})", **values)


def _others(found: Grouping, t: Translator) -> Iterator[Said]:
    if found.groups and found.others:
        yield Said(
            "prose",
            t.plural(
                "{n} person is in no group, or in one that is too small to show.",
                "{n} people are in no group, or in one that is too small to show.",
                found.others,
            ),
        )


def _shared(found: Grouping, debate: Debate, t: Translator) -> Iterator[Said]:
    title = t.text("What all groups share") if found.groups else t.text("What most people share")
    yield Said("heading", title)
    if not found.shared:
        yield Said("prose", t.text("Nothing yet that all give much, or all give little."))
    for each in found.shared:
        yield Said("item", _agreed(each, debate, t))


def _agreed(shared: Shared, debate: Debate, t: Translator) -> str:
    values = {
        "argument": quoted(debate, shared.argument, t),
        "n": shared.everybody.count(shared.answer),
        "seen": shared.everybody.seen,
    }
    if shared.answer is Answer.AGREE:
        return t.text("+ {argument} ({n} of {seen})", **values)
    return t.text("− {argument} ({n} of {seen})", **values)


def _doubts(found: Grouping, t: Translator) -> Iterator[Said]:
    yield Said("heading", t.text("How sure is this?"))
    yield Said("item", _chance(found.doubts.chance, t))
    stays = format_number(max(0.0, found.doubts.stability), t.language)
    if found.doubts.stability >= STEADY:
        words = t.text(
            "Without one person in five hardly anything changes (stability {s}).", s=stays
        )
    elif found.doubts.stability >= FAIRLY_STEADY:
        words = t.text("Without one person in five little changes (stability {s}).", s=stays)
    else:
        words = t.text("Without one person in five much changes (stability {s}).", s=stays)
    yield Said("item", words)


def _chance(p: float, t: Translator) -> str:
    """Return p of the shuffle test as how often chance does as well."""
    if p > 2 / 3:
        return t.text("By chance this much structure arises more often than not.")
    times = max(1, round(1 / p))
    return t.text("By chance this much structure arises 1 time in {n}.", n=times)


def plane_reading(found: Grouping, t: Translator) -> str:
    """Return what left and right mean on the map."""
    if found.plane.is_sided:
        return t.text("Near is alike. Right: more weight for ▲.")
    return t.text("Near is alike; left and right mean nothing.")
