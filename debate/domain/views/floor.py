"""The arguments as they stand: their words now, who stands by them, and what they weigh."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from debate.domain.argument import Target
from debate.domain.charter import Charter
from debate.domain.events.arguments import (
    ArgumentAdded,
    ArgumentRevised,
    ArgumentWithdrawn,
)
from debate.domain.ids import ArgumentId, MotionId
from debate.domain.motion import OpeningArgument
from debate.domain.state import UNTOUCHED, ArgumentRecord, State
from debate.domain.views.argument import Argument
from debate.domain.views.budgets import affordable
from debate.domain.views.court import Court, Flag, weights_of
from debate.domain.views.people import People
from debate.domain.views.saying import newest
from debate.domain.wording import Wording

__all__ = ["Argument", "Flag", "Floor", "floor_of", "weights_of"]


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
    court = Court(people, charter.scheme)
    heard = _heard(state, charter, court, before.arguments if before else {})
    if before and not heard:
        return before
    floor = _said_floor(heard, charter, before)
    if changed := affordable(floor.arguments, floor.roots, court):
        return replace(floor, arguments={**floor.arguments, **changed})
    return floor


def _said_floor(
    heard: Mapping[ArgumentId, Argument], charter: Charter, before: Floor | None
) -> Floor:
    """Return the floor with the arguments of which something new was said, whatever the budgets."""
    old = before.arguments if before else {}
    added = [argument for name, argument in heard.items() if name not in old]
    arguments = {**old, **heard}
    if before and not added:
        return replace(before, arguments=arguments)
    if before and _is_simply_next(added, before):
        return _continued(replace(before, arguments=arguments), added[0], charter)
    arguments = {each.id: each for each in sorted(arguments.values(), key=_place)}
    return Floor(arguments, _roots(arguments, charter), _replies(arguments))


def _heard(
    state: State, charter: Charter, court: Court, old: Mapping[ArgumentId, Argument]
) -> dict[ArgumentId, Argument]:
    """Return the arguments of which something new was said, opening ones first."""
    heard: dict[ArgumentId, Argument] = {}
    for opening, motion in _openings(charter):
        record = state.arguments.get(opening.id, UNTOUCHED)
        if opening.id not in old or old[opening.id].record is not record:
            heard[opening.id] = _opening_argument(opening, motion, record, court)
    for name, record in state.arguments.items():
        known = old.get(name)
        if known is not None and known.record is record:
            continue
        added = record.added
        if added and court.people.counts(added) and isinstance(added.event, ArgumentAdded):
            heard[name] = _added_argument(name, added.event, record, court)
    return heard


def _is_simply_next(added: Sequence[Argument], before: Floor) -> bool:
    """Tell whether one argument was added, later than all others, and nothing waited for it."""
    if len(added) != 1 or added[0].id in before.replies or not before.arguments:
        return False
    *_, last = before.arguments.values()
    return _place(last) < _place(added[0])


def _continued(floor: Floor, last: Argument, charter: Charter) -> Floor:
    """Return a floor that knows where its last argument belongs."""
    target = last.target
    root = floor.roots.get(ArgumentId(target))
    if root is None and charter.motion(target):
        root = MotionId(target)
    return replace(
        floor,
        roots={**floor.roots, last.id: root} if root else floor.roots,
        replies={**floor.replies, target: (*floor.replies.get(target, ()), last.id)},
    )


def _place(argument: Argument) -> tuple[str, str]:
    """Return when an argument was added; opening ones come before, in the pack's order."""
    return argument.added.moment if argument.added else ("", "")


def _openings(charter: Charter) -> Iterable[tuple[OpeningArgument, MotionId]]:
    for motion in charter.motions:
        for opening in motion.arguments:
            yield opening, motion.id


def _opening_argument(
    opening: OpeningArgument, motion: MotionId, record: ArgumentRecord, court: Court
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
    name: ArgumentId, event: ArgumentAdded, record: ArgumentRecord, court: Court
) -> Argument:
    author = court.people.owners[record.added.author] if record.added else None
    revisions = court.own(record.wordings.values(), author)
    revised = newest(revisions)
    words = revised.event if revised and isinstance(revised.event, ArgumentRevised) else event
    standing = newest(court.own(record.standings.values(), author))
    hidings = court.hidings(record)
    return Argument(
        id=name,
        relation=event.relation,
        target=event.target,
        claim=Wording(words.claim),
        grounds=Wording(words.grounds),
        sources=words.sources,
        author=author,
        added=record.added,
        record=record,
        adopters=court.adopters(record, author),
        weights=weights_of(record, court.people, court.scheme),
        revisions=len(revisions),
        is_withdrawn=standing is not None and isinstance(standing.event, ArgumentWithdrawn),
        hidden_for=hidings[-1][1] if hidings else None,
        hidings=tuple(name for name, _ in hidings),
        flags=court.flags(record),
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
