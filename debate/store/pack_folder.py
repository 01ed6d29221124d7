"""A pack's folder as it is: the values of `pack.toml`, the pages of its motions, and the faults.

Reads and judges everything, and refuses nothing: `debate.store.packs` decides what faults mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from debate.domain.motion import Language
from debate.store.pack_check import check_page
from debate.store.pack_fault import Fault, Findings
from debate.store.pack_keys import PACK_KEYS
from debate.store.pack_languages import compare
from debate.store.pack_page import Page
from debate.store.pack_places import MANIFEST, may_be_file
from debate.store.pack_reader import read_page
from debate.store.pack_table import Table, read_table
from debate.store.pack_text import read_text
from debate.store.pack_values import LANGUAGES

_TEXTS = ("title", "summary")


@dataclass(frozen=True, slots=True)
class Folder:
    """What a pack's folder holds. Only when there are no faults is it whole."""

    manifest: Table
    motions: tuple[tuple[Page, ...], ...]
    """For each motion, in the order of the pack, its pages in the order of the languages."""
    faults: tuple[Fault, ...]


def read_folder(folder: Path) -> Folder:
    """Read and check a whole pack."""
    own = Findings(MANIFEST)
    manifest = _manifest(folder, own)
    names, languages = _listed(folder, manifest)
    books = [own, *_unlisted(folder, names, languages)]
    motions = []
    for name in names:
        for file in _missing(folder, name, languages):
            own.add(manifest.line_of("motions"), "file.missing", name=file, motion=name)
        motions.append(_pages(folder, name, languages, books))
    faults = [fault for findings in books for fault in findings.faults]
    return Folder(manifest, tuple(motions), tuple(_in_order(faults, names)))


def _manifest(folder: Path, findings: Findings) -> Table:
    if not may_be_file(folder / MANIFEST):
        findings.add(1, "pack.missing", name=MANIFEST)
        return Table({}, {}, 1)
    text = read_text(folder / MANIFEST, findings)
    if text is None:
        return Table({}, {}, 1)
    table = read_table(text, PACK_KEYS, findings)
    _check_texts(table, findings)
    names = table.values.get("motions", ())
    for name in sorted({name for name in names if names.count(name) > 1}):
        findings.add(table.line_of("motions"), "motion.twice", motion=name)
    return table


def _check_texts(table: Table, findings: Findings) -> None:
    for key in _TEXTS:
        texts = table.values.get(key)
        for language in table.values.get("languages", ()):
            if texts is not None and language not in texts:
                findings.add(table.line_of(key), "key.language", key=key, language=language)


def _listed(folder: Path, manifest: Table) -> tuple[list[str], list[Language]]:
    """Return the motions and the languages of a pack; where its list is at fault, those with files.

    So what is wrong in the files of a motion is found also while `pack.toml` is being mended.
    """
    there = list(_there(folder)) if manifest.values else []
    spoken = {language for _, language in there}
    names = manifest.values.get("motions", [name for name, _ in there])
    languages = manifest.values.get("languages", [each for each in LANGUAGES if each in spoken])
    return list(dict.fromkeys(names)), list(languages)


def _there(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the motion and the language of every file that is named as a motion's."""
    for path in sorted(folder.glob("*.md")):
        stem, _, language = path.name.removesuffix(".md").rpartition(".")
        if language in LANGUAGES and stem:
            yield stem, language


def _unlisted(folder: Path, names: list[str], languages: list[Language]) -> Iterator[Findings]:
    if not names:
        return
    wanted = {(name, str(language)) for name in names for language in languages}
    for motion, language in _there(folder):
        if (motion, language) not in wanted:
            findings = Findings(f"{motion}.{language}.md")
            findings.add(1, "file.unlisted", motion=motion, language=language)
            yield findings


def _missing(folder: Path, name: str, languages: list[Language]) -> Iterator[str]:
    for language in languages:
        file = f"{name}.{language}.md"
        if not may_be_file(folder / file):
            yield file


def _pages(
    folder: Path, name: str, languages: list[Language], books: list[Findings]
) -> tuple[Page, ...]:
    pages: list[Page] = []
    for language in languages:
        path = folder / f"{name}.{language}.md"
        findings = Findings(path.name)
        page = read_page(path, language, findings) if may_be_file(path) else None
        if page is not None:
            check_page(page, name, findings)
            pages.append(page)
        if page is not None and page is not pages[0]:
            compare(page, pages[0], findings)
        books.append(findings)
    return tuple(pages)


def _in_order(faults: list[Fault], names: list[str]) -> list[Fault]:
    place = {name: number for number, name in enumerate(names, 1)}

    def key(fault: Fault) -> tuple[int, str, int, str]:
        stem = fault.file.split(".", maxsplit=1)[0]
        return (place.get(stem, 0), fault.file, fault.line, fault.code)

    return sorted(faults, key=key)
