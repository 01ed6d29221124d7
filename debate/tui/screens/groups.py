"""Who weighs alike, whether a debate is coherent, who takes part, and what is decided.

Four sections over one subject: a motion, or the whole debate. The first two take seconds of work in
a large room; it is done beside the keys, one piece at a time, and given up when one leaves.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from debate.domain.ids import MotionId
from debate.service.insights import (
    SECTIONS,
    Said,
    coherence_readings,
    coherence_steps,
    deciding_words,
    group_readings,
    grouping_steps,
    hidden_words,
    shows_weights,
    taking_part_words,
)
from debate.tui.keymap import bind, bindings
from debate.tui.present.groups import blocks_of, map_view, sections_line, subject
from debate.tui.present.place import StatusView
from debate.tui.screens.seated import SeatScreen
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.page import Block, Page
from debate.tui.widgets.people_map import PeopleMap
from debate.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from debate.analysis.findings.coherence import Coherence
    from debate.analysis.findings.grouping import Grouping
    from debate.analysis.refusal import Refused
    from debate.domain.debate import Debate
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk

    Found = Grouping | Coherence | Refused

SECTION_KEYS = ("groups", "coherence", "taking-part", "deciding")
WORKED_OUT = frozenset({"groups", "coherence"})
"""The sections whose figures take long."""
Place = tuple[str, MotionId | None]
"""A section and its subject."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was worked out, and of which state of the debate."""

    place: Place
    debate: Debate
    found: Found


class GroupsScreen(SeatScreen[None]):
    """Sections beside one another; brackets go from motion to motion and to the whole debate."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("motion.previous", "motion.next", "entry.before", "entry.after"),
        bind("results.groups"),
        bind("ballot.rank", is_shown=True),
        bind("app.help", action="explain"),
        *bindings("app.back"),
    ]

    class Advanced(Message):
        """A piece of the work is done."""

        def __init__(self, share: float) -> None:
            """Say how much is done, in [0, 1]."""
            super().__init__()
            self.share = share

        def can_replace(self, message: Message) -> bool:
            """Only the newest share matters."""
            return isinstance(message, GroupsScreen.Advanced)

    class Finished(Message):
        """All of the work is done."""

        def __init__(self, result: Result) -> None:
            """Hand over the result."""
            super().__init__()
            self.result = result

    def __init__(
        self,
        seat: Seat,
        desk: Desk,
        motion: MotionId | None,
        *,
        workspace: Workspace | None = None,
    ) -> None:
        """Show the figures of a debate.

        Args:
            seat: Who looks.
            desk: Where work that touches the disk is done.
            motion: The motion; the whole debate when None.
            workspace: Where other seats of this keyboard are, whose ballots a reveal opens.
        """
        super().__init__(seat, desk)
        self.motion = motion
        self.workspace = workspace
        self.section = SECTION_KEYS[0]
        self._results: dict[Place, Result] = {}
        self._at_work: Place | None = None

    def compose(self) -> ComposeResult:
        """Lay out the sections, the map and the words."""
        yield StatusLine(id="status")
        yield Static("", id="sections", markup=False)
        with Container(id="middle"):
            yield PeopleMap(id="map")
            yield Page(id="words")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the words."""
        self.query_one("#words").focus()

    def on_unmount(self) -> None:
        """Give up what is being worked out."""
        self.workers.cancel_group(self, "figures")

    # Showing ----------------------------------------------------------------------------------

    @property
    def place(self) -> Place:
        """The section in view and its subject."""
        return self.section, self.motion

    def show_debate(self) -> None:
        """Show the section in view; what is not there yet is worked out."""
        if not self.query("#words"):
            return
        t = self.t
        self._show_sections()
        self._show_status(None)
        result = self._results.get(self.place)
        if self.section not in WORKED_OUT or not shows_weights(self.debate):
            self._show(self._plain_words(), None)
        elif result is None:
            self._show((Said("prose", t.text("Working it out…")),), None)
            self._begin()
        else:
            self._show((*self._stale(result), *self._words(result.found)), result.found)

    def on_resize(self) -> None:
        """Fit the sections into the new width."""
        if self.query("#sections"):
            self._show_sections()

    def _show_sections(self) -> None:
        t = self.t
        titles = (
            t.text("Who weighs alike"),
            t.text("Coherence"),
            t.text("Taking part"),
            t.text("Deciding"),
        )
        line = sections_line(titles, SECTION_KEYS.index(self.section), self.size.width - 2)
        self.query_one("#sections", Static).update(line)

    def _show_status(self, share: float | None) -> None:
        t = self.t
        right = t.text("Working it out") if share is not None else ""
        self.query_one("#status", StatusLine).view = StatusView(
            subject(self.debate, self.motion, t), right, share
        )

    def _show(self, words: tuple[Said, ...], found: Found | None) -> None:
        view = map_view(found, self.t)
        people = self.query_one("#map", PeopleMap)
        people.display = view is not None
        if view is not None:
            people.view = view
        page, blocks = self.query_one("#words", Page), blocks_of(words)
        if page.blocks != blocks:
            page.blocks = blocks

    def _plain_words(self) -> tuple[Said, ...]:
        """Return the words of a section that is worked out at once."""
        t = self.t
        if self.section == "deciding":
            return deciding_words(self.debate, self.motion, t)
        if not shows_weights(self.debate):
            return hidden_words(t)
        return taking_part_words(self.debate, self.motion, t)

    def _words(self, found: Found) -> tuple[Said, ...]:
        from debate.analysis.findings.coherence import Coherence
        from debate.analysis.findings.grouping import Grouping

        if isinstance(found, Coherence) or self.section == "coherence":
            return () if isinstance(found, Grouping) else coherence_readings(found, self.t)
        return group_readings(found, self.debate, self.t)

    def _stale(self, result: Result) -> tuple[Said, ...]:
        """Say that the debate went on since the figures were worked out."""
        old, new = result.debate, self.debate
        if old.floor is new.floor and old.polls is new.polls:
            return ()
        words = self.t.text("The debate went on since. Press g to work it out again.")
        return (Said("notice", words),)

    # Working ----------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self._at_work != self.place:
            self._at_work = self.place
            self._work_out(self.place, self.debate)

    @work(thread=True, exclusive=True, group="figures", exit_on_error=False)
    def _work_out(self, place: Place, debate: Debate) -> None:
        """Work a section out piece by piece, until it is done or nobody waits for it."""
        section, motion = place
        person = debate.people.of(self.seat.device)
        own = person.id if person else None
        worker = get_current_worker()
        steps = (
            grouping_steps(debate, motion, own)
            if section == "groups"
            else coherence_steps(debate, motion)
        )
        while not worker.is_cancelled:
            try:
                share = next(steps)
            except StopIteration as end:
                self.post_message(self.Finished(Result(place, debate, end.value)))
                return
            self.post_message(self.Advanced(share))
            time.sleep(0)

    def on_groups_screen_advanced(self, message: Advanced) -> None:
        """Show how far the work is."""
        if self.query("#status") and self._at_work == self.place:
            self._show_status(message.share)

    def on_groups_screen_finished(self, message: Finished) -> None:
        """Show what came out, when somebody still looks."""
        result = message.result
        self._results[result.place] = result
        if self._at_work == result.place:
            self._at_work = None
        if self.is_mounted:
            self.show_debate()

    # Keys -------------------------------------------------------------------------------------

    def action_groups(self) -> None:
        """Work the section in view out again."""
        self._results.pop(self.place, None)
        self._go(self.place)

    def action_section(self, by: int) -> None:
        """Go to the section before or after."""
        place = SECTION_KEYS.index(self.section) + by
        self._go((SECTION_KEYS[place % len(SECTION_KEYS)], self.motion))

    def action_step_motion(self, by: int) -> None:
        """Go to the motion before or after; behind the last one stands the whole debate."""
        subjects: tuple[MotionId | None, ...] = (*self.debate.charter.motion_ids, None)
        place = subjects.index(self.motion) + by
        self._go((self.section, subjects[place % len(subjects)]))

    def _go(self, place: Place) -> None:
        """Show another section or subject; what was being worked out for another is given up."""
        self.section, self.motion = place
        if self._at_work is not None:
            self.workers.cancel_group(self, "figures")
            self._at_work = None
        self.query_one("#words", Page).blocks = (Block("prose", ""),)
        self.show_debate()

    def action_rank(self) -> None:
        """Rank the options or the motions, and say yes or no."""
        from debate.tui.screens.ranking import RankingScreen

        self.app.push_screen(
            RankingScreen(self.seat, self.desk, self.motion, workspace=self.workspace)
        )

    def action_explain(self) -> None:
        """Explain the figures of the section in view."""
        from debate.tui.screens.explaining import ExplainingScreen

        self.app.push_screen(ExplainingScreen(SECTIONS[self.section]))

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)
