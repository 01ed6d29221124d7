"""Where somebody stands: −100 (against, left) to 100 (for, right), with what that means in words."""

from __future__ import annotations

from typing import ClassVar

from debate.tui.widgets.ink import Role, Run
from debate.tui.widgets.slider import Slider


def signed(value: int) -> str:
    """Return a stance as it is read: `+40`, `0`, `−40`."""
    return f"+{value}" if value > 0 else f"−{-value}" if value < 0 else "0"


class StanceSlider(Slider):
    """A slider with its zero in the middle; it fills towards the side that is chosen."""

    LOW: ClassVar[int] = -100
    START: ClassVar[int] = 0

    def number(self, value: int) -> list[Run]:
        """Return the number with the sign and the colour of its side."""
        if value == 0:
            return [("0 =", "strong")]
        role: Role = "for" if value > 0 else "against"
        return [(f"{signed(value)} ", "strong"), ("▲" if value > 0 else "▼", role)]

    def track(self, width: int) -> list[Run]:
        """Return the track, filled from the middle to the handle."""
        middle = width // 2
        if self.value is None:
            return [("─" * middle, "faint"), ("┼", "muted"), ("─" * middle, "faint")]
        place = self.place(width)
        side: Role = "for" if self.value > 0 else "against" if self.value < 0 else "focus"
        left, right = min(place, middle), max(place, middle)
        cells: list[Run] = [("─" * left, "faint")]
        if place < middle:
            cells += [("●", side), ("━" * (middle - place - 1), side), ("┼", "muted")]
        elif place > middle:
            cells += [("┼", "muted"), ("━" * (place - middle - 1), side), ("●", side)]
        else:
            cells.append(("●", side))
        return [*cells, ("─" * (width - right - 1), "faint")]

    def _end_role(self, end: int) -> Role:
        """Return the colour of a side for its word."""
        return "against" if end < 0 else "for"
