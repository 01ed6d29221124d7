"""The gate in lines: the same questions as on the screen, for who comes without one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, TextIO

from debate.domain.refusal import Refusal
from debate.errors import DebateError
from debate.host.doorkeeper import Answer
from debate.i18n.messages import failure_text, refusal_text

if TYPE_CHECKING:
    from debate.domain.motion import Language
    from debate.host.doorkeeper import Caller
    from debate.host.guest_workspace import GuestWorkspace
    from debate.host.guests import Guest
    from debate.host.line_channel import LineChannel, Source
    from debate.host.room import Room
    from debate.i18n.catalog import Translator

TRIES = 3
"""Codes and names that may be typed before the line is closed."""


class Conversation(Protocol):
    """Line mode, as the room above this one provides it."""

    def __call__(
        self,
        workspace: GuestWorkspace,
        source: Source,
        out: TextIO,
        *,
        language: Language,
        command: str,
        refused: Callable[[str], None],
    ) -> int:
        """Talk until the guest leaves; with a command, do it alone. Return an exit status."""


class LineGate:
    """Asks in lines; used in the thread of a conversation."""

    def __init__(self, room: Room, caller: Caller, channel: LineChannel, t: Translator) -> None:
        """Stand at the gate.

        Args:
            room: The room behind it.
            caller: Who comes.
            channel: Their lines.
            t: Their language.
        """
        self._room = room
        self._caller = caller
        self._channel = channel
        self._t = t

    def guest(self) -> Guest | None:
        """Return who takes part, once they do; None when they gave up or may not."""
        if not self._is_let_in():
            return None
        guest = self._room.doorkeeper.recognise(self._caller)
        if guest is not None:
            if self._room.is_removed(guest):
                self._say(self._t.text("Your part in this debate was ended."))
                return None
            person = self._room.seat_of(guest).person
            if person is not None and person.is_present:
                return guest
        return self._sat_down()

    def _is_let_in(self) -> bool:
        """Ask for the code until it is right."""
        keeper, t = self._room.doorkeeper, self._t
        keeper.recognise(self._caller)
        for _ in range(TRIES):
            if self._caller.is_admitted:
                return True
            typed = self._ask(t.text("Code"))
            if typed is None:
                break
            answer = keeper.try_code(self._caller, typed)
            said: Mapping[Answer, str] = {
                Answer.WRONG: t.text("That is not the code."),
                Answer.TOO_MANY: t.text("Too many wrong codes. Wait a minute, then try again."),
            }
            if answer in said:
                self._say(said[answer])
        return self._caller.is_admitted

    def _sat_down(self) -> Guest | None:
        """Ask for a name until it can be had."""
        is_nameless = self._room.debate.charter.contract == "secret"
        for _ in range(TRIES):
            name = "" if is_nameless else self._ask(self._t.text("Your name"))
            if name is None:
                break
            try:
                answer = self._room.sit_down(self._caller, name.strip(), as_observer=False)
            except DebateError as error:
                self._say(failure_text(error, self._t))
                return None
            if not isinstance(answer, Refusal):
                guest, code = answer
                if code:
                    self._say(self._t.text("Your own code: {code}", code=code))
                    self._say(self._t.text("With it you come back as yourself; keep it."))
                return guest
            self._say(refusal_text(answer, self._t))
        return None

    def _ask(self, question: str) -> str | None:
        """Return what was typed; None when nothing more will be."""
        self._channel.say(f"{question}: ")
        line = self._channel.source.readline()
        return line.strip() if line else None

    def _say(self, text: str) -> None:
        self._channel.say(f"{text}\n")
