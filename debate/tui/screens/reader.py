"""One motion to read: what it says, what yes and no mean, the case on both sides, the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from debate.domain.refusal import Refusal
from debate.errors import DebateError
from debate.i18n.messages import failure_text, refusal_text
from debate.service.new_debate import NewDebate
from debate.tui.keymap import bind, bindings
from debate.tui.present.place import StatusView
from debate.tui.present.reader import page_of
from debate.tui.translated import TranslatedScreen
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.page import Page
from debate.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from debate.domain.motion import Motion
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk


class ReaderScreen(TranslatedScreen[None]):
    """A page to scroll; enter begins a debate on the motion, or goes on with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("motion.debate"),
        *bindings("app.back"),
    ]

    def __init__(
        self, motion: Motion, workspace: Workspace, desk: Desk, *, is_inside: bool = False
    ) -> None:
        """Show a motion.

        Args:
            motion: What to read.
            workspace: Where a debate on it is begun.
            desk: Where work that touches the disk is done.
            is_inside: Whether the reader came from a debate on it, to which back returns.
        """
        super().__init__()
        self.motion = motion
        self.workspace = workspace
        self.desk = desk
        self.is_inside = is_inside

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        t = self.t
        yield StatusLine(StatusView(self.motion.short.within(t.language), t.text("Motion")))
        yield Page(page_of(self.motion, t), id="page")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the page."""
        self.query_one("#page").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to begin a debate only from outside one."""
        if action == "debate_motion":
            return not self.is_inside
        return super().check_action(action, parameters)

    async def action_debate_motion(self) -> None:
        """Go on with the newest open debate on this motion alone, or begin one."""
        from debate.tui.screens.floor import FloorScreen

        try:
            seat = await self.desk.run(self._sit_down)
        except DebateError as error:
            self.app.notify(failure_text(error, self.t), severity="error", timeout=10)
            return
        if isinstance(seat, Refusal):
            self.app.notify(refusal_text(seat, self.t), severity="warning")
            return
        await self.app.switch_screen(FloorScreen(seat, self.desk, self.workspace))

    def _sit_down(self) -> Seat | Refusal:
        for summary in self.workspace.summaries():
            if summary.motions == (self.motion.id,) and not summary.is_closed:
                return self.workspace.open(summary.id)
        title = self.motion.short.within(self.t.language)
        name = str(self.workspace.choice("name", "")) or None
        return self.workspace.begin(NewDebate(title, (self.motion,), name))

    def action_back(self) -> None:
        """Go back to where the reader came from."""
        self.dismiss()
