"""Words in the order they are read, as blocks of an outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from debate.report.outline import Block, Heading, Item, Items, Paragraph

if TYPE_CHECKING:
    from debate.report.readings.said import Said


def said_blocks(
    words: Iterable[Said], level: int, *, strong_is_heading: bool = False
) -> Iterator[Block]:
    """Yield words as blocks, items that follow one another as one list.

    Args:
        words: What is said, in order.
        level: The level of its headings.
        strong_is_heading: Whether strong words are headings too, and not sentences.
    """
    headings = {"heading", "strong"} if strong_is_heading else {"heading"}
    items: list[Item] = []
    for each in words:
        if each.sort == "item":
            items.append(Item(each.text))
            continue
        if items:
            yield Items(tuple(items))
            items = []
        if each.sort in headings:
            yield Heading(level, each.text)
        else:
            yield Paragraph(each.text, "notice" if each.sort == "notice" else "prose")
    if items:
        yield Items(tuple(items))
