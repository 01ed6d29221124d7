"""One's own ballots held against what this device kept: were they counted as they were cast?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.worker import get_current_worker

from debate.service.examination import Examination, examine
from debate.service.examination_words import complaints, counts, hearsay, marked
from debate.service.proof import proof_words, proofs_of
from debate.tui.keymap import bindings
from debate.tui.present.status import status_view
from debate.tui.screens.seated import SeatScreen
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.page import Block, Page
from debate.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from debate.domain.debate import Debate


class CheckBallotScreen(SeatScreen[None]):
    """A page with every ballot that was cast from here, and a check of everything beneath."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("app.back")

    _found: Examination | None = None
    """What the check of the whole debate came to, once it is done."""
    _checked: Debate | None = None
    """The state that is or was checked."""

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
        if self.debate is not self._checked:
            self._checked = self.debate
            self._check()
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
            *self._whole_debate(),
        )

    def _whole_debate(self) -> tuple[Block, ...]:
        """Return what a check of everything came to, and the words to read aloud."""
        t, found = self.t, self._found
        title = Block("title", t.text("The whole debate"))
        if found is None:
            return (title, Block("prose", t.text("Working it out…")))
        holds = Block("prose", t.text("Everything holds: every fact is signed and in its chain."))
        return (
            title,
            *((holds,) if found.holds else ()),
            *(Block("notice", line) for line in complaints(found, t)),
            *(
                Block("prose", line)
                for line in (*hearsay(found, t), *marked(found, t), *counts(found, t))
            ),
            Block("heading", t.text("Six words")),
            Block("strong", " ".join(found.words)),
            Block(
                "prose",
                t.text(
                    "Read them aloud to whoever holds the same debate: the same six words, the same "
                    "facts."
                ),
            ),
        )

    @work(thread=True, exclusive=True, group="check", exit_on_error=False)
    def _check(self) -> None:
        """Check everything beside the keys, which never wait for it."""
        worker = get_current_worker()
        found = examine(self.seat.session)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, found)

    def _take(self, found: Examination) -> None:
        """Take what the check came to."""
        self._found = found
        self.show_debate()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)
