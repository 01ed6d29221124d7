"""The same motion in several debates, each kept apart: five parts, each a chart with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.widget import Widget
from textual.worker import get_current_worker

from debate.service.comparing import compared_material
from debate.tui.present.comparing import METHODS, TITLES, Shown, parts_of, title_of
from debate.tui.present.place import StatusView
from debate.tui.present.views import BarsView, RangesView
from debate.tui.screens.parts import PartsScreen
from debate.tui.widgets.bars import Bars
from debate.tui.widgets.ranges import Ranges
from debate.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from debate.domain.ids import MotionId
    from debate.service.comparing import ComparedMaterial
    from debate.service.seat import Seat


class ComparingScreen(PartsScreen):
    """The debates as they were when the screen opened, motion by motion."""

    TITLES = TITLES
    METHODS = METHODS

    def __init__(self, seats: Sequence[Seat]) -> None:
        """Compare the debates that somebody sits in; they stay as they were when this opened."""
        super().__init__()
        self.motion: MotionId | None = None
        self._seats = tuple(seats)
        self._material: ComparedMaterial | None = None

    def charts(self) -> Iterable[Widget]:
        """Return a chart of each kind that the parts need."""
        return Ranges(RangesView(()), id="ranges"), Bars(BarsView(()), id="bars")

    def on_mount(self) -> None:
        """Begin to work the figures out."""
        self.show_part()
        self._work_out()

    def show_again(self) -> None:
        """Show everything in another language."""
        self._put_into_words()

    # Working out ------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="figures", exit_on_error=False)
    def _work_out(self) -> None:
        """Work the figures out beside the keys, which never wait for them."""
        worker = get_current_worker()
        material = compared_material(self._seats, self.t)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, material)

    def _take(self, material: ComparedMaterial) -> None:
        """Take what was worked out."""
        self._material = material
        motions = material.found.motions
        self.motion = motions[0].motion if motions else None
        self._put_into_words()

    def _put_into_words(self) -> None:
        """Make the parts of the motion in view, in the language in view."""
        if self._material is not None:
            self.parts = parts_of(Shown(self._material, self.motion, self.t))
        self.show_part()

    # Showing ----------------------------------------------------------------------------------

    def show_part(self) -> None:
        """Show the part in view, and above it what is compared."""
        for line in self.query("#status").results(StatusLine):
            left = self.t.text("Groups side by side")
            if self._material is not None:
                left = title_of(Shown(self._material, self.motion, self.t))
            groups = self.t.plural("{n} group", "{n} groups", len(self._seats))
            line.view = StatusView(left, groups)
        super().show_part()

    # Keys -------------------------------------------------------------------------------------

    def action_step_motion(self, by: int) -> None:
        """Go to the motion before or after."""
        if self._material is None or self.motion is None:
            return
        names = [each.motion for each in self._material.found.motions]
        self.motion = names[(names.index(self.motion) + by) % len(names)]
        self._put_into_words()
