"""Say where one stands: stance, confidence and, at the end, what moved one. Sealed until revealed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from debate.domain.ballot import Ballot, Moment
from debate.domain.commands import SealBallot
from debate.domain.ids import ArgumentId, MotionId, ParticipantId
from debate.i18n.messages import refusal_text
from debate.service.balloting import is_alone, moment_due
from debate.service.revealing import reveal
from debate.service.sight import sight_of
from debate.tui.dialogs.pick import Pickable, PickDialog
from debate.tui.keymap import bindings
from debate.tui.present.ballot import (
    heading,
    moved_words,
    own_weights_words,
    promise_words,
    standing_words,
    typed_words,
)
from debate.tui.present.moments import moment_view
from debate.tui.present.place import StatusView
from debate.tui.present.stance import confidence_view, stance_view
from debate.tui.present.status import SEPARATOR, who_sits
from debate.tui.screens.sealing import SAMPLE_SEAL, SealKeys
from debate.tui.widgets.choice import Choice
from debate.tui.widgets.confidence_slider import ConfidenceSlider
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.slider import Slider
from debate.tui.widgets.stance_slider import StanceSlider
from debate.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from debate.domain.views.polls import Poll
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk


class BallotScreen(SealKeys):
    """One ballot on one motion at one moment; a facilitator also reveals from here."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "ballot.cast",
        "dialog.save",
        "ballot.moved",
        "meeting.reveal",
        "ballot.check",
        "motion.read",
        "app.back",
    )

    def __init__(
        self,
        seat: Seat,
        desk: Desk,
        workspace: Workspace,
        motion: MotionId,
        *,
        voter: ParticipantId | None = None,
    ) -> None:
        """Prepare a ballot.

        Args:
            seat: Who votes.
            desk: Where work that touches the disk is done.
            workspace: Where other seats of this keyboard are, whose ballots a reveal opens.
            motion: The motion.
            voter: The person on paper whose ballot a facilitator types; None for one's own.
        """
        super().__init__(seat, desk)
        self.workspace = workspace
        self.motion = motion
        self.voter = voter
        self.moment: Moment = moment_due(seat, motion, voter)
        self._moved_by: tuple[ArgumentId, ...] = ()
        self._take_up()

    def seats(self) -> Iterable[Seat]:
        """Return everybody at this keyboard."""
        return self.workspace.seats(self.seat.session)

    def waiting_polls(self) -> tuple[Poll, ...]:
        """Return the ballots on this motion that wait."""
        return tuple(poll for poll in super().waiting_polls() if poll.key[0] == self.motion)

    @property
    def _asks_what_moved(self) -> bool:
        """Whether something can have moved this person since they first voted."""
        return self.moment != "opening"

    def _take_up(self) -> None:
        """Begin with what was cast before at this moment."""
        before = self.seat.ballot((self.motion, self.moment, 0), of=self.voter)
        self._stance = before.stance if before else None
        self._confidence = before.confidence if before else None
        self._moved_by = before.moved_by if before else ()

    def compose(self) -> ComposeResult:
        """Lay out proposition, moment, sliders and what is promised."""
        t = self.t
        motion = self.debate.charter.motion(self.motion)
        if motion is None:
            raise LookupError(self.motion)
        yield StatusLine(StatusView(motion.short.within(t.language), t.text("Ballot")), id="status")
        with VerticalScroll(id="ballot", can_focus=False):
            yield Static(motion.proposition.within(t.language), id="proposition", markup=False)
            yield Choice(moment_view(self.seat, t), self.moment, id="moment")
            yield StanceSlider(stance_view(motion, t), self._stance, id="stance")
            yield Static("", id="implied", classes="muted", markup=False)
            yield ConfidenceSlider(confidence_view(t), self._confidence, id="confidence")
            yield Static("", id="moved", classes="muted", markup=False)
            yield Static("", id="standing", classes="muted", markup=False)
            yield Static("", id="promise", classes="muted", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the keys to the stance."""
        self.query_one("#stance").focus()

    def show_debate(self) -> None:
        """Say what was cast, by how many, and what is promised."""
        if not self.query("#promise"):
            return
        t, poll = self.t, self.debate.poll((self.motion, self.moment, 0))
        self._show_implied()
        standing = standing_words(self.seat, poll, t, self.voter)
        refusal = self.seat.refusal(self.sample())
        if refusal is not None and not poll.is_revealed:
            standing = f"{standing}\n{refusal_text(refusal, t)}"
        self.query_one("#standing", Static).update(standing)
        self.query_one("#promise", Static).update(promise_words(self.seat, poll, t))
        self.query_one("#moved", Static).update(
            moved_words(self.seat, self._moved_by, t) if self._asks_what_moved else ""
        )
        right = SEPARATOR.join((*who_sits(self.seat), typed_words(self.debate, self.voter, t)))
        self.query_one("#status", StatusLine).view = StatusView(
            heading(self.debate, self.motion, t), right
        )
        self.refresh_bindings()

    @on(Slider.Moved, "#stance")
    def _show_implied(self) -> None:
        """Lay the slider beside what this person's own weights come to."""
        stance = self.query_one("#stance", StanceSlider).value
        words = own_weights_words(self.seat, self.motion, stance, self.t)
        self.query_one("#implied", Static).update(words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer each act where it can be done."""
        if action == "choose_moved":
            return self._asks_what_moved
        return super().check_action(action, parameters)

    def sample(self) -> SealBallot:
        """Return this ballot, with a seal that the law takes."""
        return SealBallot(self.motion, self.moment, 0, SAMPLE_SEAL, on_behalf_of=self.voter)

    @on(Choice.Chosen, "#moment")
    def _change_moment(self, event: Choice.Chosen) -> None:
        """Show the ballot of another moment."""
        if event.key == self.moment:
            return
        self.moment = cast("Moment", event.key)
        self._take_up()
        self.query_one("#stance", StanceSlider).value = self._stance
        self.query_one("#confidence", ConfidenceSlider).value = self._confidence
        self.show_debate()

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_choose_moved(self) -> None:
        """Name the arguments that moved one."""
        t, sight = self.t, sight_of(self.seat)
        items = [
            Pickable(each.id, each.claim.within(t.language), each.id in self._moved_by)
            for each in self.debate.floor.under(self.motion)
            if each.is_standing and sight.sees(each)
        ]
        picked = await self.app.push_screen_wait(
            PickDialog(t.text("What moved you?"), items, is_many=True,
                       empty=t.text("Nobody argued about this motion."))
        )  # fmt: skip
        if picked is not None:
            self._moved_by = tuple(ArgumentId(name) for name in picked)
            self.show_debate()

    async def action_cast_ballot(self) -> None:
        """Seal the ballot."""
        await self.action_save()

    async def action_save(self) -> None:
        """Seal the ballot and go back; who is alone reads at once what changed."""
        from debate.tui.screens.results import ResultsScreen

        t = self.t
        if not self.may(self.sample()):
            return
        stance = self.query_one("#stance", StanceSlider).value
        if stance is None:
            self.app.notify(t.text("Say where you stand first: the arrows move the slider."))
            self.query_one("#stance").focus()
            return
        before = self.seat.ballot((self.motion, self.moment, 0), of=self.voter)
        ballot = (before or Ballot(motion=self.motion, moment=self.moment)).model_copy(
            update={
                "stance": stance,
                "confidence": self.query_one("#confidence", ConfidenceSlider).value,
                "moved_by": self._moved_by if self._asks_what_moved else (),
            }
        )
        said = t.text("Sealed. Nobody can read it until the ballots are revealed.")
        reads_at_once = self.moment == "closing" and self.voter is None and is_alone(self.seat)
        if reads_at_once:
            said = t.text("Sealed, and opened at once: you debate alone. This is what moved.")
        if await self.cast(ballot, said, on_behalf_of=self.voter) is None:
            return
        if reads_at_once:
            await self.attempt(reveal, (self.seat,), self.seat, self.waiting_polls())
            self.app.switch_screen(ResultsScreen(self.seat, self.desk, self.motion))
        else:
            self.dismiss(None)

    def action_check_ballot(self) -> None:
        """Hold one's ballots against what was kept here."""
        from debate.tui.screens.check_ballot import CheckBallotScreen

        self.app.push_screen(CheckBallotScreen(self.seat, self.desk))

    def action_read_motion(self) -> None:
        """Read the motion."""
        from debate.tui.screens.reader import ReaderScreen

        motion = self.debate.charter.motion(self.motion)
        if motion is not None:
            self.app.push_screen(ReaderScreen(motion, self.workspace, self.desk, is_inside=True))

    def action_back(self) -> None:
        """Go back without casting."""
        self.dismiss(None)
