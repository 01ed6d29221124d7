"""Verbs: say, answer, change, weigh and moderate arguments."""

from __future__ import annotations

from debate.cli.context import Context
from debate.domain import commands as c
from debate.domain.argument import Relation, Target
from debate.domain.decide.rules import LINK
from debate.domain.ids import ArgumentId
from debate.domain.motion import Source
from debate.domain.refusal import Refusal
from debate.errors import UsageError
from debate.service.names import argument_called, argument_numbers, motion_called, person_called
from debate.service.seat import Seat


def sources_in(texts: list[str]) -> tuple[Source, ...]:
    """Read sources as typed: words, and a link when one stands at the end."""
    found = []
    for text in texts:
        words, _, last = text.strip().rpartition(" ")
        is_link = LINK.fullmatch(last) is not None
        cite = (words if is_link else text).strip() or last
        found.append(Source(cite=cite or "?", url=last if is_link else None))
    return tuple(found)


def argue(context: Context) -> int:
    """Add an argument for or against a motion."""
    args, seat = context.args, context.seat()
    motion = motion_called(seat.debate, args.motion)
    relation: Relation = "supports" if args.side == "for" else "attacks"
    return _add(context, seat, relation, motion, weight=args.weight)


def rebut(context: Context) -> int:
    """Answer an argument: it is not true."""
    return _reply(context, "attacks")


def undercut(context: Context) -> int:
    """Answer an argument: it is not relevant."""
    return _reply(context, "undercuts")


def support(context: Context) -> int:
    """Back an argument up."""
    return _reply(context, "supports")


def _reply(context: Context, relation: Relation) -> int:
    seat = context.seat()
    return _add(context, seat, relation, argument_called(seat.debate, context.args.argument))


def _add(
    context: Context, seat: Seat, relation: Relation, target: Target, weight: int | None = None
) -> int:
    args = context.args
    answer = seat.submit(
        c.AddArgument(relation, target, args.claim, args.grounds, sources_in(args.source))
    )
    if isinstance(answer, Refusal):
        return context.answer(answer, "")
    name = ArgumentId(answer.first)
    number = argument_numbers(seat.debate)[name]
    said = context.t.text("Saved as argument {number}.", number=number)
    facts: dict[str, object] = {"argument": name, "number": number}
    if weight is not None:
        weighed = seat.submit(c.SetWeight(name, weight))
        if isinstance(weighed, Refusal):
            from debate.i18n.messages import refusal_text

            why = refusal_text(weighed, context.t)
            said = " ".join((said, context.t.text("It is not weighed: {why}", why=why)))
            facts["not_weighed"] = why
    return context.answer(answer, said, facts=facts)


def _named(context: Context) -> tuple[Seat, ArgumentId]:
    seat = context.seat()
    return seat, argument_called(seat.debate, context.args.argument)


def revise(context: Context) -> int:
    """Change the words of one's own argument; grounds and sources not given stay as they were."""
    args = context.args
    seat, name = _named(context)
    argument = seat.debate.floor.arguments[name]
    command = c.ReviseArgument(
        name,
        args.claim,
        args.grounds or argument.grounds.within(context.language),
        sources_in(args.source) or argument.sources,
    )
    return context.answer(seat.submit(command), context.t.text("Saved. Weights and replies stay."))


def withdraw(context: Context) -> int:
    """Take one's own argument back."""
    seat, name = _named(context)
    said = context.t.text("Withdrawn. Its replies stay.")
    return context.answer(seat.submit(c.WithdrawArgument(name)), said)


def reinstate(context: Context) -> int:
    """Stand by one's own argument again."""
    seat, name = _named(context)
    said = context.t.text("It stands again.")
    return context.answer(seat.submit(c.ReinstateArgument(name)), said)


def adopt(context: Context) -> int:
    """Make an argument one's own too."""
    seat, name = _named(context)
    return context.answer(seat.submit(c.AdoptArgument(name)), context.t.text("It is yours too."))


def disown(context: Context) -> int:
    """No longer make it one's own."""
    seat, name = _named(context)
    said = context.t.text("It is no longer yours.")
    return context.answer(seat.submit(c.DisownArgument(name)), said)


def weigh(context: Context) -> int:
    """Give an argument a weight, or take it back."""
    args, t = context.args, context.t
    seat, name = _named(context)
    voter = person_called(seat.debate, args.on_behalf_of) if args.on_behalf_of else None
    if args.value.casefold() in ("none", "geen"):
        return context.answer(seat.submit(c.ClearWeight(name, voter)), t.text("Not weighed."))
    try:
        value = int(args.value)
    except ValueError as exc:
        raise UsageError(what="weight", value=args.value, reason="not-a-number") from exc
    answer = seat.submit(c.SetWeight(name, value, voter))
    return context.answer(answer, t.text("Weighed {value}.", value=value))


def flag(context: Context) -> int:
    """Ask the facilitator to look at an argument."""
    seat, name = _named(context)
    said = context.t.text("The facilitator will see it.")
    return context.answer(seat.submit(c.FlagArgument(name, context.args.reason)), said)


def hide(context: Context) -> int:
    """Take an argument off the screens."""
    seat, name = _named(context)
    said = context.t.text("Hidden. The reason is kept in the journal.")
    return context.answer(seat.submit(c.HideArgument(name, context.args.reason)), said)


def unhide(context: Context) -> int:
    """Put a hidden argument back."""
    seat, name = _named(context)
    said = context.t.text("Shown again.")
    return context.answer(seat.submit(c.ShowArgument(name)), said)


def resolve(context: Context) -> int:
    """Say what became of the flags on an argument."""
    seat, name = _named(context)
    flags = seat.debate.floor.arguments[name].flags
    if not flags:
        return context.tell(context.t.text("No flags wait on this argument."), {"saved": []})
    saved: list[str] = []
    for waiting in flags:
        answer = seat.submit(c.ResolveFlag(name, waiting.id, context.args.note))
        if isinstance(answer, Refusal):
            return context.answer(answer, "")
        saved.extend(answer.facts)
    return context.tell(context.t.text("Noted."), {"saved": saved})
