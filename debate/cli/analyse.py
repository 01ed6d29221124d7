"""Verbs: figures of material from elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.service.readings import refusal_reading

if TYPE_CHECKING:
    from debate.analysis.refusal import Refused
    from debate.exchange.polis import PolisExport


def polis(context: Context) -> int:
    """Find the opinion groups of a Polis export."""
    from debate.analysis.conversation import analyse
    from debate.analysis.refusal import Refused
    from debate.cli.conversation_lines import conversation_lines
    from debate.exchange.polis import read_export

    if sys.stderr.isatty():
        print(context.t.text("Working it out…"), file=sys.stderr)
    export = read_export(context.args.folder, context.args.agree)
    found = analyse(export.opinions())
    if isinstance(found, Refused):
        return _refused(context, export, found)
    if context.is_json:
        context.say_json({**_files(export), **found.to_json()})
    else:
        for line in conversation_lines(export, found, context.t):
            context.say(line)
    return Exit.DONE


def _files(export: PolisExport) -> dict[str, object]:
    """Return what is known of the files, apart from what people answered."""
    return {
        "topic": export.topic,
        "votes": len(export.votes),
        "sign": export.sign.value,
        "rejected": sorted(one.id for one in export.statements if one.rejected),
        "oddities": [each.to_json() for each in export.oddities],
    }


def _refused(context: Context, export: PolisExport, refused: Refused) -> int:
    """Say why there is nothing to find, and what was odd about the files."""
    from debate.cli.conversation_lines import oddity_lines

    words = refusal_reading(refused, context.t)
    if context.is_json:
        context.say_json({**_files(export), **refused.to_json(), "message": words})
        return Exit.REFUSED
    context.say(words)
    for line in oddity_lines(export, context.t):
        context.say(line)
    return Exit.REFUSED
