"""Pick one or several things from a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from debate.tui.cells import cut
from debate.tui.keymap import bind, bindings
from debate.tui.translated import TranslatedDialog
from debate.tui.widgets.ink import Line
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.virtual_list import VirtualList


@dataclass(frozen=True, slots=True)
class Pickable:
    """One thing to pick."""

    id: str
    label: str
    is_picked: bool = False


class PickableList(VirtualList[Pickable]):
    """What can be picked; enter picks here, and opens nothing."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("pick.take")


class PickDialog(TranslatedDialog[tuple[str, ...] | None]):
    """Dismissed with the ids that were picked, or None; enter picks, with `many` it toggles."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("pick.toggle", is_shown=False),
        *bindings("dialog.save", "dialog.cancel"),
    ]
    DEFAULT_CSS = """
    PickDialog > Vertical { width: 80; max-width: 100%; height: auto; max-height: 90%;
                            background: $surface; padding: 1 2; }
    PickDialog VirtualList { height: auto; max-height: 16; min-height: 3; }
    """

    def __init__(
        self,
        title: str,
        items: Sequence[Pickable],
        *,
        words: str = "",
        is_many: bool = False,
        empty: str = "",
    ) -> None:
        """Ask.

        Args:
            title: What is asked; translated.
            items: What can be picked.
            words: What one should know before picking; translated.
            is_many: Whether several can be picked.
            empty: What is said when there is nothing.
        """
        super().__init__()
        self._title = title
        self._items = list(items)
        self._words = words
        self._is_many = is_many
        self._empty = empty

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical():
            yield Static(self._title, classes="heading spaced", markup=False)
            if self._words:
                yield Static(self._words, classes="spaced", id="words", markup=False)
            yield PickableList(
                self._items, self._paint, identity=_name, placeholder=self._empty, id="items"
            )
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the list, and it the room its items need."""
        items = self.query_one("#items")
        items.styles.height = min(16, max(3, len(self._items)))
        items.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to toggle and save only where several can be picked."""
        if action in ("toggle_pick", "save"):
            return self._is_many
        return super().check_action(action, parameters)

    @on(VirtualList.Selected)
    def _pick(self, event: VirtualList.Selected) -> None:
        event.stop()
        if self._is_many:
            self.action_toggle_pick()
        else:
            self.dismiss((event.item.id,))

    def action_toggle_pick(self) -> None:
        """Pick the thing under the cursor, or let go of it."""
        items = self.query_one("#items", VirtualList)
        if items.current is None:
            return
        place = items.cursor
        self._items[place] = replace(self._items[place], is_picked=not self._items[place].is_picked)
        items.row_changed(place)

    def action_save(self) -> None:
        """Take what is picked."""
        self.dismiss(tuple(item.id for item in self._items if item.is_picked))

    def action_cancel(self) -> None:
        """Pick nothing."""
        self.dismiss(None)

    def _paint(self, item: Pickable, width: int) -> Sequence[Line]:
        if not self._is_many:
            return [[(cut(item.label, width), "ink")]]
        sign = "● " if item.is_picked else "○ "
        return [[(sign, "focus"), (cut(item.label, width - 2), "ink")]]


def _name(item: Pickable) -> str:
    return item.id
