"""An evening with the program: a workspace on a disk, people who sit down, and what one would see."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, get_args

from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from debate.domain.ids import ArgumentId, MotionId, PhaseId
from debate.domain.motion import Language, Motion, OpeningArgument, Text
from debate.domain.participant import Contract
from debate.domain.refusal import Refusal
from debate.domain.runsheet import OPEN, Act, Hidden, Phase, RunSheet
from debate.domain.weight import Scheme
from debate.service.new_debate import NewDebate
from debate.service.seat import Seat
from debate.service.session import Receipt
from debate.service.workspace import Workspace
from debate.tui.program import Program
from debate.tui.screens.floor import FloorScreen
from debate.tui.too_small import is_too_small


def motion(name: str, short: str) -> Motion:
    """Return a motion with one argument on each side."""
    text = Text(en=short, nl=f"{short} (nl)")
    arguments = [
        OpeningArgument(
            id=ArgumentId(f"{name}-{side}"), side=side, claim=Text(en=f"{short}: {side}"),
            grounds=Text(), sources=(),
        )
        for side in ("for", "against")
    ]  # fmt: skip
    return Motion(
        id=MotionId(name), proposition=text, short=text, background=Text(en="Why."),
        yes_means=Text(en="Yes."), no_means=Text(en="No."), arguments=tuple(arguments),
    )  # fmt: skip


TEA = motion("tea", "Tea goes before coffee")
BIKES = motion("bikes", "Bicycles go before cars")
MOTIONS = (TEA, BIKES)


def phase(
    name: str,
    minutes: int | None = 5,
    *acts: Act,
    hidden: tuple[Hidden, ...] = (),
    script: str = "",
) -> Phase:
    """Return a phase; without acts everything is lawful in it."""
    return Phase(
        id=PhaseId(name), title=Text(en=name.title()), minutes=minutes,
        acts=frozenset(acts or get_args(Act)), hidden=frozenset(hidden), script=Text(en=script),
    )  # fmt: skip


WORKSHOP = RunSheet(
    id="workshop",
    title=Text(en="Workshop"),
    summary=Text(en="Three phases with a clock."),
    phases=(phase("write", script="Write on your own."), phase("rebut"), phase("weigh", 3)),
)


@dataclass
class Evening:
    """A workspace, and what tests do with it."""

    workspace: Workspace
    language: Language = "en"
    seats: dict[str, Seat] = field(default_factory=dict)

    def begin(
        self,
        *others: str,
        motions: tuple[Motion, ...] = MOTIONS,
        contract: Contract = "named",
        runsheet: RunSheet = OPEN,
        scheme: Scheme = "scale",
    ) -> Seat:
        """Begin a debate as Ada, with others at the same keyboard."""
        new = NewDebate(
            "An evening", motions, "Ada", contract=contract, runsheet=runsheet, scheme=scheme
        )
        seat = sat(self.workspace.begin(new))
        self.seats = {"Ada": seat}
        for name in others:
            self.seats[name] = sat(self.workspace.add_seat(seat.session, name))
        return seat

    @asynccontextmanager
    async def open(self, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Sitting]:
        """Run the program in a window of a size."""
        app = Program(self.workspace, language=self.language)
        app._goes_on_small = is_too_small(Size(*size))
        async with app.run_test(size=size, notifications=True) as pilot:
            sitting = Sitting(app, pilot)
            await sitting.rest()
            yield sitting
            if app.return_code is None:
                app.exit()


@dataclass
class Sitting:
    """The running program."""

    app: Program
    pilot: Pilot[None]

    async def rest(self) -> None:
        """Wait until what was begun is done, on the screen and at the desk."""
        for _ in range(3):
            await self._quiet()
            await self.app.desk.run(lambda: None)
        await self._quiet()
        while isinstance(self.screen, FloorScreen) and self.screen._pane.is_waiting:  # noqa: ASYNC110 (a pane tells nobody)
            await asyncio.sleep(0.005)
        await self.pilot.pause()

    async def _quiet(self) -> None:
        """Wait until the app and every widget have heard what was said, and said nothing new.

        Textual's own pause goes by the processor's rest: on a busy machine that is only a turn of
        somebody else.
        """
        is_quiet = False
        while not is_quiet:
            await self.pilot._wait_for_screen()
            heard = [self.app, *self.screen.walk_children(with_self=True)]
            is_quiet = not any(each.message_queue_size for each in heard)

    async def figures(self) -> None:
        """Wait until what is worked out beside the keys is shown; the mail never ends."""
        for worker in [each for each in self.app.workers if each.group == "figures"]:
            await worker.wait()
        await self.rest()

    async def show(self, screen: Screen[Any]) -> None:
        """Put a screen in front."""
        self.app.push_screen(screen)
        await self.rest()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and wait."""
        await self.pilot.press(*keys)
        await self.rest()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(
            *("space" if each == " " else "comma" if each == "," else each for each in text)
        )

    @property
    def screen(self) -> Screen[Any]:
        """What is in front."""
        return self.app.screen

    @property
    def text(self) -> str:
        """The screen as text."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def prose(self) -> str:
        """The screen as one line, so that a sentence is found however it was wrapped."""
        return " ".join(self.text.split())

    @property
    def toasts(self) -> list[str]:
        """What was said in toasts, the oldest first."""
        return [note.message for note in self.app._notifications]

    def focus(self, selector: str) -> None:
        """Give the keys to a widget."""
        self.app.screen.query_one(selector).focus()

    def focusable(self) -> Iterator[Widget]:
        """Yield what can have the keys and is in view."""
        for widget in self.app.screen.query(Widget):
            if widget.focusable and widget.display and widget.region:
                yield widget


def sat(answer: Seat | Refusal) -> Seat:
    """Return a seat that was not refused."""
    assert isinstance(answer, Seat), answer
    return answer


def done(answer: Receipt | Refusal) -> Receipt:
    """Return the receipt of an act that was not refused."""
    assert isinstance(answer, Receipt), answer
    return answer
