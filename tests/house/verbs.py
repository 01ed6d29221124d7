"""The verbs of a command line, read from its parser, and what a page of documentation leaves out."""

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
