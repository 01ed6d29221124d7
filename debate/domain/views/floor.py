"""The arguments as they stand: their words now, who stands by them, and what they weigh."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from debate.domain.argument import Relation, Target
from debate.domain.charter import Charter
from debate.domain.events.arguments import (
    ArgumentAdded,
    ArgumentAdopted,
    ArgumentFlagged,
    ArgumentHidden,
    ArgumentRevised,
    ArgumentShown,
    ArgumentWithdrawn,
    FlagResolved,
    WeightSet,
)
from debate.domain.fact import Fact
from debate.domain.ids import ArgumentId, FactId, MotionId, ParticipantId
from debate.domain.motion import OpeningArgument, Source, Text
from debate.domain.state import ArgumentRecord, State
from debate.domain.views.people import People, said


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
    """The facilitator's reason while it is hidden; None while it is shown."""
    hiding: FactId | None = None
    flags: tuple[Flag, ...] = ()

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
    """Work out the arguments; those whose record is the same object as `before` are reused.

    Args:
        state: The gathered facts.
        people: Who counts; `before` must have been made with equal people.
        charter: Where the opening arguments are.
        before: The floor of an earlier state of the same debate.
    """
    old = before.arguments if before else {}
    arguments = {}
    for name, opening, motion in _openings(charter):
        record = state.arguments.get(name, _EMPTY)
        known = old.get(name)
        same = known is not None and known.record is record
        arguments[name] = (
            known if known and same else _opening_argument(opening, motion, record, people)
        )
    for name, record in state.arguments.items():
        known = old.get(name)
        if known is not None and known.record is record:
            arguments[name] = known
        elif record.added is not None and people.counts(record.added):
            arguments[name] = _added_argument(name, record.added, record, people)
    if before and arguments.keys() == old.keys():
        return Floor(arguments, before.roots, before.replies)
    arguments = dict(sorted(arguments.items(), key=_place))
    return Floor(arguments, _roots(arguments, charter), _replies(arguments))


def _place(item: tuple[ArgumentId, Argument]) -> tuple[str, str]:
    """Openings first, in the pack's order; then by the time they were added."""
    added = item[1].added
    return added.moment if added else ("", "")


_EMPTY = ArgumentRecord()


def _openings(charter: Charter) -> Iterable[tuple[ArgumentId, OpeningArgument, MotionId]]:
    for motion in charter.motions:
        for opening in motion.arguments:
            yield opening.id, opening, motion.id


def _opening_argument(
    opening: OpeningArgument, motion: MotionId, record: ArgumentRecord, people: People
) -> Argument:
    hiding = _hiding(record, people)
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
        adopters=_adopters(record, people),
        weights=weights_of(record, people),
        hidden_for=hiding[1] if hiding else None,
        hiding=hiding[0] if hiding else None,
        flags=_flags(record, people),
    )


def _added_argument(
    name: ArgumentId, added: Fact, record: ArgumentRecord, people: People
) -> Argument:
    author = people.of(added.author)
    words = _newest(record.wordings.values(), people, author.id if author else None)
    event = added.event
    wording = words.event if words else event
    if not isinstance(event, ArgumentAdded) or not isinstance(
        wording, ArgumentAdded | ArgumentRevised
    ):
        raise TypeError(added.kind)
    standing = _newest(record.standings.values(), people, author.id if author else None)
    hiding = _hiding(record, people)
    return Argument(
        id=name,
        relation=event.relation,
        target=event.target,
        claim=Text(en=wording.claim),
        grounds=Text(en=wording.grounds),
        sources=wording.sources,
        author=author.id if author else None,
        added=added,
        record=record,
        adopters=_adopters(record, people),
        weights=weights_of(record, people),
        revisions=len(record.wordings),
        is_withdrawn=standing is not None and isinstance(standing.event, ArgumentWithdrawn),
        hidden_for=hiding[1] if hiding else None,
        hiding=hiding[0] if hiding else None,
        flags=_flags(record, people),
    )


def _newest(facts: Iterable[Fact], people: People, owner: ParticipantId | None) -> Fact | None:
    """Return the newest fact that one person, on any device, said."""
    own = [
        fact for fact in facts if people.counts(fact) and people.owners.get(fact.author) == owner
    ]
    return max(own, key=lambda fact: fact.moment, default=None)


def weights_of(record: ArgumentRecord, people: People) -> Mapping[ParticipantId, int]:
    """Return the weight each person gives an argument; who gave none is not in it."""
    newest: dict[ParticipantId, Fact] = {}
    for (device, on_behalf_of), fact in record.weights.items():
        if on_behalf_of is not None and not people.led(fact):
            continue
        person = on_behalf_of or people.owners.get(device)
        if person is None or person not in people.by_id or not people.counts(fact):
            continue
        known = newest.get(person)
        if known is None or known.moment < fact.moment:
            newest[person] = fact
    return {
        person: fact.event.value
        for person, fact in newest.items()
        if isinstance(fact.event, WeightSet)
    }


def _adopters(record: ArgumentRecord, people: People) -> frozenset[ParticipantId]:
    newest: dict[ParticipantId, Fact] = {}
    for device, fact in record.adoptions.items():
        person = people.owners.get(device)
        if person is None or not people.counts(fact):
            continue
        known = newest.get(person)
        if known is None or known.moment < fact.moment:
            newest[person] = fact
    return frozenset(
        person for person, fact in newest.items() if isinstance(fact.event, ArgumentAdopted)
    )


def _hiding(record: ArgumentRecord, people: People) -> tuple[FactId, str] | None:
    """Return the newest hiding in force and its reason."""
    if not record.moderation:
        return None
    facts = record.moderation.values()
    ended = {event.hiding for fact, event in said(facts, ArgumentShown) if people.led(fact)}
    open_ones = [
        (fact.moment, event.reason)
        for fact, event in said(facts, ArgumentHidden)
        if people.led(fact) and fact.id not in ended
    ]
    if not open_ones:
        return None
    (_, name), reason = max(open_ones)
    return name, reason


def _flags(record: ArgumentRecord, people: People) -> tuple[Flag, ...]:
    if not record.moderation:
        return ()
    facts = record.moderation.values()
    done = {event.flag for fact, event in said(facts, FlagResolved) if people.led(fact)}
    found = [
        (fact.moment, Flag(fact.id, people.owners.get(fact.author), event.reason))
        for fact, event in said(facts, ArgumentFlagged)
        if fact.id not in done and people.counts(fact)
    ]
    return tuple(flag for _, flag in sorted(found, key=lambda pair: pair[0]))


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
        chain: list[ArgumentId] = []
        step: str = name
        while step in arguments and step not in roots and step not in chain:
            chain.append(ArgumentId(step))
            step = arguments[ArgumentId(step)].target
        root = roots.get(ArgumentId(step)) or (MotionId(step) if step in motions else None)
        if root:
            roots.update(dict.fromkeys(chain, root))
    return roots
