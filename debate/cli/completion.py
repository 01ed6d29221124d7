"""Verb: print the completion script of a shell."""

from __future__ import annotations

from debate.cli.context import Context
from debate.cli.parser import build_parser


def run(context: Context) -> int:
    """Print the script for the shell that was asked for."""
    import shtab

    script = shtab.complete(build_parser(context.t), shell=context.args.shell)
    return context.tell(script, {"shell": context.args.shell, "script": script})
