"""From the pages of a folder without faults to the motions that the law knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from debate.domain.ids import ArgumentId, MotionId, OptionId
from debate.domain.motion import Motion, OpeningArgument, Option, Source, Term, Text
from debate.domain.pack import Pack
from debate.store.pack_folder import Folder
from debate.store.pack_outline import Passage
from debate.store.pack_page import Cited, Named, Page
from debate.store.pack_reader import parted


def pack_of(found: Folder) -> Pack:
    """Return the pack that a whole folder holds."""
    values = found.manifest.values
    source = values.get("source")
    return Pack(
        id=values["id"],
        title=Text(**values["title"]),
        summary=Text(**values["summary"]),
        languages=tuple(values["languages"]),
        licence=values["licence"],
        version=values.get("version", 1),
        source=parted(source) if source else None,
        motions=tuple(_motion(pages) for pages in found.motions),
    )


def _motion(pages: tuple[Page, ...]) -> Motion:
    first = pages[0]
    name = first.front.values["id"]
    return Motion(
        id=MotionId(name),
        proposition=_text(pages, (page.propositions[0] for page in pages)),
        short=Text(**{page.language: page.front.values["short"] for page in pages}),
        polarity=first.front.values["polarity"],
        background=_text(pages, (page.background for page in pages)),
        yes_means=_text(pages, (page.yes_means for page in pages)),
        no_means=_text(pages, (page.no_means for page in pages)),
        arguments=tuple(_argument(name, pages, index) for index in range(len(first.arguments))),
        options=tuple(_option(name, pages, index) for index in range(len(first.options))),
        terms=tuple(_term(pages, index) for index in range(len(first.terms))),
        questions=tuple(
            _text(pages, (page.questions[index] for page in pages))
            for index in range(len(first.questions))
        ),
        reading=_sources(first.reading),
        sources=_sources(first.sources),
        paragraphs=tuple(first.front.values.get("paragraphs", ())),
    )


def _argument(motion: str, pages: tuple[Page, ...], index: int) -> OpeningArgument:
    found = [page.arguments[index] for page in pages]
    return OpeningArgument(
        id=ArgumentId(f"{motion}/{found[0].name.text}"),
        side=found[0].side,
        claim=_text(pages, (each.claim for each in found)),
        grounds=_text(pages, (each.grounds for each in found)),
        sources=_sources(found[0].sources),
    )


def _option(motion: str, pages: tuple[Page, ...], index: int) -> Option:
    found = [page.options[index] for page in pages]
    name = OptionId(f"{motion}/{found[0].name}")
    return Option(id=name, text=_text(pages, (each.text for each in found)))


def _term(pages: tuple[Page, ...], index: int) -> Term:
    found: list[Named] = [page.terms[index] for page in pages]
    return Term(
        word=_text(pages, (each.name for each in found)),
        meaning=_text(pages, (each.text for each in found)),
    )


def _text(pages: Iterable[Page], found: Iterable[Passage | str]) -> Text:
    texts: dict[str, Any] = {
        page.language: each if isinstance(each, str) else each.text
        for page, each in zip(pages, found, strict=True)
    }
    return Text(**texts)


def _sources(found: Iterable[Cited]) -> tuple[Source, ...]:
    return tuple(each.source for each in found)
