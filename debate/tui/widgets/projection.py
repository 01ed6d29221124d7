"""The projector's whole window: one slide in type that is read from across the room."""

from __future__ import annotations

from collections.abc import Sequence

from textual.reactive import reactive

from debate.tui.blocks import upward
from debate.tui.cells import cut, wrap
from debate.tui.cells import width as cells_of
from debate.tui.lettering import lettered
from debate.tui.present.slides import Band, Figure, Show, Slide
from debate.tui.qr import qr_rows
from debate.tui.widgets.ink import Line, Role
from debate.tui.widgets.lines import Lines

MARGIN = 2
"""Cells left free on either side."""
MOST_NOTES = 3
"""So many rows of small print."""
_TALL, _TALLEST = 34, 50
"""From these heights on figures are magnified twice, and three times."""
LARGEST_BIG = 4
"""The most that letters are magnified."""


class Projection(Lines):
    """Draws a `Show`, whatever the size of the window."""

    DEFAULT_CSS = "Projection { height: 1fr; width: 1fr; }"

    view: reactive[Show] = reactive(Show(Slide("", "")))
    """What is shown."""

    def watch_view(self) -> None:
        """Draw the new slide."""
        self.redraw()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the whole window."""
        return projected(self.view, width, height)


def projected(show: Show, width: int, height: int) -> list[Line]:
    """Return a slide as the rows of a window."""
    inner = max(1, width - 2 * MARGIN)
    slide = show.slide
    head: list[Line] = [_head(show, inner), [(cut(slide.title, inner), _role(slide))], []]
    foot = _foot(show, inner, height)
    body = _body(slide, inner, height - len(head) - len(foot))
    if not body and slide.big:
        foot = [[], *_prose(slide.big, inner, "ink")]
        body = _shortened(slide, inner, height - len(head) - len(foot))
    free = max(0, height - len(head) - len(body) - len(foot))
    above: list[Line] = [[]] * (free // 2)
    below: list[Line] = [[]] * (free - len(above))
    rows = [*head, *above, *body, *below, *foot] if body else [*head, *above, *foot]
    return [[(" " * MARGIN, "ink"), *row] for row in rows]


def _foot(show: Show, width: int, height: int) -> list[Line]:
    """Return figures, sentences and small print, with an empty row between them."""
    slide = show.slide
    lines = [row for text, tone in slide.lines for row in _prose(text, width, tone)]
    notes = [row for text in slide.notes for row in _prose(text, width, "muted")]
    parts = (
        _figures(_with_clock(show), width, _scales(slide, height)),
        lines[: max(2, height // 3)],
        notes[:MOST_NOTES],
    )
    rows: list[Line] = []
    for part in parts:
        rows += [[], *part] if rows and part else part
    return rows


def _prose(text: str, width: int, role: Role) -> list[Line]:
    return [[(row, role)] for row in wrap(text, width)]


def _scales(slide: Slide, height: int) -> Sequence[int]:
    """Return how much figures may be magnified, most first; alone on a slide they take its room."""
    if not (slide.big or slide.bands or slide.code):
        return range(max(1, (height - 12) // 4), 0, -1)
    return range(3 if height >= _TALLEST else 2 if height >= _TALL else 1, 0, -1)


def _role(slide: Slide) -> Role:
    return slide.tone if slide.tone in ("for", "against") else "strong"


def _head(show: Show, width: int) -> Line:
    """Return where we are; the clock stands here when no figure shows it."""
    right = "  ".join(
        part for part in (show.place, "" if show.slide.has_clock else show.clock) if part
    )
    left = cut(show.heading, max(0, width - cells_of(right) - 1))
    gap = " " * (width - cells_of(left) - cells_of(right))
    return [(left, "muted"), (gap, "ink"), (right, show.clock_tone)]


def _with_clock(show: Show) -> tuple[Figure, ...]:
    if not show.slide.has_clock or not show.clock:
        return show.slide.figures
    return (Figure(show.clock, show.clock_label, show.clock_tone), *show.slide.figures)


def _body(slide: Slide, width: int, height: int) -> list[Line]:
    """Return the large part of a slide."""
    if slide.code:
        return _code(slide.code, width, height)
    if slide.bands:
        return _bands(slide, width, height)
    rows = lettered(slide.big, width, height, largest=LARGEST_BIG) if slide.big else None
    return _middle(rows, slide.tone, width) if rows else []


def _shortened(slide: Slide, width: int, height: int) -> list[Line]:
    """Return the beginning of a text that is too long to be large as a whole."""
    words = slide.big.split()
    for count in range(len(words) - 1, 0, -1):
        text = " ".join(words[:count]).rstrip(",;:.") + "…"
        if rows := lettered(text, width, height, largest=1):
            return _middle(rows, slide.tone, width)
    return []


def _middle(rows: Sequence[str], tone: Role, width: int) -> list[Line]:
    """Return rows in the middle of the window, one beneath the other at one edge."""
    margin = " " * max(0, (width - max(map(len, rows))) // 2)
    return [[(margin + row, tone)] for row in rows]


def _code(text: str, width: int, height: int) -> list[Line]:
    """Return a code for cameras; its text when the window is too small for it."""
    rows = qr_rows(text, width, height)
    if not rows:
        return [[(cut(text, width), "strong")]]
    margin = " " * ((width - len(rows[0])) // 2)
    return [[(margin, "ink"), (row, "paper")] for row in rows]


# Figures ----------------------------------------------------------------------------------------


def _figures(figures: tuple[Figure, ...], width: int, scales: Sequence[int]) -> list[Line]:
    """Return figures beside one another, each with its word beneath, in the first scale that fits."""
    if not figures:
        return []
    space = width // len(figures)
    drawn = next(
        (found for scale in scales if (found := _numbers(figures, space, scale)) is not None),
        [[cut(figure.number, space - 1)] for figure in figures],
    )
    tall = max(map(len, drawn))
    rows: list[Line] = [
        [
            (_centred(number[place] if place < len(number) else "", space), figure.tone)
            for number, figure in zip(drawn, figures, strict=True)
        ]
        for place in range(tall)
    ]
    labels: Line = [(_centred(cut(figure.label, space - 1), space), "muted") for figure in figures]
    return [*rows, labels]


def _numbers(figures: tuple[Figure, ...], space: int, scale: int) -> list[list[str]] | None:
    """Return all numbers in large digits of one scale; None when one of them does not fit."""
    drawn = []
    for figure in figures:
        rows = lettered(figure.number, space - 1, 4 * scale, largest=scale)
        if rows is None or len(rows) < 3 * scale:
            return None
        wide = max(map(len, rows))
        drawn.append([row.ljust(wide) for row in rows])
    return drawn


def _centred(text: str, space: int) -> str:
    before = max(0, (space - cells_of(text)) // 2)
    return " " * before + text + " " * max(0, space - before - cells_of(text))


# Bands ------------------------------------------------------------------------------------------


def _bands(slide: Slide, width: int, height: int) -> list[Line]:
    """Return the people at each moment as columns over large counts, one moment above the other."""
    top = max((count for band in slide.bands for count in band.counts), default=0) or 1
    each = max(6, (height - 1) // len(slide.bands))
    rows: list[Line] = []
    for band in slide.bands:
        rows += _band(band, width, each, top)
    left, right = slide.axis
    middle = max(1, width - cells_of(left) - cells_of(right))
    return [*rows, [(left, "against"), (" " * middle, "ink"), (right, "for")]]


def _band(band: Band, width: int, height: int, top: int) -> list[Line]:
    bins = len(band.counts)
    step = max(2, width // bins)
    counts = [lettered(str(count), step - 1, 3, largest=1) or [str(count)] for count in band.counts]
    tall = max(map(len, counts))
    columns = max(1, height - tall - 1)
    drawn: list[Line] = [
        [
            (upward(count / top, columns, row) * (step - 1) + " ", _side(place, bins))
            for place, count in enumerate(band.counts)
        ]
        for row in range(columns)
    ]
    numbers: list[Line] = [
        [
            (
                _centred(count[row] if row < len(count) else "", step),
                _side(place, bins) if band.counts[place] else "faint",
            )
            for place, count in enumerate(counts)
        ]
        for row in range(tall)
    ]
    return [[(band.label, "muted")], *drawn, *numbers]


def _side(place: int, bins: int) -> Role:
    return "against" if place < bins / 2 else "for"
