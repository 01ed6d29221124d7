"""Decisions on the debate as a whole: opening, agreements, phases, freezing and closing."""

from __future__ import annotations

import re
from typing import assert_never

from debate.domain import commands as c
from debate.domain.charter import Charter
from debate.domain.debate import Debate
from debate.domain.decide.rules import (
    At,
    claim_in,
    heads_of,
    must_lead,
    note_in,
    phase_of,
    phases_around,
)
from debate.domain.events.session import (
    CharterAmended,
    PhaseExtended,
    PhaseMoved,
    PhasePaused,
    PhaseResumed,
    SessionClosed,
    SessionEvents,
    SessionFrozen,
    SessionOpened,
    SessionReopened,
    SessionThawed,
)
from debate.domain.ids import FactId, PhaseId
from debate.domain.motion import Motion
from debate.domain.refusal import Refusal
from debate.domain.session_id import session_id_of
from debate.domain.views.agreement import amendments, seals_of
from debate.domain.views.people import said

Decision = tuple[SessionEvents, ...] | Refusal
NONCE = re.compile(r"[A-Za-z0-9_-]{16,64}", re.ASCII)
TITLE_LIMIT = 120
MOST_MINUTES = 600
MOST_MOTIONS = 60


def decide_opening(debate: Debate, command: c.OpenSession, at: At) -> Decision:
    """Decide the first fact of a debate: only its founder can make it, and only once."""
    if debate.is_open:
        return Refusal.of("session.already-open")
    if (
        not NONCE.fullmatch(command.nonce)
        or session_id_of(at.device, command.nonce) != debate.state.session
        or at.device in debate.state.heads
    ):
        return Refusal.of("session.not-founder")
    if refusal := _must_be_sound(command.charter.motions):
        return refusal
    return (SessionOpened(nonce=command.nonce, charter=command.charter),)


def decide_session(debate: Debate, command: c.SessionCommand, at: At) -> Decision:
    """Decide a facilitator's command about the debate as a whole."""
    if refusal := must_lead(debate, at):
        return refusal
    match command:
        case c.AmendCharter():
            return _amend(debate, command)
        case c.MovePhase() | c.NextPhase() | c.UndoPhase():
            return _turn(debate, command)
        case c.ExtendPhase() | c.PausePhase() | c.ResumePhase():
            return _clock(debate, command)
        case c.FreezeSession() | c.ThawSession():
            return _freeze(debate, command)
        case c.CloseSession() | c.ReopenSession():
            return _close(debate, command)
        case _:
            assert_never(command)


def _must_be_sound(motions: tuple[Motion, ...]) -> Refusal | None:
    names: list[str] = [motion.id for motion in motions]
    names += [argument.id for motion in motions for argument in motion.arguments]
    names += [option.id for motion in motions for option in motion.options]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        return Refusal.of("motion.twice", name=twice)
    if len(motions) > MOST_MOTIONS:
        return Refusal.of("motion.too-many", count=len(motions), limit=MOST_MOTIONS)
    return None


def _amend(debate: Debate, command: c.AmendCharter) -> Decision:
    charter = debate.charter
    locked = any(seals_of(debate.state, debate.people))
    if locked and (command.scheme or command.runsheet or command.contract):
        return Refusal.of("charter.locked")
    if refusal := _must_be_sound(charter.motions + command.motions):
        return refusal
    title = None if command.title is None else claim_in(command.title)
    if isinstance(title, Refusal):
        return title
    if title is not None and len(title) > TITLE_LIMIT:
        return Refusal.of("text.too-long", length=len(title), limit=TITLE_LIMIT)
    before = amendments(debate.state, debate.people)
    event = CharterAmended(
        title=title,
        motions=command.motions,
        runsheet=command.runsheet,
        scheme=command.scheme,
        contract=command.contract,
        after=before[-1][0].id if before else None,
        heads=heads_of(debate),
    )
    return Refusal.of("charter.unchanged") if _is_idle(charter, event) else (event,)


def _is_idle(charter: Charter, event: CharterAmended) -> bool:
    return not event.motions and all(
        getattr(event, field) in (None, getattr(charter, field))
        for field in ("title", "runsheet", "scheme", "contract")
    )


def _turn(debate: Debate, command: c.MovePhase | c.NextPhase | c.UndoPhase) -> Decision:
    match command:
        case c.MovePhase():
            return _move(debate, command.to)
        case c.NextPhase():
            return _next(debate)
        case c.UndoPhase():
            return _undo(debate)
        case _:
            assert_never(command)


def _move(debate: Debate, to: PhaseId, *, is_undo: bool = False) -> Decision:
    if debate.schedule.is_closed:
        return Refusal.of("session.closed")
    if debate.charter.runsheet.phase(to) is None:
        return Refusal.of("phase.unknown", phase=to)
    after = debate.schedule.tip
    return (PhaseMoved(to=to, after=after, is_undo=is_undo, heads=heads_of(debate)),)


def _next(debate: Debate) -> Decision:
    _, after = phases_around(debate)
    return _move(debate, after[0].id) if after else Refusal.of("phase.last")


def _undo(debate: Debate) -> Decision:
    previous = debate.schedule.previous
    if previous is None:
        return Refusal.of("phase.first")
    return _move(debate, previous.id, is_undo=True)


def _clock(debate: Debate, command: c.ExtendPhase | c.PausePhase | c.ResumePhase) -> Decision:
    if debate.schedule.is_closed:
        return Refusal.of("session.closed")
    if isinstance(command, c.ExtendPhase):
        return _extend(debate, command)
    return _pause(debate, command)


def _extend(debate: Debate, command: c.ExtendPhase) -> Decision:
    stage = debate.schedule.now
    if stage.minutes is None:
        return Refusal.of("phase.no-clock")
    if not command.minutes:
        return Refusal.of("phase.no-minutes")
    minutes = stage.minutes + command.minutes
    is_step = abs(command.minutes) <= MOST_MINUTES
    if not is_step or not 0 < minutes <= MOST_MINUTES:
        return Refusal.of("phase.bad-minutes", minutes=minutes, most=MOST_MINUTES)
    return (PhaseExtended(phase=stage.id, minutes=command.minutes),)


def _pause(debate: Debate, command: c.PausePhase | c.ResumePhase) -> Decision:
    stage = debate.schedule.now
    if isinstance(command, c.PausePhase):
        return Refusal.of("phase.paused") if stage.is_paused else (PhasePaused(phase=stage.id),)
    pauses = _open_ones(debate, PhasePaused, PhaseResumed)
    if not stage.is_paused or not pauses:
        return Refusal.of("phase.not-paused")
    return tuple(PhaseResumed(pause=pause) for pause in pauses)


def _freeze(debate: Debate, command: c.FreezeSession | c.ThawSession) -> Decision:
    if isinstance(command, c.FreezeSession):
        if debate.schedule.is_frozen:
            return Refusal.of("session.frozen")
        reason = note_in(command.reason)
        return reason if isinstance(reason, Refusal) else (SessionFrozen(reason=reason),)
    if not debate.schedule.is_frozen:
        return Refusal.of("session.not-frozen")
    holds = _open_ones(debate, SessionFrozen, SessionThawed)
    return tuple(SessionThawed(frozen=hold) for hold in holds)


def _close(debate: Debate, command: c.CloseSession | c.ReopenSession) -> Decision:
    if isinstance(command, c.CloseSession):
        if debate.schedule.is_closed:
            return Refusal.of("session.closed")
        return (SessionClosed(heads=heads_of(debate)),)
    if not debate.schedule.is_closed:
        return Refusal.of("session.not-closed")
    closings = _open_ones(debate, SessionClosed, SessionReopened)
    return tuple(SessionReopened(closed=closing) for closing in closings)


def _open_ones(
    debate: Debate,
    start: type[PhasePaused | SessionFrozen | SessionClosed],
    end: type[PhaseResumed | SessionThawed | SessionReopened],
) -> tuple[FactId, ...]:
    """Return the facilitators' holds of one kind that nothing has ended."""
    facts = tuple(debate.state.proceedings.values())
    ended = {_ended(event) for fact, event in said(facts, end) if debate.people.led(fact)}
    return tuple(
        fact.id
        for fact, event in said(facts, start)
        if debate.people.led(fact)
        and fact.id not in ended
        and not (isinstance(event, PhasePaused) and event.phase != phase_of(debate))
    )


def _ended(event: PhaseResumed | SessionThawed | SessionReopened) -> FactId:
    match event:
        case PhaseResumed():
            return event.pause
        case SessionThawed():
            return event.frozen
        case SessionReopened():
            return event.closed
        case _:
            assert_never(event)
