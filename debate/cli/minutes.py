"""The minutes of a debate as plain text: what it was about, who moved, what counted, how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.cli.results import print_ballot, print_moved_by, print_shift
from debate.i18n.numbers import format_number, format_signed
from debate.service.findings import findings_of
from debate.service.names import name_of
from debate.service.readings import strength_reading

if TYPE_CHECKING:
    from debate.analysis.findings.findings import MotionFindings
    from debate.analysis.findings.weighing import ArgumentFinding
    from debate.cli.context import Context
    from debate.domain.debate import Debate
    from debate.domain.ids import ArgumentId
    from debate.domain.views.floor import Argument
    from debate.service.session import Session


def print_minutes(context: Context, session: Session) -> None:
    """Print the minutes of a debate."""
    debate = session.debate
    found = findings_of(debate, session.scales)
    _heading(context, debate.charter.title, "=")
    _print_people(context, debate)
    for motion in found.motions:
        context.say()
        _print_motion(context, debate, motion)
    _print_talk(context, debate)
    _print_outcomes(context, debate)


def _heading(context: Context, text: str, line: str) -> None:
    context.say(text)
    context.say(line * len(text))


def _print_people(context: Context, debate: Debate) -> None:
    """Say who took part: names, unless the contract keeps them."""
    t, present = context.t, debate.people.present()
    count = t.plural("{n} person took part.", "{n} people took part.", len(present))
    if debate.charter.contract == "secret":
        context.say(f"{count} {t.text('By agreement nobody is named.')}")
        return
    names = ", ".join(name_of(debate, person.id, t) for person in present)
    context.say(f"{count} {names}.")


def _print_motion(context: Context, debate: Debate, found: MotionFindings) -> None:
    t = context.t
    motion = debate.charter.motion(found.motion)
    if motion is not None:
        _heading(context, t.text("Motion: {short}", short=motion.short.within(t.language)), "-")
        context.prose(motion.proposition.within(t.language))
    context.prose(strength_reading(found.weighing, t))
    for poll in found.polls:
        print_ballot(context, poll)
    print_shift(context, debate, found)
    for leaning, title in (
        ("against", t.text("Strongest against")),
        ("for", t.text("Strongest for")),
    ):
        context.say()
        context.say(title)
        for each in found.weighing.strongest("against" if leaning == "against" else "for"):
            _print_argument(context, debate, each)
    print_moved_by(context, debate, found)


def _print_argument(context: Context, debate: Debate, each: ArgumentFinding) -> None:
    t = context.t
    argument = debate.floor.arguments[each.id]
    strength = format_number(each.strength, t.language)
    moved = format_signed(each.moved, t.language)
    context.prose(f"{each.number}. {argument.claim.within(t.language)}", "  ")
    weighed = t.plural("weighed by {n} person", "weighed by {n} people", each.raters)
    context.say(
        "     "
        + t.text("strength {strength}, moved the balance by {moved}, {weighed}; by {author}",
                 strength=strength, moved=moved, weighed=weighed,
                 author=name_of(debate, argument.author, t))
    )  # fmt: skip
    _print_replies(context, debate, each.id, depth=1)


def _print_replies(context: Context, debate: Debate, name: ArgumentId, depth: int) -> None:
    for reply in debate.floor.replies.get(name, ()):
        argument = debate.floor.arguments[reply]
        if argument.is_standing:
            context.prose(_reply(context, argument), "     " + "  " * depth)
            _print_replies(context, debate, reply, depth + 1)


def _reply(context: Context, argument: Argument) -> str:
    t = context.t
    leads = {
        "attacks": t.text("not true"),
        "undercuts": t.text("not relevant"),
        "supports": t.text("backed up"),
    }
    return f"{leads[argument.relation]}: {argument.claim.within(t.language)}"


def _print_talk(context: Context, debate: Debate) -> None:
    t = context.t
    if not debate.talk.questions:
        return
    context.say()
    _heading(context, t.text("Questions"), "-")
    for question in debate.talk.questions:
        context.prose(question.asked.text, "? ")
        for answer in question.answers:
            context.prose(answer.text, "  → ")


def _print_outcomes(context: Context, debate: Debate) -> None:
    t = context.t
    adopted = [outcome for outcome in debate.outcomes if outcome.is_adopted]
    context.say()
    _heading(context, t.text("Outcome"), "-")
    if not adopted:
        context.say(t.text("No outcome was adopted."))
    for outcome in adopted:
        context.prose(outcome.text)
        degrees = list(outcome.endorsements.values())
        context.say(
            t.text(
                "{endorse} endorse, {accept} accept, {object} object",
                endorse=degrees.count("endorse"),
                accept=degrees.count("accept"),
                object=degrees.count("object"),
            )
        )
        for dissent in outcome.dissents:
            context.prose(t.text("Dissent: {text}", text=dissent.text))
        if outcome.review_on:
            context.say(t.text("To be reviewed on {day}.", day=outcome.review_on))
