"""Verbs: see how far a room is, and keep notes on it that nobody else reads."""

from __future__ import annotations

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.i18n.numbers import countdown
from debate.service.notes import Notebook
from debate.service.room import Standing, room_of, room_words, standing
from debate.service.wiring import wall_clock

SECOND = 1_000


def run(context: Context) -> int:
    """Show the phase, its clock, the line to read aloud and the counts."""
    debate, t = context.seat().debate, context.t
    stands = standing(debate, wall_clock())
    if context.is_json:
        context.say_json(_as_json(context, stands))
        return Exit.DONE
    title = stands.phase.title.within(t.language)
    context.say(
        t.text(
            "{place} of {phases}: {phase}", place=stands.place, phases=stands.phases, phase=title
        )
    )
    context.say(_clock(context, stands))
    if stands.following is not None:
        following = stands.following.title.within(t.language)
        context.say(t.text("Next: {phase}", phase=following))
    if script := stands.phase.script.within(t.language):
        context.say()
        context.prose(f"“{script}”")
    context.say()
    for each in room_words(debate, t):
        context.prose(f"{'●' if each.is_open else ' '} {each.text}")
    return Exit.DONE


def _clock(context: Context, stands: Standing) -> str:
    t = context.t
    if stands.is_closed:
        return t.text("closed")
    words = (
        t.text("no clock") if stands.left is None
        else t.text("{clock} over time", clock=countdown(-stands.left / SECOND)) if stands.left < 0
        else t.text("{clock} left", clock=countdown(stands.left / SECOND))
    )  # fmt: skip
    notes = [t.text("clock stands still")] if stands.is_paused else []
    notes += [t.text("frozen")] if stands.is_frozen else []
    return " · ".join([words, *notes])


def _as_json(context: Context, stands: Standing) -> dict[str, object]:
    debate, language = context.seat().debate, context.language
    room = room_of(debate)
    return {
        "phase": stands.phase.id,
        "title": stands.phase.title.within(language),
        "script": stands.phase.script.within(language),
        "seconds_left": None if stands.left is None else stands.left // SECOND,
        "is_paused": stands.is_paused,
        "is_frozen": stands.is_frozen,
        "is_closed": stands.is_closed,
        "next": stands.following.id if stands.following else None,
        "people": room.people,
        "observers": room.observers,
        "typed_for": room.typed_for,
        "step": room.step,
        "missing": room.missing,
        "done": room.done,
        "ballots": [
            {"motion": each.motion, "moment": each.moment, "cast": each.cast}
            for each in room.ballots
        ],
        "sealed": len(room.sealed),
        "arguments": [
            {"motion": each.motion, "against": each.against, "for": each.in_favour}
            for each in room.sides
        ],
        "silent": room.silent,
        "unanswered": len(room.unanswered),
        "questions": room.questions,
        "flags": room.flags,
        "hidden": room.hidden,
        "merges": room.merges,
        "hands": room.hands,
        "unpaired": room.unpaired,
        "left_before_reveal": room.left,
    }


def notes(context: Context) -> int:
    """Read the notes, add a line to them, or throw them away."""
    seat, t = context.seat(), context.t
    book = Notebook(context.workspace, seat)
    if context.args.clear:
        book.write("")
        said = t.text("Your notes are gone.")
    elif context.args.text:
        book.add(context.args.text)
        said = t.text("Noted, for you alone.")
    else:
        said = book.text or t.text("No notes yet.")
    return context.tell(said, {"notes": book.text})
