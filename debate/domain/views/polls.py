"""Ballots: who has cast one, and what they held once a facilitator revealed them.

Until the reveal a poll shows counts and nothing else, even when somebody published early.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from debate.domain.ballot import Ballot, Moment, commitment
from debate.domain.events.decisions import BallotOpened, BallotSealed, BallotsRevealed
from debate.domain.fact import Fact
from debate.domain.ids import FactId, MotionId, ParticipantId
from debate.domain.state import State
from debate.domain.views.people import People, said

PollKey = tuple[MotionId | None, Moment, int]
"""Motion (None for a ranking of motions), moment and round."""


@dataclass(frozen=True, slots=True)
class Poll:
    """One moment at which people are asked where they stand on one motion."""

    key: PollKey
    seals: Mapping[ParticipantId, Fact] = field(default_factory=dict)
    """Each person's counting seal."""
    late: frozenset[FactId] = frozenset()
    """Seals that came after the reveal: kept, not counted."""
    reveal: Fact | None = None
    ballots: Mapping[ParticipantId, Ballot] = field(default_factory=dict)
    """What was opened and agrees with its seal; empty before the reveal."""
    broken: frozenset[FactId] = frozenset()
    """Openings that do not agree with their seal."""

    @property
    def is_revealed(self) -> bool:
        """Whether a facilitator ended the sealing."""
        return self.reveal is not None

    @property
    def cast(self) -> int:
        """How many people's ballots count."""
        return len(self.seals)

    @property
    def unopened(self) -> frozenset[ParticipantId]:
        """Who sealed a ballot that nobody has opened: they left before the reveal."""
        return frozenset(self.seals) - frozenset(self.ballots) if self.reveal else frozenset()


def polls_of(state: State, people: People) -> Mapping[PollKey, Poll]:
    """Work out every poll that anybody cast a ballot in or revealed."""
    facts = tuple(state.ballots.values())
    reveals = _reveals(facts, people)
    seals: dict[PollKey, dict[ParticipantId, Fact]] = {key: {} for key in reveals}
    late: dict[PollKey, set[FactId]] = {}
    for fact, event in said(facts, BallotSealed):
        person = _voter(fact, event, people)
        if person is None:
            continue
        key = (event.motion, event.moment, event.round)
        reveal = reveals.get(key)
        if reveal and fact.number > reveal[1].get(fact.author, 0):
            late.setdefault(key, set()).add(fact.id)
            continue
        known = seals.setdefault(key, {}).get(person)
        if known is None or known.moment < fact.moment:
            seals[key][person] = fact
    opened = {fact.id: (fact, event) for fact, event in said(facts, BallotOpened)}
    return {
        key: _poll(key, seals.get(key, {}), late.get(key, set()), reveals.get(key), opened)
        for key in {**seals, **late}
    }


def _reveals(
    facts: tuple[Fact, ...], people: People
) -> dict[PollKey, tuple[Fact, Mapping[str, int]]]:
    """Return the first reveal of each poll, and what it had seen of each author."""
    found: dict[PollKey, tuple[Fact, Mapping[str, int]]] = {}
    for fact, event in said(facts, BallotsRevealed):
        key = (event.motion, event.moment, event.round)
        if people.led(fact) and (key not in found or fact.moment < found[key][0].moment):
            found[key] = (fact, dict(event.heads))
    return found


def _voter(fact: Fact, event: BallotSealed, people: People) -> ParticipantId | None:
    """Return whose ballot it is: its author's, or that of whom a facilitator typed it for."""
    if not people.counts(fact):
        return None
    if event.on_behalf_of is not None:
        person = people.by_id.get(event.on_behalf_of)
        return person.id if person and person.channel and people.led(fact) else None
    person = people.of(fact.author)
    return person.id if person and person.role != "observer" else None


def _poll(
    key: PollKey,
    seals: Mapping[ParticipantId, Fact],
    late: set[FactId],
    reveal: tuple[Fact, Mapping[str, int]] | None,
    opened: Mapping[FactId, tuple[Fact, BallotOpened]],
) -> Poll:
    if reveal is None:
        return Poll(key, seals)
    owners = {fact.id: (person, fact) for person, fact in seals.items()}
    ballots: dict[ParticipantId, Ballot] = {}
    broken: set[FactId] = set()
    for fact, event in opened.values():
        if event.sealed not in owners:
            continue
        person, seal = owners[event.sealed]
        if fact.author == seal.author and _agrees(seal, event, key):
            ballots[person] = event.ballot
        else:
            broken.add(fact.id)
    return Poll(key, seals, frozenset(late), reveal[0], ballots, frozenset(broken))


def _agrees(seal: Fact, opening: BallotOpened, key: PollKey) -> bool:
    event, ballot = seal.event, opening.ballot
    return (
        isinstance(event, BallotSealed)
        and (ballot.motion, ballot.moment, ballot.round) == key
        and commitment(ballot, opening.salt) == event.commitment
    )
