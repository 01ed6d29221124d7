"""What the figures on a screen are, how they are made, and when not to trust them: a page to scroll."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from debate.service.insights import explanations
from debate.tui.keymap import bindings
from debate.tui.present.groups import blocks_of
from debate.tui.present.place import StatusView
from debate.tui.translated import TranslatedScreen
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.page import Page
from debate.tui.widgets.status_line import StatusLine


class ExplainingScreen(TranslatedScreen[None]):
    """Explains some figures; escape goes back to them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("app.back")

    def __init__(self, codes: Sequence[str]) -> None:
        """Explain the figures of some codes; see `debate.report.readings.explanations`."""
        super().__init__()
        self._codes = tuple(codes)

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        t = self.t
        yield StatusLine(StatusView(t.text("What these figures are"), t.text("F1: the keys")))
        yield Page(blocks_of(explanations(self._codes, t)), id="page")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the page."""
        self.query_one("#page").focus()

    def action_back(self) -> None:
        """Go back to the figures."""
        self.dismiss(None)
