"""Minutes as plain text, 72 characters wide: for mail, for paper and for a reader that speaks."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
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

MEASURE = 72
NARROWEST = 20
"""A line that is far to the right is never narrower than this."""
_RULES = {1: "=", 2: "-"}
"""What stands below a title of a level; deeper ones end in a colon."""


def plain(outline: Outline) -> str:
    """Return an outline as plain text."""
    parts = ["\n".join(_block(block)) for block in outline.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block)
        case Paragraph():
            yield from _wrapped(block.text, "! " if block.sort == "notice" else "")
        case Quote():
            yield from _quoted(block.text, "")
        case Facts():
            yield from _facts(block)
        case Items():
            yield from (line for item in block.items for line in _item(item, ""))
        case Table():
            yield from _table(block)
        case Columns() | Arrows() | Bars() | Ranges():
            yield from _table(table_of(block))
        case _:
            assert_never(block)


def _facts(facts: Facts) -> Iterator[str]:
    for name, value in facts.rows:
        if value:
            yield from _wrapped(f"{name}: {value}", "", hang="  ")


def _heading(heading: Heading) -> Iterator[str]:
    text = clean_claim(heading.text).text
    rule = _RULES.get(heading.level)
    yield from [text, rule * min(len(text), MEASURE)] if rule else [f"{text}:"]


def _wrapped(text: str, lead: str, hang: str | None = None) -> list[str]:
    """Return one line of text as lines, the first after `lead`, the others indented as far."""
    line = clean_claim(text).text
    indent = " " * len(lead) if hang is None else hang
    room = max(MEASURE, len(lead) + NARROWEST)
    return wrap(
        line, room, initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False
    ) or [lead.rstrip()]


def _quoted(text: str, indent: str) -> Iterator[str]:
    for line in clean_prose(text).text.split("\n"):
        if line.strip():
            yield from _wrapped(line, f"{indent}| ", hang=f"{indent}| ")
        else:
            yield f"{indent}|"


def _item(item: Item, indent: str) -> Iterator[str]:
    yield from _wrapped(f"{SIGNS[item.side]}{item.text}", f"{indent}- ")
    inner = f"{indent}  "
    if item.quote:
        yield from _quoted(item.quote, inner)
    if item.notes:
        yield from _wrapped(" ".join(item.notes), inner)
    for each in item.items:
        yield from _item(each, inner)


def _table(table: Table) -> Iterator[str]:
    """Yield a table with its columns beneath one another, long names on lines of their own."""
    yield f"{clean_claim(table.caption).text}:"
    rows = [[clean_claim(cell).text for cell in row] for row in (table.heads, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rest = sum(widths[1:]) + 2 * len(widths[1:])
    if rest > MEASURE // 2:
        heads, *body = rows
        for row in body:
            pairs = zip(heads[1:], row[1:], strict=True)
            yield from _wrapped(row[0], "- ")
            yield from _wrapped("; ".join(f"{head}: {cell}" for head, cell in pairs), "    ")
        return
    for row in rows:
        first = wrap(row[0], max(NARROWEST, MEASURE - rest)) or [""]
        name = min(max(widths[0], 1), max(NARROWEST, MEASURE - rest))
        cells = "".join(
            f"  {cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True)
        )
        yield from first[:-1]
        yield f"{first[-1]:<{name}}{cells}".rstrip()
