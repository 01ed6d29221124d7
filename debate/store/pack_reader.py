"""The reader of a motion's file: what each heading means, from text to a page.

Notes what does not fit the form. Whether the content is good is for `debate.store.pack_check`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from debate.domain.motion import Language, Side, Source
from debate.store.pack_fault import Findings
from debate.store.pack_keys import MOTION_KEYS, SOURCE_LIMIT
from debate.store.pack_outline import (
    HEADINGS,
    OPTIONAL_SECTIONS,
    SOURCE_WORDS,
    Passage,
    Section,
    flowed,
    list_items,
    read_outline,
)
from debate.store.pack_page import SIDES, Cited, Named, Page, PageArgument
from debate.store.pack_table import Table, read_table
from debate.store.pack_text import find_links, read_text
from debate.store.pack_values import is_name

SECTION_LEVEL, ARGUMENT_LEVEL = 2, 3
"""How many # signs begin the heading of a section, and of an argument."""

UNKNOWN = "?"
"""The section under a heading that is not known; what stands below is not blamed for it."""
_WEB_LINK = re.compile(r"<?(https?://[^\s>]+)>?\.?\s*$")
_NAMED = re.compile(r"([^\s:]+):\s+(.+)")


def read_page(path: Path, language: Language, findings: Findings) -> Page | None:
    """Read a motion's file; None when it is not text."""
    text = read_text(path, findings)
    if text is None:
        return None
    find_links(text, findings)
    outline = read_outline(text, findings)
    toml = outline.front
    front = read_table(toml.text, MOTION_KEYS, findings, toml.line) if toml else Table({}, {}, 1)
    return _Reader(path.name, language, findings).page(front, outline.sections)


def parted(text: str) -> Source:
    """Part what one would cite from the link at its end, if there is one."""
    match = _WEB_LINK.search(text)
    if match is None:
        return Source(cite=text)
    return Source(cite=text[: match.start()].strip() or match[1], url=match[1])


class _Reader:
    """Sorts the sections of one file by what their headings mean."""

    def __init__(self, file: str, language: Language, findings: Findings) -> None:
        self.file = file
        self.language = language
        self.findings = findings
        self.known = {title.casefold(): name for name, title in HEADINGS[language].items()}
        self.sections: dict[str, Section] = {}
        self.propositions: list[Passage] = []
        self.arguments: list[PageArgument] = []

    def page(self, front: Table, sections: Iterable[Section]) -> Page:
        """Sort every section, and gather the pieces."""
        current = ""
        for section in sections:
            current = self.place(section, current)
        self.find_missing()
        background, sources = self.prose("background")
        return Page(
            file=self.file,
            language=self.language,
            front=front,
            headings={name: section.title.line for name, section in self.sections.items()},
            propositions=tuple(self.propositions),
            background=background,
            yes_means=self.prose("yes")[0],
            no_means=self.prose("no")[0],
            arguments=tuple(self.arguments),
            options=self.named("options"),
            terms=self.named("terms"),
            questions=list_items(self.lines("questions"), self.findings),
            reading=tuple(map(self.cited, list_items(self.lines("reading"), self.findings))),
            sources=sources,
        )

    def place(self, section: Section, current: str) -> str:
        """Put a section where it belongs; return the section that the next ones are under."""
        if section.level == 1:
            self.propositions.append(section.title)
            self.find_stray(section.lines)
            return ""
        if section.level == SECTION_LEVEL:
            return self.open(section)
        side = next((side for side in SIDES if side == current), None)
        if current == UNKNOWN and section.level == ARGUMENT_LEVEL:
            return current
        if side is None or section.level > ARGUMENT_LEVEL:
            self.unknown(section.title)
        else:
            self.argue(section, side)
        return current

    def open(self, section: Section) -> str:
        """Take a section of the second level."""
        name = self.known.get(section.title.text.casefold(), UNKNOWN)
        if name == UNKNOWN:
            self.unknown(section.title)
        elif name in self.sections:
            first = self.sections[name].title.line
            self.findings.add(
                section.title.line, "heading.twice", heading=section.title.text, first=first
            )
        else:
            self.sections[name] = section
            if name in SIDES:
                self.find_stray(section.lines)
        return name

    def argue(self, section: Section, side: Side) -> None:
        """Take an argument: its name and claim from the heading, the rest from under it."""
        line = section.title.line
        match = _NAMED.fullmatch(section.title.text)
        if match is None or not is_name(match[1]):
            self.findings.add(line, "argument.no-name", heading=section.title.text)
            return
        grounds, sources = self.sourced(section.lines)
        self.arguments.append(
            PageArgument(Passage(line, match[1]), side, match[2], grounds, sources)
        )

    def find_missing(self) -> None:
        """Note the sections that are not there, and those with nothing in them."""
        for name, heading in HEADINGS[self.language].items():
            if name not in self.sections and name not in OPTIONAL_SECTIONS:
                self.findings.add(1, "heading.missing", heading=f"## {heading}")
            elif name not in SIDES and not flowed(self.lines(name)).text and name in self.sections:
                line = self.sections[name].title.line
                self.findings.add(line, "heading.empty", heading=f"## {heading}")

    def find_stray(self, lines: Iterable[Passage]) -> None:
        """Note text where only headings belong."""
        stray = flowed(lines)
        if stray.text:
            self.findings.add(stray.line, "text.stray")

    def unknown(self, title: Passage) -> None:
        """Note a heading that this language does not have."""
        known = ", ".join(HEADINGS[self.language].values())
        self.findings.add(title.line, "heading.unknown", heading=title.text, known=known)

    def lines(self, name: str) -> tuple[Passage, ...]:
        """Return the lines of a section; none when it is not there."""
        section = self.sections.get(name)
        return section.lines if section else ()

    def prose(self, name: str) -> tuple[Passage, tuple[Cited, ...]]:
        """Return the text and the sources of a section."""
        return self.sourced(self.lines(name))

    def sourced(self, lines: Iterable[Passage]) -> tuple[Passage, tuple[Cited, ...]]:
        """Part running text from its lines with sources."""
        word = SOURCE_WORDS[self.language]
        prose, sources = [], []
        for passage in lines:
            if passage.text.startswith(word):
                cite = passage.text.removeprefix(word).strip()
                sources.append(self.cited(Passage(passage.line, cite)))
            else:
                prose.append(passage)
        return flowed(prose), tuple(sources)

    def cited(self, passage: Passage) -> Cited:
        """Read a source."""
        if not passage.text:
            self.findings.add(passage.line, "source.empty")
        if len(passage.text) > SOURCE_LIMIT:
            self.findings.add(passage.line, "source.too-long", limit=SOURCE_LIMIT)
        return Cited(passage.line, parted(passage.text[:SOURCE_LIMIT] or "?"))

    def named(self, name: str) -> tuple[Named, ...]:
        """Return the items of a section as names and texts."""
        found = []
        for item in list_items(self.lines(name), self.findings):
            word, colon, text = item.text.partition(":")
            if word.startswith("**") and not word.endswith("**"):
                text = text.removeprefix("**")
            word, text = word.strip(" *"), text.strip()
            if colon and word and text:
                found.append(Named(item.line, word, text))
            else:
                self.findings.add(item.line, "list.no-colon", item=item.text)
        return tuple(found)
