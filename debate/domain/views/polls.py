"""Ballots: who has cast one, and what they held once a facilitator revealed them.

Until the reveal a poll shows counts and nothing else, even when somebody published early.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from debate.domain.ballot import MOMENTS, Ballot, Moment
from debate.domain.events.base import Heads
from debate.domain.events.decisions import BallotOpened, BallotSealed, BallotsRevealed
from debate.domain.fact import Fact
from debate.domain.ids import DeviceKey, FactId, MotionId, ParticipantId, SessionId
from debate.domain.state import State
from debate.domain.views.people import People, said
from debate.domain.views.saying import newest_by

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
        """Who sealed a ballot that was not opened: no device that can was heard since."""
        return frozenset(self.seals) - frozenset(self.ballots) if self.reveal else frozenset()


def polls_of(state: State, people: People) -> Mapping[PollKey, Poll]:
    """Work out every poll that anybody cast a ballot in or revealed, in the order of their keys."""
    facts = tuple(state.ballots.values())
    reveals = _reveals(facts, people)
    voters: dict[FactId, ParticipantId] = {}
    seals: dict[PollKey, list[Fact]] = {key: [] for key in reveals}
    late: dict[PollKey, set[FactId]] = {}
    for fact, event in said(facts, BallotSealed):
        person = people.voice_for(fact, event.on_behalf_of)
        if person is None:
            continue
        voters[fact.id] = person
        key = (event.motion, event.moment, event.round)
        kept = seals.setdefault(key, [])
        if key in reveals and fact.number > dict(reveals[key][1]).get(fact.author, 0):
            late.setdefault(key, set()).add(fact.id)
        else:
            kept.append(fact)
    opened = tuple(said(facts, BallotOpened))  # Each proves itself, whatever became of its author.
    polls = (
        Poll(
            key,
            seals=newest_by(seals[key], lambda fact: voters[fact.id]),
            late=frozenset(late.get(key, ())),
            reveal=reveals[key][0] if key in reveals else None,
        )
        for key in sorted(seals, key=_key_order)
    )
    return {poll.key: _opened(poll, people, opened, state.session) for poll in polls}


def _key_order(key: PollKey) -> tuple[str, int, int]:
    motion, moment, number = key
    return (motion or "", MOMENTS.index(moment), number)


def _reveals(facts: tuple[Fact, ...], people: People) -> dict[PollKey, tuple[Fact, Heads]]:
    """Return the first reveal of each poll, and what it had seen of each author."""
    found: dict[PollKey, list[tuple[Fact, Heads]]] = {}
    for fact, event in said(facts, BallotsRevealed):
        if people.led(fact):
            key = (event.motion, event.moment, event.round)
            found.setdefault(key, []).append((fact, event.heads))
    return {key: _first(pairs) for key, pairs in found.items()}


def _first(reveals: list[tuple[Fact, Heads]]) -> tuple[Fact, Heads]:
    """Return the first reveal: by number of one author, by time between authors."""
    firsts: dict[DeviceKey, tuple[Fact, Heads]] = {}
    for pair in reveals:
        known = firsts.setdefault(pair[0].author, pair)
        if pair[0].rank < known[0].rank:
            firsts[pair[0].author] = pair
    return min(firsts.values(), key=lambda pair: pair[0].moment)


def _opened(
    poll: Poll, people: People, opened: tuple[tuple[Fact, BallotOpened], ...], session: SessionId
) -> Poll:
    """Return a poll with what was opened in it; before the reveal nothing is."""
    if poll.reveal is None:
        return poll
    owners = {fact.id: (person, fact) for person, fact in poll.seals.items()}
    ballots: dict[ParticipantId, Ballot] = {}
    broken: set[FactId] = set()
    for fact, event in opened:
        person, seal = owners.get(event.sealed, (None, None))
        if person is None or seal is None or not _is_same_hand(fact, seal, people):
            continue
        if _agrees(seal, event, session):
            ballots[person] = event.ballot
        else:
            broken.add(fact.id)
    in_order = {person: ballots[person] for person in sorted(ballots)}
    return replace(poll, ballots=in_order, broken=frozenset(broken))


def _is_same_hand(opening: Fact, seal: Fact, people: People) -> bool:
    """Tell whether who opens a ballot is who sealed it, on whichever device."""
    return people.owners.get(opening.author) == people.owners.get(seal.author)


def _agrees(seal: Fact, opening: BallotOpened, session: SessionId) -> bool:
    event = seal.event
    return isinstance(event, BallotSealed) and event.fits(
        opening.ballot, opening.salt, session, seal.author
    )
