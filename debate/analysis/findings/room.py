"""How far a room is with the phase it is in: counts for whoever leads, and never anybody's name.

It looks at who did something, and never at what a sealed ballot or a hidden weight holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from debate.domain.events.people import StepFinished
from debate.domain.views.hands import hands_of
from debate.domain.views.people import said

if TYPE_CHECKING:
    from debate.domain.ballot import Moment
    from debate.domain.debate import Debate
    from debate.domain.ids import ArgumentId, MotionId, ParticipantId
    from debate.domain.runsheet import Act
    from debate.domain.views.polls import Poll, PollKey

Step = Literal["vote", "write", "weigh", "none"]
"""What the present phase asks of everybody; "none" asks nothing that can be counted."""


@dataclass(frozen=True, slots=True)
class BallotCount:
    """How many have cast one ballot: a count, never a tally."""

    motion: MotionId | None
    moment: Moment
    round: int
    cast: int


@dataclass(frozen=True, slots=True)
class SideCount:
    """How many arguments stand on either side of one motion."""

    motion: MotionId
    against: int
    in_favour: int


@dataclass(frozen=True, slots=True)
class Room:
    """The counts."""

    people: int
    """Who takes part; observers left out."""
    observers: int
    typed_for: int
    """People on paper or by proxy, for whom a facilitator types."""
    step: Step
    missing: int
    """How many have not done what the phase asks."""
    done: int
    """How many said themselves that they are done with the phase."""
    ballots: tuple[BallotCount, ...]
    """The ballots that can be cast now, one for each motion."""
    sealed: tuple[PollKey, ...]
    """The ballots that people cast and that wait for the reveal."""
    may_reveal: bool
    """Whether the present phase lets ballots be revealed."""
    sides: tuple[SideCount, ...]
    silent: int
    """People who have brought no argument at all."""
    unanswered: tuple[ArgumentId, ...]
    """Arguments about a motion that nobody answered; those that most people stand by first."""
    questions: int
    """Questions without an answer."""
    flags: int
    hidden: int
    """Arguments that a facilitator took off the screens."""
    merges: int
    """Proposals that somebody said nothing about yet."""
    hands: int
    unpaired: int
    """People without an opening ballot who can no longer cast one: they count as unpaired."""
    left: int
    """Ballots whose owners left before the reveal."""


def room_finding(debate: Debate) -> Room:
    """Return the counts of an open debate."""
    present = frozenset(person.id for person in debate.people.present())
    people = debate.people.by_id.values()
    step, missing = _step(debate, present)
    return Room(
        people=len(present),
        observers=sum(each.is_present and each.role == "observer" for each in people),
        typed_for=sum(each.channel is not None and each.is_present for each in people),
        step=step,
        missing=missing,
        done=len(finished(debate) & present),
        ballots=_ballots(debate),
        sealed=tuple(p.key for p in debate.polls.values() if p.seals and not p.is_revealed),
        may_reveal=may_reveal(debate),
        sides=_sides(debate),
        silent=len(present - _speakers(debate)),
        unanswered=_unanswered(debate),
        questions=sum(not question.answers for question in debate.talk.questions),
        flags=sum(len(argument.flags) for argument in debate.floor.arguments.values()),
        hidden=sum(bool(argument.hidings) for argument in debate.floor.arguments.values()),
        merges=sum(bool(present - m.accepted - m.declined) for m in debate.talk.merges),
        hands=0 if debate.schedule.is_closed else len(hands_of(debate.state, debate.people)),
        unpaired=_unpaired(debate, present),
        left=sum(len(poll.unopened) for poll in debate.polls.values()),
    )


def finished(debate: Debate) -> frozenset[ParticipantId]:
    """Return who said that they are done with the present phase."""
    people, now = debate.people, debate.schedule.now.id
    return frozenset(
        people.owners[fact.author]
        for fact, event in said(debate.state.people.values(), StepFinished)
        if event.phase == now and people.counts(fact)
    )


def may_reveal(debate: Debate) -> bool:
    """Tell whether the run-sheet lets ballots be revealed now; see `ballot.sealed-until`."""
    now = debate.schedule.now.phase
    phases = debate.charter.runsheet.phases
    place = next((i for i, phase in enumerate(phases) if phase.id == now.id), len(phases))
    is_shown_later = any("ballots" not in phase.hidden for phase in phases[place + 1 :])
    return debate.schedule.is_closed or "ballots" not in now.hidden or not is_shown_later


def _step(debate: Debate, present: frozenset[ParticipantId]) -> tuple[Step, int]:
    """Return what the phase asks of everybody, and how many have not done it.

    A phase that allows nearly everything asks nothing in particular, nor does a closed debate.
    """
    acts = _acts(debate)
    if {"argue", "ballot-closing"} <= acts:
        return "none", 0
    voted = [frozenset(poll.seals) for poll in _open_polls(debate)]
    missing = present - frozenset.intersection(*voted) if voted else frozenset()
    if missing or (voted and "argue" not in acts):
        return "vote", len(missing)
    if "argue" in acts:
        return "write", len(present - _speakers(debate))
    if "weigh" in acts:
        weighers = {who for each in debate.floor.arguments.values() for who in each.weights}
        return "weigh", len(present - weighers)
    return "none", 0


def _acts(debate: Debate) -> frozenset[Act]:
    """Return what may be done now: nothing once the debate is closed."""
    schedule = debate.schedule
    return frozenset() if schedule.is_closed else schedule.now.phase.acts


def _open_polls(debate: Debate) -> tuple[Poll, ...]:
    """Return the polls of every motion in which ballots can be cast now."""
    acts = _acts(debate)
    moments: tuple[Moment, ...] = ("opening", "mid", "closing")
    polls = (
        debate.poll((motion, moment, 0))
        for moment in moments
        if f"ballot-{moment}" in acts
        for motion in debate.charter.motion_ids
    )
    return tuple(poll for poll in polls if not poll.is_revealed)


def _ballots(debate: Debate) -> tuple[BallotCount, ...]:
    return tuple(BallotCount(*poll.key, cast=poll.cast) for poll in _open_polls(debate))


def _speakers(debate: Debate) -> frozenset[ParticipantId]:
    """Return who brought an argument."""
    return frozenset(each.author for each in debate.floor.arguments.values() if each.author)


def _sides(debate: Debate) -> tuple[SideCount, ...]:
    counts = []
    for motion in debate.charter.motion_ids:
        there = [debate.floor.arguments[name] for name in debate.floor.replies.get(motion, ())]
        standing = [each.relation for each in there if each.is_standing]
        counts.append(SideCount(motion, standing.count("attacks"), standing.count("supports")))
    return tuple(counts)


def _unanswered(debate: Debate) -> tuple[ArgumentId, ...]:
    arguments = debate.floor.arguments
    found = [
        each
        for motion in debate.charter.motion_ids
        for name in debate.floor.replies.get(motion, ())
        if (each := arguments[name]).is_standing
        and not any(arguments[reply].is_standing for reply in debate.floor.replies.get(name, ()))
    ]
    return tuple(each.id for each in sorted(found, key=lambda each: -len(each.adopters)))


def _unpaired(debate: Debate, present: frozenset[ParticipantId]) -> int:
    """Return how many take part who can no longer cast an opening ballot and never did."""
    openings = [poll for key, poll in debate.polls.items() if key[1] == "opening"]
    is_over = "ballot-opening" not in _acts(debate)
    if not openings or not (is_over or any(poll.is_revealed for poll in openings)):
        return 0
    return len(present - frozenset(who for poll in openings for who in poll.seals))
