"""Ballots under seal, their reveal, and the statement a debate ends on."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from debate.domain.argument import Prose
from debate.domain.ballot import Ballot, Hand, Moment, commitment
from debate.domain.base import Whole
from debate.domain.events.base import ActBase, EventBase, Heads
from debate.domain.ids import DeviceKey, FactId, MotionId, ParticipantId, SessionId
from debate.domain.outcome import Endorsement, ReviewDate
from debate.domain.participant import Contract


class BallotEvent(EventBase):
    """A fact about ballots."""


class BallotSealed(BallotEvent, ActBase):
    """A person cast a ballot that nobody can read yet; the latest before the reveal counts."""

    kind: ClassVar[str] = "ballot.sealed"
    version: ClassVar[int] = 2
    motion: MotionId | None
    moment: Moment
    round: Annotated[Whole, Field(ge=0, le=99)] = 0
    commitment: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    form: Literal[1, 2] = 1
    """2 for a commitment that is bound to its hand; those of version 1 are bound to nobody."""
    contract: Contract
    """The anonymity contract it was cast under: from here on it can only become stricter."""
    on_behalf_of: ParticipantId | None = None

    def fits(self, ballot: Ballot, salt: str, session: SessionId, device: DeviceKey) -> bool:
        """Tell whether a ballot is the one that a device sealed with this in a debate."""
        hand = Hand(session, device, self.on_behalf_of) if self.form > 1 else None
        asked = (ballot.motion, ballot.moment, ballot.round)
        return (
            asked == (self.motion, self.moment, self.round)
            and commitment(ballot, salt, hand) == self.commitment
        )


class BallotsRevealed(BallotEvent):
    """A facilitator ended a ballot: owners' replicas open theirs, later seals do not count."""

    kind: ClassVar[str] = "ballots.revealed"
    motion: MotionId | None
    moment: Moment
    round: Annotated[Whole, Field(ge=0, le=99)] = 0
    heads: Heads = ()


class BallotOpened(BallotEvent):
    """The owner's replica showed what a seal held; counts only when the commitment agrees."""

    kind: ClassVar[str] = "ballot.opened"
    sealed: FactId
    salt: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{43,64}$")]
    ballot: Ballot


BallotEvents = BallotSealed | BallotsRevealed | BallotOpened


class OutcomeEvent(ActBase):
    """A fact about how a debate ends."""


class OutcomeDrafted(OutcomeEvent):
    """Somebody drafted a statement; a draft that replaces another keeps it readable."""

    kind: ClassVar[str] = "outcome.drafted"
    motion: MotionId | None = None
    text: Annotated[Prose, StringConstraints(min_length=1)]
    review_on: ReviewDate | None = None
    replaces: FactId | None = None


class OutcomeEndorsed(OutcomeEvent):
    """A person said where they stand on a draft; the latest counts."""

    kind: ClassVar[str] = "outcome.endorsed"
    outcome: FactId
    degree: Endorsement


class DissentNoted(OutcomeEvent):
    """A person put a note of dissent beside a draft."""

    kind: ClassVar[str] = "dissent.noted"
    outcome: FactId
    text: Annotated[Prose, StringConstraints(min_length=1)]


class OutcomeAdopted(OutcomeEvent):
    """A facilitator declared a draft the outcome."""

    kind: ClassVar[str] = "outcome.adopted"
    outcome: FactId


OutcomeEvents = OutcomeDrafted | OutcomeEndorsed | DissentNoted | OutcomeAdopted
