"""How much one guest, one address and the room as a whole may ask for.

Counting only: the ways in ask before they do something, and say what they did. Time is given by
the caller, so that no test waits.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Clock = Callable[[], float]
"""Seconds that only grow."""
Reason = Literal["full", "address", "door"]


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers; the usual ones suit a room of sixty behind one address."""

    connections: int = 150
    """At once, in all."""
    per_address: int = 120
    """At once, from one address: a room often shares one."""
    before_login: int = 120
    """At once, of which nothing is known yet."""
    per_guest: int = 4
    """At once, of one guest."""
    guests: int = 400
    """In all, over the whole debate."""
    at_gate: float = 900.0
    """Seconds somebody may stand at the gate without the code; then the line is closed."""
    attempts: int = 20
    """Wrong codes from one address in `attempt_window`."""
    attempt_window: float = 60.0
    """Seconds."""
    acts: int = 30
    """Acts of one guest in a row."""
    acts_a_second: float = 3.0
    """Acts of one guest that come back each second."""


@dataclass
class Turnstile:
    """Counts connections from the moment they are made."""

    limits: Limits
    _inside: Counter[str] = field(default_factory=Counter)
    _strange: int = 0

    def enter(self, address: str) -> Reason | None:
        """Let a connection in; say why not when there is no room."""
        if self._inside.total() >= self.limits.connections:
            return "full"
        if self._inside[address] >= self.limits.per_address:
            return "address"
        if self._strange >= self.limits.before_login:
            return "door"
        self._inside[address] += 1
        self._strange += 1
        return None

    def known(self) -> None:
        """Note that one connection has logged in."""
        self._strange -= 1

    def leave(self, address: str, *, was_known: bool) -> None:
        """Let a connection go."""
        self._inside[address] -= 1
        if self._inside[address] <= 0:
            del self._inside[address]
        self._strange -= not was_known


class Attempts:
    """Counts wrong codes by address; a right one is not counted."""

    MOST_ADDRESSES = 4096
    """The most addresses that are remembered; the oldest are forgotten."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        """Begin with no attempt."""
        self._limits = limits
        self._clock = clock
        self._wrong: dict[str, deque[float]] = {}

    def are_too_many(self, address: str) -> bool:
        """Tell whether an address has to wait."""
        return len(self._recent(address)) >= self._limits.attempts

    def note(self, address: str) -> None:
        """Count a wrong code."""
        recent = self._recent(address)
        recent.append(self._clock())
        self._wrong.pop(address, None)
        self._wrong[address] = recent
        while len(self._wrong) > self.MOST_ADDRESSES:
            del self._wrong[next(iter(self._wrong))]

    def _recent(self, address: str) -> deque[float]:
        wrong = self._wrong.get(address, deque(maxlen=self._limits.attempts))
        while wrong and wrong[0] < self._clock() - self._limits.attempt_window:
            wrong.popleft()
        return wrong


class Pace:
    """A bucket of acts that fills again: bursts are human, a stuck key is not."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        """Begin full."""
        self._limits = limits
        self._clock = clock
        self._left = float(limits.acts)
        self._at = clock()

    def takes(self) -> bool:
        """Take one act out, if there is one."""
        at = self._clock()
        self._left += (at - self._at) * self._limits.acts_a_second
        self._left, self._at = min(self._left, float(self._limits.acts)), at
        if self._left < 1:
            return False
        self._left -= 1
        return True
