"""What people ask about ballots, and about the statement a debate ends on."""

from __future__ import annotations

from dataclasses import dataclass

from debate.domain.ballot import Ballot, Moment
from debate.domain.ids import FactId, MotionId, ParticipantId
from debate.domain.outcome import Endorsement


@dataclass(frozen=True, slots=True)
class SealBallot:
    """Cast a ballot: only its commitment goes into the journal."""

    motion: MotionId | None
    moment: Moment
    round: int
    commitment: str
    on_behalf_of: ParticipantId | None = None


@dataclass(frozen=True, slots=True)
class RevealBallots:
    """End a ballot: owners' replicas open theirs, and later seals do not count."""

    motion: MotionId | None
    moment: Moment
    round: int = 0


@dataclass(frozen=True, slots=True)
class OpenBallot:
    """Show what a seal held; the owner's replica asks for it after the reveal."""

    sealed: FactId
    salt: str
    ballot: Ballot


@dataclass(frozen=True, slots=True)
class DraftOutcome:
    """Draft a statement to end on; `review_on` is a day as YYYY-MM-DD."""

    text: str
    motion: MotionId | None = None
    review_on: str | None = None
    replaces: FactId | None = None


@dataclass(frozen=True, slots=True)
class EndorseOutcome:
    """Say where one stands on a draft."""

    outcome: FactId
    degree: Endorsement


@dataclass(frozen=True, slots=True)
class NoteDissent:
    """Put a note of dissent beside a draft."""

    outcome: FactId
    text: str


@dataclass(frozen=True, slots=True)
class AdoptOutcome:
    """Declare a draft the outcome."""

    outcome: FactId


DecisionCommand = (
    SealBallot | RevealBallots | OpenBallot | DraftOutcome | EndorseOutcome | NoteDissent
    | AdoptOutcome
)  # fmt: skip
