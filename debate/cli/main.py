"""Where the program begins: understand the command line, run one verb, say what went wrong."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from importlib import import_module
from typing import TYPE_CHECKING

from debate.cli import streams
from debate.cli.bounds import must_be_folders
from debate.cli.context import Context, print_json
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
    streams.prepare()
    t = translator(_language_of(words, os.environ))
    answers = streams.Outlet(sys.stdout)
    try:
        with redirect_stdout(answers):
            args = parsed(words, t)
    except DebateError as error:
        told = failure_words(error, t)
        streams.complain(told)
        if "--json" in words:
            print_json(error_document(error, told), answers)
        return streams.told(exit_of(error), answers, t)
    except SystemExit as left:
        return streams.told(int(left.code or Exit.DONE), answers, t)
    return run(args, answers, environment=os.environ)


def run(args: Namespace, answers: streams.Outlet, *, environment: Mapping[str, str]) -> int:
    """Run the verb of a parsed command line.

    Args:
        args: What the parser made of the command line.
        answers: Where its answer goes.
        environment: The process's environment variables.
    """
    asked = getattr(args, "lang", None) or _kept_language(args, environment)
    language = pick_language(asked, environment)
    context = Context(args, language=language, environment=environment, out=answers)
    try:
        return streams.told(carry_out(context), answers, context.t)
    except KeyboardInterrupt:
        return streams.told(Exit.INTERRUPTED, answers, context.t)
    finally:
        context.close()


def carry_out(context: Context) -> int:
    """Run the verb of a context; say what went wrong, if anything did, and return the exit code."""
    module, _, function = getattr(context.args, "handler", SCREEN).partition(":")
    try:
        must_be_folders(context.motion_folders)
        code = int(getattr(import_module(f"debate.cli.{module}"), function)(context))
    except DebateError as error:
        from debate.cli.suggestions import hint

        words = failure_words(error, context.t, hint(error, context))
        streams.complain(words)
        context.fail(error_document(error, words))
        code = exit_of(error)
    context.conclude()
    return code


def failure_words(error: DebateError, t: Translator, more: str = "") -> str:
    """Return what went wrong, and what may help."""
    from debate.i18n.messages import failure_text

    return " ".join(part for part in (failure_text(error, t), more) if part)


def error_document(error: DebateError, words: str) -> dict[str, object]:
    """Return what went wrong, for a program."""
    return {"error": error.code, "message": words}


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
