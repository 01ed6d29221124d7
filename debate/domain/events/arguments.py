"""What people assert, and what they make of each other's assertions."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from debate.domain.argument import Note, Prose, Relation, Target, Wording
from debate.domain.base import Truth, Whole
from debate.domain.events.base import ActBase
from debate.domain.ids import ArgumentId, FactId, MotionId, ParticipantId


class ArgumentEvent(ActBase):
    """A fact about one argument, kept in that argument's record."""


class ArgumentAdded(ArgumentEvent, Wording):
    """A person asserted something that bears on `target`; the fact's id is the argument."""

    kind: ClassVar[str] = "argument.added"
    relation: Relation
    target: Target


class ArgumentRevised(ArgumentEvent, Wording):
    """Its author worded it anew; weights and replies stay with it."""

    kind: ClassVar[str] = "argument.revised"
    argument: ArgumentId


class ArgumentWithdrawn(ArgumentEvent):
    """Its author takes it back; its replies stay readable."""

    kind: ClassVar[str] = "argument.withdrawn"
    argument: ArgumentId


class ArgumentReinstated(ArgumentEvent):
    """Its author stands by it again."""

    kind: ClassVar[str] = "argument.reinstated"
    argument: ArgumentId


class ArgumentAdopted(ArgumentEvent):
    """Somebody else made it theirs too."""

    kind: ClassVar[str] = "argument.adopted"
    argument: ArgumentId


class ArgumentDisowned(ArgumentEvent):
    """Somebody who had adopted it no longer does."""

    kind: ClassVar[str] = "argument.disowned"
    argument: ArgumentId


class WeightSet(ArgumentEvent):
    """A person gave it a weight; the latest counts."""

    kind: ClassVar[str] = "weight.set"
    argument: ArgumentId
    value: Annotated[Whole, Field(ge=-100, le=100)]
    on_behalf_of: ParticipantId | None = None


class WeightCleared(ArgumentEvent):
    """A person took their weight back: not weighed, which is not 0."""

    kind: ClassVar[str] = "weight.cleared"
    argument: ArgumentId
    on_behalf_of: ParticipantId | None = None


class ArgumentFlagged(ArgumentEvent):
    """A person asked the facilitator to look at it."""

    kind: ClassVar[str] = "argument.flagged"
    argument: ArgumentId
    reason: Note


class ArgumentHidden(ArgumentEvent):
    """A facilitator took it off the screens, with a reason everybody can read."""

    kind: ClassVar[str] = "argument.hidden"
    argument: ArgumentId
    reason: Note


class ArgumentShown(ArgumentEvent):
    """A facilitator put it back."""

    kind: ClassVar[str] = "argument.shown"
    argument: ArgumentId
    hiding: FactId


class FlagResolved(ArgumentEvent):
    """A facilitator looked at a flag and said what became of it."""

    kind: ClassVar[str] = "flag.resolved"
    argument: ArgumentId
    flag: FactId
    note: Note = ""


ArgumentEvents = (
    ArgumentAdded | ArgumentRevised | ArgumentWithdrawn | ArgumentReinstated | ArgumentAdopted
    | ArgumentDisowned | WeightSet | WeightCleared | ArgumentFlagged | ArgumentHidden
    | ArgumentShown | FlagResolved
)  # fmt: skip


class TalkEvent(ActBase):
    """A fact of the conversation around arguments and motions."""


class RelationDrawn(TalkEvent):
    """An argument that is already there bears on something else as well."""

    kind: ClassVar[str] = "relation.drawn"
    source: ArgumentId
    relation: Relation
    target: Target


class RelationErased(TalkEvent):
    """A drawn relation was taken back by who drew it, or by a facilitator."""

    kind: ClassVar[str] = "relation.erased"
    drawn: FactId


class QuestionAsked(TalkEvent):
    """Somebody asked what an argument or a motion means."""

    kind: ClassVar[str] = "question.asked"
    about: Target
    text: Annotated[Prose, StringConstraints(min_length=1)]


class QuestionAnswered(TalkEvent):
    """Somebody answered a question."""

    kind: ClassVar[str] = "question.answered"
    question: FactId
    text: Annotated[Prose, StringConstraints(min_length=1)]


class MergeProposed(TalkEvent):
    """Some arguments say the same; shown as one to those who accept."""

    kind: ClassVar[str] = "merge.proposed"
    arguments: Annotated[tuple[ArgumentId, ...], Field(min_length=2, max_length=20)]
    into: ArgumentId
    """The one of `arguments` that stands for all."""
    note: Note = ""


class MergeAccepted(TalkEvent):
    """A person sees the arguments of a proposal as one."""

    kind: ClassVar[str] = "merge.accepted"
    merge: FactId


class MergeDeclined(TalkEvent):
    """A person sees them apart (again)."""

    kind: ClassVar[str] = "merge.declined"
    merge: FactId


class RestatementOffered(TalkEvent):
    """Somebody said another's argument in their own words, before answering it."""

    kind: ClassVar[str] = "restatement.offered"
    argument: ArgumentId
    text: Annotated[Prose, StringConstraints(min_length=1)]


class RestatementJudged(TalkEvent):
    """The argument's author said whether a restatement is fair."""

    kind: ClassVar[str] = "restatement.judged"
    restatement: FactId
    is_fair: Truth


class RemarkMade(TalkEvent):
    """A remark, or a crux: what would change its author's mind."""

    kind: ClassVar[str] = "remark.made"
    about: Target
    sort: Literal["remark", "crux"] = "remark"
    text: Annotated[Prose, StringConstraints(min_length=1)]


class OptionProposed(TalkEvent):
    """An answer to rank under a motion; the fact's id is the option."""

    kind: ClassVar[str] = "option.proposed"
    motion: MotionId
    text: Annotated[str, StringConstraints(min_length=1, max_length=280)]


TalkEvents = (
    RelationDrawn | RelationErased | QuestionAsked | QuestionAnswered | MergeProposed
    | MergeAccepted | MergeDeclined | RestatementOffered | RestatementJudged | RemarkMade
    | OptionProposed
)  # fmt: skip
