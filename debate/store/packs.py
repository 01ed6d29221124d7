"""Motion packs: folders that people write, checked as a whole before a debate may use them.

A pack with a fault is never half loaded; `check_pack` says what to mend, with file and line.
Which folders are searched is decided above: nothing here knows a home or an environment.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from debate.domain.ids import ArgumentId, MotionId, OptionId
from debate.domain.motion import Motion, OpeningArgument, Option, Pack, Source, Term, Text
from debate.errors import PackError
from debate.store.pack_fault import Fault
from debate.store.pack_folder import Folder, read_folder
from debate.store.pack_outline import Passage
from debate.store.pack_page import Cited, Named, Page
from debate.store.pack_places import MANIFEST, pack_folders
from debate.store.pack_reader import parted

__all__ = [
    "BrokenPack",
    "Fault",
    "FoundPack",
    "Shelf",
    "check_pack",
    "find_packs",
    "load_pack",
]


@dataclass(frozen=True, slots=True)
class FoundPack:
    """A pack that passed its check, and where it is."""

    folder: Path
    pack: Pack


@dataclass(frozen=True, slots=True)
class BrokenPack:
    """A pack that did not pass its check, and why."""

    folder: Path
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All packs that were found, in the order of the folders and then of their names."""

    packs: tuple[FoundPack, ...]
    broken: tuple[BrokenPack, ...]


def check_pack(folder: Path) -> tuple[Fault, ...]:
    """Return everything that is wrong with a pack, in the order of its motions and lines."""
    return read_folder(folder).faults


def load_pack(folder: Path) -> Pack:
    """Return a pack in all its languages.

    Raises:
        PackError: The pack does not pass its check; `details` has `path` and `faults`.
    """
    found = read_folder(folder)
    if found.faults:
        raise PackError(path=str(folder), faults=found.faults)
    return _pack(found)


def find_packs(folders: Sequence[Path]) -> Shelf:
    """Find the packs in folders of packs; a broken one does not hinder the others.

    Args:
        folders: Each is a folder of packs, or one pack. One that is not there holds none. Of two
            packs with the same id the first is taken and the other is reported as broken.
    """
    packs: dict[str, FoundPack] = {}
    broken: list[BrokenPack] = []
    for folder in pack_folders(folders):
        found = read_folder(folder)
        if found.faults:
            broken.append(BrokenPack(folder, found.faults))
            continue
        pack = _pack(found)
        if pack.id in packs:
            broken.append(BrokenPack(folder, (_twice(found, packs[pack.id]),)))
        else:
            packs[pack.id] = FoundPack(folder, pack)
    return Shelf(tuple(packs.values()), tuple(broken))


def _twice(found: Folder, first: FoundPack) -> Fault:
    line = found.manifest.line_of("id")
    return Fault.of(MANIFEST, line, "pack.twice", id=first.pack.id, folder=str(first.folder))


def _pack(found: Folder) -> Pack:
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
