"""Minutes before they have a form: headings, sentences, lists, tables and charts in reading order.

Every format draws the same outline, so no format says more than another. Texts are plain: what a
person wrote stands here as it was written, and each format makes it harmless in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["for", "against"]
Sort = Literal["prose", "notice"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; level 1 is the document's own."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or a few."""

    text: str
    sort: Sort = "prose"
    """`notice` says that something is withheld or missing."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What a person wrote at length, with its lines."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they stand for, as in the head of a document."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list, with sentences about it and entries below it."""

    text: str
    notes: tuple[str, ...] = ()
    quote: str = ""
    """What its author wrote at length."""
    side: Side | None = None
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; the first cell of a row names it."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """People in equal bins from against to for, at one moment or two."""

    caption: str
    bins: tuple[str, ...]
    """What each bin spans."""
    series: tuple[tuple[str, tuple[int, ...]], ...]
    """The moments: the name and the people in each bin."""
    bin_head: str
    against: str
    for_: str


@dataclass(frozen=True, slots=True)
class Arrows:
    """One person a row: from the earlier stance to the later one, -100 to 100."""

    caption: str
    heads: tuple[str, str, str]
    """The words for who, before and after."""
    rows: tuple[tuple[str, int, int], ...]
    against: str
    for_: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar."""

    label: str
    value: float
    """At least 0."""
    text: str
    """The number as it is read."""
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one scale."""

    caption: str
    heads: tuple[str, str]
    """The words for what and how much."""
    rows: tuple[Bar, ...]
    top: float | None = None
    """The value of a full bar; the largest one when None."""


@dataclass(frozen=True, slots=True)
class Span:
    """A mean and the range in which it may lie."""

    label: str
    middle: float
    range: tuple[float, float] | None
    """None when nothing can be said about how far off the mean may be."""
    text: str
    """The range as it is read, or why there is none."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """Means with their ranges on one axis, from against to for."""

    caption: str
    heads: tuple[str, str, str]
    """The words for who, how far and in which range."""
    rows: tuple[Span, ...]
    against: str
    for_: str


Chart = Columns | Arrows | Bars | Ranges
Block = Heading | Paragraph | Quote | Facts | Items | Table | Columns | Arrows | Bars | Ranges
SIGNS: dict[Side | None, str] = {"for": "▲ ", "against": "▼ ", None: ""}
"""What stands before a text that helps a side, so that colour is never alone."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document."""

    title: str
    language: str
    blocks: tuple[Block, ...]


def table_of(chart: Chart) -> Table:
    """Return a chart as the table that says the same."""
    match chart:
        case Columns():
            names = tuple(name for name, _ in chart.series)
            counts = zip(chart.bins, *(bins for _, bins in chart.series), strict=True)
            rows = tuple((str(name), *map(str, row)) for name, *row in counts)
            return Table(chart.caption, (chart.bin_head, *names), rows)
        case Arrows():
            moved = tuple((who, signed(start), signed(end)) for who, start, end in chart.rows)
            return Table(chart.caption, chart.heads, moved)
        case Bars():
            bars = tuple((SIGNS[bar.side] + bar.label, bar.text) for bar in chart.rows)
            return Table(chart.caption, chart.heads, bars)
        case Ranges():
            spans = tuple((row.label, signed(round(row.middle)), row.text) for row in chart.rows)
            return Table(chart.caption, chart.heads, spans)


def signed(value: int) -> str:
    """Return a stance with its sign: +40, −20, 0."""
    return f"+{value}" if value > 0 else f"−{-value}" if value else "0"
