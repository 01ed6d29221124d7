"""One signed line of the journal, and the event it carries.

The envelope is kept exactly as it was received, so that what a newer program wrote survives an
older one, and what was hashed can be hashed again. Its keys are those of `docs/lookup/journal-format`:
a author, n number in the author's log, p the fact before it, s session, t time, k kind, v version,
d data, and id and sig beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from debate.domain.events import Event, parse
from debate.domain.ids import DeviceKey, FactId

Envelope = Mapping[str, Any]


class Fact:
    """An envelope with its event, read when first asked for. Equal when the ids are equal."""

    __slots__ = ("_event", "author", "envelope", "id", "number")

    def __init__(self, envelope: Envelope) -> None:
        """Wrap an envelope whose hash and place in its author's log were checked before."""
        self.envelope = envelope
        self.id = FactId(envelope["id"])
        self.author = DeviceKey(envelope["a"])
        self.number: int = envelope["n"]
        self._event: Event | None = None

    @property
    def event(self) -> Event:
        """What happened."""
        if self._event is None:
            self._event = parse(self.kind, self.envelope["v"], self.envelope["d"])
        return self._event

    @property
    def kind(self) -> str:
        """The event's name on the wire."""
        return str(self.envelope["k"])

    @property
    def time(self) -> str:
        """Hybrid logical time, 13 digits of milliseconds and a counter. For display only."""
        return str(self.envelope["t"])

    @property
    def milliseconds(self) -> int:
        """The wall-clock part of `time`, in milliseconds since 1970."""
        return int(self.time[:13])

    @property
    def rank(self) -> tuple[int, FactId]:
        """The order among facts of one author: number, then id where a log forked."""
        return (self.number, self.id)

    @property
    def moment(self) -> tuple[str, FactId]:
        """The order among facts of different authors, where no reference settles it."""
        return (self.time, self.id)

    def __eq__(self, other: object) -> bool:
        """Facts are the same when their content is, which their id proves."""
        return isinstance(other, Fact) and self.id == other.id

    def __hash__(self) -> int:
        """Hash as the id does."""
        return hash(self.id)

    def __repr__(self) -> str:
        """Show kind, author and number; never the content."""
        return f"Fact({self.kind} {self.author[:6]}#{self.number})"
