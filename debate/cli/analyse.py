"""Verbs: figures of material from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.i18n.marks import N_
from debate.i18n.numbers import format_number
from debate.service.readings import refusal_reading

if TYPE_CHECKING:
    from debate.analysis.conversation import Conversation
    from debate.analysis.refusal import Refused
    from debate.exchange.polis import PolisExport

_ANSWERS = {"agree": N_("agrees"), "disagree": N_("disagrees")}
SHOWN = 3
"""How many statements are named for each group."""


def polis(context: Context) -> int:
    """Find the opinion groups of a Polis export."""
    from debate.analysis.conversation import analyse
    from debate.analysis.refusal import Refused
    from debate.exchange.polis import read_export

    export = read_export(context.args.folder)
    found = analyse(export.opinions())
    if isinstance(found, Refused):
        return _refused(context, found)
    if context.is_json:
        context.say_json({"topic": export.topic, "votes": len(export.votes),
                          "sign": export.sign.value, **found.to_json()})  # fmt: skip
    else:
        _print(context, export, found)
    return Exit.DONE


def _refused(context: Context, refused: Refused) -> int:
    words = refusal_reading(refused, context.t)
    context.say_json({**refused.to_json(), "message": words}) if context.is_json else context.say(
        words
    )
    return Exit.REFUSED


def _print(context: Context, export: PolisExport, found: Conversation) -> None:
    t = context.t
    texts = {str(each.id): each.text for each in export.statements}
    if export.topic:
        context.say(export.topic)
    context.say(
        t.text(
            "{people} people answered {statements} statements; {members} answered enough to be in "
            "a group.",
            people=format_number(len(found.opinions.people), t.language),
            statements=format_number(len(found.opinions.statements), t.language),
            members=format_number(len(found.groups.members), t.language),
        )
    )
    if found.has_clear_groups:
        count = len(found.groups.sizes)
        context.say(t.plural("{n} opinion group.", "{n} opinion groups.", count))
    else:
        context.say(t.text("There are no clear opinion groups:"))
        for refused in found.refusals:
            context.say(f"  {refusal_reading(refused, t)}")
    for number, (size, known) in enumerate(
        zip(found.groups.sizes, found.representative, strict=True), start=1
    ):
        context.say()
        people = t.plural("{n} person", "{n} people", size)
        context.say(t.text("Group {number}: {people}.", number=number, people=people))
        if isinstance(known, tuple):
            for each in known[:SHOWN]:
                answer = t.text(_ANSWERS[each.answer.value])
                context.say(f"  • {answer}: {texts.get(each.statement) or each.statement}")
        else:
            context.say(f"  {refusal_reading(known, t)}")
