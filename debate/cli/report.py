"""Verb: write the minutes of a debate, to a file or to standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.cli.exits import Exit
from debate.errors import NotSaved
from debate.service.minutes import minutes_of

if TYPE_CHECKING:
    from pathlib import Path

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
        context.out.write(words)
        return Exit.DONE
    _write(output, words)
    if context.is_json:
        context.say_json({"written": str(output), "format": form})
    else:
        context.say(context.t.text("Written to {file}.", file=output))
    return Exit.DONE


def _write(path: Path, words: str) -> None:
    """Write a file anew, its line ends as they are.

    Raises:
        NotSaved: the disk refused.
    """
    try:
        path.write_bytes(words.encode())
    except OSError as exc:
        raise NotSaved(path=str(path), reason=exc.strerror or str(exc)) from exc
