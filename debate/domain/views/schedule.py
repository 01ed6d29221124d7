"""Where the debate stands: the phase it is in, its clock, and what came too late for which phase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from debate.domain.charter import Charter
from debate.domain.events.base import ActBase
from debate.domain.events.session import (
    PhaseExtended,
    PhaseMoved,
    PhasePaused,
    PhaseResumed,
    SessionClosed,
    SessionFrozen,
    SessionOpened,
    SessionReopened,
    SessionThawed,
)
from debate.domain.fact import Fact
from debate.domain.ids import DeviceKey, FactId
from debate.domain.runsheet import Phase
from debate.domain.state import State
from debate.domain.views.agreement import depth
from debate.domain.views.lawful import act_of
from debate.domain.views.people import People, founding, said


@dataclass(frozen=True, slots=True)
class Stage:
    """One stay in a phase; times are wall-clock milliseconds and serve display only."""

    id: FactId | None
    """The move that began it; None for the first."""
    phase: Phase
    began: int
    ended: int | None = None
    extra_minutes: int = 0
    paused: tuple[tuple[int, int | None], ...] = ()
    """Pauses from and until; None while it stands still."""
    resumes: int | None = None
    """The place of the stage that it goes on with, when a move was undone."""
    already: int = 0
    """The milliseconds that stage had run; the time between the move and its undoing is nobody's."""

    @property
    def minutes(self) -> int | None:
        """How long it may take, extensions included; None when it has no end."""
        if self.phase.minutes is None:
            return None
        return max(0, self.phase.minutes + self.extra_minutes)

    @property
    def is_paused(self) -> bool:
        """Whether its clock stands still."""
        return any(until is None for _, until in self.paused)

    def elapsed(self, now: int) -> int:
        """Return the milliseconds it has run by `now`, pauses left out; never negative.

        A stage that goes on with an earlier one has run as long as that one had.
        """
        end = self.ended if self.ended is not None else now
        still, reached = 0, self.began
        for start, until in self.paused:
            stop = end if until is None else min(until, end)
            still += max(0, stop - max(start, reached))
            reached = max(reached, stop)
        return self.already + max(0, end - self.began - still)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The stages so far, the last one being now."""

    stages: tuple[Stage, ...]
    is_frozen: bool = False
    is_closed: bool = False
    tip: FactId | None = None
    """The newest move, which the next one follows; None before the first."""
    previous: Phase | None = None
    """Where undoing the last move leads; None where the debate began."""
    closings: Mapping[FactId | None, Mapping[DeviceKey, int] | None] = field(default_factory=dict)
    """What had been said when each phase closed, by the move that began it; None while it is open."""
    charter: Charter | None = None
    """By which an act is judged; None once the run-sheet was changed, as acts from before stay lawful."""

    @property
    def now(self) -> Stage:
        """The stage the debate is in."""
        return self.stages[-1]

    def is_late(self, fact: Fact) -> bool:
        """Tell whether an act reached the facilitator only after its phase had closed."""
        event = fact.event
        if not isinstance(event, ActBase) or event.phase == self.now.id:
            return False
        if event.phase not in self.closings:
            return True
        heads = self.closings[event.phase]
        return heads is not None and heads.get(fact.author, 0) < fact.number

    def is_unlawful(self, fact: Fact) -> bool:
        """Tell whether an act is one that the phase it was made in does not allow.

        The program never makes one; what does is a program that somebody changed.
        """
        event = fact.event
        if self.charter is None or not isinstance(event, ActBase):
            return False
        act = act_of(event, self.charter)
        stage = next((stage for stage in self.stages if stage.id == event.phase), None)
        return stage is not None and act is not None and act not in stage.phase.acts


def schedule_of(state: State, people: People, charter: Charter) -> Schedule:
    """Work out the stages: the longest chain of facilitators' moves, its clocks and its holds."""
    facts = tuple(fact for fact in state.proceedings.values() if people.led(fact))
    path = _path(facts)
    opening = founding(state)
    stages, trail = _stages(path, opening, charter)
    began = opening.event if opening else None
    is_as_agreed = isinstance(began, SessionOpened) and began.charter.runsheet == charter.runsheet
    return Schedule(
        closings=_closings(path),
        charter=charter if is_as_agreed else None,
        stages=_with_clocks(stages, facts),
        tip=path[-1][0].id if path else None,
        previous=stages[trail[-2]].phase if len(trail) > 1 else None,
        is_frozen=_holds(facts, SessionFrozen, SessionThawed),
        is_closed=_holds(facts, SessionClosed, SessionReopened),
    )


def _closings(
    path: list[tuple[Fact, PhaseMoved]],
) -> dict[FactId | None, Mapping[DeviceKey, int] | None]:
    moves: list[FactId | None] = [None, *(fact.id for fact, _ in path)]
    seen = [dict(event.heads) for _, event in path]
    return dict(zip(moves, [*seen, None], strict=True))


def _stages(
    path: list[tuple[Fact, PhaseMoved]], opening: Fact | None, charter: Charter
) -> tuple[list[Stage], list[int]]:
    """Return every stage, and the places of those that undoing would go back through."""
    began = opening.milliseconds if opening else 0
    stages = [Stage(id=None, phase=charter.runsheet.phases[0], began=began)]
    trail = [0]
    for fact, event in path:
        phase = charter.runsheet.phase(event.to)
        if phase is None:
            continue
        last = stages[-1]
        stages[-1] = replace(last, ended=fact.milliseconds)
        resumes = None
        if event.is_undo and len(trail) > 1 and stages[trail[-2]].phase.id == phase.id:
            trail.pop()
            resumes = trail.pop()
        trail.append(len(stages))
        stages.append(Stage(fact.id, phase, fact.milliseconds, resumes=resumes))
    return stages, trail


def _with_clocks(stages: Iterable[Stage], facts: tuple[Fact, ...]) -> tuple[Stage, ...]:
    """Return the stages with their clocks; one that goes on with another takes over its time."""
    found: list[Stage] = []
    for stage in stages:
        clocked = _with_clock(stage, facts)
        if stage.resumes is not None:
            former = found[stage.resumes]
            clocked = replace(
                clocked,
                already=former.elapsed(stage.began),
                extra_minutes=former.extra_minutes + clocked.extra_minutes,
            )
        found.append(clocked)
    return tuple(found)


def _path(facts: Iterable[Fact]) -> list[tuple[Fact, PhaseMoved]]:
    """Return the moves from the first to the newest of the longest chain that is all here."""
    moves = {fact.id: (fact, event) for fact, event in said(facts, PhaseMoved)}
    parents = {name: event.after for name, (_, event) in moves.items()}
    whole = [fact for fact, _ in moves.values() if _is_rooted(fact.id, parents)]
    tip = max(whole, key=lambda fact: (depth(fact.id, parents), fact.moment), default=None)
    path = []
    name = tip.id if tip else None
    while name is not None:
        path.append(moves[name])
        name = parents[name]
    return path[::-1]


def _is_rooted(name: FactId, parents: Mapping[FactId, FactId | None]) -> bool:
    """Tell whether every move that a move follows is here and counts."""
    step: FactId | None = name
    while step is not None:
        if step not in parents:
            return False
        step = parents[step]
    return True


def _with_clock(stage: Stage, facts: tuple[Fact, ...]) -> Stage:
    ends: dict[FactId, int] = {}
    for fact, resumed in said(facts, PhaseResumed):
        ends[resumed.pause] = min(fact.milliseconds, ends.get(resumed.pause, fact.milliseconds))
    pauses = [
        (fact.milliseconds, ends.get(fact.id, stage.ended))
        for fact, event in said(facts, PhasePaused)
        if event.phase == stage.id
    ]
    return replace(
        stage,
        extra_minutes=sum(
            event.minutes for _, event in said(facts, PhaseExtended) if event.phase == stage.id
        ),
        paused=tuple(sorted(pauses, key=_pause_order)),
    )


def _pause_order(pause: tuple[int, int | None]) -> tuple[int, bool, int]:
    start, until = pause
    return (start, until is None, until or 0)


def _holds(
    facts: tuple[Fact, ...],
    start: type[SessionFrozen | SessionClosed],
    end: type[SessionThawed | SessionReopened],
) -> bool:
    ended = {
        event.frozen if isinstance(event, SessionThawed) else event.closed
        for _, event in said(facts, end)
    }
    return any(fact.id not in ended for fact, _ in said(facts, start))
