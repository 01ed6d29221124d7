"""What a command line that was not understood is told, in the reader's language.

argparse says what is wrong in English; its sentences are recognised here and said again. One that
is not recognised is shown as it is.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, NoReturn

from debate.cli.help_form import Formatter, Words
from debate.errors import UsageError
from debate.i18n.marks import N_

_SENTENCES = (
    (
        r"argument (?P<name>.+?): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<known>.+)\)",
        N_("“{value}” cannot be used for {name}. Choose from: {known}."),
    ),
    (
        r"argument (?P<name>.+?): invalid int value: '(?P<value>.*)'",
        N_("“{value}” cannot be used for {name}: it takes a whole number."),
    ),
    (
        r"argument (?P<name>.+?): invalid \w+ value: '(?P<value>.*)'",
        N_("“{value}” cannot be used for {name}."),
    ),
    (r"argument (?P<name>.+?): expected .+", N_("{name} needs a value after it.")),
    (
        r"argument (?P<name>.+?): ignored explicit argument '?(?P<value>.*?)'?",
        N_("{name} takes no value, and “{value}” follows it."),
    ),
    (r"the following arguments are required: (?P<names>.+)", N_("Still needed: {names}.")),
    (
        r"unrecognized arguments: (?P<words>.+)",
        N_(
            "Not understood: {words}. Put quotation marks around a text of several words, and "
            "`--` before one that begins with a hyphen."
        ),
    ),
    (
        r"ambiguous option: (?P<value>.+) could match (?P<known>.+)",
        N_("“{value}” can mean several options: {known}."),
    ),
)
"""What argparse says, and the same in our words; compiled when somebody is misunderstood."""

_ONE_OF_MANY = N_("“{value}” is not known here.")
_NEAR = N_("Did you mean “{near}”?")
MANY = 12
KEY = re.compile(r"-[\w-]{42}", re.ASCII)
"""A public key whose base64url begins with a hyphen; no option has this length."""
"""More choices than this are not listed in a sentence."""


class Misunderstood(UsageError):
    """A command line that the grammar has no place for (`message`, `command`)."""

    code = "usage.grammar"


if sys.version_info >= (3, 12):
    Taken = list[tuple[argparse.Action | None, str, str | None, str | None]] | None
else:
    Taken = tuple[argparse.Action | None, str, str | None] | None
"""As what argparse takes a word: None for a plain one, else the option it may be."""


class Parser(argparse.ArgumentParser):
    """A parser that speaks the reader's language and never ends the process by an error."""

    def __init__(
        self,
        *,
        words: Words = str,
        prog: str | None = None,
        description: str | None = None,
        epilog: str | None = None,
    ) -> None:
        """Prepare a parser.

        Args:
            words: The reader's language.
            prog: What is typed to come here.
            description: What is done here.
            epilog: What stands below the help.
        """
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=partial(Formatter, words=words),
            add_help=False,
        )
        self._words = words
        self.named: dict[str, argparse.Action] = {}
        """The arguments of this verb, by the name their value gets; `Grammar` fills them in."""
        self.verbs: Mapping[str, Parser] = {}
        """The verbs beneath this one; argparse fills them in as they are added."""
        self.usual: str | None = None
        """The verb that is meant when a family of verbs is named and none of them follows."""
        self._positionals.title = words(N_("arguments"))
        self._optionals.title = words(N_("options"))
        self.add_argument(
            "-h", "--help", action="help", help=words(N_("show this help and do nothing else"))
        )

    def parse_known_args(
        self, args: Iterable[str] | None = None, namespace: object = None
    ) -> tuple[Any, list[str]]:
        """Parse words, the usual verb of a family put in where none is named.

        An argument that may be left out is also found behind an option, where argparse of Python
        3.11 sees it as a word too many.
        """
        words = list(args or ())
        if self.usual is not None and words and not self._is_verb(words[0]):
            words.insert(0, self.usual)
        found = super().parse_known_args(words if args is not None else None, namespace)
        is_leaf = not self.verbs and self.get_default("handler") is not None
        if not found[1] or not is_leaf or namespace is not None:
            return found
        return self.parse_known_intermixed_args(words, argparse.Namespace())

    def _is_verb(self, word: str) -> bool:
        """Tell whether a word is an option, or a verb of this family."""
        return word.startswith("-") or word in self.verbs

    def error(self, message: str) -> NoReturn:
        """Say what was not understood.

        Raises:
            Misunderstood: always.
        """
        raise Misunderstood(message=self._said(message), command=self.prog)

    def _said(self, message: str) -> str:
        for pattern, words in _SENTENCES:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                return self._filled(words, found.groupdict())
        return message

    def _filled(self, words: str, values: dict[str, str]) -> str:
        """Put values into a sentence; of many choices only the nearest is named."""
        from difflib import get_close_matches

        known = [each.strip(" '") for each in values.get("known", "").split(",")]
        said = self._words(_ONE_OF_MANY if len(known) > MANY else words)
        said = said.format(**{**values, "known": ", ".join(known)})
        near = get_close_matches(values.get("value", ""), filter(None, known), 1)
        if not near:
            return said
        return f"{said} {self._words(_NEAR).format(near=near[0])}"

    def _parse_optional(self, arg_string: str) -> Taken:
        """Take a text of several words, and a key, for what they are, though a hyphen begins them."""
        if " " in arg_string.partition("=")[0] or KEY.fullmatch(arg_string):
            return None
        return super()._parse_optional(arg_string)
