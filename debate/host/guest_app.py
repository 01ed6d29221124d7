"""The program as a guest sees it: the gate, then the floor of one debate, as on one's own machine.

A guest has the acts of a debate and none that reach the host's files, settings, other debates or
other people; see `debate.host.guest_acts`. Where they are is kept, so that they come back there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.screen import Screen

from debate.domain.ids import MotionId
from debate.errors import StoreError
from debate.host.gate import GateScreen, waited_words
from debate.host.guest_acts import COMES_BACK, OTHER_ACTS
from debate.host.guests import PLACE, Guest
from debate.host.hosted import Hosted
from debate.tui.app import stylesheets
from debate.tui.choosing import LANGUAGE, MOTION, THEME, ChoosingApp
from debate.tui.desk import Desk
from debate.tui.keymap import bindings
from debate.tui.screens.floor import FloorScreen
from debate.tui.translated import TranslatedScreen
from debate.tui.widgets.argument_list import ArgumentList

if TYPE_CHECKING:
    from debate.host.doorkeeper import Caller
    from debate.host.room import Room

KEEP_PLACE_EVERY = 2.0
"""Seconds between looks at where a guest is."""


class GuestApp(Hosted, ChoosingApp):
    """One guest's screen."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        *stylesheets(), Path(__file__).parent / "gate.tcss",
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings("app.help-anywhere")

    def __init__(self, room: Room, caller: Caller) -> None:
        """Prepare a visit.

        Args:
            room: The room.
            caller: Who comes.
        """
        self.room = room
        self.caller = caller
        self.guest = self._known()
        self.workspace = room.workspace_of(self.guest) if self.guest else None
        language = self._chosen(LANGUAGE, caller.language)
        super().__init__(
            language=language if language in self.LANGUAGES else "en",
            theme=str(self._chosen(THEME, "")),
            reduced_motion=bool(self._chosen(MOTION, default=False)),
        )
        self.desk = Desk()
        self._act = ""
        self._place: Mapping[str, Any] = {}
        self._is_present = False
        self._is_at_door = False

    def _known(self) -> Guest | None:
        """Return who comes back; None for newcomers and for who left the debate."""
        guest = self.room.doorkeeper.recognise(self.caller)
        if guest is None:
            return None
        person = self.room.seat_of(guest).person
        return guest if person is not None and person.is_present else None

    def _chosen(self, name: str, default: object) -> object:
        return default if self.workspace is None else self.workspace.choice(name, default)

    def get_default_screen(self) -> Screen[None]:
        """Return the gate."""
        return GateScreen(self.room, self.caller, self.guest)

    # Coming and going ---------------------------------------------------------------------------

    @on(events.Mount)
    async def _come(self) -> None:
        """Show the gate, and above it the floor to who came before."""
        came = self.room.doorkeeper.recognise(self.caller)
        if came is not None and self.room.is_removed(came):
            self._see_out()
            return
        self._is_at_door = self.guest is None
        self.room.presence.at_door += self._is_at_door
        self.set_interval(KEEP_PLACE_EVERY, self._keep_place)
        self.screen_change_signal.subscribe(self, self._screen_changed, immediate=True)
        if not self.caller.is_admitted:
            self.set_timer(self.room.doorkeeper.limits.at_gate, self._close_gate)
        if self.guest is not None:
            await self._go_in(self.guest)

    async def on_unmount(self) -> None:
        """Keep where the guest was, and finish what was begun."""
        if self.guest is None:
            self.room.presence.at_door -= self._is_at_door
        else:
            self.room.presence.depart(self.guest.id, self._leave)
        await asyncio.to_thread(self.desk.close)

    def _leave(self) -> None:
        """End the visit: the guest was removed, or has newer windows than there is room for."""
        if self.guest is not None and self.room.is_removed(self.guest):
            self._see_out()
        else:
            self.exit()

    def _see_out(self) -> None:
        self.room.doorkeeper.refuse(self.caller, "removed")
        self.farewell = self.translator.text("Your part in this debate was ended.")
        self.exit(return_code=1)

    def _close_gate(self) -> None:
        """End the visit of who never typed the code, so that others find room."""
        if self.room.doorkeeper.waits_no_more(self.caller):
            self.farewell = waited_words(self.translator)
            self.exit(return_code=1)

    @on(GateScreen.Admitted)
    async def _admitted(self, event: GateScreen.Admitted) -> None:
        """Go to the floor."""
        if self.guest is None:
            self.room.presence.at_door -= 1
            self._is_at_door = False
            self.guest = event.guest
            self.workspace = self.room.workspace_of(event.guest)
        await self._go_in(event.guest)

    async def _go_in(self, guest: Guest) -> None:
        if self.room.is_removed(guest):
            self._see_out()
            return
        if not self._is_present:
            self._is_present = True
            self.room.presence.arrive(guest.id, self._leave)
        place = self.room.doorkeeper.book.kept(guest.id, PLACE)
        seat, workspace = self.room.seat_of(guest), self.room.workspace_of(guest)
        motions = seat.debate.charter.motion_ids
        motion = next((each for each in motions if each == place.get("motion")), motions[0])
        floor = FloorScreen(seat, self.desk, workspace, MotionId(motion))
        self._place = place
        await self.push_screen(floor)
        await self._resume(floor, place)

    # Where one was --------------------------------------------------------------------------------

    async def _resume(self, floor: FloorScreen, place: Mapping[str, Any]) -> None:
        """Put the cursor where it was, and open again what was open."""
        if place.get("argument"):
            floor.query_one(ArgumentList).move_to(str(place["argument"]))
        act = str(place.get("act", ""))
        if act in COMES_BACK:
            await self.run_action(act, floor)

    def _here(self) -> Mapping[str, Any]:
        """Return where the guest is."""
        stack = self.screen_stack
        floor = next((each for each in stack if isinstance(each, FloorScreen)), None)
        if floor is None:
            return self._place
        try:
            argument = floor.chosen or ""
        except NoMatches:
            return self._place
        is_above = stack[-1] is not floor
        return {
            "motion": floor.motion,
            "argument": argument,
            "act": self._act if is_above and self._act in COMES_BACK else "",
        }

    async def _keep_place(self) -> None:
        """Keep where the guest is, when that changed; it is a comfort that no disk may spoil."""
        place = self._here()
        if self.guest is None or place == self._place:
            return
        self._place = place
        try:
            await self.desk.run(self.room.doorkeeper.book.keep, self.guest.id, PLACE, place)
        except StoreError:
            return

    def _screen_changed(self, _: Screen[Any]) -> None:
        """Keep at once what is open now, or no more, for a line may break at any time."""
        self.call_later(self._keep_place)

    # What a guest may do --------------------------------------------------------------------------

    def _check_action_state(self, action: str, default_namespace: DOMNode) -> bool | None:
        """Offer a guest no act that is not theirs."""
        _, name, _ = self._parse_action(action, default_namespace)
        return (
            False if name in OTHER_ACTS else super()._check_action_state(action, default_namespace)
        )

    async def _dispatch_action(
        self,
        namespace: DOMNode,
        action_name: str,
        params: object,
    ) -> bool:
        """Do what a guest may do, however it was asked for."""
        if action_name in OTHER_ACTS:
            self.room.doorkeeper.refuse(self.caller, f"act {action_name}")
            return False
        if isinstance(namespace, FloorScreen):
            self._act = action_name
        return await super()._dispatch_action(namespace, action_name, params)

    def action_help(self) -> None:
        """Explain the screen in front; the same key closes the explanation."""
        from debate.tui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss(None)
        elif isinstance(self.screen, TranslatedScreen):
            self.push_screen(HelpScreen.about(self.screen, {}))
