"""The arguments as they stand: their words now, who stands by them, and what they weigh."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from debate.domain.argument import Relation, Target, Wording
from debate.domain.charter import Charter
from debate.domain.events.arguments import (
    ArgumentAdded,
    ArgumentAdopted,
    ArgumentFlagged,
    ArgumentHidden,
    ArgumentShown,
    ArgumentWithdrawn,
    FlagResolved,
    WeightCleared,
    WeightSet,
)
from debate.domain.fact import Fact
from debate.domain.ids import ArgumentId, FactId, MotionId, ParticipantId
from debate.domain.motion import OpeningArgument, Source, Text
from debate.domain.state import ArgumentRecord, State
from debate.domain.views.people import People, said
from debate.domain.views.saying import in_order, newest, newest_by
from debate.domain.weight import Scheme, is_in_range


@dataclass(frozen=True, slots=True)
class Flag:
    """A request to look at an argument that no facilitator has answered yet."""

    id: FactId
    by: ParticipantId | None
    reason: str


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument as everybody may see it now."""

    id: ArgumentId
    relation: Relation
    target: Target
    claim: Text
    grounds: Text
    sources: tuple[Source, ...]
    author: ParticipantId | None
    """None for an opening argument of the pack."""
    added: Fact | None
    record: ArgumentRecord = field(repr=False)
    adopters: frozenset[ParticipantId] = frozenset()
    weights: Mapping[ParticipantId, int] = field(default_factory=dict)
    revisions: int = 0
    is_withdrawn: bool = False
    hidden_for: str | None = None
    """The newest facilitator's reason while it is hidden; None while it is shown."""
    hidings: tuple[FactId, ...] = ()
    """What hides it: more than one when facilitators did so at the same time."""
    flags: tuple[Flag, ...] = ()

    @property
    def hiding(self) -> FactId | None:
        """What hides it, the newest of them; None while it is shown."""
        return self.hidings[-1] if self.hidings else None

    @property
    def is_standing(self) -> bool:
        """Whether it takes part in the balance: neither withdrawn nor hidden."""
        return not self.is_withdrawn and self.hidden_for is None


@dataclass(frozen=True, slots=True)
class Floor:
    """All arguments of a debate, in the order they came, and which motion each is under."""

    arguments: Mapping[ArgumentId, Argument]
    roots: Mapping[ArgumentId, MotionId]
    """The motion at the end of each argument's chain of targets; orphans are not in it."""
    replies: Mapping[Target, tuple[ArgumentId, ...]]

    def under(self, motion: MotionId) -> tuple[Argument, ...]:
        """Return every argument about a motion, replies included, in the order they came."""
        return tuple(
            argument for name, argument in self.arguments.items() if self.roots.get(name) == motion
        )

    def below(self, argument: ArgumentId) -> tuple[ArgumentId, ...]:
        """Return an argument's replies, their replies, and so on."""
        found: list[ArgumentId] = []
        waiting = list(self.replies.get(argument, ()))
        while waiting:
            name = waiting.pop()
            found.append(name)
            waiting.extend(self.replies.get(name, ()))
        return tuple(found)


def floor_of(state: State, people: People, charter: Charter, before: Floor | None = None) -> Floor:
    """Work out the arguments; those whose record is the same object as in `before` are reused.

    Args:
        state: The gathered facts.
        people: Who counts; `before` must have been made with equal people.
        charter: Where the opening arguments are and which weights there are; `before` must have
            been made with an equal one.
        before: The floor of an earlier state of the same debate.
    """
    old = before.arguments if before else {}
    arguments: dict[ArgumentId, Argument] = {}
    for opening, motion in _openings(charter):
        record = state.arguments.get(opening.id, _EMPTY)
        known = old.get(opening.id)
        arguments[opening.id] = (
            known
            if known is not None and known.record is record
            else _opening_argument(opening, motion, record, _Court(people, charter.scheme))
        )
    added: list[Argument] = []
    for name, record in state.arguments.items():
        if record.added is None or not people.counts(record.added):
            continue
        known = old.get(name)
        added.append(
            known
            if known is not None and known.record is record
            else _added_argument(name, record.added, record, _Court(people, charter.scheme))
        )
    arguments |= {argument.id: argument for argument in sorted(added, key=_place)}
    if before and arguments.keys() == old.keys():
        return replace(before, arguments=arguments)
    return Floor(arguments, _roots(arguments, charter), _replies(arguments))


def _place(argument: Argument) -> tuple[str, str]:
    """Return when an argument was added; opening ones come before, in the pack's order."""
    return argument.added.moment if argument.added else ("", "")


_EMPTY = ArgumentRecord()


def _openings(charter: Charter) -> Iterable[tuple[OpeningArgument, MotionId]]:
    for motion in charter.motions:
        for opening in motion.arguments:
            yield opening, motion.id


def _opening_argument(
    opening: OpeningArgument, motion: MotionId, record: ArgumentRecord, court: _Court
) -> Argument:
    hidings = court.hidings(record)
    return Argument(
        id=opening.id,
        relation="supports" if opening.side == "for" else "attacks",
        target=motion,
        claim=opening.claim,
        grounds=opening.grounds,
        sources=opening.sources,
        author=None,
        added=None,
        record=record,
        adopters=court.adopters(record, None),
        weights=weights_of(record, court.people, court.scheme),
        hidden_for=hidings[-1][1] if hidings else None,
        hidings=tuple(name for name, _ in hidings),
        flags=court.flags(record),
    )


def _added_argument(
    name: ArgumentId, added: Fact, record: ArgumentRecord, court: _Court
) -> Argument:
    event = added.event
    if not isinstance(event, ArgumentAdded):
        raise TypeError(added.kind)
    author = court.people.owners[added.author]
    revisions = court.own(record.wordings.values(), author)
    words = newest(revisions)
    wording = words.event if words else event
    if not isinstance(wording, Wording):
        raise TypeError(added.kind)
    standing = newest(court.own(record.standings.values(), author))
    hidings = court.hidings(record)
    return Argument(
        id=name,
        relation=event.relation,
        target=event.target,
        claim=Text(en=wording.claim),
        grounds=Text(en=wording.grounds),
        sources=wording.sources,
        author=author,
        added=added,
        record=record,
        adopters=court.adopters(record, author),
        weights=weights_of(record, court.people, court.scheme),
        revisions=len(revisions),
        is_withdrawn=standing is not None and isinstance(standing.event, ArgumentWithdrawn),
        hidden_for=hidings[-1][1] if hidings else None,
        hidings=tuple(name for name, _ in hidings),
        flags=court.flags(record),
    )


def weights_of(
    record: ArgumentRecord, people: People, scheme: Scheme | None = None
) -> Mapping[ParticipantId, int]:
    """Return the weight each person gives an argument; who gave none is not in it.

    Args:
        record: What was said of the argument.
        people: Who counts.
        scheme: Leaves out weights that it does not know; None takes every weight.
    """
    voices = {
        fact.id: people.voice_for(fact, event.on_behalf_of)
        for fact in record.weights.values()
        if isinstance(event := fact.event, WeightSet | WeightCleared)
        and (isinstance(event, WeightCleared) or scheme is None or is_in_range(scheme, event.value))
    }
    latest = newest_by(record.weights.values(), lambda fact: voices.get(fact.id))
    return {
        person: fact.event.value
        for person, fact in latest.items()
        if isinstance(fact.event, WeightSet)
    }


@dataclass(frozen=True, slots=True)
class _Court:
    """Judges what was said of one argument: whose word it is, and whether that counts."""

    people: People
    scheme: Scheme

    def own(self, facts: Iterable[Fact], author: ParticipantId) -> list[Fact]:
        """Return what one person, on any device, said."""
        people = self.people
        return [
            fact
            for fact in facts
            if people.counts(fact) and people.owners.get(fact.author) == author
        ]

    def adopters(
        self, record: ArgumentRecord, author: ParticipantId | None
    ) -> frozenset[ParticipantId]:
        """Return who else stands by an argument."""
        latest = newest_by(record.adoptions.values(), self.people.voice)
        return frozenset(
            person
            for person, fact in latest.items()
            if person != author and isinstance(fact.event, ArgumentAdopted)
        )

    def hidings(self, record: ArgumentRecord) -> list[tuple[FactId, str]]:
        """Return the hidings in force with their reasons, the newest last."""
        led = [fact for fact in record.moderation.values() if self.people.led(fact)]
        ended = {event.hiding for _, event in said(led, ArgumentShown)}
        return [
            (fact.id, event.reason)
            for fact, event in said(in_order(led), ArgumentHidden)
            if fact.id not in ended
        ]

    def flags(self, record: ArgumentRecord) -> tuple[Flag, ...]:
        """Return the flags that no facilitator answered, in the order they came."""
        people, facts = self.people, record.moderation.values()
        done = {event.flag for fact, event in said(facts, FlagResolved) if people.led(fact)}
        return tuple(
            Flag(fact.id, people.owners.get(fact.author), event.reason)
            for fact, event in said(in_order(facts), ArgumentFlagged)
            if fact.id not in done and people.counts(fact)
        )


def _replies(arguments: Mapping[ArgumentId, Argument]) -> Mapping[Target, tuple[ArgumentId, ...]]:
    found: dict[Target, list[ArgumentId]] = {}
    for name, argument in arguments.items():
        found.setdefault(argument.target, []).append(name)
    return {target: tuple(names) for target, names in found.items()}


def _roots(
    arguments: Mapping[ArgumentId, Argument], charter: Charter
) -> Mapping[ArgumentId, MotionId]:
    motions = set(charter.motion_ids)
    roots: dict[ArgumentId, MotionId] = {}
    for name in arguments:
        chain: dict[ArgumentId, None] = {}
        step: str = name
        while step in arguments and step not in roots and step not in chain:
            chain[ArgumentId(step)] = None
            step = arguments[ArgumentId(step)].target
        root = roots.get(ArgumentId(step)) or (MotionId(step) if step in motions else None)
        if root:
            roots.update(dict.fromkeys(chain, root))
    return roots
