"""The form of help: one width, and its heading in the reader's language."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from debate.i18n.marks import N_

Words = Callable[[str], str]
"""Gives the words of a message id in the reader's language."""


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with its heading in the reader's language, and of one width, which is looked up once."""

    def __init__(self, prog: str, *, words: Words = str) -> None:
        """Prepare the help of what is typed so."""
        super().__init__(prog, width=columns())
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with the word for how a command is written."""
        heading = self._words(N_("usage")) + ": " if prefix is None else prefix
        super().add_usage(usage, actions, groups, heading)

    def _split_lines(self, text: str, width: int) -> list[str]:
        """Break lines between words alone: what is typed with a hyphen stays whole."""
        from textwrap import wrap

        return wrap(" ".join(text.split()), width, break_on_hyphens=False)


@cache
def columns() -> int:
    """Return how wide help may be."""
    from shutil import get_terminal_size

    return get_terminal_size().columns - 2
