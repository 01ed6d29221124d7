"""Verbs: cast a sealed ballot, and reveal a round of them."""

from __future__ import annotations

from collections.abc import Sequence

from debate.cli.bounds import must_lie
from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.domain.ballot import Ballot
from debate.domain.commands import RevealBallots
from debate.domain.ids import MotionId, OptionId
from debate.domain.refusal import Refusal
from debate.errors import UsageError
from debate.service.balloting import is_alone, moment_due
from debate.service.names import argument_called, motion_called, option_called, person_called
from debate.service.revealing import open_together, reveal_all
from debate.service.seat import Seat

LIMIT = 100
LAST_ROUND = 99


def cast(context: Context) -> int:
    """Cast a ballot under seal."""
    args, t = context.args, context.t
    seat = context.seat()
    motion = motion_called(seat.debate, args.motion)
    voter = person_called(seat.debate, args.on_behalf_of) if args.on_behalf_of else None
    must_lie("stance", args.stance, -LIMIT, LIMIT)
    must_lie("confidence", args.confidence, 0, LIMIT)
    must_lie("round", args.round, 0, LAST_ROUND)
    ballot = Ballot(
        motion=motion,
        moment=args.moment or moment_due(seat, motion, voter),
        round=args.round,
        stance=args.stance,
        confidence=args.confidence,
        moved_by=tuple(argument_called(seat.debate, text) for text in args.moved_by),
        verdict=args.verdict,
        ranking=_ranking(seat, motion, args.rank),
    )
    answer = seat.cast(ballot, on_behalf_of=voter)
    said = t.text("Sealed. Nobody can read it until the ballots are revealed.")
    if ballot.moment == "closing" and voter is None and is_alone(seat):
        name = seat.session.id[:8]
        alone = t.text("You debate alone: `debate reveal {id}` opens your ballots.", id=name)
        said = f"{said} {alone}"
    return context.answer(answer, said)


def _ranking(
    seat: Seat, motion: MotionId, tiers: Sequence[str]
) -> tuple[tuple[OptionId, ...], ...]:
    """Return what was ranked; equals of a tier stand with `=` between them.

    Raises:
        UsageError: something is no option of the motion, or ranked twice.
    """
    ranked = tuple(
        tuple(option_called(seat.debate, motion, text) for text in tier.split("="))
        for tier in tiers
    )
    names = [name for tier in ranked for name in tier]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(what="option", value=name, reason="exists")
    return ranked


def _reveal_all(context: Context, seat: Seat) -> int:
    """End every ballot of every motion."""
    answer = reveal_all(context.workspace, seat)
    if isinstance(answer, Refusal):
        return context.answer(answer, "")
    said = context.t.plural("{n} ballot is revealed.", "{n} ballots are revealed.", answer)
    return context.tell(said, {"revealed": answer})


def reveal(context: Context) -> int:
    """End the ballots of a motion: one moment, or every one that people cast."""
    args, t = context.args, context.t
    seat = context.seat()
    if args.every:
        return _reveal_all(context, seat)
    must_lie("round", args.round, 0, LAST_ROUND)
    motion = motion_called(seat.debate, args.motion)
    waiting = [
        poll.key
        for poll in seat.debate.polls.values()
        if poll.key[0] == motion
        and not poll.is_revealed
        and (args.moment is None or poll.key[1:] == (args.moment, args.round))
    ]
    if not waiting and args.moment is None:
        return context.tell(t.text("No sealed ballots wait to be revealed."), {"saved": []})
    saved: list[str] = []
    for _, moment, number in waiting or [(motion, args.moment, args.round)]:
        answer = seat.submit(RevealBallots(motion, moment, number))
        if isinstance(answer, Refusal):
            return context.answer(answer, "")
        saved.extend(answer.facts)
        open_together(seat.session, context.workspace.seats(seat.session))
        poll = seat.debate.poll((motion, moment, number))
        context.say(t.text("Revealed: {opened} of {cast} ballots are open.",
                           opened=len(poll.ballots), cast=poll.cast))  # fmt: skip
        if poll.unopened:
            context.say(
                t.text("The rest opens as soon as the room, or the device it lies on, hears of it.")
            )
    context.say_json({"saved": saved})
    return Exit.DONE
