"""A line as it is typed in line mode, and the command line that it stands for.

In line mode nobody names the debate they sit in, and a text that ends a line needs no quotation
marks. The grammar is that of the command line: nothing here knows a verb but those that end in text.
"""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from debate.cli.understanding import Parser

BEFORE_TEXT: Mapping[tuple[str, ...], int] = MappingProxyType(
    {
        ("argue",): 1,
        ("rebut",): 1,
        ("undercut",): 1,
        ("support",): 1,
        ("revise",): 1,
        ("ask",): 1,
        ("answer",): 1,
        ("remark",): 1,
        ("restate",): 1,
        ("option",): 1,
        ("flag",): 1,
        ("hide",): 1,
        ("outcome", "draft"): 0,
        ("outcome", "dissent"): 1,
    }
)
"""Verbs that end in a text, and how many words stand before it."""
_OPTION = re.compile(r"\s--[a-z]")
_QUOTES = str.maketrans("“”„‟", '""""')


class Unclosed(ValueError):
    """A quotation mark that nothing closes."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """The verb that a line begins with, as the grammar knows it."""

    path: tuple[str, ...]
    parser: Parser

    @property
    def debate(self) -> argparse.Action | None:
        """The argument that names a debate; None when the verb is not about one."""
        return self.parser.named.get("session")

    @property
    def seat(self) -> argparse.Action | None:
        """The option that says who acts."""
        return self.parser.named.get("seat")


def leaf_of(parser: Parser, words: Sequence[str]) -> Leaf | None:
    """Return the verb that words begin with; None when the grammar has none such."""
    path: tuple[str, ...] = ()
    for word in words:
        inner = parser.verbs.get(word)
        if inner is None:
            break
        path, parser = (*path, word), inner
    return Leaf(path, parser) if path and not parser.verbs else None


def verbs_of(parser: Parser) -> Mapping[str, str]:
    """Return each verb with what it does."""
    return {name: verb.description or "" for name, verb in parser.verbs.items()}


def split(line: str) -> list[str]:
    """Return the words of a line; quotation marks hold a text together, an apostrophe is a letter.

    Raises:
        Unclosed: a quotation mark is not closed.
    """
    plain = line.translate(_QUOTES)
    if '"' not in plain and _OPTION.search(plain) is None:
        return _with_text(plain.split())
    lexer = shlex.shlex(plain, posix=True)
    lexer.whitespace_split = True
    lexer.quotes, lexer.escape, lexer.commenters = '"', "", ""
    try:
        return list(lexer)
    except ValueError as exc:
        raise Unclosed(line) from exc


def _with_text(words: list[str]) -> list[str]:
    """Join the words of a text that ends a line."""
    for path, before in BEFORE_TEXT.items():
        start = len(path) + before
        if tuple(words[: len(path)]) == path and len(words) > start:
            return [*words[:start], "--", " ".join(words[start:])]
    return words


def command_line(
    leaf: Leaf, words: Sequence[str], *, debate: str | None, seat: str | None
) -> list[str]:
    """Return the command line that a line stands for.

    Args:
        leaf: Its verb.
        words: All its words.
        debate: The debate that is open.
        seat: Who acts, when that is not this device's own seat.
    """
    depth = len(leaf.path)
    rest = list(words[depth:])
    extra: list[str] = []
    if seat is not None and leaf.seat is not None and "--as" not in rest:
        extra += ["--as", seat]
    if leaf.debate is not None and debate is not None:
        extra.append(debate)
    return [*words[:depth], *extra, *rest]
