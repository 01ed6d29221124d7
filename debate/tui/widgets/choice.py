"""One of a few answers, all in view: arrows, space or a click choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive

from debate.tui.cells import cut
from debate.tui.cells import width as cells_of
from debate.tui.keymap import bindings
from debate.tui.present.views import ChoiceView
from debate.tui.widgets.ink import Line, Role, Run
from debate.tui.widgets.lines import Lines
from debate.tui.widgets.side_heading import SIGN

_GAP = 3


class Choice(Lines, can_focus=True):
    """Draws a `ChoiceView` on one line when it fits, else one answer a line; posts `Chosen`."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("choice.previous", "choice.next")
    """
    | Key(s) | Description |
    | :- | :- |
    | left, up / right, down, space | Choose the answer before or after. |
    """

    value: reactive[str | None] = reactive[str | None](None, init=False)
    """The key of the chosen answer, or None."""
    view: reactive[ChoiceView] = reactive(ChoiceView("", ()), init=False)
    """The question and its answers."""

    class Chosen(Message):
        """An answer was chosen."""

        def __init__(self, choice: Choice, key: str) -> None:
            """Say which question and which answer."""
            super().__init__()
            self.choice = choice
            self.key = key

        @property
        def control(self) -> Choice:
            """The question."""
            return self.choice

    def __init__(
        self,
        view: ChoiceView,
        value: str | None = None,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view` with `value` chosen."""
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(Choice.view, view)
        self.set_reactive(Choice.value, value)

    def watch_value(self, value: str | None) -> None:
        """Draw the choice and say it."""
        self.redraw()
        if value is not None:
            self.post_message(self.Chosen(self, value))

    def watch_view(self) -> None:
        """Draw the new question."""
        self.redraw(layout=True)

    def on_focus(self) -> None:
        """Show that the keys come here."""
        self.redraw()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.redraw()

    def keep(self) -> str | None:
        """Return what to remember: the answer."""
        return self.value

    def restore(self, kept: str | None) -> None:
        """Take up the answer."""
        self.value = kept

    def action_choose(self, by: int) -> None:
        """Choose the next answer, round and round."""
        keys = [option.key for option in self.view.options]
        if keys:
            place = keys.index(self.value) + by if self.value in keys else 0 if by > 0 else -1
            self.value = keys[place % len(keys)]

    def on_click(self, event: events.Click) -> None:
        """Choose the answer under the pointer."""
        for key, row, start, end in self._places(self.size.width):
            if row == event.y and start <= event.x < end:
                self.value = key

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the question, its answers, and its help."""
        del height
        mark: Run = ("▸ " if self.has_focus else "  ", "focus")
        rows: list[list[Run]] = [[mark, (cut(self.view.label, width - 2), self._label_role())]]
        for key, row, start, _ in self._places(width):
            while len(rows) <= row:
                rows.append([])
            used = sum(cells_of(text) for text, _ in rows[row])
            rows[row] += [(" " * (start - used), "ink"), *self._option(key)]
        if self.view.help:
            rows.append([("  ", "ink"), (cut(self.view.help, width - 2), "muted")])
        return rows

    def _label_role(self) -> Role:
        """Return how the question is drawn."""
        return "strong" if self.has_focus else "ink"

    def _option(self, key: str) -> list[Run]:
        """Return one answer: a dot, the sign of its side, its words."""
        option = next(option for option in self.view.options if option.key == key)
        is_chosen = key == self.value
        role: Role = option.side or ("strong" if is_chosen else "ink")
        sign = f"{SIGN[option.side]} " if option.side else ""
        dot: Run = ("● " if is_chosen else "○ ", "focus" if is_chosen else "faint")
        return [dot, (sign + option.label, role)]

    def _places(self, width: int) -> list[tuple[str, int, int, int]]:
        """Return where each answer stands: key, row, first cell, cell behind the last."""
        sizes = [
            (option.key, 2 + (2 if option.side else 0) + cells_of(option.label))
            for option in self.view.options
        ]
        total = 2 + sum(size + _GAP for _, size in sizes) - _GAP
        if total > width:
            return [(key, row, 2, 2 + size) for row, (key, size) in enumerate(sizes, start=1)]
        places, start = [], 2
        for key, size in sizes:
            places.append((key, 1, start, start + size))
            start += size + _GAP
        return places
