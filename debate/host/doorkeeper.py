"""Who may come in, however they come: by ssh, by browser, in line mode.

A way in proves what it can and describes it in a `Caller`; the doorkeeper knows the join code, the
book of guests and the limits. Every refusal is written down, without the code that was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from debate.host.audit import Audit
from debate.host.codes import is_same
from debate.host.guests import Guest, GuestBook, by_code
from debate.host.limits import Attempts, Clock, Limits, Reason, Turnstile


class Answer(Enum):
    """What a typed code comes to."""

    RIGHT = "right"
    """The join code: a newcomer."""
    RETURNING = "returning"
    """The return code of somebody who came before."""
    WRONG = "wrong"
    TOO_MANY = "too-many"
    """This address has to wait; the code was not looked at."""


@dataclass
class Caller:
    """What is known of one connection."""

    address: str
    """Where it comes from, for limits and the log."""
    way: str = "ssh"
    """By which way in."""
    identity: str | None = None
    """What was proved, as `debate.host.guests` names it; None when nothing was."""
    is_admitted: bool = False
    """Whether the join code was typed, or the identity came before."""
    name: str = ""
    """A name to suggest."""
    language: str = "en"
    is_removed: bool = False

    @property
    def tag(self) -> str:
        """How the log of the process calls it."""
        return f"{self.way} {self.address}"


class Doorkeeper:
    """One for all ways in."""

    def __init__(
        self,
        book: GuestBook,
        audit: Audit,
        *,
        code: Callable[[], str],
        limits: Limits,
        clock: Clock,
    ) -> None:
        """Stand at the door.

        Args:
            book: Who came before.
            audit: Where refusals are written down.
            code: Returns the join code that holds at this moment.
            limits: The numbers.
            clock: Seconds that only grow.
        """
        self.book = book
        self.audit = audit
        self.limits = limits
        self.clock = clock
        self._code = code
        self._turnstile = Turnstile(limits)
        self._attempts = Attempts(limits, clock)

    # Connections --------------------------------------------------------------------------------

    def enter(self, address: str, way: str) -> Reason | None:
        """Let a connection in, or say why not; who was let in has to `leave`."""
        reason = self._turnstile.enter(address)
        if reason is not None:
            self.audit.note("connection.refused", address=address, way=way, reason=reason)
        return reason

    def known(self) -> None:
        """Note that a connection has logged in."""
        self._turnstile.known()

    def leave(self, address: str, *, was_known: bool) -> None:
        """Let a connection go."""
        self._turnstile.leave(address, was_known=was_known)

    def refuse(self, caller: Caller, what: str) -> None:
        """Write down that something was asked for that nobody gets: a shell, a file, a port."""
        self.audit.note("request.refused", address=caller.address, way=caller.way, what=what)

    def waits_no_more(self, caller: Caller) -> bool:
        """Tell whether a caller stood at the gate for too long; called when the time is over."""
        if not caller.is_admitted:
            self.audit.note("gate.waited", address=caller.address, way=caller.way)
        return not caller.is_admitted

    # People -------------------------------------------------------------------------------------

    def recognise(self, caller: Caller) -> Guest | None:
        """Return the guest a caller's identity names; who came before needs no code."""
        guest = self.book.find(caller.identity) if caller.identity else None
        if guest is not None:
            caller.is_admitted = True
        return guest

    def try_code(self, caller: Caller, typed: str) -> Answer:
        """Look at a typed code; the caller is admitted when it is right.

        A return code counts only for a caller who proved nothing else, or whose browser was never
        here, so that it never joins two identities.
        """
        if self._attempts.are_too_many(caller.address):
            self.audit.note("code.too-many", address=caller.address, way=caller.way)
            return Answer.TOO_MANY
        if is_same(typed, self._code()):
            caller.is_admitted = True
            return Answer.RIGHT
        if self._is_new(caller) and self.book.find(by_code(typed)) is not None:
            caller.identity, caller.is_admitted = by_code(typed), True
            return Answer.RETURNING
        self._attempts.note(caller.address)
        self.audit.note("code.wrong", address=caller.address, way=caller.way)
        return Answer.WRONG

    def _is_new(self, caller: Caller) -> bool:
        """Tell whether a caller is nobody yet; a browser brings a token before it is somebody's."""
        if caller.identity is None:
            return True
        return caller.way == "web" and self.book.find(caller.identity) is None
