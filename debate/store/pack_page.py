"""One motion in one language, as its file says it, with the line of every piece."""

from __future__ import annotations

from dataclasses import dataclass

from debate.domain.motion import Language, Side, Source
from debate.store.pack_outline import Passage
from debate.store.pack_table import Table

SIDES: tuple[Side, Side] = ("for", "against")


@dataclass(frozen=True, slots=True)
class Cited:
    """A source and its line."""

    line: int
    source: Source


@dataclass(frozen=True, slots=True)
class PageArgument:
    """An opening argument as one file says it."""

    name: Passage
    side: Side
    claim: str
    grounds: Passage
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A list item of the form `name: text`."""

    line: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A motion in one language."""

    file: str
    language: Language
    front: Table
    headings: dict[str, int]
    """The line of each section that is there, by its name in English."""
    propositions: tuple[Passage, ...]
    background: Passage
    yes_means: Passage
    no_means: Passage
    arguments: tuple[PageArgument, ...]
    options: tuple[Named, ...]
    terms: tuple[Named, ...]
    questions: tuple[Passage, ...]
    reading: tuple[Cited, ...]
    sources: tuple[Cited, ...]
