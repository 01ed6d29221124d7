"""The conversation around arguments: questions, merges, restatements, remarks, options, outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from debate.domain.argument import Relation, Target
from debate.domain.events.arguments import (
    MergeAccepted,
    MergeDeclined,
    MergeProposed,
    OptionProposed,
    QuestionAnswered,
    QuestionAsked,
    RelationDrawn,
    RelationErased,
    RemarkMade,
    RestatementJudged,
    RestatementOffered,
)
from debate.domain.events.decisions import (
    DissentNoted,
    OutcomeAdopted,
    OutcomeDrafted,
    OutcomeEndorsed,
)
from debate.domain.fact import Fact
from debate.domain.ids import ArgumentId, FactId, MotionId, ParticipantId
from debate.domain.outcome import Endorsement
from debate.domain.state import State
from debate.domain.views.people import People, said


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something one person said about something."""

    id: FactId
    by: ParticipantId | None
    about: Target | FactId
    text: str
    said: Fact = field(repr=False)


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asked, and the answers so far in the order they came."""

    asked: Utterance
    answers: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """A proposal to see arguments as one; in force for those who accept."""

    id: FactId
    arguments: tuple[ArgumentId, ...]
    into: ArgumentId
    note: str
    accepted: frozenset[ParticipantId]
    declined: frozenset[ParticipantId]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A relation somebody drew between things that were already there."""

    id: FactId
    source: ArgumentId
    relation: Relation
    target: Target


@dataclass(frozen=True, slots=True)
class Restatement:
    """Another's argument in somebody's own words; `is_fair` is None until its author judged it."""

    offered: Utterance
    is_fair: bool | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A drafted statement and what people make of it."""

    id: FactId
    motion: MotionId | None
    text: str
    review_on: str | None
    drafted: Fact = field(repr=False)
    is_replaced: bool = False
    is_adopted: bool = False
    endorsements: Mapping[ParticipantId, Endorsement] = field(default_factory=dict)
    dissents: tuple[Utterance, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """All of it, each in the order it was said."""

    questions: tuple[Question, ...]
    merges: tuple[Merge, ...]
    relations: tuple[Drawn, ...]
    restatements: tuple[Restatement, ...]
    remarks: tuple[Utterance, ...]
    cruxes: tuple[Utterance, ...]
    options: tuple[Utterance, ...]

    def merged(self, person: ParticipantId) -> Mapping[ArgumentId, ArgumentId]:
        """Map each argument a person sees as part of another to the one that stands for it."""
        return {
            argument: merge.into
            for merge in self.merges
            if person in merge.accepted
            for argument in merge.arguments
            if argument != merge.into
        }


def talk_of(state: State, people: People) -> Talk:
    """Work out the conversation from the facts whose authors count."""
    facts = tuple(
        sorted(
            (fact for fact in state.talk.values() if people.counts(fact)),
            key=lambda fact: fact.moment,
        )
    )
    remarks = list(said(facts, RemarkMade))
    return Talk(
        questions=_questions(facts, people),
        merges=_merges(facts, people),
        relations=_relations(facts, people),
        restatements=_restatements(facts, people),
        remarks=tuple(
            _utterance(fact, people, event.about, event.text)
            for fact, event in remarks
            if event.sort == "remark"
        ),
        cruxes=tuple(
            _utterance(fact, people, event.about, event.text)
            for fact, event in remarks
            if event.sort == "crux"
        ),
        options=tuple(
            _utterance(fact, people, event.motion, event.text)
            for fact, event in said(facts, OptionProposed)
        ),
    )


def outcomes_of(state: State, people: People) -> tuple[Outcome, ...]:
    """Return the drafted statements in the order they were drafted."""
    facts = tuple(
        sorted(
            (fact for fact in state.outcomes.values() if people.counts(fact)),
            key=lambda fact: fact.moment,
        )
    )
    adopted = {event.outcome for fact, event in said(facts, OutcomeAdopted) if people.led(fact)}
    replaced = {event.replaces for _, event in said(facts, OutcomeDrafted) if event.replaces}
    return tuple(
        Outcome(
            id=fact.id,
            motion=event.motion,
            text=event.text,
            review_on=event.review_on,
            drafted=fact,
            is_replaced=fact.id in replaced,
            is_adopted=fact.id in adopted,
            endorsements={
                people.owners[said_by.author]: endorsement.degree
                for said_by, endorsement in said(facts, OutcomeEndorsed)
                if endorsement.outcome == fact.id and said_by.author in people.owners
            },
            dissents=tuple(
                _utterance(note, people, fact.id, dissent.text)
                for note, dissent in said(facts, DissentNoted)
                if dissent.outcome == fact.id
            ),
        )
        for fact, event in said(facts, OutcomeDrafted)
    )


def _utterance(fact: Fact, people: People, about: str, text: str) -> Utterance:
    return Utterance(fact.id, people.owners.get(fact.author), FactId(about), text, fact)


def _questions(facts: tuple[Fact, ...], people: People) -> tuple[Question, ...]:
    answers: dict[FactId, list[Utterance]] = {}
    for fact, event in said(facts, QuestionAnswered):
        answer = _utterance(fact, people, event.question, event.text)
        answers.setdefault(event.question, []).append(answer)
    return tuple(
        Question(_utterance(fact, people, event.about, event.text), tuple(answers.get(fact.id, ())))
        for fact, event in said(facts, QuestionAsked)
    )


def _merges(facts: tuple[Fact, ...], people: People) -> tuple[Merge, ...]:
    opinions: dict[FactId, dict[ParticipantId, bool]] = {}
    for fact in facts:
        event = fact.event
        owner = people.owners.get(fact.author)
        if isinstance(event, MergeAccepted | MergeDeclined) and owner:
            opinions.setdefault(event.merge, {})[owner] = isinstance(event, MergeAccepted)
    return tuple(
        Merge(
            fact.id,
            event.arguments,
            event.into,
            event.note,
            accepted=frozenset(p for p, yes in opinions.get(fact.id, {}).items() if yes),
            declined=frozenset(p for p, yes in opinions.get(fact.id, {}).items() if not yes),
        )
        for fact, event in said(facts, MergeProposed)
        if event.into in event.arguments
    )


def _relations(facts: tuple[Fact, ...], people: People) -> tuple[Drawn, ...]:
    drawn = {fact.id: fact for fact, _ in said(facts, RelationDrawn)}
    erased = {
        event.drawn
        for fact, event in said(facts, RelationErased)
        if event.drawn in drawn
        and (
            people.led(fact)
            or people.owners.get(fact.author) == people.owners.get(drawn[event.drawn].author)
        )
    }
    return tuple(
        Drawn(fact.id, event.source, event.relation, event.target)
        for fact, event in said(facts, RelationDrawn)
        if fact.id not in erased
    )


def _restatements(facts: tuple[Fact, ...], people: People) -> tuple[Restatement, ...]:
    verdicts = {event.restatement: event.is_fair for _, event in said(facts, RestatementJudged)}
    return tuple(
        Restatement(_utterance(fact, people, event.argument, event.text), verdicts.get(fact.id))
        for fact, event in said(facts, RestatementOffered)
    )
