"""The verb of a command line without one: open the screen."""

from __future__ import annotations

import gc
import sys

from debate.cli.bounds import must_converse
from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.cli.hangup import end_with_terminal


def run(context: Context) -> int:
    """Open the screen, or line mode when asked for plain lines or when there is no terminal."""
    must_converse(context)
    if context.args.plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        from debate.cli.line import run as run_lines

        return run_lines(context)
    end_with_terminal()
    gc.disable()  # what is read until the first paint is no garbage; the program enables it again
    try:
        return _show(context)
    finally:
        gc.enable()


def _show(context: Context) -> int:
    """Open the screen, and stay until it is closed."""
    from debate.tui.choosing import LANGUAGE
    from debate.tui.program import Program

    language = context.language
    if getattr(context.args, "lang", None) is None:
        chosen = context.workspace.choice(LANGUAGE, language)
        language = chosen if chosen in Program.LANGUAGES else language
    program = Program(context.workspace, language=language)
    program.run()
    return program.return_code or Exit.DONE
