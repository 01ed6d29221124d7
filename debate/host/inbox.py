"""What a client sends, turned into keys, clicks and pastes one at a time.

A message pump of Textual does not yield while its queue has items, so a client that floods its
app would starve everybody else; and it does what a key is bound to at once, while letters wait for
their widget, so that Enter would overtake the last word. The inbox therefore hands over the next message
when the one before was handled. Sizes never come from the stream of bytes, and nothing
malformed ends a session.
"""

from __future__ import annotations

import asyncio
import logging
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.message import Message
from textual.messages import InBandWindowResize

log = logging.getLogger("debate.host")
TURN = 0.004
"""Seconds a turn may take."""
PATIENCE = 0.25
"""Seconds to wait for an app that does not say that it handled a message."""
MOST_WAITING = 64 * 1024
"""Bytes not yet looked at above which the client is held."""
MOST_UNFINISHED = 1024 * 1024
"""Bytes of one paste that are taken; it ends there, and the rest of it is passed over."""
PASTE_ENDS = b"\x1b[201~"
SILENCE = 3.0
"""Seconds without a byte after which a paste that was cut off counts as over."""
_CHUNK = 1024


class Inbox:
    """The way of one client's bytes to one app."""

    def __init__(
        self,
        deliver: Callable[[Message], bool],
        *,
        hold: Callable[[bool], None],
    ) -> None:
        """Begin with nothing waiting.

        Args:
            deliver: Takes one message to the app; tells whether `handled` will be called.
            hold: Stops the client, or lets it go on.
        """
        self._deliver = deliver
        self._hold = hold
        self._loop = asyncio.get_running_loop()
        self._waiting = bytearray()
        self._turn: asyncio.TimerHandle | None = None
        self._tick: asyncio.TimerHandle | None = None
        self._is_open = True
        self._is_given = False
        self._is_cut = False
        self._tail = b""
        self._heard = self._loop.time()
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._parser = XTermParser(debug=False)
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._messages = self._read()
        self._unfinished = 0

    def feed(self, data: bytes) -> None:
        """Take bytes from the client."""
        if not self._is_open:
            return
        since, self._heard = self._heard, self._loop.time()
        if self._is_cut and self._heard - since > SILENCE:
            self._is_cut = False
        self._waiting += data
        if len(self._waiting) > MOST_WAITING:
            self._hold(True)
        if self._turn is None:
            self._take_turn()

    def handled(self) -> None:
        """Go on: the message before was handled."""
        if self._turn is not None:
            self._turn.cancel()
            self._turn = self._loop.call_later(0.0, self._take_turn)

    def close(self) -> None:
        """Forget what waits."""
        self._is_open = False
        self._waiting.clear()
        self._messages = iter(())
        for handle in (self._turn, self._tick):
            if handle is not None:
                handle.cancel()
        self._turn = self._tick = None

    # Turns ------------------------------------------------------------------------------------

    def _take_turn(self) -> None:
        """Give the app one message, then let the other sessions run."""
        self._turn = None
        if not self._is_open:
            return
        self._is_given = False
        if self._has_more():
            wait = PATIENCE if self._is_given else 0.0
            self._turn = self._loop.call_later(wait, self._take_turn)
        if len(self._waiting) <= MOST_WAITING:
            self._hold(False)
        self._wait_for_more()

    def _has_more(self) -> bool:
        """Hand over one message; tell whether there may be more."""
        deadline = self._loop.time() + TURN
        try:
            for message in self._messages:
                if message is None and not self._waiting:
                    return False
                self._is_given = message is not None and self._passed_on(message)
                if self._is_given or self._loop.time() > deadline:
                    break
        except Exception:  # the last resort: broken sequences must not end a session
            log.exception("what was typed could not be read")
            self._begin_anew()
        return True

    def _read(self) -> Iterator[Message | None]:
        """Yield messages, and None where a chunk ends: a place to stop."""
        while True:
            if self._is_cut:
                self._pass_over()
            if self._waiting:
                chunk = bytes(self._waiting[:_CHUNK])
                del self._waiting[:_CHUNK]
                self._unfinished += len(chunk)
                yield from self._parser.feed(self._decode(chunk))
                if self._unfinished > MOST_UNFINISHED:
                    yield from self._cut_off(chunk)
            yield None

    def _cut_off(self, last: bytes) -> Iterator[Message]:
        """End a paste behind its `last` chunk; what follows of it must not come as keys."""
        self._unfinished, self._is_cut, self._tail = 0, True, last[1 - len(PASTE_ENDS) :]
        yield from self._parser.feed(self._decode(b"", final=True) + PASTE_ENDS.decode())

    def _pass_over(self) -> None:
        """Pass over the rest of a paste that was cut off."""
        data = self._tail + self._waiting
        _, end, after = data.partition(PASTE_ENDS)
        self._is_cut = not end
        self._tail = data[1 - len(PASTE_ENDS) :]
        self._waiting[:] = after

    def _passed_on(self, message: Message) -> bool:
        """Hand over one message, unless it speaks of the window's size; tell whether to wait."""
        self._unfinished = 0
        if isinstance(message, events.Resize | InBandWindowResize):
            return False
        return self._deliver(message)

    # A lone escape ------------------------------------------------------------------------------

    def _wait_for_more(self) -> None:
        """See to it that an escape that nothing follows becomes a key; the parser knows of one."""
        if self._tick is not None:
            self._tick.cancel()
        self._tick = self._loop.call_later(constants.ESCAPE_DELAY + 0.005, self._time_out)

    def _time_out(self) -> None:
        self._tick = None
        try:
            for message in self._parser.tick():
                self._passed_on(message)
        except Exception:  # the last resort, as above
            log.exception("an escape could not be read")
            self._begin_anew()
