"""The verbs of a command line, read from its parser, and what its help and its docs leave out."""

from __future__ import annotations

import argparse
from collections.abc import Iterator


def verbs_of(parser: argparse.ArgumentParser, above: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield each verb of a parser with its sub-verbs, such as `motions check`."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                words = (*above, name)
                yield " ".join(words)
                yield from verbs_of(inner, words)


def options_of(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Yield the long options of a parser and of its verbs, help and hidden ones apart."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from options_of(inner)
        elif action.help is not argparse.SUPPRESS:
            yield from (name for name in action.option_strings if name.startswith("--"))


def undocumented(parser: argparse.ArgumentParser, page: str, program: str = "debate") -> list[str]:
    """Name the verbs and options of a parser that a page does not mention as code."""
    verbs = [verb for verb in verbs_of(parser) if f"`{program} {verb}" not in page]
    options = {name for name in options_of(parser) if name not in page}
    return [*verbs, *sorted(options)]


def arguments_of(
    parser: argparse.ArgumentParser, above: tuple[str, ...] = ()
) -> Iterator[tuple[str, argparse.Action]]:
    """Yield each argument and option of a parser and of its verbs, with the verb it stands under."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                yield from arguments_of(inner, (*above, name))
        else:
            yield " ".join(above), action


def unexplained(parser: argparse.ArgumentParser) -> list[str]:
    """Name the arguments without a text that says what they are, verb first."""
    return [
        f"{verb} {'/'.join(action.option_strings) or action.dest}".strip()
        for verb, action in arguments_of(parser)
        if not (action.help or "").strip()
    ]


def unnamed(parser: argparse.ArgumentParser) -> list[str]:
    """Name the arguments that are typed in place and show neither capitals nor what to choose from."""
    return [
        f"{verb} {action.dest}".strip()
        for verb, action in arguments_of(parser)
        if not action.option_strings
        and action.choices is None
        and not str(action.metavar or action.dest).isupper()
    ]
