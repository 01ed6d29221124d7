"""The minutes of a debate as an outline: from who and what to how to work it out again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from debate.domain.events.decisions import BallotSealed
from debate.i18n.marks import N_
from debate.i18n.numbers import format_day, format_moment
from debate.report.material import moment_of
from debate.report.minutes_closing import closing_part
from debate.report.minutes_motion import motion_part
from debate.report.minutes_together import explained, together_part
from debate.report.outline import Block, Facts, Heading, Item, Items, Outline, Paragraph
from debate.report.readings.explanations import EXPLANATIONS, Explanation
from debate.report.readings.methods import METHODS

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.i18n.catalog import Translator
    from debate.report.material import Material
    from debate.report.readings.methods import Method

CONTRACTS = {
    "named": N_("People stand here under their names."),
    "pseudonym": N_("People stand here under the names they chose."),
    "secret": N_("By agreement nobody is named, and nothing links a person with what they hold."),
}
SCHEMES = {
    "scale": N_("each argument from 0 to 10"),
    "budget": N_("100 points over all arguments of a motion"),
    "quadratic": N_("100 credits a motion; v votes cost v²"),
}


def minutes(material: Material, t: Translator) -> Outline:
    """Return the minutes of a debate. Pure: the same material, the same outline."""
    title = material.debate.charter.title
    return Outline(title, t.language, tuple(_blocks(material, title, t)))


def _blocks(material: Material, title: str, t: Translator) -> Iterator[Block]:
    yield Heading(1, title)
    yield from _head(material, t)
    for found in material.findings.motions:
        yield from motion_part(material, found, t)
    yield from together_part(material, t)
    yield from closing_part(material, t)
    yield from method_part((*METHODS, *(EXPLANATIONS[code] for code in explained(material))), t)
    yield from _again(material, t)


def _head(material: Material, t: Translator) -> Iterator[Block]:
    debate, proof = material.debate, material.proof
    charter, people = debate.charter, debate.people.present()
    days = sorted({moment_of(proof.first).date(), moment_of(proof.last).date()})
    count = t.plural("{n} person", "{n} people", len(people))
    names = ", ".join(material.name_of(person.id) for person in people)
    is_open = charter.contract != "secret" and material.sees_authors and people
    yield Facts(
        (
            (t.text("When"), " – ".join(format_day(day, t.language) for day in days)),
            (t.text("People"), f"{count}: {names}" if is_open else count),
            (t.text("Anonymity"), t.text(CONTRACTS[charter.contract])),
            (t.text("Weighing"), t.text(SCHEMES[charter.scheme])),
            (t.text("Run-sheet"), charter.runsheet.title.within(t.language)),
            *_typed(debate, t),
        )
    )
    if not debate.schedule.is_closed:
        yield Paragraph(t.text("The debate is not over: these minutes are provisional."), "notice")
    if len(debate.schedule.stages) > 1:
        yield Heading(2, t.text("Course"))
        yield Items(
            tuple(
                Item(
                    f"{format_moment(moment_of(stage.began), t.language)} UTC: "
                    f"{stage.phase.title.within(t.language)}"
                )
                for stage in debate.schedule.stages
            )
        )


def _typed(debate: Debate, t: Translator) -> Iterator[tuple[str, str]]:
    """Yield how many took part without a device, and how many ballots were typed for them."""
    people = sum(person.channel is not None for person in debate.people.by_id.values())
    ballots = sum(
        isinstance(seal.event, BallotSealed) and seal.event.on_behalf_of is not None
        for poll in debate.polls.values()
        for seal in poll.seals.values()
    )
    if people:
        yield (
            t.text("On paper or by proxy"),
            t.plural(
                "{n} person; ballots that a facilitator typed: {ballots}",
                "{n} people; ballots that a facilitator typed: {ballots}",
                people,
                ballots=ballots,
            ),
        )


def method_part(methods: Sequence[Method | Explanation], t: Translator) -> Iterator[Block]:
    """Yield what some figures are, how they are worked out, and when not to trust them."""
    yield Heading(2, t.text("How the figures are worked out"))
    for each in methods:
        yield Heading(3, t.text(each.title))
        yield Paragraph(t.text(each.what))
        yield Facts(
            (
                (t.text("Formula"), t.text(each.formula)),
                (t.text("After"), t.text(each.source)),
                (t.text("Do not trust it when"), t.text(each.limits)),
            )
        )


def _again(material: Material, t: Translator) -> Iterator[Block]:
    proof = material.proof
    yield Heading(2, t.text("Work it out again"))
    yield Paragraph(
        t.text(
            "Everything above follows from the journal. Whoever has it can check every signature "
            "and every ballot, and work each figure out again:"
        )
    )
    yield Items(
        (
            Item(f"debate verify {proof.session}"),
            Item(f"debate report {proof.session} --format md"),
        )
    )
    yield Facts(
        (
            (t.text("Debate"), proof.session),
            (t.text("Facts"), str(proof.facts)),
            (t.text("Signing devices"), str(proof.authors)),
            (t.text("Head words"), " ".join(proof.words)),
        )
    )
    if proof.holds:
        yield Paragraph(t.text("At the time of writing every check held."))
    else:
        yield Paragraph(
            t.text("At the time of writing a check did not hold: see `debate verify`."), "notice"
        )
