"""The arguments of a motion: against on the left, for on the right, or one side at a time.

With less than 70 cells the two columns become two tabs; left and right go from one to the other.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from debate.tui.keymap import bind, bindings
from debate.tui.present.views import ListView, RowView, Side
from debate.tui.widgets.argument_row import paint_row, paint_tall_row
from debate.tui.widgets.side_heading import SideHeading
from debate.tui.widgets.virtual_list import VirtualList

TWO_COLUMNS = 70
"""Cells from which both columns are shown."""


def _identity(row: RowView) -> Hashable:
    """Return what a row is called."""
    return row.id


class ArgumentColumn(VirtualList[RowView]):
    """One side; the key bar leaves its room to what can be done with an argument."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("list.open", is_shown=False)]


class ArgumentList(Widget):
    """Shows a `ListView`; posts `Highlighted` and `Selected` with the row."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("side.against", "side.for")
    """
    | Key(s) | Description |
    | :- | :- |
    | left / right | Go to the arguments against or for. |
    """

    DEFAULT_CSS = """
    ArgumentList {
        height: 1fr; layout: vertical;
        & > Horizontal { height: 1fr; }
        VirtualList.-for { border-left: vkey $track; }
        &.-single VirtualList { border: none; display: none; }
        &.-single VirtualList.-active { display: block; }
    }
    """

    view: reactive[ListView] = reactive(ListView(), init=False)
    """The rows of both sides."""
    side: reactive[Side] = reactive[Side]("against", init=False)
    """The side where the keys go."""

    class Highlighted(Message):
        """The cursor came upon an argument, or there is none (`row` is None)."""

        def __init__(self, argument_list: ArgumentList, row: RowView | None) -> None:
            """Say which row."""
            super().__init__()
            self.argument_list = argument_list
            self.row = row

        @property
        def control(self) -> ArgumentList:
            """The list."""
            return self.argument_list

        def can_replace(self, message: Message) -> bool:
            """Only the last place of the cursor matters."""
            return type(message) is type(self) and message.control is self.control

    class Selected(Message):
        """An argument was opened."""

        def __init__(self, argument_list: ArgumentList, row: RowView) -> None:
            """Say which row."""
            super().__init__()
            self.argument_list = argument_list
            self.row = row

        @property
        def control(self) -> ArgumentList:
            """The list."""
            return self.argument_list

    def __init__(
        self,
        view: ListView | None = None,
        *,
        is_tall: bool = False,
        side: Side = "against",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view`.

        Args:
            view: The rows of both sides.
            is_tall: Whether a row has two lines.
            side: Where the keys go first.
            name: The name of the widget.
            id: The id of the widget.
            classes: The classes of the widget.
        """
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(ArgumentList.view, view or ListView())
        self.set_reactive(ArgumentList.side, side)
        painter, height = (paint_tall_row, 2) if is_tall else (paint_row, 1)
        self._heading = SideHeading()
        self._columns: dict[Side, ArgumentColumn] = {
            "against": ArgumentColumn(
                (), painter, row_height=height, identity=_identity, classes="-against"
            ),
            "for": ArgumentColumn(
                (), painter, row_height=height, identity=_identity, classes="-for"
            ),
        }

    def compose(self) -> ComposeResult:
        """Lay out the headings above the columns."""
        yield self._heading
        with Horizontal():
            yield self._columns["against"]
            yield self._columns["for"]

    def on_mount(self) -> None:
        """Fill the columns."""
        self._fill()
        self._activate()

    def on_resize(self, event: events.Resize) -> None:
        """Show one column or two."""
        is_single = event.size.width < TWO_COLUMNS
        self.set_class(is_single, "-single")
        self._heading.is_single = is_single

    @property
    def current(self) -> RowView | None:
        """The argument under the cursor, if any."""
        return self._columns[self.side].current

    def focus(self, scroll_visible: bool = True, from_app_focus: bool = False) -> ArgumentList:
        """Give the keys to the active column."""
        del from_app_focus
        self._columns[self.side].focus(scroll_visible)
        return self

    def move_to(self, identifier: str) -> bool:
        """Put the cursor on an argument, on whichever side it stands; say whether it is there."""
        for side, column in self._columns.items():
            if column.move_to(identifier):
                self.action_side(side)
                return True
        return False

    def keep(self) -> tuple[Side, bool, dict[Side, tuple[Hashable, int]]]:
        """Return the active side, whether it has focus, and the place in each column."""
        places = {side: column.keep() for side, column in self._columns.items()}
        return self.side, self._columns[self.side].has_focus, places

    def restore(self, kept: tuple[Side, bool, dict[Side, tuple[Hashable, int]]]) -> None:
        """Take up what `keep` returned."""
        self.side, had_focus, places = kept
        for side, place in places.items():
            self._columns[side].restore(place)
        if had_focus:
            self.focus()

    def watch_view(self) -> None:
        """Show the new rows."""
        self._fill()

    def watch_side(self) -> None:
        """Send the keys to the other column."""
        self._activate()
        self._report()

    def action_side(self, side: Side) -> None:
        """Go to one side."""
        self.side = side
        self.focus()

    @on(SideHeading.Clicked)
    def _go_to_heading(self, event: SideHeading.Clicked) -> None:
        """Go to the side whose heading was clicked."""
        event.stop()
        self.action_side(event.side)

    @on(VirtualList.Highlighted)
    def _pass_on_highlight(self, event: VirtualList.Highlighted) -> None:
        """Say which argument the cursor is on, when it is on the active side."""
        event.stop()
        if event.virtual_list is self._columns[self.side]:
            self._report()

    @on(VirtualList.Selected)
    def _pass_on_selection(self, event: VirtualList.Selected) -> None:
        """Say which argument was opened."""
        event.stop()
        self.post_message(self.Selected(self, event.item))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus from column to column."""
        for side, column in self._columns.items():
            if event.widget is column:
                self.side = side

    def _fill(self) -> None:
        """Give each column its rows and each heading its count."""
        view = self.view
        self._columns["against"].placeholder = view.against_empty
        self._columns["for"].placeholder = view.for_empty
        self._columns["against"].update_items(view.against)
        self._columns["for"].update_items(view.for_)
        self._heading.sought = view.sought
        self._heading.titles = (
            f"{view.against_title} ({sum(row.depth == 0 for row in view.against)})",
            f"{view.for_title} ({sum(row.depth == 0 for row in view.for_)})",
        )

    def _activate(self) -> None:
        """Mark the active side."""
        self._heading.active = self.side
        for side, column in self._columns.items():
            column.set_class(side == self.side, "-active")

    def _report(self) -> None:
        """Say which argument is current."""
        self.post_message(self.Highlighted(self, self.current))
