"""Finding, filtering and sorting on the floor."""

from __future__ import annotations

from dataclasses import replace

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input

from debate.tui.keymap import bindings
from debate.tui.present.rows import ORDERS, Only, Sought
from debate.tui.screens.seated import SeatScreen
from debate.tui.translated import TranslatedDialog
from debate.tui.widgets.key_bar import KeyBar

ONLY: tuple[Only, ...] = ("all", "mine", "unweighed", "unanswered")


class FindDialog(TranslatedDialog[str | None]):
    """One line at the foot of the window; dismissed with the words, or None."""

    BINDINGS = bindings("dialog.cancel")
    DEFAULT_CSS = """
    FindDialog { align: center bottom; background: $background 0%; }
    FindDialog Input { width: 1fr; dock: bottom; margin: 0 0 1 0; }
    FindDialog ToastRack { margin-bottom: 2; }
    """

    def __init__(self, words: str) -> None:
        """Begin with the words of before."""
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Input(self._words, placeholder=self.t.text("Find words in claims and grounds"))
        yield KeyBar()

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_cancel(self) -> None:
        """Leave what was found as it was."""
        self.dismiss(None)


class FindingKeys(SeatScreen[None]):
    """The acts that change what is seen of the floor, and nothing in the debate."""

    sought: Sought

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_find(self) -> None:
        """Ask for words, and show only arguments that hold them."""
        words = await self.app.push_screen_wait(FindDialog(self.sought.words))
        if words is not None:
            self.sought = replace(self.sought, words=words)
            self.show_debate()
            if words:
                self.app.notify(self.t.text("Showing what holds “{words}”.", words=words))

    def action_find_only(self) -> None:
        """Show all, one's own, what one has not weighed, what nobody answered; in turn."""
        place = ONLY.index(self.sought.only) + 1
        self.sought = replace(self.sought, only=ONLY[place % len(ONLY)])
        names = {
            "all": self.t.text("Showing every argument."),
            "mine": self.t.text("Showing your own arguments."),
            "unweighed": self.t.text("Showing what you have not weighed."),
            "unanswered": self.t.text("Showing what nobody answered."),
        }
        self.show_debate()
        self.app.notify(names[self.sought.only])

    def action_sort(self) -> None:
        """Sort by strength, by time, by how many weighed; in turn."""
        place = ORDERS.index(self.sought.order) + 1
        self.sought = replace(self.sought, order=ORDERS[place % len(ORDERS)])
        names = {
            "strength": self.t.text("Sorted by strength."),
            "time": self.t.text("Sorted by time."),
            "weighed": self.t.text("Sorted by how many weighed it."),
        }
        self.show_debate()
        self.app.notify(names[self.sought.order])

    def action_back(self) -> None:
        """Show everything again; when everything is shown, leave the debate."""
        if self.sought.words or self.sought.only != "all":
            self.sought = replace(self.sought, words="", only="all")
            self.show_debate()
            return
        self.dismiss(None)
