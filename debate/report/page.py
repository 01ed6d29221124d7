"""Minutes as one HTML file that needs nothing else: no script, no font, no picture, no network.

It reads in the dark, on paper and aloud: headings in order, a language, and a table for each chart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from debate.domain.text import clean_prose
from debate.report.drawing import drawing
from debate.report.markup import Markup, joined, tag
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
from debate.report.style import STYLE

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What the page may load: nothing."""
LONGEST_NUMBER = 12
"""A cell of more characters is a sentence."""
_LINK = re.compile(r"https?://[^\s<>\"'\\^`{|}]+[^\s<>\"'\\^`{|}.,;:!?)\]]")


def page(outline: Outline) -> str:
    """Return an outline as a whole HTML document."""
    head = joined(
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", outline.title),
        tag("style", Markup(STYLE)),
    )
    body = tag("main", *(each for block in outline.blocks for each in _block(block)))
    document = tag("html", tag("head", head), tag("body", body), lang=outline.language)
    return f"<!DOCTYPE html>\n{document}\n"


def _block(block: Block) -> Iterator[Markup]:
    match block:
        case Heading():
            yield tag(f"h{block.level}", block.text)
        case Paragraph():
            yield tag("p", linked(block.text), class_="notice" if block.sort == "notice" else None)
        case Quote():
            yield _quote(block.text)
        case Facts():
            yield _facts(block)
        case Items():
            yield _list(block.items)
        case Table():
            yield _table(block)
        case Columns() | Arrows() | Bars() | Ranges():
            yield tag("figure", drawing(block), _table(table_of(block)))
        case _:
            assert_never(block)


def linked(words: str) -> Markup:
    """Return a text in which a web address can be followed; nothing else in it has a meaning."""
    parts, done = [], 0
    for found in _LINK.finditer(words):
        parts += [words[done : found.start()], _link(found[0])]
        done = found.end()
    return joined(*parts, words[done:])


def _link(address: str) -> Markup:
    return tag("a", address, href=address, rel="noopener noreferrer nofollow")


def _quote(words: str) -> Markup:
    paragraphs = re.split(r"\n\s*\n", clean_prose(words).text)
    return tag("blockquote", *(tag("p", linked(each)) for each in paragraphs), dir="auto")


def _facts(facts: Facts) -> Markup:
    return tag(
        "dl",
        *(joined(tag("dt", name), tag("dd", linked(value))) for name, value in facts.rows if value),
    )


def _list(items: tuple[Item, ...]) -> Markup:
    return tag("ul", *(_item(item) for item in items))


def _item(item: Item) -> Markup:
    parts = [tag("span", linked(item.text), dir="auto")]
    if item.side:
        parts = [tag("span", SIGNS[item.side], class_=item.side), Markup(" "), *parts]
    if item.quote:
        parts.append(_quote(item.quote))
    if item.notes:
        parts.append(tag("p", linked(" ".join(item.notes)), class_="note"))
    if item.items:
        parts.append(_list(item.items))
    return tag("li", *parts)


def _cell(words: str) -> Markup:
    """Return a cell of a table: a number on one line, a sentence as text."""
    return tag("td", words, class_=None if len(words) <= LONGEST_NUMBER else "words")


def _table(table: Table) -> Markup:
    first, *others = table.heads
    head = tag(
        "tr", tag("th", first, scope="col"), *(tag("th", each, scope="col") for each in others)
    )
    rows = [
        tag("tr", tag("th", row[0], scope="row"), *(_cell(cell) for cell in row[1:]))
        for row in table.rows
    ]
    return tag("table", tag("caption", table.caption), tag("thead", head), tag("tbody", *rows))
