"""Several lines of text with a live counter, for grounds and longer answers."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from debate.tui.present.views import FieldView
from debate.tui.widgets.field import Field, fitting, taken_joiner


class CleanArea(TextArea):
    """A text area that never holds more than its limit, nor control characters from a paste."""

    def __init__(self, view: FieldView, value: str) -> None:
        """Hold `value`; the field it stands in says what was cut."""
        super().__init__(
            value, tab_behavior="focus", placeholder=view.placeholder, highlight_cursor_line=False
        )
        self._limit = view.limit

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit, with as much of its text as there is room for."""
        start, end = sorted((edit.from_location, edit.to_location))
        replaced = len(self.get_text_range(start, end))
        room = self._limit - (len(self.text) - replaced)
        if len(edit.text) <= room:
            return super().edit(edit)
        kept = edit.text[: max(0, room)]
        return super().edit(
            Edit(kept, edit.from_location, edit.to_location, edit.maintain_selection_offset)
        )

    async def _on_key(self, event: events.Key) -> None:
        """Put in what joins characters."""
        if character := taken_joiner(event):
            self.replace(character, *self.selection)

    async def _on_paste(self, event: events.Paste) -> None:
        """Put in what fits."""
        event.stop()
        event.prevent_default()
        room = self._limit - (len(self.text) - len(self.selected_text))
        text, is_cut = fitting(event.text, room, is_multiline=True)
        self.replace(text, *self.selection)
        if is_cut and isinstance(self.parent, Field):
            self.parent.say_cut(len(text), len(event.text))


class TextBox(Field):
    """A labelled box of text; posts `Changed`."""

    DEFAULT_CSS = "TextBox TextArea { height: 6; }"

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
        self._area = CleanArea(view, value)
        self._head.count = len(value)

    def compose(self) -> ComposeResult:
        """Lay out label, area and the line below."""
        yield self._head
        yield self._area
        yield self._foot

    @property
    def value(self) -> str:
        """What stands in the box."""
        return self._area.text

    @value.setter
    def value(self, text: str) -> None:
        """Put `text` in the box, with the caret behind it."""
        self._area.text = text
        self._area.move_cursor(self._area.document.end)

    def focus(self, scroll_visible: bool = True, from_app_focus: bool = False) -> TextBox:
        """Give the keys to the area."""
        del from_app_focus
        self._area.focus(scroll_visible)
        return self

    @on(TextArea.Changed)
    def _count(self, event: TextArea.Changed) -> None:
        """Say that the text changed."""
        event.stop()
        self.report(self._area.text)
