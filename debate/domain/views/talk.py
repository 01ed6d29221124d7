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
from debate.domain.views.saying import in_order, newest_by


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
        parts: dict[ArgumentId, ArgumentId] = {}
        for merge in self.merges:
            if person in merge.accepted:
                whole = _whole(merge.into, parts)
                for argument in merge.arguments:
                    part = _whole(argument, parts)
                    if part != whole:
                        parts[part] = whole
        return {argument: _whole(argument, parts) for argument in parts}


def _whole(argument: ArgumentId, parts: Mapping[ArgumentId, ArgumentId]) -> ArgumentId:
    """Follow an argument to the one that stands for it."""
    while argument in parts:
        argument = parts[argument]
    return argument


def talk_of(state: State, people: People) -> Talk:
    """Work out the conversation from the facts whose authors count."""
    facts = in_order(fact for fact in state.talk.values() if people.counts(fact))
    remarks = list(said(facts, RemarkMade))
    return Talk(
        questions=_questions(facts, people),
        merges=_merges(facts, people),
        relations=_relations(facts, people),
        restatements=_restatements(facts, people, state),
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
    facts = in_order(fact for fact in state.outcomes.values() if people.counts(fact))
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
            endorsements=_endorsements(facts, people, fact.id),
            dissents=tuple(
                _utterance(note, people, fact.id, dissent.text)
                for note, dissent in said(facts, DissentNoted)
                if dissent.outcome == fact.id
            ),
        )
        for fact, event in said(facts, OutcomeDrafted)
    )


def _endorsements(
    facts: tuple[Fact, ...], people: People, outcome: FactId
) -> Mapping[ParticipantId, Endorsement]:
    degrees = {
        fact.id: event.degree
        for fact, event in said(facts, OutcomeEndorsed)
        if event.outcome == outcome
    }
    latest = newest_by((fact for fact in facts if fact.id in degrees), people.voice)
    return {person: degrees[fact.id] for person, fact in latest.items()}


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
    opinions: dict[FactId, list[Fact]] = {}
    for fact in facts:
        if isinstance(fact.event, MergeAccepted | MergeDeclined):
            opinions.setdefault(fact.event.merge, []).append(fact)
    merges = []
    for fact, event in said(facts, MergeProposed):
        latest = newest_by(opinions.get(fact.id, ()), people.voice)
        yes = {
            person for person, said_by in latest.items() if isinstance(said_by.event, MergeAccepted)
        }
        if event.into in event.arguments:
            merges.append(
                Merge(
                    fact.id,
                    event.arguments,
                    event.into,
                    event.note,
                    accepted=frozenset(yes),
                    declined=frozenset(latest.keys() - yes),
                )
            )
    return tuple(merges)


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


def _restatements(facts: tuple[Fact, ...], people: People, state: State) -> tuple[Restatement, ...]:
    """Return the restatements; only who made the argument says whether one is fair."""
    verdicts: dict[FactId, list[Fact]] = {}
    for fact, judged in said(facts, RestatementJudged):
        verdicts.setdefault(judged.restatement, []).append(fact)
    found = []
    for fact, event in said(facts, RestatementOffered):
        record = state.arguments.get(event.argument)
        author = people.owners.get(record.added.author) if record and record.added else None
        latest = newest_by(verdicts.get(fact.id, ()), people.voice).get(author) if author else None
        verdict = latest.event if latest else None
        offered = _utterance(fact, people, event.argument, event.text)
        is_fair = verdict.is_fair if isinstance(verdict, RestatementJudged) else None
        found.append(Restatement(offered, is_fair))
    return tuple(found)
