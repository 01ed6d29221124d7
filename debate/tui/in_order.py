"""Keys one at a time: each goes where the one before it led, however fast they come.

Textual hands every key to the widget that has the focus when it arrives. Keys that come in one go,
over a slow line, from a script or a dictating voice, would then all go to the first widget, and
what was meant for the next field or for a dialog would be lost or do something else.
"""

from __future__ import annotations

import asyncio
from collections import deque

from textual import events
from textual.message import Message
from textual.screen import Screen

from debate.tui.speaking import SpeakingApp

PATIENCE = 3.0
"""Seconds after which a key is handed on although the one before it is not done: that is stuck."""


class OrderlyApp(SpeakingApp):
    """Hands on a key or a paste once the one before it is done, and its screen is there."""

    class Done(Message):
        """A key was done with: this came up behind it, through whatever it went through."""

        def __init__(self, turn: int) -> None:
            """Say which key it was behind."""
            super().__init__()
            self.turn = turn

    def __init__(self) -> None:
        """Begin with nothing typed."""
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        self._turn = 0
        self._is_waiting = False
        self._patience: asyncio.TimerHandle | None = None

    @property
    def typed_ahead(self) -> int:
        """How many keys wait for their turn."""
        return len(self._typed)

    async def on_event(self, event: events.Event) -> None:
        """Take keys and pastes in their turn, everything else at once."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._typed.append(event)
            if not self._is_waiting:
                await self._hand_on()
        else:
            await super().on_event(event)

    async def _hand_on(self) -> None:
        """Hand on the next key, with a follower that tells when it is done."""
        self._turn += 1
        turn, event = self._turn, self._typed.popleft()
        self._is_waiting = True
        target = self.focused or self.screen
        await super().on_event(event)
        target.post_message(self.Done(turn))
        loop = asyncio.get_running_loop()
        self._patience = loop.call_later(PATIENCE, self.call_later, self._go_on, turn)

    def on_orderly_app_done(self, message: Done) -> None:
        """Let the screen that the key led to come up first; then go on."""
        message.stop()
        self._come_up(message.turn)

    def _come_up(self, turn: int) -> None:
        """Go on behind all that the screen in front has to do."""
        screen = self.screen
        if not screen.call_later(self.call_later, self._look_again, turn, screen):
            self.call_later(self._look_again, turn, screen)

    async def _look_again(self, turn: int, screen: Screen[object]) -> None:
        """Go on when no other screen came in front meanwhile."""
        if self.screen is screen:
            await self._go_on(turn)
        else:
            self._come_up(turn)

    async def _go_on(self, turn: int) -> None:
        """Hand on the next key, unless that was done already."""
        if turn != self._turn or not self._is_waiting:
            return
        self._is_waiting = False
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
        if self._typed:
            await self._hand_on()
