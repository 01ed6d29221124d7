"""The view for a projector: full window, large type, following the facilitator's phase."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.worker import get_current_worker

from debate.i18n.numbers import countdown
from debate.service.findings import motion_findings_of
from debate.service.room import standing
from debate.service.wiring import wall_clock
from debate.tui.keymap import bindings
from debate.tui.present.projector import Invitation, Projecting, needs_findings, slides_of
from debate.tui.present.slides import Show, Slide, Tone
from debate.tui.present.status import MINUTE, SECOND
from debate.tui.screens.phases import PhaseKeys
from debate.tui.widgets.projection import Projection

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId
    from debate.service.findings import MotionFindings
    from debate.service.room import Standing
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk


class ProjectorScreen(PhaseKeys):
    """One slide at a time; arrows step, and a new phase begins with its first."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "show.before", "show.after", "show.first", "phase.next", "phase.extend", "phase.pause",
        "phase.undo", "app.back",
    )  # fmt: skip

    def __init__(
        self, seat: Seat, desk: Desk, workspace: Workspace, join: str = "", code: str = ""
    ) -> None:
        """Show a debate to a room.

        Args:
            seat: Whose machine this is; the view shows what anybody in the room may see.
            desk: Where work that touches the disk is done.
            workspace: The data folder.
            join: What people type to join; empty when nobody can from elsewhere.
            code: What a camera reads to join; `join` when empty.
        """
        super().__init__(seat, desk)
        self.workspace = workspace
        self.invitation = Invitation(join, code) if join else self._at_the_door()
        self._slides: tuple[Slide, ...] = ()
        self._place = 0
        self._phase: object = None
        self._found: dict[MotionId, MotionFindings] = {}
        self._worked_out: Debate | None = None

    def _at_the_door(self) -> Invitation:
        """Return how people join when this machine serves the debate at this moment."""
        plate = self.workspace.door(self.seat.session.id)
        if plate is None or not plate.is_open:
            return Invitation()
        return Invitation(f"{plate.join_line}  ·  {plate.code}", plate.link)

    def compose(self) -> ComposeResult:
        """Lay out the one widget."""
        yield Projection(id="projection")

    # Showing ----------------------------------------------------------------------------------

    def show_debate(self) -> None:
        """Show the present phase; a new one begins with its first slide."""
        if not self.query("#projection"):
            return
        schedule = self.debate.schedule
        phase = (schedule.now.id, schedule.is_closed)
        if phase != self._phase:
            self._phase, self._place, self._slides = phase, 0, ()
        if needs_findings(self.debate) and self._worked_out is not self.debate:
            self._worked_out = self.debate
            self._work_out(self.debate)
        self._make_slides()

    def announce(self, words: str) -> None:
        """Say nothing: the room sees it."""

    def show_clock(self) -> None:
        """Show the time."""
        if self.query("#projection") and self._slides:
            self._show_slide()

    def _make_slides(self) -> None:
        """Make the slides anew; the one in view stays in view."""
        key = self._slides[self._place].key if self._place < len(self._slides) else None
        self._slides = slides_of(Projecting(self.debate, self.t, self.invitation, self._found))
        places = {slide.key: place for place, slide in enumerate(self._slides)}
        self._place = places.get(key or "", min(self._place, len(self._slides) - 1))
        self._show_slide()

    def _show_slide(self) -> None:
        stands = standing(self.debate, wall_clock())
        count = len(self._slides)
        phase = stands.phase.title.within(self.t.language)
        clock, tone, label = self._clock(stands)
        self.query_one("#projection", Projection).view = Show(
            self._slides[self._place],
            heading=f"{self.debate.charter.title} · {phase}",
            place=f"{self._place + 1}/{count}" if count > 1 else "",
            clock=clock,
            clock_tone=tone,
            clock_label=label,
        )

    def _clock(self, stands: Standing) -> tuple[str, Tone, str]:
        t = self.t
        if stands.left is None:
            return "", "muted", ""
        text = countdown(abs(stands.left) / SECOND)
        if stands.is_paused:
            return text, "muted", t.text("clock stands still")
        if stands.left < 0:
            return f"+{text}", "notice", t.text("over time")
        return text, "notice" if stands.left < MINUTE else "strong", t.text("to go")

    @work(thread=True, exclusive=True, group="figures", exit_on_error=False)
    def _work_out(self, debate: Debate) -> None:
        """Work the figures out beside the clock, which never waits for them."""
        worker = get_current_worker()
        found = {name: motion_findings_of(debate, name) for name in debate.charter.motion_ids}
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, found)

    def _take(self, found: dict[MotionId, MotionFindings]) -> None:
        """Take what was worked out."""
        if self.is_mounted:
            self._found = found
            self._make_slides()

    # Keys -------------------------------------------------------------------------------------

    def action_step_slide(self, by: int) -> None:
        """Go to the slide before or after, and stop at the ends."""
        self._place = max(0, min(len(self._slides) - 1, self._place + by))
        self._show_slide()

    def action_first_slide(self) -> None:
        """Go to the first slide."""
        self._place = 0
        self._show_slide()

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)
