"""Where the program begins: understand the command line, run one verb, say what went wrong."""

from __future__ import annotations

import io
import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from debate.cli.context import Context
from debate.cli.exits import Exit, exit_of
from debate.cli.parser import parsed
from debate.errors import DebateError, UsageError
from debate.i18n.catalog import Language, pick_language, translator

if TYPE_CHECKING:
    from debate.i18n.catalog import Translator

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "1")
"""numpy works on tables of people, where threads cost more in waiting than they save in work."""
SCREEN = "screen:run"
"""The verb of a command line without one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    Args:
        arguments: What follows the program's name; the process's own when None.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    os.environ.setdefault(*ONE_THREAD)
    language = _language_of(words, os.environ)
    _speak_anywhere()
    try:
        args = parsed(words, translator(language))
    except DebateError as error:
        report(error, translator(language), is_json="--json" in words)
        return _flushed(exit_of(error))
    except SystemExit as left:
        return _flushed(int(left.code or Exit.DONE))
    return run(args, environment=os.environ)


def run(args: Namespace, *, environment: Mapping[str, str]) -> int:
    """Run the verb of a parsed command line.

    Args:
        args: What the parser made of the command line.
        environment: The process's environment variables.
    """
    asked = getattr(args, "lang", None) or _kept_language(args, environment)
    language = pick_language(asked, environment)
    context = Context(args, language=language, environment=environment)
    try:
        return _flushed(carry_out(context))
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return _nobody_listens()
    finally:
        context.close()


def carry_out(context: Context) -> int:
    """Run the verb of a context; say what went wrong, if anything did, and return the exit code."""
    module, _, function = getattr(context.args, "handler", SCREEN).partition(":")
    try:
        return int(getattr(import_module(f"debate.cli.{module}"), function)(context))
    except DebateError as error:
        from debate.cli.suggestions import hint

        report(error, context.t, is_json=context.is_json, more=hint(error, context))
        return exit_of(error)


def report(error: DebateError, t: Translator, *, is_json: bool, more: str = "") -> None:
    """Say what went wrong on standard error, and as a document on standard output for a program."""
    from debate.i18n.messages import failure_text

    words = " ".join(part for part in (failure_text(error, t), more) if part)
    print(words, file=sys.stderr)
    if is_json:
        import json

        with suppress(BrokenPipeError):
            print(json.dumps({"error": error.code, "message": words}, ensure_ascii=False))


def _flushed(code: int) -> int:
    """Hand what was said to whoever reads it, and return the exit code."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return _nobody_listens()
    except OSError:
        return Exit.NOT_SAVED
    return code


def _nobody_listens() -> int:
    """Go on in silence: whoever read the answer had enough, as in `debate log | head`."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.DONE


def _speak_anywhere() -> None:
    """Let a terminal that lacks a character show a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _kept_language(args: Namespace, environment: Mapping[str, str]) -> str | None:
    """Return the language that was chosen in the data folder; None when none was."""
    from debate.service.location import data_folder
    from debate.service.settings import kept_language

    return kept_language(data_folder(getattr(args, "data_dir", None), environment))


def _language_of(words: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language that `--lang` names, before the command line is parsed."""
    named = None
    for place, word in enumerate(words):
        if word == "--lang" and place + 1 < len(words):
            named = words[place + 1]
        elif word.startswith("--lang="):
            named = word.partition("=")[2]
    try:
        return pick_language(named, environment)
    except UsageError:
        return pick_language(None, environment)


if __name__ == "__main__":
    sys.exit(main())
