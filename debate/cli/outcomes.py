"""Verbs: draft, weigh and adopt the statement a debate ends on."""

from __future__ import annotations

from debate.cli.bounds import must_come
from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.domain import commands as c
from debate.domain.ids import FactId
from debate.service.names import motion_called, nth_called
from debate.service.seat import Seat


def _outcome(seat: Seat, text: str) -> FactId:
    names = tuple(outcome.id for outcome in seat.debate.outcomes)
    return nth_called(names, text, what="outcome")


def draft(context: Context) -> int:
    """Draft a statement."""
    args, seat = context.args, context.seat()
    must_come(args.review)
    command = c.DraftOutcome(
        text=args.text,
        motion=motion_called(seat.debate, args.motion) if args.motion else None,
        review_on=args.review,
        replaces=_outcome(seat, args.replaces) if args.replaces else None,
    )
    number = len(seat.debate.outcomes) + 1
    said = context.t.text("Drafted as outcome {number}.", number=number)
    return context.answer(seat.submit(command), said)


def list_outcomes(context: Context) -> int:
    """List the drafts and where people stand on them."""
    debate, t = context.seat().debate, context.t
    rows = [
        {
            "number": number,
            "id": outcome.id,
            "text": outcome.text,
            "review_on": outcome.review_on,
            "is_adopted": outcome.is_adopted,
            "is_replaced": outcome.is_replaced,
            "endorse": list(outcome.endorsements.values()).count("endorse"),
            "accept": list(outcome.endorsements.values()).count("accept"),
            "object": list(outcome.endorsements.values()).count("object"),
            "dissents": [dissent.text for dissent in outcome.dissents],
        }
        for number, outcome in enumerate(debate.outcomes, start=1)
    ]
    if context.is_json:
        context.say_json(rows)
        return Exit.DONE
    if not rows:
        context.say(t.text("No outcome is drafted yet."))
    for row in rows:
        mark = "✓" if row["is_adopted"] else " "
        context.say(f"{mark} {row['number']}  {row['text']}")
        context.say("     " + t.text("{endorse} endorse, {accept} accept, {object} object", **row))
        if row["review_on"]:
            context.say("     " + t.text("to be reviewed on {day}", day=row["review_on"]))
    return Exit.DONE


def endorse(context: Context) -> int:
    """Say where one stands on a draft."""
    seat = context.seat()
    name = _outcome(seat, context.args.outcome)
    return context.answer(
        seat.submit(c.EndorseOutcome(name, context.args.degree)), context.t.text("Saved.")
    )


def dissent(context: Context) -> int:
    """Put a note of dissent beside a draft."""
    seat = context.seat()
    name = _outcome(seat, context.args.outcome)
    return context.answer(
        seat.submit(c.NoteDissent(name, context.args.text)), context.t.text("Saved.")
    )


def adopt(context: Context) -> int:
    """Declare a draft the outcome."""
    seat = context.seat()
    name = _outcome(seat, context.args.outcome)
    return context.answer(seat.submit(c.AdoptOutcome(name)), context.t.text("This is the outcome."))
