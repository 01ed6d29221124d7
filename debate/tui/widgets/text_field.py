"""One line of text with a live counter; pastes are cleaned and cut, never refused."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from debate.tui.present.views import FieldView
from debate.tui.widgets.field import Field, fitting, taken_joiner


class CleanInput(Input):
    """An input that keeps what fits of a paste, without control characters."""

    def __init__(self, view: FieldView, value: str) -> None:
        """Hold `value`; the field it stands in says what was cut."""
        super().__init__(
            value, placeholder=view.placeholder, max_length=view.limit, select_on_focus=False
        )
        self._limit = view.limit

    async def _on_key(self, event: events.Key) -> None:
        """Put in what joins characters."""
        if character := taken_joiner(event):
            self.replace(character, *self.selection)

    def _on_paste(self, event: events.Paste) -> None:
        """Put in what fits."""
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        room = self._limit - (len(self.value) - (end - start))
        text, is_cut = fitting(event.text, room, is_multiline=False)
        self.replace(text, start, end)
        self._follow_caret()
        if is_cut and isinstance(self.parent, Field):
            self.parent.say_cut(len(text), len(event.text))

    def _follow_caret(self) -> None:
        """Scroll to the caret: the first text of an empty input is not followed by itself."""
        place = self.cursor_position
        self.cursor_position = 0
        self.cursor_position = place


class TextField(Field):
    """A labelled line of text; posts `Changed` and `Submitted`."""

    def __init__(
        self,
        view: FieldView,
        value: str = "",
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view` with `value` in it."""
        super().__init__(view, name=name, id=id, classes=classes)
        self._input = CleanInput(view, value)
        self._head.count = len(value)

    def compose(self) -> ComposeResult:
        """Lay out label, input and the line below."""
        yield self._head
        yield self._input
        yield self._foot

    @property
    def value(self) -> str:
        """What stands in the field."""
        return self._input.value

    @value.setter
    def value(self, text: str) -> None:
        """Put `text` in the field, with the caret behind it."""
        self._input.value = text
        self._input.cursor_position = len(text)

    def focus(self, scroll_visible: bool = True, from_app_focus: bool = False) -> TextField:
        """Give the keys to the input."""
        del from_app_focus
        self._input.focus(scroll_visible)
        return self

    @on(Input.Changed)
    def _count(self, event: Input.Changed) -> None:
        """Say that the text changed."""
        event.stop()
        self.report(event.value)

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        """Say that Enter was pressed."""
        event.stop()
        self.post_message(self.Submitted(self, event.value))
