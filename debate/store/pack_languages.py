"""Whether the files of one motion say the same in each language, piece by piece.

What a translation may change is words; names, sides, sources and numbers stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from debate.domain.motion import Source
from debate.store.pack_fault import Findings
from debate.store.pack_page import Cited, Page, PageArgument

_SAME_KEYS = ("polarity", "paragraphs")
_COUNTED = ("terms", "questions")


@dataclass(frozen=True, slots=True)
class Pair:
    """A page, the one it is held against, and where the faults of the first go."""

    page: Page
    model: Page
    findings: Findings


def compare(page: Page, model: Page, findings: Findings) -> None:
    """Note where a page says something else than `model`, the same motion in another language."""
    pair = Pair(page, model, findings)
    _compare_keys(pair)
    _compare_arguments(pair)
    _compare_names(pair)
    for name in _COUNTED:
        _compare_counts(pair, name)
    for name in ("sources", "reading"):
        mine, theirs = getattr(page, name), getattr(model, name)
        section = "background" if name == "sources" else name
        _compare_sources(pair, page.headings.get(section, 1), mine, theirs)


def _compare_keys(pair: Pair) -> None:
    mine, theirs = pair.page.front, pair.model.front
    if not mine.values or not theirs.values:
        return
    for key in _SAME_KEYS:
        if mine.values.get(key) != theirs.values.get(key):
            line = mine.line_of(key)
            pair.findings.add(line, "differs.key", key=key, other=pair.model.file)


def _compare_arguments(pair: Pair) -> None:
    mine, theirs = _by_name(pair.page.arguments), _by_name(pair.model.arguments)
    _find_lacking(pair, mine, theirs)
    for name, argument in mine.items():
        model = theirs.get(name)
        line = argument.name.line
        if model is None:
            continue
        if argument.side != model.side:
            pair.findings.add(line, "differs.side", name=name, other=pair.model.file)
        _compare_sources(pair, line, argument.sources, model.sources)
    if list(mine) != list(theirs) and set(mine) == set(theirs):
        first = next(iter(mine.values())).name.line
        pair.findings.add(first, "differs.order", other=pair.model.file)


def _by_name(arguments: Iterable[PageArgument]) -> dict[str, PageArgument]:
    return {each.name.text: each for each in arguments}


def _find_lacking(
    pair: Pair, mine: Mapping[str, PageArgument], theirs: Mapping[str, PageArgument]
) -> None:
    for name, argument in theirs.items():
        if name not in mine and argument.side in pair.page.headings:
            line = pair.page.headings[argument.side]
            pair.findings.add(line, "differs.lacking", name=name, other=pair.model.file)
    for name, argument in mine.items():
        if name not in theirs and argument.side in pair.model.headings:
            line = argument.name.line
            pair.findings.add(line, "differs.extra", name=name, other=pair.model.file)


def _compare_names(pair: Pair) -> None:
    mine = [each.name for each in pair.page.options]
    theirs = [each.name for each in pair.model.options]
    if mine != theirs:
        line = pair.page.headings.get("options", 1)
        pair.findings.add(line, "differs.options", other=pair.model.file)


def _compare_counts(pair: Pair, name: str) -> None:
    if name not in pair.page.headings or name not in pair.model.headings:
        return
    mine, theirs = len(getattr(pair.page, name)), len(getattr(pair.model, name))
    if mine != theirs:
        line = pair.page.headings[name]
        pair.findings.add(line, "differs.count", count=mine, wanted=theirs, other=pair.model.file)


def _compare_sources(pair: Pair, line: int, mine: Sequence[Cited], theirs: Sequence[Cited]) -> None:
    for own, other in zip(mine, theirs, strict=False):
        if own.source != other.source:
            _note_source(pair, own.line, other.source)
    if len(mine) < len(theirs):
        _note_source(pair, mine[-1].line if mine else line, theirs[len(mine)].source)
    elif len(mine) > len(theirs):
        pair.findings.add(mine[len(theirs)].line, "differs.source-extra", other=pair.model.file)


def _note_source(pair: Pair, line: int, wanted: Source) -> None:
    pair.findings.add(line, "differs.source", wanted=wanted.cite, other=pair.model.file)
