"""The base of every screen inside a debate: acts in its turn, follows what others do, says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on
from textual.message import Message
from textual.reactive import reactive
from textual.screen import ScreenResultType

from debate.domain.refusal import Refusal
from debate.errors import DebateError
from debate.i18n.messages import failure_text, refusal_text
from debate.tui.present.place import LightView
from debate.tui.translated import TranslatedScreen
from debate.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from debate.domain.ballot import Ballot
    from debate.domain.commands import Command
    from debate.domain.debate import Debate
    from debate.domain.ids import ParticipantId
    from debate.domain.runsheet import Act
    from debate.service.seat import Seat
    from debate.service.session import Receipt
    from debate.tui.desk import Desk
    from debate.tui.dialogs.drafting import DraftDialog

Result = TypeVar("Result")
FOLLOW_EVERY = 0.4
"""Seconds between looks at what other processes wrote; each costs microseconds when nothing was."""


class SeatScreen(TranslatedScreen[ScreenResultType]):
    """A screen of one person in one debate; override `show_debate`."""

    class DebateChanged(Message):
        """Facts came in: from this screen, another seat or another process."""

        def can_replace(self, message: Message) -> bool:
            """Only the newest state matters."""
            return isinstance(message, SeatScreen.DebateChanged)

    class SatDown(Message):
        """Somebody is in a debate, so that its stores may be followed."""

        def __init__(self, seat: Seat) -> None:
            """Say who sits where."""
            super().__init__()
            self.seat = seat

    light: reactive[LightView] = reactive(LightView())
    """How the exchange with remote stores stands."""

    ACTS: ClassVar[Mapping[str, Act]] = {}
    """Which act of the law an action is: the key bar dims what the law refuses at present."""

    def __init__(self, seat: Seat, desk: Desk) -> None:
        """Sit down.

        Args:
            seat: Who acts here.
            desk: Where work that touches the disk is done.
        """
        super().__init__()
        self.seat = seat
        self.desk = desk
        self._unsubscribe: Callable[[], None] | None = None
        self._refused: frozenset[str] | None = None
        """The actions that the law refused when it was last asked."""

    @property
    def debate(self) -> Debate:
        """The debate as it stands."""
        return self.seat.debate

    @on(events.Mount)
    def _sit_down(self) -> None:
        """Follow the debate."""
        self._unsubscribe = self.seat.follow(self._tell)
        if not self.seat.is_followed:
            self.set_interval(FOLLOW_EVERY, self._follow)
        self.show_debate()
        self.post_message(self.SatDown(self.seat))

    @on(events.Unmount)
    def _stand_up(self) -> None:
        """Stop following."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def watch_light(self) -> None:
        """Show the light on the line of where we are."""
        for line in self.query(StatusLine):
            line.light = self.light

    def show_debate(self) -> None:
        """Hand the present state to the widgets. Called at the start and after each change."""

    def show_again(self) -> None:
        """Show the debate in another language."""
        self.watch_light()
        self.show_debate()

    # Acting -----------------------------------------------------------------------------------

    async def act(self, command: Command, said: str = "") -> Receipt | None:
        """Do something; say what was saved, or why not.

        Args:
            command: What the person asks for.
            said: The toast once it is durable; none when empty.

        Returns:
            The receipt; None when it was refused or could not be saved.
        """
        return self._report(await self.attempt(self.seat.submit, command), said)

    async def cast(
        self, ballot: Ballot, said: str = "", *, on_behalf_of: ParticipantId | None = None
    ) -> Receipt | None:
        """Seal a ballot; see `act`."""

        def seal() -> Receipt | Refusal:
            return self.seat.cast(ballot, on_behalf_of=on_behalf_of)

        return self._report(await self.attempt(seal), said)

    def may(self, *commands: Command) -> bool:
        """Tell whether the law allows any of some commands; say why not when it allows none."""
        refusals = [self.seat.refusal(command) for command in commands]
        if None in refusals:
            return True
        self.say_refused(next(refusal for refusal in refusals if refusal))
        return False

    async def write(self, form: DraftDialog, *samples: Command) -> None:
        """Open a form, unless the law would refuse what it says whatever that is.

        A draft that was kept opens all the same, so that nobody loses it to a change of phase.

        Args:
            form: What is filled in.
            samples: What it would say, with sample words; see `Seat.refusal`.
        """
        if self.may(*samples) or form.found:
            await self.app.push_screen_wait(form)

    async def attempt(self, work: Callable[..., Result], *args: object) -> Result | None:
        """Do some work at the desk; a failure becomes a toast and None."""
        try:
            return await self.desk.run(work, *args)
        except DebateError as error:
            self.app.notify(failure_text(error, self.t), severity="error", timeout=10)
            return None

    def _report(self, answer: Receipt | Refusal | None, said: str) -> Receipt | None:
        if isinstance(answer, Refusal):
            self.say_refused(answer)
            return None
        if answer is not None and said:
            self.app.notify(said)
        return answer

    def refusable(self) -> Iterable[str]:
        """Return the actions that `is_refused` may tell of."""
        return self.ACTS

    def is_refused(self, action: str) -> bool:
        """Tell whether the law refuses an action at present, whatever it would be about."""
        act = self.ACTS.get(action)
        return act is not None and self.seat.barred(act) is not None

    def say_refused(self, refusal: Refusal) -> None:
        """Say what the law refuses, and what to do instead."""
        self.app.notify(refusal_text(refusal, self.t), severity="warning", timeout=8)

    # Following --------------------------------------------------------------------------------

    def _tell(self, debate: Debate) -> None:
        del debate
        self.post_message(self.DebateChanged())

    def on_seat_screen_debate_changed(self) -> None:
        """Show the new state."""
        if self.is_mounted:
            self.show_debate()
            refused = frozenset(filter(self.is_refused, self.refusable()))
            if refused != self._refused:
                self._refused = refused
                self.refresh_bindings()

    async def _follow(self) -> None:
        """Take in what other terminals wrote, and open ballots that were revealed."""
        if not self.is_in_view:
            return
        try:
            await self.desk.run(self.seat.catch_up)
        except DebateError:
            return
