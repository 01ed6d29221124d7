"""Minutes as Markdown that any reader of Markdown shows alike; charts stand as tables.

Nothing that a person wrote is taken for markup: every sign with a meaning is escaped, also at the
start of a line, so that no text can make a heading, a link, a table or HTML of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from debate.domain.text import clean_claim, clean_prose
from debate.report.outline import (
    SIGNS,
    Arrows,
    Bars,
    Block,
    Columns,
    Facts,
    Heading,
    Item,
    Items,
    Outline,
    Paragraph,
    Quote,
    Ranges,
    Table,
    table_of,
)

_MEANT = re.compile(r"([\\`*_{}\[\]<>#|~&$!^])")
_START = re.compile(r"^([-+=]|\d{1,9}[.)])")


def markdown(outline: Outline) -> str:
    """Return an outline as Markdown."""
    return "\n\n".join(part for block in outline.blocks for part in _block(block)) + "\n"


def escaped(text: str, *, is_first: bool = True) -> str:
    """Return a text as one line of Markdown in which nothing is markup.

    Args:
        text: What is to be read as it stands.
        is_first: Whether it begins its line, where more signs have a meaning.
    """
    line = _MEANT.sub(r"\\\1", clean_claim(text).text)
    return _START.sub(_start, line) if is_first else line


def _start(found: re.Match[str]) -> str:
    """Escape what would begin a list or a rule."""
    sign = found[1]
    return f"{sign[:-1]}\\{sign[-1]}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {escaped(block.text, is_first=False)}"
        case Paragraph():
            text = escaped(block.text)
            yield f"*{text}*" if block.sort == "notice" else text
        case Quote():
            yield _quoted(block.text, "")
        case Facts():
            yield "\n".join(
                f"- **{escaped(name)}:** {escaped(value, is_first=False)}"
                for name, value in block.rows
                if value
            )
        case Items():
            yield "\n".join(line for item in block.items for line in _item(item, ""))
        case Table():
            yield from _table(block)
        case Columns() | Arrows() | Bars() | Ranges():
            yield from _table(table_of(block))
        case _:
            assert_never(block)


def _quoted(text: str, indent: str) -> str:
    """Return a text with its lines, each marked as said by somebody."""
    lines = clean_prose(text).text.split("\n")
    return "\n".join(f"{indent}> {escaped(line)}".rstrip() for line in lines)


def _item(item: Item, indent: str) -> Iterator[str]:
    """Yield an entry and what stands below it, two spaces further in."""
    yield f"{indent}- {SIGNS[item.side]}{escaped(item.text, is_first=item.side is None)}"
    inner = f"{indent}  "
    if item.quote:
        yield from ("", _quoted(item.quote, inner))
    if item.notes:
        yield ""
        yield f"{inner}*{escaped(' '.join(item.notes), is_first=False)}*"
    for each in item.items:
        yield from _item(each, inner)


def _table(table: Table) -> Iterator[str]:
    yield f"**{escaped(table.caption)}**"
    rule = ["---", *("---:" for _ in table.heads[1:])]
    rows = [[escaped(cell, is_first=False) for cell in row] for row in (table.heads, *table.rows)]
    lines = [rows[0], rule, *rows[1:]]
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
