"""One debate as plain data and as plain sentences: what `show` prints and line mode reads aloud."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from debate.domain.ids import ArgumentId, MotionId
from debate.errors import UsageError
from debate.i18n.numbers import format_number, format_signed
from debate.service.names import argument_called, argument_numbers, motion_called, name_of

if TYPE_CHECKING:
    from debate.cli.context import Context
    from debate.domain.views.floor import Argument
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat

Portrait = dict[str, Any]
INDENT = "  "


def portrait_of(seat: Seat, item: str | None, t: Translator) -> Portrait:
    """Return a debate, a motion or an argument as plain JSON data.

    Args:
        seat: Who asks.
        item: What a person points at; None for the whole debate.
        t: The language of texts that have several.

    Raises:
        UsageError: nothing goes by that name.
    """
    debate = seat.debate
    if item is None:
        return _debate(seat, t)
    try:
        return _motion(seat, motion_called(debate, item), t)
    except UsageError:
        return _argument(seat, argument_called(debate, item), t)


def _debate(seat: Seat, t: Translator) -> Portrait:
    debate = seat.debate
    charter, schedule = debate.charter, debate.schedule
    return {
        "kind": "debate",
        "id": debate.state.session,
        "title": charter.title,
        "scheme": charter.scheme,
        "contract": charter.contract,
        "phase": schedule.now.phase.title.within(t.language),
        "is_frozen": schedule.is_frozen,
        "is_closed": schedule.is_closed,
        "people": len(debate.people.present()),
        "motions": [_motion(seat, name, t) for name in charter.motion_ids],
        "questions": [
            {
                "name": f"q{number}",
                "text": question.asked.text,
                "answers": [answer.text for answer in question.answers],
            }
            for number, question in enumerate(debate.talk.questions, start=1)
        ],
        "merges": [
            {"name": f"m{number}", "into": merge.into, "arguments": list(merge.arguments)}
            for number, merge in enumerate(debate.talk.merges, start=1)
        ],
    }


def _motion(seat: Seat, name: MotionId, t: Translator) -> Portrait:
    debate = seat.debate
    motion = debate.charter.motion(name)
    if motion is None:
        raise UsageError(what="motion", value=name)
    own = [seat.ballot((name, "opening", 0)), seat.ballot((name, "closing", 0))]
    return {
        "kind": "motion",
        "id": name,
        "proposition": motion.proposition.within(t.language),
        "polarity": motion.polarity,
        "strength": seat.session.scales.strength(name),
        "your_stances": [ballot.stance if ballot else None for ballot in own],
        "ballots": {
            f"{key[1]}{key[2] or ''}": {"cast": poll.cast, "revealed": poll.is_revealed}
            for key, poll in debate.polls.items()
            if key[0] == name
        },
        "arguments": [
            _row(seat, debate.floor.arguments[each], t)
            for each in debate.floor.replies.get(name, ())
        ],
    }


def _row(seat: Seat, argument: Argument, t: Translator) -> Portrait:
    debate, scales = seat.debate, seat.session.scales
    person = seat.person
    hidden = argument.hidden_for is not None
    return {
        "number": argument_numbers(debate)[argument.id],
        "id": argument.id,
        "relation": argument.relation,
        "claim": "" if hidden else argument.claim.within(t.language),
        "author": name_of(debate, argument.author, t),
        "strength": scales.strength(argument.id),
        "weighed_by": len(argument.weights),
        "your_weight": argument.weights.get(person.id) if person else None,
        "is_yours": bool(person and argument.author == person.id),
        "adopted_by": len(argument.adopters),
        "is_withdrawn": argument.is_withdrawn,
        "hidden_for": argument.hidden_for,
        "replies": [
            _row(seat, debate.floor.arguments[each], t)
            for each in debate.floor.replies.get(argument.id, ())
        ],
    }


def _argument(seat: Seat, name: ArgumentId, t: Translator) -> Portrait:
    argument = seat.debate.floor.arguments[name]
    scales = seat.session.scales
    return {
        **_row(seat, argument, t),
        "kind": "argument",
        "grounds": argument.grounds.within(t.language),
        "sources": [{"cite": each.cite, "url": each.url} for each in argument.sources],
        "motion_strength": scales.strength(seat.debate.floor.roots[name]),
        "without_it": scales.without(name),
        "base": scales.base(name),
        "revisions": argument.revisions,
        "flags": [flag.reason for flag in argument.flags],
        "questions": [
            {"text": each.asked.text, "answers": [answer.text for answer in each.answers]}
            for each in seat.debate.talk.questions
            if each.asked.about == name
        ],
        "remarks": [
            each.text
            for each in (*seat.debate.talk.remarks, *seat.debate.talk.cruxes)
            if each.about == name
        ],
    }


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


def _print_motion(context: Context, portrait: Portrait) -> None:
    t = context.t
    context.say(f"{portrait['proposition']}  [{portrait['id']}]")
    strength = format_number(portrait["strength"], t.language)
    context.say(t.text("Balance {strength} (0 is all against, 1 is all for).", strength=strength))
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
    weighed = t.plural("weighed by {n}", "weighed by {n}", row["weighed_by"])
    context.say(
        f"{INDENT * depth}{row['number']:>3}. {lead}{claim}  [{strength or '—'}, {weighed}]"
    )
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
        context.say(t.text("You weighed it {value}.", value=portrait["your_weight"]))
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
