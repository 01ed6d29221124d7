"""People on a plane: a letter for each, where near means alike; braille when there are very many.

Nobody has a name here. A place that is taken sends the next person to the nearest free one, so that
everybody is seen. Letters tell groups apart, never colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.reactive import reactive

from debate.tui.cells import wrap
from debate.tui.widgets.ink import Line, Role, Run
from debate.tui.widgets.lines import Lines

OWN = "●"
"""The sign of what is one's own, as in the lists of arguments."""
NO_GROUP = "·"
CROWDED = 4
"""With more people than one in so many cells, places are drawn as braille."""
_ROWS = 12
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_EMPTY = 0x2800


@dataclass(frozen=True, slots=True)
class MapDot:
    """One person's place."""

    x: float
    """From -1 (left) to 1."""
    y: float
    """From -1 (below) to 1."""
    letter: str = ""
    """The group; empty for who is in none."""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class MapView:
    """Everybody's place, and what to know of the map."""

    dots: tuple[MapDot, ...] = ()
    caption: str = ""
    """What near, left and right mean."""
    legend: str = ""
    """What the signs mean."""


class PeopleMap(Lines):
    """Draws a `MapView` with its caption and legend below."""

    DEFAULT_CSS = "PeopleMap { height: 1fr; }"

    view: reactive[MapView] = reactive(MapView(), init=False)
    """Who stands where."""

    def watch_view(self) -> None:
        """Draw the new places."""
        self.redraw(layout=True)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the plane, then the caption and the legend."""
        view = self.view
        words: list[Line] = [
            [(line, "muted")] for text in (view.caption, view.legend) for line in wrap(text, width)
        ]
        rows = max(3, height - 1 - len(words)) if height else _ROWS
        if len(view.dots) * CROWDED > width * rows:
            plane = _braille(view.dots, width, rows)
        else:
            plane = _letters(view.dots, width, rows)
        return [*plane, [], *words]


def _letters(dots: Sequence[MapDot], width: int, rows: int) -> list[Line]:
    """Return the plane with a sign for every person; one's own place is taken first."""
    taken: dict[tuple[int, int], Run] = {}
    for dot in sorted(dots, key=lambda each: not each.is_own):
        place = _cell(dot, width, rows)
        free = next(each for each in _around(place, width, rows) if each not in taken)
        taken[free] = _sign(dot)
    return [[taken.get((x, y), (" ", "ink")) for x in range(width)] for y in range(rows)]


def _sign(dot: MapDot) -> Run:
    role: Role = "focus" if dot.is_own else "strong" if dot.letter else "muted"
    return (OWN if dot.is_own else dot.letter or NO_GROUP, role)


def _cell(dot: MapDot, width: int, rows: int) -> tuple[int, int]:
    """Return the cell of a place: x from the left, y from above."""
    return round((dot.x + 1) / 2 * (width - 1)), round((1 - dot.y) / 2 * (rows - 1))


def _around(place: tuple[int, int], width: int, rows: int) -> Iterator[tuple[int, int]]:
    """Yield the cells of the plane by their distance from one; a row counts as two columns."""
    x, y = place
    yield place
    yield from sorted(
        ((i, j) for i in range(width) for j in range(rows)),
        key=lambda cell: ((cell[0] - x) ** 2 + 4 * (cell[1] - y) ** 2, cell),
    )


def _braille(dots: Sequence[MapDot], width: int, rows: int) -> list[Line]:
    """Return the plane as braille, eight places a cell; one's own stands out."""
    cells: dict[tuple[int, int], int] = {}
    own = {_cell(dot, width, rows) for dot in dots if dot.is_own}
    for dot in dots:
        x, y = _cell(dot, 2 * width, 4 * rows)
        place = (x // 2, y // 4)
        cells[place] = cells.get(place, 0) | _DOTS[y % 4][x % 2]
    return [[_braille_run((x, y), cells, own) for x in range(width)] for y in range(rows)]


def _braille_run(
    place: tuple[int, int], cells: dict[tuple[int, int], int], own: set[tuple[int, int]]
) -> Run:
    if place in own:
        return (OWN, "focus")
    return (chr(_EMPTY + cells[place]), "strong") if place in cells else (" ", "ink")
