"""What people ask for. A command becomes facts or a refusal; it checks nothing by itself.

Texts are as they were typed: `decide` cleans and measures them, so that every way in, from a key to
a script, is held to the same law.
"""

from __future__ import annotations

from dataclasses import dataclass

from debate.domain.argument import Relation, Target
from debate.domain.ballot import Ballot, Moment
from debate.domain.charter import Charter
from debate.domain.events.base import Heads
from debate.domain.ids import ArgumentId, DeviceKey, FactId, MotionId, ParticipantId, PhaseId
from debate.domain.motion import Motion, Side, Source
from debate.domain.outcome import Endorsement
from debate.domain.participant import Channel, Contract, Role
from debate.domain.runsheet import RunSheet
from debate.domain.weight import Scheme

# ruff: noqa: D101  each command is named for the event it asks for, and documented there


@dataclass(frozen=True, slots=True)
class OpenSession:
    charter: Charter
    nonce: str


@dataclass(frozen=True, slots=True)
class AmendCharter:
    title: str | None = None
    motions: tuple[Motion, ...] = ()
    runsheet: RunSheet | None = None
    scheme: Scheme | None = None
    contract: Contract | None = None


@dataclass(frozen=True, slots=True)
class MovePhase:
    to: PhaseId


@dataclass(frozen=True, slots=True)
class NextPhase:
    pass


@dataclass(frozen=True, slots=True)
class UndoPhase:
    pass


@dataclass(frozen=True, slots=True)
class ExtendPhase:
    minutes: int


@dataclass(frozen=True, slots=True)
class PausePhase:
    pass


@dataclass(frozen=True, slots=True)
class ResumePhase:
    pass


@dataclass(frozen=True, slots=True)
class FreezeSession:
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ThawSession:
    pass


@dataclass(frozen=True, slots=True)
class CloseSession:
    pass


@dataclass(frozen=True, slots=True)
class ReopenSession:
    pass


@dataclass(frozen=True, slots=True)
class JoinSession:
    name: str | None = None
    as_observer: bool = False


@dataclass(frozen=True, slots=True)
class LeaveSession:
    pass


@dataclass(frozen=True, slots=True)
class EnrolParticipant:
    channel: Channel
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ConfirmParticipant:
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class RemoveParticipant:
    participant: ParticipantId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReinstateParticipant:
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class GrantRole:
    participant: ParticipantId
    role: Role


@dataclass(frozen=True, slots=True)
class WithdrawRole:
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class LinkDevice:
    device: DeviceKey


@dataclass(frozen=True, slots=True)
class AcceptDevice:
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class RetireDevice:
    device: DeviceKey


@dataclass(frozen=True, slots=True)
class AssignSide:
    participant: ParticipantId
    motion: MotionId
    side: Side


@dataclass(frozen=True, slots=True)
class FinishStep:
    pass


@dataclass(frozen=True, slots=True)
class RaiseHand:
    pass


@dataclass(frozen=True, slots=True)
class LowerHand:
    hand: FactId


@dataclass(frozen=True, slots=True)
class OpenEpoch:
    epoch: int
    keys: tuple[tuple[DeviceKey, str], ...]


@dataclass(frozen=True, slots=True)
class AttestHeads:
    heads: Heads


@dataclass(frozen=True, slots=True)
class AddArgument:
    relation: Relation
    target: Target
    claim: str
    grounds: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviseArgument:
    argument: ArgumentId
    claim: str
    grounds: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawArgument:
    argument: ArgumentId


@dataclass(frozen=True, slots=True)
class ReinstateArgument:
    argument: ArgumentId


@dataclass(frozen=True, slots=True)
class AdoptArgument:
    argument: ArgumentId


@dataclass(frozen=True, slots=True)
class DisownArgument:
    argument: ArgumentId


@dataclass(frozen=True, slots=True)
class SetWeight:
    argument: ArgumentId
    value: int
    on_behalf_of: ParticipantId | None = None


@dataclass(frozen=True, slots=True)
class ClearWeight:
    argument: ArgumentId
    on_behalf_of: ParticipantId | None = None


@dataclass(frozen=True, slots=True)
class FlagArgument:
    argument: ArgumentId
    reason: str


@dataclass(frozen=True, slots=True)
class ResolveFlag:
    argument: ArgumentId
    flag: FactId
    note: str = ""


@dataclass(frozen=True, slots=True)
class HideArgument:
    argument: ArgumentId
    reason: str


@dataclass(frozen=True, slots=True)
class ShowArgument:
    argument: ArgumentId


@dataclass(frozen=True, slots=True)
class DrawRelation:
    source: ArgumentId
    relation: Relation
    target: Target
    allow_cycle: bool = False


@dataclass(frozen=True, slots=True)
class EraseRelation:
    drawn: FactId


@dataclass(frozen=True, slots=True)
class AskQuestion:
    about: Target
    text: str


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    question: FactId
    text: str


@dataclass(frozen=True, slots=True)
class ProposeMerge:
    arguments: tuple[ArgumentId, ...]
    into: ArgumentId
    note: str = ""


@dataclass(frozen=True, slots=True)
class AcceptMerge:
    merge: FactId


@dataclass(frozen=True, slots=True)
class DeclineMerge:
    merge: FactId


@dataclass(frozen=True, slots=True)
class OfferRestatement:
    argument: ArgumentId
    text: str


@dataclass(frozen=True, slots=True)
class JudgeRestatement:
    restatement: FactId
    is_fair: bool


@dataclass(frozen=True, slots=True)
class MakeRemark:
    about: Target
    text: str
    is_crux: bool = False


@dataclass(frozen=True, slots=True)
class ProposeOption:
    motion: MotionId
    text: str


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
    text: str
    motion: MotionId | None = None
    review_on: str | None = None
    replaces: FactId | None = None


@dataclass(frozen=True, slots=True)
class EndorseOutcome:
    outcome: FactId
    degree: Endorsement


@dataclass(frozen=True, slots=True)
class NoteDissent:
    outcome: FactId
    text: str


@dataclass(frozen=True, slots=True)
class AdoptOutcome:
    outcome: FactId


SessionCommand = (
    AmendCharter | MovePhase | NextPhase | UndoPhase | ExtendPhase | PausePhase | ResumePhase
    | FreezeSession | ThawSession | CloseSession | ReopenSession
)  # fmt: skip
PeopleCommand = (
    JoinSession | LeaveSession | EnrolParticipant | ConfirmParticipant | RemoveParticipant
    | ReinstateParticipant | GrantRole | WithdrawRole | LinkDevice | AcceptDevice | RetireDevice
    | AssignSide | FinishStep | RaiseHand | LowerHand | OpenEpoch | AttestHeads
)  # fmt: skip
ArgumentCommand = (
    AddArgument | ReviseArgument | WithdrawArgument | ReinstateArgument | AdoptArgument
    | DisownArgument | SetWeight | ClearWeight | FlagArgument | ResolveFlag | HideArgument
    | ShowArgument
)  # fmt: skip
TalkCommand = (
    DrawRelation | EraseRelation | AskQuestion | AnswerQuestion | ProposeMerge | AcceptMerge
    | DeclineMerge | OfferRestatement | JudgeRestatement | MakeRemark | ProposeOption
)  # fmt: skip
DecisionCommand = (
    SealBallot | RevealBallots | OpenBallot | DraftOutcome | EndorseOutcome | NoteDissent
    | AdoptOutcome
)  # fmt: skip
Command = (
    OpenSession | SessionCommand | PeopleCommand | ArgumentCommand | TalkCommand | DecisionCommand
)
