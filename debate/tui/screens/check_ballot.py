"""One's own ballots held against what this device kept: were they counted as they were cast?"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from debate.service.proof import proof_words, proofs_of
from debate.tui.keymap import bindings
from debate.tui.present.status import status_view
from debate.tui.screens.seated import SeatScreen
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.page import Block, Page
from debate.tui.widgets.status_line import StatusLine


class CheckBallotScreen(SeatScreen[None]):
    """A page with every ballot that was cast from here."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("app.back")

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield StatusLine(id="status")
        yield Page(id="page")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the page."""
        self.query_one("#page").focus()

    def show_debate(self) -> None:
        """Say what became of each ballot."""
        if not self.query("#page"):
            return
        t = self.t
        title = t.text("Your ballots")
        self.query_one("#status", StatusLine).view = status_view(self.seat, t, title)
        blocks: list[Block] = []
        for proof in proofs_of(self.seat):
            name, words = proof_words(self.seat, proof, t)
            blocks += [Block("heading", name), Block("prose", words)]
        if not blocks:
            blocks.append(Block("prose", t.text("No ballot was cast from here.")))
        how = t.text(
            "What opens a ballot is kept on the device it was cast on. The seal is worked out again "
            "from that and held against the journal; `debate check-ballot` does the same."
        )
        self.query_one("#page", Page).blocks = (
            *blocks,
            Block("heading", t.text("How")),
            Block("prose", how),
        )

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)
