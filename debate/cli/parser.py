"""The grammar of the command line: every verb, its options, and the help both languages show.

Verbs are named by text (`module:function`), so that asking for help imports none of them.
"""

from __future__ import annotations

import argparse
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from debate import __version__
from debate.cli.understanding import Parser, Words
from debate.i18n.marks import N_

if TYPE_CHECKING:
    from debate.i18n.catalog import Translator


class Grammar:
    """A parser under construction."""

    def __init__(self, words: Words) -> None:
        """Begin with the options that every verb shares."""
        self.words = words
        self.root = Parser(
            words=words,
            prog="debate",
            description=words(
                N_("Deliberation in the terminal. Without a verb, the screen opens.")
            ),
            epilog=words(N_("Begin with `debate` alone. `debate VERB --help` explains a verb.")),
        )
        self.root.add_argument(
            "--version",
            action="version",
            version=f"debate {__version__}",
            help=words(N_("show the version and do nothing else")),
        )
        self._shared(self.root)
        self._verbs = self.root.add_subparsers(
            dest="verb", metavar=words(N_("VERB")), title=words(N_("verbs"))
        )

    def verb(
        self,
        name: str,
        handler: str,
        help_text: str,
        *arguments: dict[str, Any],
        example: str = "",
        into: Any = None,  # noqa: ANN401 (argparse keeps the type of its sub-parsers private)
    ) -> argparse.ArgumentParser:
        """Add a verb.

        Args:
            name: What is typed.
            handler: `module:function` inside `debate.cli`.
            help_text: One sentence, already in the reader's language.
            *arguments: Keyword arguments of `add_argument`, with the flags under `flags`.
            example: A command line that works.
            into: The sub-parsers of the verb that this one belongs to.
        """
        epilog = f"{self.words(N_('example'))}:\n  {example}" if example else None
        parser: argparse.ArgumentParser = (into or self._verbs).add_parser(
            name,
            help=help_text,
            description=help_text,
            epilog=epilog,
            words=self.words,
        )
        for argument in arguments:
            options = dict(argument)
            parser.add_argument(*options.pop("flags"), **options)
        self._shared(parser, is_verb=True)
        parser.set_defaults(handler=handler)
        return parser

    def family(self, name: str, help_text: str) -> Any:  # noqa: ANN401 (private to argparse)
        """Add a verb that has verbs of its own, and return where they go."""
        parser = self._verbs.add_parser(
            name, help=help_text, description=help_text, words=self.words
        )
        return parser.add_subparsers(
            dest=f"{name}_verb",
            metavar=self.words(N_("VERB")),
            required=True,
            title=self.words(N_("verbs")),
        )

    def _shared(self, parser: argparse.ArgumentParser, *, is_verb: bool = False) -> None:
        """Add the options that work before and after the verb."""
        group = parser.add_argument_group(self.words(N_("everywhere")))
        keep: dict[str, Any] = {"default": argparse.SUPPRESS} if is_verb else {}
        group.add_argument(
            "--data-dir",
            type=Path,
            metavar="DIR",
            help=self.words(N_("keep everything here")),
            **keep,
        )
        group.add_argument(
            "--motions",
            type=Path,
            action="append",
            metavar="DIR",
            help=self.words(N_("look for motion packs here too")),
            **keep,
        )
        group.add_argument(
            "--lang",
            choices=("en", "nl"),
            help=self.words(N_("the language of the answers")),
            **keep,
        )
        group.add_argument(
            "--plain", action="store_true", help=self.words(N_("lines instead of a screen")), **keep
        )
        group.add_argument(
            "--json", action="store_true", help=self.words(N_("answer in JSON")), **keep
        )


def argument(*flags: str, **options: Any) -> dict[str, Any]:  # noqa: ANN401 (as argparse takes them)
    """Return one argument of a verb, as `Grammar.verb` wants it."""
    return {"flags": flags, **options}


def build_parser(translator: Translator | None = None) -> argparse.ArgumentParser:
    """Return the parser of the whole command line.

    Args:
        translator: The language of the help; English when None.
    """
    from debate.cli import grammar_acts, grammar_debates, grammar_records

    words: Words = translator.text if translator else NullTranslations().gettext
    grammar = Grammar(words)
    grammar_debates.add_verbs(grammar)
    grammar_acts.add_verbs(grammar)
    grammar_records.add_verbs(grammar)
    return grammar.root
