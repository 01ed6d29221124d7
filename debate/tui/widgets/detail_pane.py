"""Everything about the argument under the cursor, wrapped for reading and scrolled by keys.

Text that people wrote is shown as it is and never read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import BindingType
from textual.reactive import reactive
from textual.strip import Strip

from debate.tui.cells import wrap
from debate.tui.keymap import bindings
from debate.tui.present.views import DetailView, SourceView
from debate.tui.widgets.ink import Line, Role
from debate.tui.widgets.prose import prose_lines
from debate.tui.widgets.side_heading import SIGN
from debate.tui.widgets.tall import Tall

MEASURE = 72
"""The widest line of prose, in cells."""


class DetailPane(Tall, can_focus=True):
    """Draws a `DetailView`, or a placeholder when there is none."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "list.down", "list.up", "list.page-down", "list.page-up", "list.first", "list.last"
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | down, j / up, k | Scroll one line. |
    | pagedown / pageup | Scroll one page. |
    | home / end | Go to the beginning or the end. |
    """

    DEFAULT_CSS = """
    DetailPane { height: 1fr; width: 1fr; padding: 0 1; border-left: blank; }
    DetailPane:focus { border-left: outer $focus; }
    """

    view: reactive[DetailView | None] = reactive[DetailView | None](None, init=False)
    """The argument, or None."""
    placeholder: reactive[str] = reactive("")
    """What is said when there is no argument."""

    def __init__(
        self,
        view: DetailView | None = None,
        *,
        placeholder: str = "",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view`, or `placeholder` when it is None."""
        super().__init__(name=name, id=id, classes=classes)
        self._lines: tuple[Line, ...] = ()
        self.set_reactive(DetailPane.view, view)
        self.set_reactive(DetailPane.placeholder, placeholder)

    def on_mount(self) -> None:
        """Wrap the text."""
        self._wrap()

    def on_resize(self) -> None:
        """Wrap the text to the new width."""
        self._wrap()

    def watch_view(self) -> None:
        """Show another argument from its beginning."""
        self._wrap()
        if self.scroll_offset.y:
            self.scroll_to(y=0, animate=False)

    def watch_placeholder(self) -> None:
        """Show the new words."""
        self._wrap()

    def action_move(self, by: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_y + by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self.action_move(by * max(1, self.scrollable_content_region.height - 1))

    def action_edge(self, side: int) -> None:
        """Go to the beginning for −1, to the end for 1."""
        self.scroll_to(y=0 if side < 0 else self.virtual_size.height, animate=False)

    def keep(self) -> int:
        """Return what to remember: how far it was read."""
        return self.scroll_offset.y

    def restore(self, kept: int) -> None:
        """Go on where it was left."""
        self.scroll_to(y=kept, animate=False)

    def render_line(self, y: int) -> Strip:
        """Return one visible line."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        return (
            self.strip(self._lines[place], width) if place < len(self._lines) else self.blank(width)
        )

    def _wrap(self) -> None:
        """Lay the text out in lines."""
        width = self.scrollable_content_region.width
        measure = min(MEASURE, max(1, width))
        if self.view is None:
            self._lines = tuple([(line, "muted")] for line in wrap(self.placeholder, measure))
        else:
            self._lines = tuple(detail_lines(self.view, measure))
        self.measure(len(self._lines))
        self.refresh()


def detail_lines(view: DetailView, width: int) -> Iterator[Line]:
    """Yield a view as lines: what it is, what it claims, what is known of it, why, from where."""
    yield from _wrapped(f"{SIGN[view.side]} {view.heading}", width, view.side)
    yield from _wrapped(view.claim, width, "strong")
    for notice in view.notices:
        yield from _wrapped(notice, width, "notice")
    for fact in view.facts:
        yield from _wrapped(fact, width, "muted")
    if view.grounds:
        yield []
        yield from prose_lines(view.grounds, width)
    if view.sources:
        yield []
        yield [(view.sources_title, "strong")]
    for place, source in enumerate(view.sources, start=1):
        yield from _source_lines(source, place, width)


def _wrapped(text: str, width: int, role: Role) -> Iterator[Line]:
    """Yield one text as lines in one role."""
    for line in wrap(text, width):
        yield [(line, role)]


def _source_lines(source: SourceView, place: int, width: int) -> Iterator[Line]:
    """Yield one source: what one would cite, and where it is."""
    lead = f"{place}. "
    for row, line in enumerate(wrap(source.cite, max(1, width - len(lead)))):
        yield [(lead if row == 0 else " " * len(lead), "muted"), (line, "ink")]
    if source.url:
        for line in wrap(source.url, max(1, width - len(lead))):
            yield [(" " * len(lead), "ink"), (line, "muted")]
