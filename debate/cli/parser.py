"""The grammar of the command line: every verb, its options, and the help both languages show.

Verbs are named by text (`module:function`), so that asking for help imports none of them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from contextlib import suppress
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypedDict, Unpack

from debate import __version__
from debate.cli.help_form import Words
from debate.cli.understanding import Parser
from debate.errors import UsageError
from debate.i18n.marks import N_

if TYPE_CHECKING:
    from debate.i18n.catalog import Translator


class Options(TypedDict, total=False):
    """What can be said of an argument; the names and meanings are those of argparse."""

    action: Literal["append", "store_true"]
    choices: Sequence[object]
    default: object
    dest: str
    help: str
    metavar: str
    nargs: str | None
    required: bool
    type: Callable[[str], object]


class Part(NamedTuple):
    """One argument of a verb: how it is written, and what is said of it."""

    flags: tuple[str, ...]
    options: Options


class Verbs(Protocol):
    """Where argparse puts the verbs of one family; its own name for that is private."""

    def add_parser(
        self,
        name: str,
        *,
        help: str,
        description: str = ...,
        epilog: str | None = ...,
        words: Words = ...,
    ) -> Parser:
        """Add a verb, and return the parser of what follows it."""


class Family(NamedTuple):
    """A verb that has verbs of its own."""

    verbs: Verbs | None
    """Where they go; None when nobody asked for them, so that they are not built."""


class Nameplate(Parser):
    """What stands in a list of verbs for a verb that nobody asked for."""

    def __init__(self, **options: object) -> None:
        """Take what a parser takes, and build nothing."""


class Grammar:
    """A parser under construction."""

    def __init__(
        self, words: Words, only: frozenset[str] | None = None, *, is_list: bool = False
    ) -> None:
        """Begin with the options that every verb shares.

        Args:
            words: The reader's language.
            only: The verbs to build, each of them costs time; None builds all.
            is_list: Build the names of the verbs alone, for the help that lists them.
        """
        self.words = words
        self._only = only
        self._is_list = is_list
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
        verbs = self.root.add_subparsers(
            dest="verb",
            metavar=words(N_("VERB")),
            title=words(N_("verbs")),
            parser_class=Nameplate if is_list else Parser,
        )
        self.root.verbs = verbs.choices
        self._verbs: Verbs = verbs

    def verb(
        self,
        name: str,
        handler: str,
        help_text: str,
        *arguments: Part,
        example: str = "",
        into: Family | None = None,
    ) -> None:
        """Add a verb.

        Args:
            name: What is typed.
            handler: `module:function` inside `debate.cli`.
            help_text: One sentence, already in the reader's language.
            *arguments: What follows it, in order.
            example: A command line that works.
            into: The verb that this one belongs to; None when it stands by itself.
        """
        verbs = self._verbs if into is None else into.verbs
        if verbs is None or (into is None and self._is_skipped(name)):
            return
        if self._is_list:
            verbs.add_parser(name, help=help_text)
            return
        epilog = f"{self.words(N_('example'))}:\n  {example}" if example else None
        parser = verbs.add_parser(
            name,
            help=help_text,
            description=help_text,
            epilog=epilog,
            words=self.words,
        )
        for part in arguments:
            action = parser.add_argument(*part.flags, **part.options)
            parser.named[action.dest] = action
        self._shared(parser, is_verb=True)
        parser.set_defaults(handler=handler)

    def family(
        self, name: str, help_text: str, *, usual: str | None = None, alone: str = ""
    ) -> Family:
        """Add a verb that has verbs of its own, and return where they go.

        Args:
            name: What is typed.
            help_text: One sentence, already in the reader's language.
            usual: The verb that is meant when something else follows than one of them.
            alone: Its handler when nothing follows; empty when one of them must.
        """
        if self._is_skipped(name):
            return Family(None)
        if self._is_list:
            self._verbs.add_parser(name, help=help_text)
            return Family(None)
        parser = self._verbs.add_parser(
            name, help=help_text, description=help_text, words=self.words
        )
        parser.usual = usual
        if alone:
            self._shared(parser, is_verb=True)
            parser.set_defaults(handler=alone)
        verbs = parser.add_subparsers(
            dest=f"{name}_verb",
            metavar=self.words(N_("VERB")),
            required=not alone,
            title=self.words(N_("verbs")),
        )
        parser.verbs = verbs.choices
        return Family(verbs)

    def _is_skipped(self, name: str) -> bool:
        return self._only is not None and name not in self._only

    @property
    def has_verbs(self) -> bool:
        """Whether any verb was built."""
        return bool(self.root.verbs)

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


def argument(*flags: str, **options: Unpack[Options]) -> Part:
    """Return one argument of a verb, as `Grammar.verb` wants it."""
    return Part(flags, options)


def build_parser(translator: Translator | None = None) -> Parser:
    """Return the parser of the whole command line.

    Args:
        translator: The language of the help; English when None.
    """
    return _grammar(translator).root


def parser_for(words: Sequence[str], translator: Translator) -> Parser:
    """Return a parser for one command line, with its verb alone; without a verb their list.

    Args:
        words: The command line.
        translator: The language of the help.
    """
    if words and words[0] not in {"-h", "--help"}:
        grammar = _grammar(translator, frozenset(words))
        if grammar.has_verbs:
            return grammar.root
    return _grammar(translator, is_list=True).root


def parsed(words: Sequence[str], translator: Translator) -> argparse.Namespace:
    """Return what a command line says; the list of all verbs is made only for who needs it.

    Args:
        words: The command line.
        translator: The language of the help, and of what is said to one that is not understood.

    Raises:
        UsageError: it is not understood.
        SystemExit: it asked for help or the version, which was printed.
    """
    if not any(word.startswith(("-h", "--h")) for word in words):
        with suppress(UsageError):
            return _grammar(translator, frozenset(words)).root.parse_args(words)
    return parser_for(words, translator).parse_args(words)


def _grammar(
    translator: Translator | None, only: frozenset[str] | None = None, *, is_list: bool = False
) -> Grammar:
    from debate.cli import (
        grammar_acts,
        grammar_debates,
        grammar_host,
        grammar_records,
        grammar_sync,
    )

    words: Words = translator.text if translator else NullTranslations().gettext
    grammar = Grammar(words, only, is_list=is_list)
    grammar_debates.add_verbs(grammar)
    grammar_host.add_verbs(grammar)
    grammar_acts.add_verbs(grammar)
    grammar_records.add_verbs(grammar)
    grammar_sync.add_verbs(grammar)
    return grammar
