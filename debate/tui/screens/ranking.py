"""Rank the options of a motion or the motions themselves, and say whether a motion should carry.

It fills in the same sealed ballot as the slider does: what was said there before is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from debate.analysis.findings.deciding import choices_of
from debate.domain.ballot import Ballot, Moment, Verdict
from debate.domain.commands import SealBallot
from debate.domain.ids import MotionId, OptionId
from debate.service.balloting import moment_due
from debate.tui.keymap import bindings
from debate.tui.present.ballot import contract_words, standing_words
from debate.tui.present.groups import subject
from debate.tui.present.moments import moment_view
from debate.tui.present.place import StatusView
from debate.tui.present.ranking import (
    ChoiceRow,
    choice_rows,
    moved,
    paint_choice,
    places_of,
    tiers_of,
    verdict_view,
)
from debate.tui.screens.sealing import SAMPLE_SEAL, SealKeys
from debate.tui.widgets.choice import Choice
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from debate.domain.views.polls import Poll
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk

VERDICTS: dict[str, Verdict] = {"yes": "yes", "no": "no", "abstain": "abstain", "block": "block"}


class ChoiceList(VirtualList[ChoiceRow], inherit_bindings=False):
    """What is ranked; enter belongs to the ballot, not to the row."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "list.down", "list.up", "list.page-down", "list.page-up", "list.first", "list.last"
    )


class RankingScreen(SealKeys):
    """Places by the arrows, a verdict below; a facilitator also reveals from here."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "rank.better", "rank.worse", "rank.none", "ballot.cast", "dialog.save", "meeting.reveal",
        "app.back",
    )  # fmt: skip

    def __init__(
        self,
        seat: Seat,
        desk: Desk,
        motion: MotionId | None,
        *,
        workspace: Workspace | None = None,
    ) -> None:
        """Prepare a ranking.

        Args:
            seat: Who votes.
            desk: Where work that touches the disk is done.
            motion: Whose options are ranked; the motions themselves when None.
            workspace: Where other seats of this keyboard are, whose ballots a reveal opens.
        """
        super().__init__(seat, desk)
        self.motion = motion
        self.workspace = workspace
        self.moment: Moment = moment_due(seat, motion)
        self._places: dict[str, int] = {}
        self._verdict: Verdict | None = None
        self._take_up()

    def seats(self) -> Iterable[Seat]:
        """Return everybody at this keyboard, where that is known."""
        return self.workspace.seats(self.seat.session) if self.workspace else super().seats()

    def waiting_polls(self) -> tuple[Poll, ...]:
        """Return the ballots on this subject that wait."""
        return tuple(poll for poll in super().waiting_polls() if poll.key[0] == self.motion)

    @property
    def key(self) -> tuple[MotionId | None, Moment, int]:
        """The poll that is voted in."""
        return self.motion, self.moment, 0

    def _take_up(self) -> None:
        """Begin with what was cast before at this moment."""
        before = self.seat.ballot(self.key)
        self._places = places_of(before, choices_of(self.debate, self.motion))
        self._verdict = before.verdict if before else None

    def compose(self) -> ComposeResult:
        """Lay out moment, places, verdict and what is promised."""
        t = self.t
        yield StatusLine(id="status")
        with VerticalScroll(id="ballot", can_focus=False):
            yield Choice(moment_view(self.seat, t), self.moment, id="moment")
            yield Static("", id="question", markup=False)
            yield ChoiceList(
                (),
                paint_choice,
                identity=_name,
                id="choices",
                placeholder=t.text("This motion has no options to rank."),
            )
            if self.motion is not None:
                yield Choice(verdict_view(t), self._verdict, id="verdict")
            yield Static("", id="standing", classes="muted", markup=False)
            yield Static("", id="promise", classes="muted", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to what is ranked, or to the verdict when nothing is."""
        has_choices = bool(choices_of(self.debate, self.motion))
        self.query_one("#choices" if has_choices or self.motion is None else "#verdict").focus()

    def show_debate(self) -> None:
        """Show the places, who voted, and what is promised."""
        if not self.query("#promise"):
            return
        t = self.t
        right = t.text("Rank and vote")
        self.query_one("#status", StatusLine).view = StatusView(
            subject(self.debate, self.motion, t), right
        )
        rows = choice_rows(self.debate, self.motion, self._places, t)
        choices = self.query_one("#choices", ChoiceList)
        choices.update_items(rows)
        choices.styles.height = max(2, min(8, len(rows)))
        self.query_one("#question", Static).update(
            t.text("Which do you prefer? 1 is best; equal ones share a place.") if rows else ""
        )
        poll = self.debate.poll(self.key)
        self.query_one("#standing", Static).update(standing_words(self.seat, poll, t))
        self.query_one("#promise", Static).update(
            contract_words(self.debate, t, is_revealed=poll.is_revealed)
        )
        self.refresh_bindings()

    def sample(self) -> SealBallot:
        """Return this ballot, with a seal that the law takes."""
        return SealBallot(*self.key, SAMPLE_SEAL)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer each act where it can be done."""
        if action == "place":
            return self.focused is not None and self.focused.id == "choices"
        return super().check_action(action, parameters)

    # Choosing ---------------------------------------------------------------------------------

    @on(Choice.Chosen, "#moment")
    def _change_moment(self, event: Choice.Chosen) -> None:
        """Show the ballot of another moment."""
        if event.key == self.moment:
            return
        self.moment = cast("Moment", event.key)
        self._take_up()
        for verdict in self.query("#verdict").results(Choice):
            verdict.value = self._verdict
        self.show_debate()

    @on(Choice.Chosen, "#verdict")
    def _note_verdict(self, event: Choice.Chosen) -> None:
        self._verdict = VERDICTS[event.key]

    def action_place(self, by: int) -> None:
        """Put the choice under the cursor higher or lower, or give it no place."""
        row = self.query_one("#choices", ChoiceList).current
        if row is not None:
            last = len(choices_of(self.debate, self.motion))
            self._places = moved(self._places, row.id, by, last)
            self.show_debate()

    # Casting ----------------------------------------------------------------------------------

    @on(VirtualList.Selected)
    async def _cast_from_list(self) -> None:
        await self.action_save()

    async def action_cast_ballot(self) -> None:
        """Seal the ballot."""
        await self.action_save()

    async def action_save(self) -> None:
        """Seal the ballot, with what was said on it before, and go back."""
        t, tiers = self.t, tiers_of(self._places)
        if not self.may(self.sample()):
            return
        if not tiers and self._verdict is None:
            self.app.notify(t.text("Give at least one a place, or say yes or no, first."))
            return
        before = self.seat.ballot(self.key) or Ballot(motion=self.motion, moment=self.moment)
        ballot = before.model_copy(update={"ranking": _typed(tiers), "verdict": self._verdict})
        said = t.text("Sealed. Nobody can read it until the ballots are revealed.")
        if await self.cast(ballot, said) is not None:
            self.dismiss(None)

    def action_back(self) -> None:
        """Go back without casting."""
        self.dismiss(None)


def _name(row: ChoiceRow) -> str:
    return row.id


def _typed(tiers: tuple[tuple[str, ...], ...]) -> tuple[tuple[OptionId, ...], ...]:
    """Return tiers of ids as a ballot holds them."""
    return tuple(tuple(OptionId(name) for name in tier) for tier in tiers)
