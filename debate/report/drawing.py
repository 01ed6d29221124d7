"""Charts as SVG inside a page: drawn with the colours of the page, next to the table of their numbers.

A drawing is for the eye alone. It has a name for readers that speak, and the table beside it says
everything the drawing does.
"""

from __future__ import annotations

import math
from itertools import count

from debate.report.markup import Markup, joined, tag
from debate.report.outline import SIGNS, Arrows, Bar, Bars, Chart, Columns, Ranges

WIDTH = 640
LABEL = 230
"""The room of names at the left of arrows and bars."""
NUMBERS = 110
"""The room of numbers at their right."""
ROW = 22
STEP = 20
"""The axis of ranges ends at a multiple of so many points."""
HEIGHT = 120
"""Of the columns, without axis."""
FOOT = 38
LONGEST = 29
"""The most characters of a name in a drawing; the table has all of it."""
SHORTEST = 14
"""The most characters of a number behind a bar."""


def drawing(chart: Chart) -> Markup:
    """Return a chart as SVG."""
    match chart:
        case Columns():
            return _svg(chart.caption, HEIGHT + FOOT, _columns(chart))
        case Arrows():
            return _svg(chart.caption, ROW * (len(chart.rows) + 1) + 6, _arrows(chart))
        case Bars():
            return _svg(chart.caption, ROW * len(chart.rows) + 6, _bars(chart))
        case Ranges():
            return _svg(chart.caption, ROW * (len(chart.rows) + 1) + 6, _ranges(chart))


def _svg(caption: str, height: float, content: Markup) -> Markup:
    return tag(
        "svg",
        tag("title", caption),
        content,
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_label=caption,
        class_="chart",
    )


def _words(words: str, x: float, y: float, kind: str = "", anchor: str = "start") -> Markup:
    return tag("text", words, x=x, y=y, class_=kind or None, text_anchor=anchor)


def _columns(chart: Columns) -> Markup:
    """Return groups of columns, the earlier moments paler and to the left."""
    bins, series = len(chart.bins), chart.series
    step = WIDTH / bins
    wide = (step - 8) / len(series)
    top = max(max(counts) for _, counts in series) or 1
    parts = []
    for place in range(bins):
        side = "against" if place < bins / 2 else "for"
        for moment, (_, counts) in enumerate(series):
            if not counts[place]:
                continue
            tall = (HEIGHT - 18) * counts[place] / top
            x = place * step + 4 + moment * wide
            kind = side if moment == len(series) - 1 else "before"
            parts += [
                tag("rect", x=x, y=HEIGHT - tall, width=wide - 1, height=tall, class_=kind),
                _words(str(counts[place]), x + wide / 2, HEIGHT - tall - 4, "small", "middle"),
            ]
    return joined(
        *parts,
        tag("line", x1=0, y1=HEIGHT, x2=WIDTH, y2=HEIGHT, class_="axis"),
        _words(f"▼ {chart.against} −100", 0, HEIGHT + 16, "against"),
        _words("0", WIDTH / 2, HEIGHT + 16, "small", "middle"),
        _words(f"+100 {chart.for_} ▲", WIDTH, HEIGHT + 16, "for", "end"),
        *_legend(tuple(name for name, _ in series)),
    )


def _legend(names: tuple[str, ...]) -> list[Markup]:
    """Return what the paler columns are and what the others; the newest moment has both colours."""
    y, step = HEIGHT + 33, WIDTH / len(names)
    parts = []
    for place, name in enumerate(names):
        kinds = ("against", "for") if place == len(names) - 1 else ("before",)
        room = 12 * len(kinds) + 4
        x = step * (place + 0.5) - (room + 7 * len(name)) / 2
        parts += [
            tag("rect", x=x + 12 * at, y=y - 9, width=10, height=10, class_=kind)
            for at, kind in enumerate(kinds)
        ]
        parts.append(_words(name, x + room, y, "small"))
    return parts


def _arrows(chart: Arrows) -> Markup:
    """Return one arrow a person, from where they stood to where they came to stand."""
    track = WIDTH - LABEL - NUMBERS

    def at(stance: int) -> float:
        return LABEL + (stance + 100) / 200 * track

    parts = [
        _words(f"▼ {chart.against}", at(-100), 14, "against"),
        _words("0", at(0), 14, "small", "middle"),
        _words(f"{chart.for_} ▲", at(100), 14, "for", "end"),
        tag("line", x1=at(0), y1=20, x2=at(0), y2=ROW * (len(chart.rows) + 1), class_="axis"),
    ]
    for row, (who, start, end) in zip(count(1), chart.rows, strict=False):
        y = ROW * row + 14
        kind = "for" if end > start else "against" if end < start else "before"
        back = -6 if end > start else 6
        parts += [
            _words(_short(who), 0, y + 4),
            tag("line", x1=at(start), y1=y, x2=at(end), y2=y, class_=f"stroke {kind}"),
            tag("circle", cx=at(start), cy=y, r=3.5, class_=f"hollow {kind}"),
            tag("circle", cx=at(end), cy=y, r=3.5, class_=kind)
            if start == end
            else tag("path", d=f"M{at(end):.1f} {y}l{back} -5v10z", class_=kind),
            _words(f"{_signed(start)} → {_signed(end)}", WIDTH, y + 4, "small", "end"),
        ]
    return joined(*parts)


def _bars(chart: Bars) -> Markup:
    """Return one bar a row, the number behind it; with sides, against grows left and for right."""
    top = chart.top or max(bar.value for bar in chart.rows) or 1
    has_sides = any(bar.side for bar in chart.rows)
    room = (WIDTH - LABEL - NUMBERS) / (2 if has_sides else 1)
    start = LABEL + (NUMBERS / 2 + room if has_sides else 0)
    parts = []
    for row, bar in enumerate(chart.rows):
        y, long = ROW * row + 4, room * min(1.0, bar.value / top)
        left = long if bar.side == "against" else long / 2 if has_sides and not bar.side else 0.0
        is_left = bar.side == "against"
        behind = start - left - 6 if is_left else start - left + long + 6
        parts += [
            _words(_short(SIGNS[bar.side] + bar.label), 0, y + 13, bar.side or ""),
            tag(
                "rect", x=start - left, y=y, width=long, height=ROW - 7, class_=bar.side or "before"
            ),
            _words(_number(bar), behind, y + 13, "small", "end" if is_left else "start"),
        ]
    if has_sides:
        foot = ROW * len(chart.rows) + 2
        parts.append(tag("line", x1=start, y1=0, x2=start, y2=foot, class_="axis"))
    return joined(*parts)


def _ranges(chart: Ranges) -> Markup:
    """Return a dot a row for a mean, on the line of its range; one axis for all."""
    track = WIDTH - LABEL - NUMBERS
    ends = [end for row in chart.rows for end in (row.range or (row.middle, row.middle))]
    top = max(STEP, *(STEP * math.ceil(abs(end) / STEP) for end in ends))

    def at(value: float) -> float:
        return round(LABEL + (value + top) / (2 * top) * track, 1)

    parts = [
        _words(f"▼ {chart.against} −{top}", at(-top), 14, "against"),
        _words("0", at(0), 14, "small", "middle"),
        _words(f"+{top} {chart.for_} ▲", at(top), 14, "for", "end"),
        tag("line", x1=at(0), y1=20, x2=at(0), y2=ROW * (len(chart.rows) + 1), class_="axis"),
    ]
    for row, span in zip(count(1), chart.rows, strict=False):
        y = ROW * row + 14
        kind = "for" if span.middle > 0 else "against" if span.middle < 0 else "before"
        parts.append(_words(_short(span.label), 0, y + 4))
        if span.range:
            low, high = map(at, span.range)
            parts.append(tag("line", x1=low, y1=y, x2=high, y2=y, class_=f"stroke {kind}"))
        parts += [
            tag("circle", cx=at(span.middle), cy=y, r=4, class_=kind),
            _words(_signed(round(span.middle)), WIDTH, y + 4, "small", "end"),
        ]
    return joined(*parts)


def _number(bar: Bar) -> str:
    """Return what stands behind a bar: its words when they are few, else its value."""
    return bar.text if len(bar.text) <= SHORTEST else f"{bar.value:g}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def _signed(value: int) -> str:
    return f"+{value}" if value > 0 else f"−{-value}" if value else "0"
