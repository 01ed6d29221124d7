"""Ask for a key by having it pressed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from debate.tui.keymap import BY_ID, bindings
from debate.tui.rekeying import Objection, objection
from debate.tui.translated import TranslatedDialog
from debate.tui.widgets.key_bar import KeyBar


class PressKey(TranslatedDialog[str | None]):
    """Dismissed with the key that was pressed, or None; says why an act cannot have a key."""

    takes_every_key: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = bindings("dialog.cancel")
    DEFAULT_CSS = """
    PressKey > Vertical { width: 60; max-width: 96%; height: auto; background: $surface;
                          padding: 1 2; }
    PressKey #notice { color: $notice; height: auto; min-height: 2; margin-top: 1; }
    """

    def __init__(
        self, identifier: str, chosen: Mapping[str, str], display: Callable[[str], str]
    ) -> None:
        """Ask for a key.

        Args:
            identifier: The act it is for.
            chosen: The keys a person chose before, by act.
            display: Says a key as it is printed on the keyboard.
        """
        super().__init__()
        self._act = BY_ID[identifier]
        self._chosen = chosen
        self._display = display

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        t = self.t
        with Vertical():
            yield Static(t.text(self._act.help), classes="heading spaced", markup=False)
            yield Static(t.text("Press the new key now. Escape changes nothing."), markup=False)
            yield Static("", id="notice", markup=False)
        yield KeyBar()

    def on_key(self, event: events.Key) -> None:
        """Take the key, unless it has a meaning already."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss(None)
            return
        no = objection(self._act.id, event.key, self._chosen)
        if no is None:
            self.dismiss(event.key)
        else:
            self.query_one("#notice", Static).update(self._words(no, event.key))

    def action_cancel(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    def _words(self, no: Objection, key: str) -> str:
        t, shown = self.t, self._display(key)
        if no.by is not None:
            return t.text(
                "{key} is taken: {act}. Press another key.", key=shown, act=t.text(no.by.help)
            )
        if no.why == "typing":
            return t.text(
                "This act also works while you type, so its key must be one with ctrl or alt, or "
                "a function key."
            )
        return t.text("{key} always means the same. Press another key.", key=shown)
