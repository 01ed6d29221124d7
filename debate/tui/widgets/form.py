"""The frame of a dialog that asks something: fields beneath one another, buttons at the foot."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Static


class Form(VerticalScroll, can_focus=False):
    """A column of fields with a title; it scrolls when the window is low."""

    DEFAULT_CSS = """
    Form { width: 80; max-width: 100%; height: auto; max-height: 96%; padding: 1 2; }
    Form > .form--title { text-style: bold; margin-bottom: 1; height: auto; }
    Form > Field, Form > Slider, Form > Choice { margin-bottom: 1; }
    """

    def __init__(
        self,
        title: str,
        *fields: Widget,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Lay out `fields` under `title`; the last one is usually `FormButtons`."""
        super().__init__(name=name, id=id, classes=classes)
        self._title = title
        self._fields = fields

    def compose(self) -> ComposeResult:
        """Lay out the title and the fields."""
        if self._title:
            yield Static(self._title, classes="form--title", markup=False)
        yield from self._fields


class FormButtons(Horizontal):
    """The buttons at the foot of a form; each posts Textual's `Button.Pressed`."""

    DEFAULT_CSS = """
    FormButtons { height: 1; width: 1fr; align-horizontal: right; }
    FormButtons > Button { margin-left: 2; }
    """

    def __init__(self, save: str, cancel: str, *, save_id: str = "save") -> None:
        """Show a button that saves and one that does not.

        Args:
            save: The label of the first; translated.
            cancel: The label of the second; its id is `cancel`.
            save_id: The id of the first.
        """
        super().__init__()
        self._labels = (save, cancel)
        self._save_id = save_id

    def compose(self) -> ComposeResult:
        """Lay out the buttons."""
        save, cancel = self._labels
        yield Button(cancel, id="cancel")
        yield Button(save, id=self._save_id, variant="primary")
