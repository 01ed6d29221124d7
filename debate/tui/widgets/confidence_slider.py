"""How sure somebody is: 0 to 100 per cent."""

from __future__ import annotations

from debate.tui.widgets.ink import Run
from debate.tui.widgets.slider import Slider


class ConfidenceSlider(Slider):
    """A slider that fills from the left."""

    def number(self, value: int) -> list[Run]:
        """Return the number as a percentage."""
        return [(f"{value} %", "strong")]

    def track(self, width: int) -> list[Run]:
        """Return the track, filled up to the handle."""
        if self.value is None:
            return [("─" * width, "faint")]
        place = self.place(width)
        return [("━" * place, "focus"), ("●", "focus"), ("─" * (width - place - 1), "faint")]
