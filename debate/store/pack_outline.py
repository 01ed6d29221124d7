"""A motion's file cut into front matter and headed sections, each piece with its line.

Only the shape is read here: what a heading means is for `debate.store.pack_page`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from debate.domain.motion import Language
from debate.store.pack_fault import Findings

FENCE = "+++"
"""The line before and after the front matter."""

HEADINGS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "background": "Background",
        "yes": "What a yes means",
        "no": "What a no means",
        "for": "For",
        "against": "Against",
        "options": "Options",
        "terms": "Terms",
        "questions": "Questions",
        "reading": "Reading",
    },
    "nl": {
        "background": "Achtergrond",
        "yes": "Wat een ja betekent",
        "no": "Wat een nee betekent",
        "for": "Voor",
        "against": "Tegen",
        "options": "Keuzes",
        "terms": "Begrippen",
        "questions": "Vragen",
        "reading": "Verder lezen",
    },
}
"""What each section is called in a file of each language."""
OPTIONAL_SECTIONS = frozenset({"options"})
SOURCE_WORDS: Mapping[Language, str] = {"en": "Source:", "nl": "Bron:"}
"""How a line with a source begins."""

_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?\s*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(.*)")
_BLOCK = re.compile(r"\s*(?:[-*+>|#]|\d{1,3}[.)]\s|```|~~~)|\s{4,}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text and the line it starts on."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines under it, up to the next heading."""

    level: int
    title: Passage
    lines: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A motion's file by its shape; `front` is None when the front matter is not to be found."""

    front: Passage | None
    sections: tuple[Section, ...]


def read_outline(text: str, findings: Findings) -> Outline:
    """Cut a file's text at its fences and headings."""
    lines = text.split("\n")
    front, first = _front(lines, findings)
    numbered = [Passage(number, line) for number, line in enumerate(lines[first:], first + 1)]
    return Outline(front, tuple(_sections(numbered, findings)))


def _front(lines: list[str], findings: Findings) -> tuple[Passage | None, int]:
    if lines[0].rstrip() != FENCE:
        findings.add(1, "front.missing")
        return None, 0
    for index, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            return Passage(2, "\n".join(lines[1:index])), index + 1
    findings.add(1, "front.open")
    return None, len(lines)


def _sections(lines: Iterable[Passage], findings: Findings) -> Iterator[Section]:
    head: tuple[int, Passage] | None = None
    under: list[Passage] = []
    in_code = False
    for passage in lines:
        in_code ^= passage.text.startswith(("```", "~~~"))
        match = None if in_code else _HEADING.fullmatch(passage.text)
        if match is None:
            under.append(passage)
            continue
        yield from _closed(head, under, findings)
        head, under = (len(match[1]), Passage(passage.line, match[2])), []
    yield from _closed(head, under, findings)


def _closed(
    head: tuple[int, Passage] | None, under: list[Passage], findings: Findings
) -> Iterator[Section]:
    if head is not None:
        yield Section(*head, tuple(under))
        return
    stray = next((passage for passage in under if passage.text.strip()), None)
    if stray is not None:
        findings.add(stray.line, "text.stray")


def flowed(lines: Iterable[Passage]) -> Passage:
    """Join the lines of each paragraph; keep lists, quotations and code as they are.

    Returns:
        The text, from its first line that is not blank; empty text when there is none.
    """
    paragraphs: list[list[str]] = [[]]
    start = 0
    for passage in lines:
        if passage.text.strip():
            start = start or passage.line
            paragraphs[-1].append(passage.text.rstrip())
        elif paragraphs[-1]:
            paragraphs.append([])
    return Passage(start, "\n\n".join(map(_joined, filter(None, paragraphs))))


def _joined(paragraph: list[str]) -> str:
    if any(map(_BLOCK.match, paragraph)):
        return "\n".join(paragraph)
    return " ".join(line.strip() for line in paragraph)


def list_items(lines: Iterable[Passage], findings: Findings) -> tuple[Passage, ...]:
    """Return the items of a list; a line that does not begin one continues the last."""
    items: list[Passage] = []
    for passage in lines:
        match = _ITEM.fullmatch(passage.text.strip())
        if match:
            items.append(Passage(passage.line, match[1].strip()))
        elif passage.text.strip() and not items:
            findings.add(passage.line, "list.stray")
        elif passage.text.strip():
            last = items.pop()
            items.append(Passage(last.line, f"{last.text} {passage.text.strip()}"))
    return tuple(items)


def count_words(text: str) -> int:
    """Count the words of a text: runs between spaces that have a letter or a digit."""
    return sum(any(character.isalnum() for character in word) for word in text.split())
