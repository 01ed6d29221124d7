"""Verbs: questions, remarks, restatements, merges and relations between arguments."""

from __future__ import annotations

from debate.cli.context import Context
from debate.domain import commands as c
from debate.domain.ids import FactId
from debate.errors import UsageError
from debate.service.names import argument_called, motion_called, nth_called, target_called
from debate.service.seat import Seat


def ask(context: Context) -> int:
    """Ask what something means."""
    args, seat = context.args, context.seat()
    command = c.AskQuestion(target_called(seat.debate, args.about), args.text)
    number = len(seat.debate.talk.questions) + 1
    return context.answer(
        seat.submit(command), context.t.text("Asked as q{number}.", number=number)
    )


def answer(context: Context) -> int:
    """Answer a question."""
    args, seat = context.args, context.seat()
    names = tuple(question.asked.id for question in seat.debate.talk.questions)
    question = nth_called(names, args.question, what="question", letter="q")
    reply = seat.submit(c.AnswerQuestion(question, args.text))
    return context.answer(reply, context.t.text("Answered."))


def remark(context: Context) -> int:
    """Make a remark, or name a crux."""
    args, seat = context.args, context.seat()
    command = c.MakeRemark(target_called(seat.debate, args.about), args.text, is_crux=args.crux)
    return context.answer(seat.submit(command), context.t.text("Saved."))


def restate(context: Context) -> int:
    """Say another's argument in one's own words."""
    args, seat = context.args, context.seat()
    name, t = argument_called(seat.debate, args.argument), context.t
    command = c.OfferRestatement(name, args.text)
    number = len(seat.debate.talk.restatements) + 1
    said = (
        t.text("Kept as r{number}. The argument came with the motion, so nobody judges it.",
               number=number)
        if seat.debate.floor.arguments[name].author is None
        else t.text("Offered as r{number}; its author can judge it.", number=number)
    )  # fmt: skip
    return context.answer(seat.submit(command), said)


def judge(context: Context) -> int:
    """Say whether a restatement is fair."""
    args, seat = context.args, context.seat()
    names = tuple(each.offered.id for each in seat.debate.talk.restatements)
    name = nth_called(names, args.restatement, what="restatement", letter="r")
    reply = seat.submit(c.JudgeRestatement(name, is_fair=args.verdict == "fair"))
    return context.answer(reply, context.t.text("Judged."))


def option(context: Context) -> int:
    """Propose an answer to rank."""
    args, seat = context.args, context.seat()
    command = c.ProposeOption(motion_called(seat.debate, args.motion), args.text)
    return context.answer(seat.submit(command), context.t.text("Proposed."))


def propose_merge(context: Context) -> int:
    """Propose to see arguments as one."""
    args, seat = context.args, context.seat()
    names = tuple(argument_called(seat.debate, text) for text in args.argument)
    number = len(seat.debate.talk.merges) + 1
    reply = seat.submit(c.ProposeMerge(names, names[0], args.note))
    return context.answer(reply, context.t.text("Proposed as m{number}.", number=number))


def _merge(seat: Seat, text: str) -> FactId:
    names = tuple(merge.id for merge in seat.debate.talk.merges)
    return nth_called(names, text, what="merge", letter="m")


def accept_merge(context: Context) -> int:
    """See the arguments as one."""
    seat = context.seat()
    reply = seat.submit(c.AcceptMerge(_merge(seat, context.args.merge)))
    return context.answer(reply, context.t.text("You see them as one."))


def decline_merge(context: Context) -> int:
    """See the arguments apart."""
    seat = context.seat()
    reply = seat.submit(c.DeclineMerge(_merge(seat, context.args.merge)))
    return context.answer(reply, context.t.text("You see them apart."))


def relate(context: Context) -> int:
    """Let an argument bear on something else as well."""
    args, seat = context.args, context.seat()
    command = c.DrawRelation(
        argument_called(seat.debate, args.argument),
        args.relation,
        target_called(seat.debate, args.other),
        allow_cycle=args.allow_cycle,
    )
    return context.answer(seat.submit(command), context.t.text("Related."))


def unrelate(context: Context) -> int:
    """Take a relation back."""
    args, seat = context.args, context.seat()
    source = argument_called(seat.debate, args.argument)
    target = target_called(seat.debate, args.other)
    drawn = [
        each.id
        for each in seat.debate.talk.relations
        if (each.source, each.target) == (source, target)
    ]
    if not drawn:
        raise UsageError(what="relation", value=f"{args.argument} {args.other}")
    return context.answer(
        seat.submit(c.EraseRelation(drawn[-1])), context.t.text("No longer related.")
    )
