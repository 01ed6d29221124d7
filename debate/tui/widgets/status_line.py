"""The one line that says where we are: the place on the left, time and people on the right."""

from __future__ import annotations

from collections.abc import Sequence

from textual.reactive import reactive

from debate.tui.blocks import across
from debate.tui.cells import cut
from debate.tui.cells import width as cells_of
from debate.tui.present.place import LightView, StatusView
from debate.tui.widgets.ink import Line, Role, Run
from debate.tui.widgets.lines import Lines

_BAR = 9
ROOMY = 100
"""From how many cells on the light has all its words."""


class StatusLine(Lines):
    """Draws a `StatusView`; the left text gives way, the right one stays."""

    DEFAULT_CSS = "StatusLine { height: 1; padding: 0 1; }"

    view: reactive[StatusView] = reactive(StatusView(""))
    """Where we are."""

    light: reactive[LightView] = reactive(LightView())
    """How the exchange with remote stores stands; nothing where there are none."""

    def __init__(
        self,
        view: StatusView | None = None,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view`."""
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(StatusLine.view, view or StatusView(""))

    def watch_view(self) -> None:
        """Draw the new line."""
        self.redraw()

    def watch_light(self) -> None:
        """Draw the new light."""
        self.redraw()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line."""
        del height
        view = self.view
        role: Role = "notice" if view.is_pressing else "muted"
        right: list[Run] = []
        if view.progress is not None:
            right += [("▕", "faint"), (across(view.progress, _BAR), role), ("▏ ", "faint")]
        right.append((cut(view.right, width), role))
        right += self._light(width)
        room = max(0, width - sum(cells_of(text) for text, _ in right) - 1)
        left = cut(view.left, room)
        return [[(left, "strong"), (" " * (room + 1 - cells_of(left)), "ink"), *right]]

    def _light(self, width: int) -> list[Run]:
        """Return the light at the end of the line: a mark, and words where there is room."""
        light = self.light
        if not light.mark:
            return []
        words = light.words if width >= ROOMY or light.short is None else light.short
        role: Role = "notice" if light.is_pressing else "muted"
        return [("  ", "ink"), (f"{light.mark} {words}", role)]
