"""A debate, a motion or an argument as plain sentences, from the data that `portrait` gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from debate.cli.portrait import Portrait
from debate.i18n.numbers import format_number, format_signed
from debate.report.readings.choices import own_weight_words

if TYPE_CHECKING:
    from debate.cli.context import Context

INDENT = "  "


def print_portrait(context: Context, portrait: Portrait) -> None:
    """Print what `portrait_of` returned as sentences."""
    {"debate": _print_debate, "motion": _print_motion, "argument": _print_argument}[
        portrait["kind"]
    ](context, portrait)


def _print_debate(context: Context, portrait: Portrait) -> None:
    t = context.t
    context.say(f"{portrait['title']}  ({portrait['id'][:8]})")
    context.say(t.text("Phase: {phase}. People: {people}.", **_only(portrait, "phase", "people")))
    if portrait["is_frozen"]:
        context.say(t.text("The debate is frozen."))
    if portrait["is_closed"]:
        context.say(t.text("The debate is closed."))
    for motion in portrait["motions"]:
        context.say()
        _print_motion(context, motion)
    for question in portrait["questions"]:
        context.say()
        context.say(f"{question['name']}  {question['text']}")
        for answer in question["answers"]:
            context.say(f"{INDENT}→ {answer}")
    _print_merges(context, portrait)
    _print_restatements(context, portrait)


def _print_merges(context: Context, portrait: Portrait) -> None:
    """Print which arguments somebody proposed to see as one, by the name that accepts it."""
    numbers = _numbers(portrait)
    for merge in portrait["merges"]:
        into, *others = (numbers.get(each, "–") for each in (merge["into"], *merge["arguments"]))
        parts = ", ".join(each for each in others if each != into)
        context.say()
        words = context.t.text("To see as one: {parts} as part of {into}.", parts=parts, into=into)
        context.say(f"{merge['name']}  {words}")


def _print_restatements(context: Context, portrait: Portrait) -> None:
    """Print what was said in other words, by the name under which it is judged."""
    t, numbers = context.t, _numbers(portrait)
    verdicts = {
        None: t.text("not judged yet"),
        True: t.text("fair, says its author"),
        False: t.text("not fair, says its author"),
    }
    for each in portrait["restatements"]:
        number = numbers.get(each["argument"], "–")
        words = t.text("{number}. in other words: {text}", number=number, text=each["text"])
        context.say()
        verdict = f" ({verdicts[each['is_fair']]})" if each["has_judge"] else ""
        context.say(f"{each['name']}  {words}{verdict}")


def _numbers(portrait: Portrait) -> dict[str, str]:
    """Return the number of every argument that is shown, by its id."""
    rows = [row for motion in portrait["motions"] for row in motion["arguments"]]
    found = {}
    while rows:
        row = rows.pop()
        found[row["id"]] = str(row["number"])
        rows += row["replies"]
    return found


def _print_motion(context: Context, portrait: Portrait) -> None:
    t = context.t
    context.say(f"{portrait['proposition']}  [{portrait['id']}]")
    if portrait["strength"] is not None:
        strength = format_number(portrait["strength"], t.language)
        context.say(
            t.text("Balance {strength} (0 is all against, 1 is all for).", strength=strength)
        )
    opening, closing = portrait["your_stances"]
    for words, stance in (
        (t.text("Your opening stance: {stance}.", stance=_stance(opening)), opening),
        (t.text("Your closing stance: {stance}.", stance=_stance(closing)), closing),
    ):
        if stance is not None:
            context.say(words)
    for relation, title in (("supports", t.text("For")), ("attacks", t.text("Against"))):
        rows = [row for row in portrait["arguments"] if row["relation"] == relation]
        context.say()
        context.say(f"{title} ({len(rows)})")
        for row in rows:
            _print_row(context, row, depth=1)
    _print_options(context, portrait)
    if portrait["not_shown"]:
        context.say()
        context.say(
            t.plural(
                "{n} argument by others is not shown in this phase.",
                "{n} arguments by others are not shown in this phase.",
                portrait["not_shown"],
            )
        )


def _print_options(context: Context, portrait: Portrait) -> None:
    """Print what can be ranked on a ballot, each by the name that ranks it."""
    if portrait["options"]:
        context.say()
        context.say(context.t.text("To rank on a ballot:"))
    for option in portrait["options"]:
        context.say(f"{INDENT}{option['name']:<8}  {option['text']}")


def _stance(value: int | None) -> str:
    return "" if value is None else f"{value:+d}" if value else "0"


def _print_row(context: Context, row: Portrait, depth: int) -> None:
    t = context.t
    leads = {
        "attacks": t.text("not true"),
        "undercuts": t.text("not relevant"),
        "supports": t.text("backed up"),
    }
    lead = f"{leads[row['relation']]}: " if depth > 1 else ""
    claim = row["claim"] or t.text("hidden: {reason}", reason=row["hidden_for"])
    if row["is_withdrawn"]:
        claim = t.text("{claim} (withdrawn)", claim=claim)
    strength = "" if row["strength"] is None else format_number(row["strength"], t.language)
    weighed = ""
    if row["weighed_by"] is not None:
        weighed = t.plural("weighed by {n}", "weighed by {n}", row["weighed_by"])
    figures = ", ".join(each for each in (strength, weighed) if each)
    shown = f"  [{figures}]" if figures else ""
    context.say(f"{INDENT * depth}{row['number']:>3}. {lead}{claim}{shown}")
    for reply in row["replies"]:
        _print_row(context, reply, depth + 1)


def _print_argument(context: Context, portrait: Portrait) -> None:
    t = context.t
    _print_row(context, {**portrait, "replies": []}, depth=0)
    if portrait["grounds"]:
        context.say()
        context.say(portrait["grounds"])
    for source in portrait["sources"]:
        link = f" <{source['url']}>" if source["url"] else ""
        context.say(t.text("Source: {cite}", cite=source["cite"]) + link)
    context.say(t.text("By {author}.", author=portrait["author"]))
    if portrait["your_weight"] is not None:
        counts = portrait["your_weight_counts"]
        context.say(own_weight_words(portrait["your_weight"], t, counts=counts))
    _print_effect(context, portrait)
    _print_conversation(context, portrait)
    for reply in portrait["replies"]:
        _print_row(context, reply, depth=2)


def _print_effect(context: Context, portrait: Portrait) -> None:
    t = context.t
    if portrait["without_it"] is not None:
        moved = portrait["motion_strength"] - portrait["without_it"]
        context.say(
            t.text(
                "Without it and its replies the motion stands at {without} ({moved}).",
                without=format_number(portrait["without_it"], t.language),
                moved=format_signed(-moved, t.language),
            )
        )


def _print_conversation(context: Context, portrait: Portrait) -> None:
    for question in portrait["questions"]:
        context.say(f"? {question['text']}")
        for answer in question["answers"]:
            context.say(f"{INDENT}→ {answer}")
    for remark in portrait["remarks"]:
        context.say(f"· {remark}")


def _only(portrait: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: portrait[name] for name in names}
