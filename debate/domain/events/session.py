"""What happens to a debate as a whole: its opening, its agreements, its phases and its end."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from debate.domain.argument import Note
from debate.domain.base import Truth, Whole
from debate.domain.charter import Charter
from debate.domain.events.base import EventBase, Heads
from debate.domain.ids import FactId, PhaseId
from debate.domain.motion import Motion
from debate.domain.participant import Contract
from debate.domain.runsheet import RunSheet
from debate.domain.weight import Scheme


class SessionEvent(EventBase):
    """A fact about the debate as a whole; counts only when a facilitator says it."""


class SessionOpened(SessionEvent):
    """The first fact of every debate. Its author and `nonce` give the session id."""

    kind: ClassVar[str] = "session.opened"
    nonce: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16,64}$")]
    charter: Charter


class CharterAmended(SessionEvent):
    """Agreements changed before the first ballot; None leaves a field as it was."""

    kind: ClassVar[str] = "charter.amended"
    title: Annotated[str, StringConstraints(min_length=1, max_length=120)] | None = None
    motions: tuple[Motion, ...] = ()
    """Motions added; none is ever taken away."""
    runsheet: RunSheet | None = None
    scheme: Scheme | None = None
    contract: Contract | None = None
    after: FactId | None = None
    """The amendment that this one follows."""
    heads: Heads = ()


class PhaseMoved(SessionEvent):
    """The debate went to another phase, on or back."""

    kind: ClassVar[str] = "phase.moved"
    to: PhaseId
    after: FactId | None = None
    """The move that this one follows; None for the first."""
    is_undo: Truth = False
    heads: Heads = ()
    """What had been said when the phase before it closed: later acts in it are late."""


class PhaseExtended(SessionEvent):
    """A phase got more minutes, or fewer."""

    kind: ClassVar[str] = "phase.extended"
    phase: FactId | None = None
    minutes: Annotated[Whole, Field(ge=-600, le=600)]


class PhasePaused(SessionEvent):
    """The clock of a phase stood still."""

    kind: ClassVar[str] = "phase.paused"
    phase: FactId | None = None


class PhaseResumed(SessionEvent):
    """The clock of a phase ran on."""

    kind: ClassVar[str] = "phase.resumed"
    pause: FactId


class SessionFrozen(SessionEvent):
    """Nobody but a facilitator may act until it is thawed."""

    kind: ClassVar[str] = "session.frozen"
    reason: Note = ""


class SessionThawed(SessionEvent):
    """People may act again."""

    kind: ClassVar[str] = "session.thawed"
    frozen: FactId


class SessionClosed(SessionEvent):
    """The debate is over; its minutes are final until it is reopened."""

    kind: ClassVar[str] = "session.closed"
    heads: Heads = ()


class SessionReopened(SessionEvent):
    """The debate goes on."""

    kind: ClassVar[str] = "session.reopened"
    closed: FactId


SessionEvents = (
    SessionOpened | CharterAmended | PhaseMoved | PhaseExtended | PhasePaused | PhaseResumed
    | SessionFrozen | SessionThawed | SessionClosed | SessionReopened
)  # fmt: skip
