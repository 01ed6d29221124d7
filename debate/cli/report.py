"""Verb: write the minutes of a debate, to a file or to standard output."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from debate.cli.exits import Exit
from debate.service.minutes import minutes_of
from debate.service.papers import write_paper

if TYPE_CHECKING:
    from debate.cli.context import Context
    from debate.service.minutes import Format


def run(context: Context) -> int:
    """Write the minutes in the form that was asked for."""
    form: Format = context.args.format or ("json" if context.is_json else "text")
    return write_report(context, minutes_of(context.seat(), form, context.t), form)


def write_report(context: Context, words: str, form: str) -> int:
    """Write a report to the file that was named, or to standard output.

    Raises:
        NotSaved: the disk refused.
    """
    output = context.args.output
    if output is None:
        return _show(context, words, form)
    write_paper(output, words)
    said = context.t.text("Written to {file}.", file=output)
    return context.tell(said, {"written": str(output), "format": form})


def _show(context: Context, words: str, form: str) -> int:
    """Write a report to standard output; one that is no JSON goes into a document."""
    if not context.is_json:
        context.out.write(words)
    elif form == "json":
        context.say_json(json.loads(words))
    else:
        context.say_json({"format": form, "report": words})
    return Exit.DONE
