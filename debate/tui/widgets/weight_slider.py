"""How much an argument weighs, and what that costs under the scheme of the debate.

Under `scale` the digits 0 to 9 are the weight at once and `+` is 10. Under `budget` a weight costs
itself, under `quadratic` its square; what it costs and what is left are always in view, and the
slider does not go beyond what is left.
"""

from __future__ import annotations

from math import isqrt
from typing import ClassVar

from textual import events

from debate.tui.present.views import ScaleView, WeightView
from debate.tui.widgets.ink import Line, Run
from debate.tui.widgets.slider import Slider


class WeightSlider(Slider):
    """A slider of small whole numbers, drawn as that many steps."""

    STEP: ClassVar[int] = 1
    START: ClassVar[int] = 5

    def __init__(
        self,
        weight: WeightView,
        value: int | None = None,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show the scheme `weight`, at `value` when it was weighed before."""
        words = ScaleView(
            weight.label, weight.low, weight.high, unset=weight.unset,
            beyond_words=weight.beyond_words,
        )  # fmt: skip
        super().__init__(words, value, name=name, id=id, classes=classes)
        self._weight = weight
        self._is_refused = False

    @property
    def weight(self) -> WeightView:
        """The scheme and what is left."""
        return self._weight

    def update_weight(self, weight: WeightView) -> None:
        """Show another scheme or another rest."""
        self._weight = weight
        self.redraw(layout=True)

    @property
    def high(self) -> int:
        """The largest weight that can be paid."""
        scheme, available = self._weight.scheme, max(0, self._weight.available)
        if scheme == "scale":
            return self._weight.limit
        affordable = available if scheme == "budget" else isqrt(available)
        return min(self._weight.limit, affordable)

    @property
    def cost(self) -> int:
        """What the weight costs: itself, or its square under `quadratic`."""
        value = self.value or 0
        return value * value if self._weight.scheme == "quadratic" else value

    def number(self, value: int) -> list[Run]:
        """Return the weight of the largest there is."""
        return [(str(value), "strong"), (f" / {self._weight.limit}", "muted")]

    def track(self, width: int) -> list[Run]:
        """Return steps when they fit, else a bar; steps beyond one's means are dots."""
        limit = max(1, self._weight.limit)
        step = max(1, min(4, width // limit))
        shown = min(width, step * limit)
        filled = round((self.value or 0) / limit * shown)
        payable = max(filled, round(self.high / limit * shown))
        return [
            ("━" * filled, "focus"),
            ("─" * (payable - filled), "faint"),
            ("·" * (shown - payable), "faint"),
            (" " * (width - shown), "ink"),
        ]

    def foot(self, width: int) -> list[Line]:
        """Return the cost and what is left, unless weights are free."""
        weight = self._weight
        if weight.scheme == "scale":
            return []
        left = weight.available - self.cost
        said = weight.cost_words.replace("{cost}", str(self.cost)).replace("{left}", str(left))
        runs: list[Run] = [("  ", "ink"), (said, "muted")]
        if self._is_refused:
            refused = weight.too_much_words.replace("{available}", str(weight.available))
            runs += [("   ", "ink"), (refused, "notice")]
        return [runs]

    def validate_value(self, value: int | None) -> int | None:
        """Keep the weight within what can be paid, and remember when it could not."""
        self._is_refused = value is not None and value > self.high
        return super().validate_value(value)

    def on_key(self, event: events.Key) -> None:
        """Take a digit as the weight itself when it can be nothing longer; `+` is the largest."""
        if event.character == "+":
            self.action_edge(1)
        elif self._weight.limit <= 10 and (event.character or "x") in "0123456789":
            self._take(str(event.character))
        else:
            super().on_key(event)
            return
        event.stop()
        event.prevent_default()

    @property
    def most(self) -> int:
        """The largest weight of the scheme: one beyond what is left is refused in its own words."""
        return self._weight.limit

    def _span(self, width: int) -> tuple[int, int]:
        """Return where the steps begin and how long they are."""
        start, length = super()._span(width)
        limit = max(1, self._weight.limit)
        step = max(1, min(4, length // limit))
        return start, min(length, step * limit)

    def _point(self, x: int) -> None:
        """Take the weight under the pointer; a step is chosen anywhere on it."""
        start, length = self._span(self.size.width)
        limit = max(1, self._weight.limit)
        self._begin_anew()
        self.value = max(0, -(-(x - start + 1) * limit // max(1, length)))
