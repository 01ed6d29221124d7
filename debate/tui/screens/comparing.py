"""The same motion in several debates, each kept apart: five parts, each a chart with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static
from textual.worker import get_current_worker

from debate.service.comparing import compared_material
from debate.tui.keymap import bind, bindings
from debate.tui.present.comparing import METHODS, TITLES, Shown, parts_of, title_of
from debate.tui.present.parts import PartView
from debate.tui.present.place import StatusView
from debate.tui.present.views import BarsView, RangesView
from debate.tui.translated import TranslatedScreen
from debate.tui.widgets.bars import Bars
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.parts_bar import PartsBar
from debate.tui.widgets.ranges import Ranges
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from debate.domain.ids import MotionId
    from debate.service.comparing import ComparedMaterial
    from debate.service.seat import Seat


class ComparingScreen(TranslatedScreen[None]):
    """A part at a time: numbers and arrows choose it, brackets go from motion to motion."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("motion.previous", "motion.next"),
        bind("part.before", action="step_part(-1)"),
        bind("part.after", action="step_part(1)"),
        *(bind(f"part.{number}") for number in range(1, len(TITLES) + 1)),
        bind("app.help", action="explain"),
        *bindings("app.back"),
    ]

    def __init__(self, seats: Sequence[Seat]) -> None:
        """Compare the debates that somebody sits in; they stay as they were when this opened."""
        super().__init__()
        self.part = 0
        self.motion: MotionId | None = None
        self._seats = tuple(seats)
        self._material: ComparedMaterial | None = None
        self._parts: tuple[PartView, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the parts above, and beneath them a chart of each kind with its words."""
        yield StatusLine(id="status")
        yield PartsBar(id="parts")
        with VerticalScroll(id="page"):
            yield Static(self.t.text("Working it out…"), id="wait", classes="muted", markup=False)
            yield Ranges(RangesView(()), id="ranges")
            yield Bars(BarsView(()), id="bars")
            yield Words(id="words")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the page, and begin."""
        self.query_one("#page").focus()
        self._show()
        self._work_out()

    async def retranslate(self) -> None:
        """Compose anew in another language."""
        await super().retranslate()
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
            self._parts = parts_of(Shown(self._material, self.motion, self.t))
        self._show()

    # Showing ----------------------------------------------------------------------------------

    def _show(self) -> None:
        """Show the part in view."""
        if not self.query("#words"):
            return
        t = self.t
        left = t.text("Groups side by side")
        if self._material is not None:
            left = title_of(Shown(self._material, self.motion, t))
        right = t.plural("{n} group", "{n} groups", len(self._seats))
        self.query_one("#status", StatusLine).view = StatusView(left, right)
        bar = self.query_one("#parts", PartsBar)
        bar.titles, bar.active = tuple(t.text(each) for each in TITLES), self.part
        self.query_one("#wait").display = not self._parts
        part = self._parts[self.part] if self._parts else PartView(None, ())
        ranges, bars = self.query_one("#ranges", Ranges), self.query_one("#bars", Bars)
        ranges.display, bars.display = False, False
        if isinstance(part.chart, RangesView):
            ranges.view, ranges.display = part.chart, True
        elif isinstance(part.chart, BarsView):
            bars.view, bars.display = part.chart, True
        self.query_one("#words", Words).blocks = part.blocks

    # Keys -------------------------------------------------------------------------------------

    def action_part(self, place: int) -> None:
        """Go to a part, from its top."""
        self.part = place % len(TITLES)
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)
        self._show()

    def action_step_part(self, by: int) -> None:
        """Go to the part before or after."""
        self.action_part(self.part + by)

    @on(PartsBar.Chosen)
    def _go_to_part(self, event: PartsBar.Chosen) -> None:
        """Go to the part that was clicked."""
        self.action_part(event.place)

    def action_step_motion(self, by: int) -> None:
        """Go to the motion before or after."""
        if self._material is None or self.motion is None:
            return
        names = [each.motion for each in self._material.found.motions]
        self.motion = names[(names.index(self.motion) + by) % len(names)]
        self._put_into_words()

    def action_explain(self) -> None:
        """Explain the figures of the part in view."""
        from debate.tui.screens.method import MethodScreen

        self.app.push_screen(MethodScreen((METHODS[self.part],)))

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)
