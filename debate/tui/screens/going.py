"""Where one goes from the floor: other motions, the text, the ballot, the results, the talk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from debate.domain.ids import MotionId
from debate.tui.dialogs.pick import Pickable, PickDialog
from debate.tui.screens.seated import SeatScreen

if TYPE_CHECKING:
    from debate.service.minutes import Format
    from debate.service.workspace import Workspace


class GoingKeys(SeatScreen[None]):
    """The acts that open another screen."""

    workspace: Workspace
    motion: MotionId

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the console only to those who lead."""
        if action == "console":
            return self.seat.is_facilitator
        return super().check_action(action, parameters)

    def go_to_motion(self, motion: MotionId) -> None:
        """Show another motion."""
        raise NotImplementedError

    def action_step_motion(self, by: int) -> None:
        """Go to the motion before or after."""
        names = self.debate.charter.motion_ids
        self.go_to_motion(names[(names.index(self.motion) + by) % len(names)])

    def action_read_motion(self) -> None:
        """Read the motion."""
        from debate.tui.screens.reader import ReaderScreen

        motion = self.debate.charter.motion(self.motion)
        if motion is not None:
            self.app.push_screen(ReaderScreen(motion, self.workspace, self.desk, is_inside=True))

    def action_ballot(self) -> None:
        """Say where one stands."""
        from debate.tui.screens.ballot import BallotScreen

        self.app.push_screen(BallotScreen(self.seat, self.desk, self.workspace, self.motion))

    def action_results(self) -> None:
        """See what moved, and whom."""
        from debate.tui.screens.results import ResultsScreen

        self.app.push_screen(ResultsScreen(self.seat, self.desk, self.motion))

    def action_groups(self) -> None:
        """See who weighs alike, what all share, and how coherent reasons are."""
        from debate.tui.screens.groups import GroupsScreen

        screen = GroupsScreen(self.seat, self.desk, self.motion, workspace=self.workspace)
        self.app.push_screen(screen)

    def action_talk(self) -> None:
        """Read questions and answers, proposals to merge, and flags."""
        from debate.tui.screens.questions import QuestionsScreen

        self.app.push_screen(QuestionsScreen(self.seat, self.desk))

    def action_sync(self) -> None:
        """See where the debate is kept, and let people in."""
        from debate.tui.screens.sharing import SharingScreen

        self.app.push_screen(SharingScreen(self.seat, self.desk, self.workspace))

    def action_outcome(self) -> None:
        """Draft what the debate ends on."""
        from debate.tui.screens.outcome import OutcomeScreen

        self.app.push_screen(OutcomeScreen(self.seat, self.desk))

    def action_console(self) -> None:
        """Lead the debate."""
        from debate.tui.screens.console import ConsoleScreen

        self.app.push_screen(ConsoleScreen(self.seat, self.desk, self.workspace))

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_minutes(self) -> None:
        """Write the minutes, as this person may read them, to the folder the program runs in."""
        from debate.service.minutes import minutes_of
        from debate.service.papers import add_paper

        t, forms = self.t, self._forms()
        items = [Pickable(each, words) for each, words in forms.items()]
        picked = await self.app.push_screen_wait(
            PickDialog(t.text("Minutes in which form?"), items)
        )
        form = next((each for each in forms if picked == (each,)), None)
        if form is None:
            return

        def write() -> Path:
            words = minutes_of(self.seat, form, t)
            ending = "txt" if form == "text" else form
            return add_paper(Path.cwd(), self.debate.charter.title, ending, words)

        path = await self.attempt(write)
        if path is not None:
            self.app.notify(t.text("Written to {file}.", file=path), timeout=10)

    def _forms(self) -> Mapping[Format, str]:
        """Return the forms of the minutes that people read, each in a few words."""
        t = self.t
        return {
            "html": t.text("A page for a browser, with charts"),
            "md": t.text("Markdown"),
            "text": t.text("Plain text"),
        }

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_pass_keyboard(self) -> None:
        """Hide the screen and let somebody else sit down."""
        from debate.tui.screens.pass_keyboard import PassScreen

        seat = await self.app.push_screen_wait(PassScreen(self.seat, self.desk, self.workspace))
        if seat is not None:
            self.seat = seat
            self.show_debate()
            self.refresh_bindings()
