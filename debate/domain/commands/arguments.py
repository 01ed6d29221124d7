"""What people ask about arguments, and about what is said around them."""

from __future__ import annotations

from dataclasses import dataclass

from debate.domain.argument import Relation, Target
from debate.domain.ids import ArgumentId, FactId, MotionId, ParticipantId
from debate.domain.motion import Source


@dataclass(frozen=True, slots=True)
class AddArgument:
    """Assert something that bears on a motion or another argument."""

    relation: Relation
    target: Target
    claim: str
    grounds: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviseArgument:
    """Word one's own argument anew; its weights and replies stay with it."""

    argument: ArgumentId
    claim: str
    grounds: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawArgument:
    """Take one's own argument back; its replies stay readable."""

    argument: ArgumentId


@dataclass(frozen=True, slots=True)
class ReinstateArgument:
    """Stand by one's own withdrawn argument again."""

    argument: ArgumentId


@dataclass(frozen=True, slots=True)
class AdoptArgument:
    """Make another's argument one's own too."""

    argument: ArgumentId


@dataclass(frozen=True, slots=True)
class DisownArgument:
    """Adopt an argument no longer."""

    argument: ArgumentId


@dataclass(frozen=True, slots=True)
class SetWeight:
    """Weigh an argument; `value` is a whole number in the `weight.RANGES` of the scheme."""

    argument: ArgumentId
    value: int
    on_behalf_of: ParticipantId | None = None


@dataclass(frozen=True, slots=True)
class ClearWeight:
    """Take a weight back: not weighed, which is not 0."""

    argument: ArgumentId
    on_behalf_of: ParticipantId | None = None


@dataclass(frozen=True, slots=True)
class FlagArgument:
    """Ask the facilitator to look at an argument."""

    argument: ArgumentId
    reason: str


@dataclass(frozen=True, slots=True)
class ResolveFlag:
    """Say what became of a flag."""

    argument: ArgumentId
    flag: FactId
    note: str = ""


@dataclass(frozen=True, slots=True)
class HideArgument:
    """Take an argument off the screens, with a reason everybody can read."""

    argument: ArgumentId
    reason: str


@dataclass(frozen=True, slots=True)
class ShowArgument:
    """Put a hidden argument back."""

    argument: ArgumentId


@dataclass(frozen=True, slots=True)
class DrawRelation:
    """Say that an argument bears on something else too; a circle only where it is allowed."""

    source: ArgumentId
    relation: Relation
    target: Target
    allow_cycle: bool = False


@dataclass(frozen=True, slots=True)
class EraseRelation:
    """Take a drawn relation back."""

    drawn: FactId


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """Ask what an argument or a motion means."""

    about: Target
    text: str


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """Answer a question."""

    question: FactId
    text: str


@dataclass(frozen=True, slots=True)
class ProposeMerge:
    """Propose to see arguments as one; `into` is the one of them that stands for all."""

    arguments: tuple[ArgumentId, ...]
    into: ArgumentId
    note: str = ""


@dataclass(frozen=True, slots=True)
class AcceptMerge:
    """See the arguments of a proposal as one."""

    merge: FactId


@dataclass(frozen=True, slots=True)
class DeclineMerge:
    """See the arguments of a proposal apart, as before."""

    merge: FactId


@dataclass(frozen=True, slots=True)
class OfferRestatement:
    """Say another's argument in one's own words, before answering it."""

    argument: ArgumentId
    text: str


@dataclass(frozen=True, slots=True)
class JudgeRestatement:
    """Say whether a restatement of one's own argument is fair."""

    restatement: FactId
    is_fair: bool


@dataclass(frozen=True, slots=True)
class MakeRemark:
    """Remark on something, or name a crux: what would change one's mind."""

    about: Target
    text: str
    is_crux: bool = False


@dataclass(frozen=True, slots=True)
class ProposeOption:
    """Propose an answer to rank under a motion."""

    motion: MotionId
    text: str


ArgumentCommand = (
    AddArgument | ReviseArgument | WithdrawArgument | ReinstateArgument | AdoptArgument
    | DisownArgument | SetWeight | ClearWeight | FlagArgument | ResolveFlag | HideArgument
    | ShowArgument
)  # fmt: skip
TalkCommand = (
    DrawRelation | EraseRelation | AskQuestion | AnswerQuestion | ProposeMerge | AcceptMerge
    | DeclineMerge | OfferRestatement | JudgeRestatement | MakeRemark | ProposeOption
)  # fmt: skip
