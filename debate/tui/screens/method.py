"""What a figure is, how it is worked out, after whom, and when not to trust it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from debate.report.readings.comparing_methods import any_method
from debate.tui.keymap import bindings
from debate.tui.present.place import StatusView
from debate.tui.translated import TranslatedScreen
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.page import Block, Page
from debate.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from debate.i18n.catalog import Translator


class MethodScreen(TranslatedScreen[None]):
    """Explains some figures; escape goes back to them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("app.back")

    def __init__(self, names: Sequence[str]) -> None:
        """Explain the figures of some ids of `debate.report.readings.methods`."""
        super().__init__()
        self._names = tuple(names)

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        t = self.t
        yield StatusLine(StatusView(t.text("What these figures are"), t.text("F1: the keys")))
        yield Page(tuple(method_blocks(self._names, t)), id="page")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the page."""
        self.query_one("#page").focus()

    def action_back(self) -> None:
        """Go back to the figures."""
        self.dismiss(None)


def method_blocks(names: Sequence[str], t: Translator) -> Iterator[Block]:
    """Yield the explanations of some figures as blocks of a page."""
    for name in names:
        each = any_method(name)
        yield Block("title", t.text(each.title))
        yield Block("prose", t.text(each.what))
        for heading, words in (
            (t.text("Formula"), each.formula),
            (t.text("After"), each.source),
            (t.text("Do not trust it when"), each.limits),
        ):
            yield Block("heading", heading)
            yield Block("prose", t.text(words))
