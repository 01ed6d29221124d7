"""What people ask of a debate as a whole: its agreements, its phases and its end."""

from __future__ import annotations

from dataclasses import dataclass

from debate.domain.charter import Charter
from debate.domain.ids import PhaseId
from debate.domain.motion import Motion
from debate.domain.participant import Contract
from debate.domain.runsheet import RunSheet
from debate.domain.weight import Scheme


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Begin a debate; its author and `nonce` give the session id."""

    charter: Charter
    nonce: str


@dataclass(frozen=True, slots=True)
class AmendCharter:
    """Change agreements before the first ballot; None leaves one as it is, motions are added."""

    title: str | None = None
    motions: tuple[Motion, ...] = ()
    runsheet: RunSheet | None = None
    scheme: Scheme | None = None
    contract: Contract | None = None


@dataclass(frozen=True, slots=True)
class MovePhase:
    """Go to a phase of the run-sheet by its id."""

    to: PhaseId


@dataclass(frozen=True, slots=True)
class NextPhase:
    """Go to the phase that follows."""


@dataclass(frozen=True, slots=True)
class UndoPhase:
    """Go back to the phase that was left last."""


@dataclass(frozen=True, slots=True)
class ExtendPhase:
    """Give the phase more minutes, or fewer when negative; in all it lasts 1 to 600."""

    minutes: int


@dataclass(frozen=True, slots=True)
class PausePhase:
    """Stop the clock of the phase."""


@dataclass(frozen=True, slots=True)
class ResumePhase:
    """Let the clock of the phase run on."""


@dataclass(frozen=True, slots=True)
class FreezeSession:
    """Let nobody but facilitators act."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class ThawSession:
    """Let people act again."""


@dataclass(frozen=True, slots=True)
class CloseSession:
    """End the debate."""


@dataclass(frozen=True, slots=True)
class ReopenSession:
    """Let a debate that was ended go on."""


SessionCommand = (
    AmendCharter | MovePhase | NextPhase | UndoPhase | ExtendPhase | PausePhase | ResumePhase
    | FreezeSession | ThawSession | CloseSession | ReopenSession
)  # fmt: skip
