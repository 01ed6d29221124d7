"""Help for the screen one came from: what it is for, its keys, the signs, how a debate works."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from debate.tui.keymap import BY_ID, bindings
from debate.tui.present.help import HelpAct, help_page, title_of
from debate.tui.present.place import StatusView
from debate.tui.present.settings import shown
from debate.tui.rekeying import keys_of
from debate.tui.translated import TranslatedScreen
from debate.tui.widgets.help_page import HelpPage
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_EXPLAINED = frozenset({"app.help-anywhere"})
"""Acts that another one explains."""


class HelpScreen(TranslatedScreen[None]):
    """A page to scroll; escape goes back to where one was."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("app.back")

    def __init__(self, names: Sequence[str], acts: Sequence[HelpAct]) -> None:
        """Explain a screen.

        Args:
            names: The name of its type, then those of its bases.
            acts: What it offers.
        """
        super().__init__()
        self._names = tuple(names)
        self._acts = tuple(acts)

    @classmethod
    def about(cls, screen: TranslatedScreen[Any], keys: Mapping[str, str]) -> HelpScreen:
        """Return the help of a screen.

        Args:
            screen: What is explained, with the focus where it is.
            keys: The keys a person chose, by act.
        """

        def display(key: str) -> str:
            return screen.app.get_key_display(Binding(key, ""))

        offered = {active.binding.id or "" for active in screen.offered_bindings().values()}
        acts = [
            HelpAct(name, shown(keys_of(name, keys), display))
            for name in offered
            if name in BY_ID and name not in NOT_EXPLAINED
        ]
        return cls([each.__name__ for each in type(screen).__mro__], acts)

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        t = self.t
        yield StatusLine(StatusView(title_of(self._names, t), t.text("Help")), id="status")
        yield HelpPage(help_page(self._names, self._acts, t), id="page")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the page."""
        self.query_one("#page").focus()

    def action_back(self) -> None:
        """Go back to where one was."""
        self.dismiss(None)
