"""The pen: how a widget that draws its own lines turns roles into colours.

A line is a sequence of runs, each a text and the name of a role in `styles/tokens.tcss`. So no
widget names a colour, and a change of theme reaches every one of them. The screen finds the colours
out, once for all its widgets: Textual works a component class out anew for every widget that has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from debate.tui.cells import safe

Role = Literal[
    "ink", "strong", "muted", "faint", "track", "for", "against", "focus", "key", "notice",
    "struck", "link", "onfor", "onagainst", "forback", "againstback", "paper",
]  # fmt: skip
"""What a piece of text is, for the reader."""

Run = tuple[str, Role]
"""A piece of text and its role."""

Line = Sequence[Run]
"""One row of cells, from left to right."""

ROLES: tuple[Role, ...] = (
    "ink", "strong", "muted", "faint", "track", "for", "against", "focus", "key", "notice",
    "struck", "link", "onfor", "onagainst", "forback", "againstback", "paper",
)  # fmt: skip
GROUNDS = ("cursor", "focused", "hover")

INKWELL = {*(f"ink--{role}" for role in ROLES), *(f"row--{ground}" for ground in GROUNDS)}
"""The component classes of a screen that has inked widgets.

| Class | Description |
| :- | :- |
| `ink--*` | A text role. |
| `row--cursor` | The ground of the chosen row when the list has no focus. |
| `row--focused` | The ground of the chosen row when it has. |
| `row--hover` | The ground of the row under the pointer. |
"""


class Inked(Widget):
    """A widget that draws lines of runs; subclass it and use `ink`, `strip` and `blank`.

    The screen it stands on has `INKWELL` among its component classes.
    """

    ALLOW_SELECT = False

    def ink(self, role: Role, ground: str = "") -> Style:
        """Return the style of a role, upon the widget's own ground or a row's."""
        well = self.screen.get_component_rich_style
        style = self.visual_style.rich_style + well(f"ink--{role}", partial=True)
        if ground:
            style += well(f"row--{ground}", partial=True)
        return style

    def strip(self, line: Iterable[Run], width: int, ground: str = "") -> Strip:
        """Return `line` as exactly `width` cells; what is too much is cut off."""
        inks: dict[Role, Style] = {"ink": self.ink("ink", ground)}
        segments = []
        for text, role in line:
            if role not in inks:
                inks[role] = self.ink(role, ground)
            if text:
                segments.append(Segment(safe(text), inks[role]))
        return Strip(segments).adjust_cell_length(width, inks["ink"])

    def blank(self, width: int) -> Strip:
        """Return an empty row of the widget's ground."""
        return Strip.blank(width, self.visual_style.rich_style)
