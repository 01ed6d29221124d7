"""Decisions on ballots and on the outcome."""

from __future__ import annotations

import re
from datetime import date
from typing import assert_never

from debate.domain import commands as c
from debate.domain.debate import Debate
from debate.domain.decide.rules import (
    At,
    heads_of,
    must_act,
    must_be_motion,
    must_be_open,
    must_lead,
    person_at,
    phase_of,
    phases_around,
    prose_in,
)
from debate.domain.decide.weights import typed_for
from debate.domain.events.decisions import (
    BallotEvents,
    BallotOpened,
    BallotSealed,
    BallotsRevealed,
    DissentNoted,
    OutcomeAdopted,
    OutcomeDrafted,
    OutcomeEndorsed,
    OutcomeEvents,
)
from debate.domain.refusal import Refusal
from debate.domain.views.lawful import CASTING
from debate.domain.views.talk import Outcome

Decision = tuple[BallotEvents | OutcomeEvents, ...] | Refusal
COMMITMENT = re.compile(r"[0-9a-f]{64}")
SALT = re.compile(r"[A-Za-z0-9_-]{43,64}", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOST_ROUNDS = 99


def decide_decision(debate: Debate, command: c.DecisionCommand, at: At) -> Decision:
    """Decide a command about a ballot or the outcome."""
    match command:
        case c.SealBallot():
            return _seal(debate, command, at)
        case c.RevealBallots():
            return _reveal(debate, command, at)
        case c.OpenBallot():
            return _open(debate, command, at)
        case c.DraftOutcome():
            return _draft(debate, command, at)
        case c.EndorseOutcome() | c.NoteDissent():
            return _judge(debate, command, at)
        case c.AdoptOutcome():
            return _adopt(debate, command, at)
        case _:
            assert_never(command)


def _seal(debate: Debate, command: c.SealBallot, at: At) -> Decision:
    act = "rank" if command.motion is None else CASTING[command.moment]
    if refusal := must_act(debate, at, act) or must_be_motion(debate, command.motion):
        return refusal
    if command.on_behalf_of is not None:
        voter = typed_for(debate, command.on_behalf_of, at)
        if isinstance(voter, Refusal):
            return voter
    if not 0 <= command.round <= MOST_ROUNDS:
        return Refusal.of("ballot.bad-round", round=command.round, most=MOST_ROUNDS)
    if debate.poll((command.motion, command.moment, command.round)).is_revealed:
        return Refusal.of("ballot.revealed")
    if not COMMITMENT.fullmatch(command.commitment):
        return Refusal.of("ballot.bad-seal")
    return (
        BallotSealed(
            phase=phase_of(debate),
            motion=command.motion,
            moment=command.moment,
            round=command.round,
            commitment=command.commitment,
            form=2,
            contract=debate.charter.contract,
            on_behalf_of=command.on_behalf_of,
        ),
    )


def _reveal(debate: Debate, command: c.RevealBallots, at: At) -> Decision:
    if refusal := must_lead(debate, at) or must_be_motion(debate, command.motion):
        return refusal
    poll = debate.poll((command.motion, command.moment, command.round))
    if poll.is_revealed:
        return Refusal.of("ballot.revealed-before")
    if not poll.seals:
        return Refusal.of("ballot.none-cast")
    if refusal := _must_be_time(debate):
        return refusal
    return (
        BallotsRevealed(
            motion=command.motion,
            moment=command.moment,
            round=command.round,
            heads=heads_of(debate),
        ),
    )


def _must_be_time(debate: Debate) -> Refusal | None:
    """Refuse to open ballots in a phase that hides them, when a later one shows them."""
    now = debate.schedule.now.phase
    if debate.schedule.is_closed or "ballots" not in now.hidden:
        return None
    _, after = phases_around(debate)
    later = next((phase for phase in after if "ballots" not in phase.hidden), None)
    if later is None:
        return None
    return Refusal.of("ballot.sealed-until", phase=now.title, later=later.title)


def _open(debate: Debate, command: c.OpenBallot, at: At) -> Decision:
    """Open a seal of one's own, also after one left or was removed: what counts is opened.

    Else a facilitator could remove somebody for the length of a reveal, and read off the change of
    the tally what they had sealed.
    """
    if refusal := must_be_open(debate):
        return refusal
    owners = debate.people.owners
    if at.device not in owners:
        return Refusal.of("person.not-joined")
    seal = debate.state.ballots.get(command.sealed)
    event = seal.event if seal else None
    if (
        seal is None
        or not isinstance(event, BallotSealed)
        or owners.get(seal.author) != owners[at.device]
    ):
        return Refusal.of("ballot.unknown")
    poll = debate.poll((event.motion, event.moment, event.round))
    if not poll.is_revealed:
        return Refusal.of("ballot.not-revealed")
    ballot, salt = command.ballot, command.salt
    if not SALT.fullmatch(salt) or not event.fits(ballot, salt, debate.state.session, seal.author):
        return Refusal.of("ballot.bad-seal")
    return (BallotOpened(sealed=seal.id, salt=salt, ballot=ballot),)


def _draft(debate: Debate, command: c.DraftOutcome, at: At) -> Decision:
    if refusal := must_act(debate, at, "outcome") or must_be_motion(debate, command.motion):
        return refusal
    text = prose_in(command.text)
    if isinstance(text, Refusal):
        return text
    if command.review_on is not None and not is_day(command.review_on):
        return Refusal.of("outcome.bad-date", date=command.review_on[:40])
    if command.replaces is not None and _found(debate, command.replaces) is None:
        return Refusal.of("outcome.unknown")
    return (
        OutcomeDrafted(
            phase=phase_of(debate),
            motion=command.motion,
            text=text,
            review_on=command.review_on,
            replaces=command.replaces,
        ),
    )


def is_day(text: str) -> bool:
    """Tell whether a text is a day of the calendar, as 2027-03-01."""
    if not DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _found(debate: Debate, name: str) -> Outcome | None:
    return next((outcome for outcome in debate.outcomes if outcome.id == name), None)


def _judge(debate: Debate, command: c.EndorseOutcome | c.NoteDissent, at: At) -> Decision:
    if refusal := must_act(debate, at, "endorse"):
        return refusal
    outcome = _found(debate, command.outcome)
    if outcome is None:
        return Refusal.of("outcome.unknown")
    phase = phase_of(debate)
    if isinstance(command, c.EndorseOutcome):
        if outcome.endorsements.get(person_at(debate, at).id) == command.degree:
            return Refusal.of("outcome.unchanged")
        return (OutcomeEndorsed(phase=phase, outcome=outcome.id, degree=command.degree),)
    text = prose_in(command.text)
    if isinstance(text, Refusal):
        return text
    return (DissentNoted(phase=phase, outcome=outcome.id, text=text),)


def _adopt(debate: Debate, command: c.AdoptOutcome, at: At) -> Decision:
    if refusal := must_lead(debate, at):
        return refusal
    outcome = _found(debate, command.outcome)
    if outcome is None:
        return Refusal.of("outcome.unknown")
    if outcome.is_adopted:
        return Refusal.of("outcome.adopted")
    return (OutcomeAdopted(phase=phase_of(debate), outcome=outcome.id),)
