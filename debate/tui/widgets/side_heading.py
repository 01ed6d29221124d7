"""The headings of the two columns, which are tabs when there is room for one column only."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.reactive import reactive

from debate.tui.cells import cut, fit
from debate.tui.cells import width as cells_of
from debate.tui.present.views import Side
from debate.tui.widgets.ink import Line, Role, Run
from debate.tui.widgets.lines import Lines

SIGN: dict[Side, str] = {"against": "▼", "for": "▲"}


class SideHeading(Lines):
    """Draws both headings; posts `Clicked` with the side under the pointer."""

    DEFAULT_CSS = "SideHeading { height: 1; }"

    titles: reactive[tuple[str, str]] = reactive(("", ""))
    """What stands over against and over for, with their counts."""
    sought: reactive[str] = reactive("")
    """What both are narrowed to and sorted by; empty when everything stands there as usual."""
    active: reactive[Side] = reactive[Side]("against")
    """The side where the keys go."""
    is_single: reactive[bool] = reactive(False)
    """Whether one column is shown at a time."""

    class Clicked(Message):
        """A heading was clicked."""

        def __init__(self, heading: SideHeading, side: Side) -> None:
            """Say which side."""
            super().__init__()
            self.heading = heading
            self.side = side

        @property
        def control(self) -> SideHeading:
            """The headings."""
            return self.heading

    def watch_titles(self) -> None:
        """Draw the new titles."""
        self.redraw()

    def watch_sought(self) -> None:
        """Draw what is sought."""
        self.redraw()

    def watch_active(self) -> None:
        """Draw which side has the keys."""
        self.redraw()

    def watch_is_single(self) -> None:
        """Draw tabs or columns."""
        self.redraw()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line."""
        del height
        against, for_ = self._runs("against"), self._runs("for")
        if self.is_single:
            return [[*against, ("   ", "ink"), *for_]]
        half = width // 2
        text = cut("".join(text for text, _ in against), half)
        left: Line = [(fit(text, half), against[0][1])]
        return [[*left, ("▏", "track"), (cut(_text(for_), width - half - 1), for_[0][1])]]

    def on_click(self, event: events.Click) -> None:
        """Say which heading was clicked."""
        edge = cells_of(_text(self._runs("against"))) + 2 if self.is_single else self.size.width / 2
        self.post_message(self.Clicked(self, "against" if event.x < edge else "for"))

    def _runs(self, side: Side) -> list[Run]:
        """Return one heading: a mark where the keys go, the sign, the title."""
        title = self.titles[0 if side == "against" else 1]
        is_active = side == self.active
        is_whole = is_active or not self.is_single
        role: Role = side if is_whole else "muted"
        if self.sought and is_whole:
            title = f"{title} · {self.sought}"
        return [(f"{'▸' if is_active else ' '} {SIGN[side]} {title}", role)]


def _text(line: Line) -> str:
    """Return the text of a line."""
    return "".join(text for text, _ in line)
