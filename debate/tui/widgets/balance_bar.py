"""Where a motion stands, as one line: against on the left, for on the right, the number beside it.

The bar has its zero in the middle: it grows towards the side that is ahead.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.reactive import reactive

from debate.tui.blocks import across, mirrored
from debate.tui.cells import width as cells_of
from debate.tui.present.views import BalanceView
from debate.tui.widgets.ink import Line, Role, Run
from debate.tui.widgets.lines import Lines

_MIDDLE = 0.5
_LEVEL = 0.005


def sign(strength: float) -> str:
    """Return the sign of the side that is ahead: ▲ for, ▼ against, ＝ neither."""
    if abs(strength - _MIDDLE) < _LEVEL:
        return "="
    return "▲" if strength > _MIDDLE else "▼"


def balance_line(view: BalanceView, width: int, *, bar: int = 20) -> list[Run]:
    """Return a balance in at most `width` cells: words, bar, number and sign.

    Args:
        view: What stands where.
        width: Cells there are; the bar shrinks, then the words go.
        bar: Cells of the bar when there is room.
    """
    number = (
        view.unknown if view.strength is None else f"{view.strength:.2f}".replace(".", view.point)
    )
    words = cells_of(view.against) + cells_of(view.for_) + 2
    tail = cells_of(number) + 4
    has_words = width >= words + tail + 9
    room = width - tail - (words if has_words else 0) - 3
    half = max(1, min(bar, room) // 2)
    runs: list[Run] = [(f"{view.against} ", "against")] if has_words else []
    runs += _bar(view.strength, half)
    if has_words:
        runs.append((f" {view.for_}", "for"))
    if view.strength is None:
        return [*runs, (f"  {number}  ", "muted")]
    side: Role = "for" if view.strength >= _MIDDLE else "against"
    return [*runs, (f"  {number} ", "strong"), (sign(view.strength), side)]


def _bar(strength: float | None, half: int) -> list[Run]:
    """Return the two halves of the bar around the middle."""
    lean = 0.0 if strength is None else (strength - _MIDDLE) * 2
    empty, part, full = mirrored(-lean, half) if lean < 0 else (" " * half, "", "")
    right = across(lean, half) if lean > 0 else " " * half
    return [
        ("▕", "faint"),
        (empty, "ink"),
        (part, "againstback"),
        (full, "against"),
        ("│", "muted"),
        (right, "for"),
        ("▏", "faint"),
    ]


class BalanceBar(Lines):
    """Draws the balance of one motion; moves to a new balance at once."""

    DEFAULT_CSS = "BalanceBar { height: 1; }"

    view: reactive[BalanceView] = reactive(BalanceView(None))
    """What stands where."""

    def __init__(
        self,
        view: BalanceView,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view`."""
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(BalanceBar.view, view)

    def watch_view(self) -> None:
        """Draw the new balance."""
        self.redraw()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line."""
        del height
        return [balance_line(self.view, width)]
