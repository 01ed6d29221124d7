"""The end of the minutes: open questions, what was decided, and the log of moderation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from debate.i18n.numbers import format_day, format_moment
from debate.report.material import moment_of
from debate.report.outline import Block, Facts, Heading, Item, Items, Paragraph, Quote

if TYPE_CHECKING:
    from debate.domain.views.talk import Outcome, Question
    from debate.i18n.catalog import Translator
    from debate.report.material import Material


def closing_part(material: Material, t: Translator) -> Iterator[Block]:
    """Yield questions, outcome and moderation."""
    yield from _questions(material, t)
    yield from _outcomes(material, t)
    yield from _log(material, t)


def _questions(material: Material, t: Translator) -> Iterator[Block]:
    """Yield what was asked: the open questions first."""
    questions = material.debate.talk.questions
    open_ = [each for each in questions if not each.answers]
    answered = [each for each in questions if each.answers]
    yield Heading(2, t.text("Open questions"))
    if open_:
        yield Items(tuple(_question(each) for each in open_))
    else:
        yield Paragraph(t.text("No question was left unanswered."))
    if answered:
        yield Heading(3, t.text("Answered questions"))
        yield Items(tuple(_question(each) for each in answered))


def _question(question: Question) -> Item:
    return Item(question.asked.text, items=tuple(Item(each.text) for each in question.answers))


def _outcomes(material: Material, t: Translator) -> Iterator[Block]:
    """Yield the adopted statements; without one, the drafts that still stand."""
    outcomes = material.debate.outcomes
    adopted = [each for each in outcomes if each.is_adopted]
    drafts = [each for each in outcomes if not each.is_adopted and not each.is_replaced]
    yield Heading(2, t.text("Outcome"))
    if not adopted:
        yield Paragraph(t.text("No outcome was adopted."), "notice")
    for outcome in adopted:
        yield from _outcome(outcome, t)
    if drafts:
        yield Heading(3, t.text("Drafts that were not adopted"))
        for outcome in drafts:
            yield from _outcome(outcome, t)


def _outcome(outcome: Outcome, t: Translator) -> Iterator[Block]:
    degrees = list(outcome.endorsements.values())
    yield Quote(outcome.text)
    yield Paragraph(
        t.text(
            "{endorse} endorse, {accept} accept, {object} object",
            endorse=degrees.count("endorse"),
            accept=degrees.count("accept"),
            object=degrees.count("object"),
        )
    )
    if outcome.dissents:
        yield Items(
            tuple(Item(t.text("Dissent: {text}", text=each.text)) for each in outcome.dissents)
        )
    if outcome.review_on:
        yield Facts(((t.text("Review on"), outcome.review_on),))


def _log(material: Material, t: Translator) -> Iterator[Block]:
    """Yield what facilitators did; under a secret contract with days instead of times."""
    yield Heading(2, t.text("Moderation"))
    if not material.log:
        yield Paragraph(t.text("Nothing was hidden, and nobody was removed."))
        return
    is_secret = material.findings.contract == "secret"
    items = []
    for each in material.log:
        moment = moment_of(each.time)
        when = (
            format_day(moment.date(), t.language)
            if is_secret
            else f"{format_moment(moment, t.language)} UTC"
        )
        items.append(Item(f"{when}: {each.text}"))
    yield Items(tuple(items))
