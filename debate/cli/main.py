"""Where the program begins: understand the command line, run one verb, say what went wrong."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from importlib import import_module

from debate.cli.context import Context
from debate.cli.exits import Exit, exit_of
from debate.cli.parser import build_parser
from debate.errors import DebateError
from debate.i18n.catalog import pick_language, translator

SCREEN = "screen:run"
"""The verb of a command line without one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    Args:
        arguments: What follows the program's name; the process's own when None.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = pick_language(_named_language(words), os.environ)
    parser = build_parser(translator(language))
    args = parser.parse_args(words)
    return run(args, environment=os.environ)


def run(args: Namespace, *, environment: Mapping[str, str]) -> int:
    """Run the verb of a parsed command line.

    Args:
        args: What the parser made of the command line.
        environment: The process's environment variables.
    """
    language = pick_language(getattr(args, "lang", None), environment)
    context = Context(args, language=language, environment=environment)
    module, _, function = getattr(args, "handler", SCREEN).partition(":")
    try:
        try:
            return int(getattr(import_module(f"debate.cli.{module}"), function)(context))
        finally:
            context.close()
    except DebateError as error:
        from debate.i18n.messages import failure_text

        print(failure_text(error, context.t), file=sys.stderr)
        return exit_of(error)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our answer had enough: `debate log | head`. Not a failure, nothing to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE


def _named_language(words: Sequence[str]) -> str | None:
    """Return the language that `--lang` names, before the command line is parsed."""
    for place, word in enumerate(words):
        if word == "--lang" and place + 1 < len(words):
            return words[place + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return None


if __name__ == "__main__":
    sys.exit(main())
