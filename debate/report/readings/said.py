"""Words in the order they are read: headings, sentences and items, for a screen, a page or a line.

Faces draw them as they like; none of them has words of its own for a figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from debate.analysis.findings.weighing import leaning_of
from debate.domain.ids import ArgumentId

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.i18n.catalog import Translator

Sort = Literal["heading", "strong", "prose", "item", "notice"]
LONGEST = 96
"""The most characters of a claim that is quoted in a sentence."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is said."""

    sort: Sort
    text: str


def quoted(debate: Debate, name: str, t: Translator) -> str:
    """Return an argument as it is named in a sentence: its side, its number, its claim."""
    argument = debate.floor.arguments.get(ArgumentId(name))
    if argument is None or argument.hidden_for is not None or name not in debate.floor.roots:
        return t.text("an argument that is hidden")
    sign = "▲" if leaning_of(debate.floor, argument) == "for" else "▼"
    number = list(debate.floor.arguments).index(argument.id) + 1
    claim = shortened(argument.claim.within(t.language)).rstrip(".")
    return f"{sign} {number}. “{claim}”"


def shortened(text: str) -> str:
    """Return a text that fits in a sentence, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def plain_lines(words: tuple[Said, ...]) -> tuple[str, ...]:
    """Return words as plain lines, with an empty line before each heading but the first."""
    lines: list[str] = []
    for place, each in enumerate(words):
        if each.sort == "heading" and place:
            lines.append("")
        lines.append(f"- {each.text}" if each.sort == "item" else each.text)
    return tuple(lines)
