"""Decisions on the conversation: relations, questions, merges, restatements, remarks, options."""

from __future__ import annotations

from typing import assert_never

from debate.domain import commands as c
from debate.domain.debate import Debate
from debate.domain.decide.rules import (
    At,
    argument_named,
    claim_in,
    must_act,
    must_be_motion,
    must_be_open,
    must_be_there,
    note_in,
    person_at,
    phase_of,
    prose_in,
    standing_argument,
)
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
    TalkEvents,
)
from debate.domain.ids import ArgumentId
from debate.domain.refusal import Refusal
from debate.domain.views.lawful import relating

Decision = tuple[TalkEvents, ...] | Refusal
LEAST_MERGED, MOST_MERGED = 2, 20


def decide_talk(debate: Debate, command: c.TalkCommand, at: At) -> Decision:
    """Decide a command of the conversation."""
    match command:
        case c.DrawRelation():
            return _draw(debate, command, at)
        case c.EraseRelation():
            return _erase(debate, command, at)
        case c.AskQuestion() | c.AnswerQuestion() | c.MakeRemark() | c.ProposeOption():
            return _speak(debate, command, at)
        case c.ProposeMerge():
            return _merge(debate, command, at)
        case c.AcceptMerge() | c.DeclineMerge():
            return _judge_merge(debate, command, at)
        case c.OfferRestatement():
            return _restate(debate, command, at)
        case c.JudgeRestatement():
            return _judge_restatement(debate, command, at)
        case _:
            assert_never(command)


def _speak(
    debate: Debate,
    command: c.AskQuestion | c.AnswerQuestion | c.MakeRemark | c.ProposeOption,
    at: At,
) -> Decision:
    match command:
        case c.AskQuestion():
            return _ask(debate, command, at)
        case c.AnswerQuestion():
            return _answer(debate, command, at)
        case c.MakeRemark():
            return _remark(debate, command, at)
        case c.ProposeOption():
            return _option(debate, command, at)
        case _:
            assert_never(command)


def _draw(debate: Debate, command: c.DrawRelation, at: At) -> Decision:
    if refusal := must_be_open(debate):
        return refusal
    act = relating(debate.charter, command.relation, command.target)
    if refusal := must_act(debate, at, act) or must_be_there(debate, command.target):
        return refusal
    source = standing_argument(debate, command.source)
    if isinstance(source, Refusal):
        return source
    if command.relation == "undercuts" and debate.charter.motion(command.target):
        return Refusal.of("argument.undercuts-motion")
    if not command.allow_cycle and _reaches(debate, command.target, source.id):
        return Refusal.of("relation.cycle")
    return (
        RelationDrawn(
            phase=phase_of(debate),
            source=source.id,
            relation=command.relation,
            target=command.target,
        ),
    )


def _reaches(debate: Debate, start: str, goal: str) -> bool:
    """Tell whether `goal` lies on a way up from `start`, itself included."""
    ups: dict[str, list[str]] = {}
    for drawn in debate.talk.relations:
        ups.setdefault(drawn.source, []).append(drawn.target)
    waiting, seen = [start], set()
    while waiting:
        name = waiting.pop()
        if name == goal:
            return True
        if name in seen:
            continue
        seen.add(name)
        argument = debate.floor.arguments.get(ArgumentId(name))
        waiting += ([argument.target] if argument else []) + ups.get(name, [])
    return False


def _erase(debate: Debate, command: c.EraseRelation, at: At) -> Decision:
    if refusal := must_act(debate, at, "rebut"):
        return refusal
    drawn = next((one for one in debate.talk.relations if one.id == command.drawn), None)
    if drawn is None:
        return Refusal.of("relation.unknown")
    owner = debate.people.owners.get(debate.state.talk[drawn.id].author)
    if owner != person_at(debate, at).id and not debate.people.is_facilitator(at.device):
        return Refusal.of("relation.not-yours")
    return (RelationErased(phase=phase_of(debate), drawn=drawn.id),)


def _ask(debate: Debate, command: c.AskQuestion, at: At) -> Decision:
    if refusal := must_act(debate, at, "ask") or must_be_there(debate, command.about):
        return refusal
    text = prose_in(command.text)
    if isinstance(text, Refusal):
        return text
    return (QuestionAsked(phase=phase_of(debate), about=command.about, text=text),)


def _answer(debate: Debate, command: c.AnswerQuestion, at: At) -> Decision:
    if refusal := must_act(debate, at, "answer"):
        return refusal
    if command.question not in {question.asked.id for question in debate.talk.questions}:
        return Refusal.of("question.unknown")
    text = prose_in(command.text)
    if isinstance(text, Refusal):
        return text
    return (QuestionAnswered(phase=phase_of(debate), question=command.question, text=text),)


def _merge(debate: Debate, command: c.ProposeMerge, at: At) -> Decision:
    if refusal := must_act(debate, at, "merge"):
        return refusal
    names = tuple(dict.fromkeys(command.arguments))
    if command.into not in names or not LEAST_MERGED <= len(names) <= MOST_MERGED:
        return Refusal.of("merge.incomplete", least=LEAST_MERGED, most=MOST_MERGED)
    found = [standing_argument(debate, name) for name in names]
    for argument in found:
        if isinstance(argument, Refusal):
            return argument
    places = {(one.relation, one.target) for one in found if not isinstance(one, Refusal)}
    if len(places) > 1:
        return Refusal.of("merge.different-places")
    note = note_in(command.note)
    if isinstance(note, Refusal):
        return note
    return (MergeProposed(phase=phase_of(debate), arguments=names, into=command.into, note=note),)


def _judge_merge(debate: Debate, command: c.AcceptMerge | c.DeclineMerge, at: At) -> Decision:
    if refusal := must_act(debate, at, "merge"):
        return refusal
    merge = next((one for one in debate.talk.merges if one.id == command.merge), None)
    if merge is None:
        return Refusal.of("merge.unknown")
    phase, person = phase_of(debate), person_at(debate, at).id
    if isinstance(command, c.AcceptMerge):
        if person in merge.accepted:
            return Refusal.of("merge.accepted")
        return (MergeAccepted(phase=phase, merge=merge.id),)
    if person in merge.declined:
        return Refusal.of("merge.declined")
    return (MergeDeclined(phase=phase, merge=merge.id),)


def _restate(debate: Debate, command: c.OfferRestatement, at: At) -> Decision:
    if refusal := must_act(debate, at, "restate"):
        return refusal
    argument = standing_argument(debate, command.argument)
    if isinstance(argument, Refusal):
        return argument
    if argument.author == person_at(debate, at).id:
        return Refusal.of("argument.yours")
    text = prose_in(command.text)
    if isinstance(text, Refusal):
        return text
    return (RestatementOffered(phase=phase_of(debate), argument=argument.id, text=text),)


def _judge_restatement(debate: Debate, command: c.JudgeRestatement, at: At) -> Decision:
    if refusal := must_act(debate, at, "restate"):
        return refusal
    offered = next(
        (one.offered for one in debate.talk.restatements if one.offered.id == command.restatement),
        None,
    )
    if offered is None:
        return Refusal.of("restatement.unknown")
    argument = argument_named(debate, ArgumentId(offered.about))
    if isinstance(argument, Refusal):
        return argument
    if argument.author != person_at(debate, at).id:
        return Refusal.of("argument.not-yours")
    return (
        RestatementJudged(phase=phase_of(debate), restatement=offered.id, is_fair=command.is_fair),
    )


def _remark(debate: Debate, command: c.MakeRemark, at: At) -> Decision:
    if refusal := must_act(debate, at, "remark") or must_be_there(debate, command.about):
        return refusal
    text = prose_in(command.text)
    if isinstance(text, Refusal):
        return text
    return (
        RemarkMade(
            phase=phase_of(debate),
            about=command.about,
            sort="crux" if command.is_crux else "remark",
            text=text,
        ),
    )


def _option(debate: Debate, command: c.ProposeOption, at: At) -> Decision:
    if refusal := must_act(debate, at, "rank") or must_be_motion(debate, command.motion):
        return refusal
    text = claim_in(command.text)
    if isinstance(text, Refusal):
        return text
    return (OptionProposed(phase=phase_of(debate), motion=command.motion, text=text),)
