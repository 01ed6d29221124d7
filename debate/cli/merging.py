"""Verbs: take in what a file holds, and put together what several people hold of one debate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.cli.exits import Exit
from debate.service.examination_words import void_words
from debate.service.merging import merge

if TYPE_CHECKING:
    from debate.cli.context import Context
    from debate.service.carrying import Arrival


def run(context: Context) -> int:
    """Take in what files and folders hold of a debate, and say what is known of it then."""
    from debate.service.examination import examine

    args, t = context.args, context.t
    arrival = merge(context.workspace, args.session, args.sources)
    found = examine(context.workspace.open(arrival.session).session)
    if context.is_json:
        context.say_json(
            {
                "session": arrival.session,
                "new": arrival.new,
                "known": arrival.known,
                "left_out": arrival.left_out,
                "void": arrival.void,
                "facts": found.facts,
                "words": list(found.words),
            }
        )
    else:
        context.say(t.plural("{n} new fact in “{title}”.", "{n} new facts in “{title}”.", arrival.new,
                             title=found.title))  # fmt: skip
        _say_what_lacks(context, arrival)
        context.say(t.text("To compare by voice: {words}", words=" ".join(found.words)))
    return Exit.REFUSED if arrival.left_out else Exit.DONE


def import_facts(context: Context) -> int:
    """Take in the facts of a file; what does not hold is left out and told."""
    from debate.service.carrying import take_in

    arrival, t = take_in(context.workspace, context.args.file), context.t
    if context.is_json:
        context.say_json({"session": arrival.session, "new": arrival.new, "known": arrival.known,
                          "left_out": arrival.left_out, "void": arrival.void,
                          "is_new_debate": arrival.is_new_debate})  # fmt: skip
    else:
        context.say(
            t.text(
                "In {id}: facts that are new: {new}, that were known: {known}.",
                new=arrival.new,
                known=arrival.known,
                id=arrival.session[:8],
            )
        )
        _say_what_lacks(context, arrival)
        _say_seat(context, arrival)
    return Exit.REFUSED if arrival.left_out else Exit.DONE


def _say_seat(context: Context, arrival: Arrival) -> None:
    """Tell who does not take part in what came in how to do so."""
    session = context.workspace.open(arrival.session).session
    if all(seat.person is None for seat in context.workspace.seats(session)):
        context.say(
            context.t.text(
                "You may read along. To take part here: `debate people seat {id} NAME`.",
                id=arrival.session[:8],
            )
        )


def _say_what_lacks(context: Context, arrival: Arrival) -> None:
    """Tell what did not hold, and whether facts are still missing."""
    t = context.t
    if arrival.verdict.gaps:
        context.say(t.text("Some facts are still missing; another file may have them."))
    if arrival.left_out:
        context.say(
            t.plural(
                "{n} fact does not hold and was left out.",
                "{n} facts do not hold and were left out.",
                arrival.left_out,
            )
        )
    if arrival.void:
        context.say(void_words(arrival.void, t))
