"""Plain prose from Markdown as people write it: lists hang, quotes are marked, the rest is text.

Nothing a person wrote is interpreted beyond the shape of its lines: no markup, no colours, no
links that a terminal would open. What cannot be shown plainly is shown as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from debate.tui.cells import width as cells_of
from debate.tui.cells import wrap
from debate.tui.widgets.ink import Line, Role

_ITEM = re.compile(r"^(\s{0,6})([-*+]|\d{1,3}[.)])\s+(.*)$")
_HEADING = re.compile(r"^#{1,6}\s+(.*)$")
_QUOTE = re.compile(r"^>\s?(.*)$")
_FENCE = "```"


def prose_lines(text: str, width: int) -> list[Line]:
    """Return `text` as lines of at most `width` cells."""
    lines: list[Line] = []
    for lead, body, role in _blocks(text):
        if not body and not lead.strip():
            if lines and lines[-1]:
                lines.append([])
            continue
        space = max(1, width - cells_of(lead))
        for place, line in enumerate(wrap(body, space)):
            first = place == 0 or lead.strip() == "│"
            indent = lead if first else " " * cells_of(lead)
            lines.append([(indent, "muted"), (line, role)])
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _blocks(text: str) -> Iterator[tuple[str, str, Role]]:
    """Yield the blocks of `text`: what stands before it, its words on one line, and its role."""
    paragraph: list[str] = []
    is_code = False
    for line in text.splitlines():
        if line.strip().startswith(_FENCE):
            yield from _joined(paragraph)
            is_code = not is_code
        elif is_code:
            yield "  ", line, "muted"
        elif special := _special(line):
            yield from _joined(paragraph)
            yield special
        else:
            paragraph.append(line.strip())
    yield from _joined(paragraph)


def _joined(paragraph: list[str]) -> Iterator[tuple[str, str, Role]]:
    """Yield the lines of a paragraph as one block, and forget them."""
    if paragraph:
        yield "", " ".join(paragraph), "ink"
        paragraph.clear()


def _special(line: str) -> tuple[str, str, Role] | None:
    """Return the block a line is by itself: blank, item, heading or quote."""
    if not line.strip():
        return "", "", "ink"
    if match := _ITEM.match(line):
        indent, sign, body = match.groups()
        return f"{indent}{'•' if sign in '-*+' else sign} ", body, "ink"
    if match := _HEADING.match(line):
        return "", match.group(1), "strong"
    if match := _QUOTE.match(line):
        return "│ ", match.group(1), "muted"
    return None
