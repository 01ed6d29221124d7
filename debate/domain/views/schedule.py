"""Where the debate stands: the phase it is in, its clock, and what came too late for which phase."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from debate.domain.charter import Charter
from debate.domain.events.base import ActBase
from debate.domain.events.session import (
    PhaseExtended,
    PhaseMoved,
    PhasePaused,
    PhaseResumed,
    SessionClosed,
    SessionFrozen,
    SessionReopened,
    SessionThawed,
)
from debate.domain.fact import Fact
from debate.domain.ids import FactId
from debate.domain.runsheet import Phase
from debate.domain.state import State
from debate.domain.views.agreement import depth
from debate.domain.views.people import People, founding, said


@dataclass(frozen=True, slots=True)
class Stage:
    """One stay in a phase; times are wall-clock milliseconds and serve display only."""

    id: FactId | None
    """The move that began it; None for the first."""
    phase: Phase
    began: int
    ended: int | None = None
    heads: Mapping[str, int] | None = None
    """What its closing move had seen of each author; None while it is open."""
    extra_minutes: int = 0
    paused: tuple[tuple[int, int | None], ...] = ()
    """Pauses from and until; None while it stands still."""

    @property
    def minutes(self) -> int | None:
        """How long it may take, extensions included; None when it has no end."""
        return None if self.phase.minutes is None else self.phase.minutes + self.extra_minutes

    @property
    def is_paused(self) -> bool:
        """Whether its clock stands still."""
        return any(until is None for _, until in self.paused)

    def elapsed(self, now: int) -> int:
        """Return the milliseconds it has run by `now`, pauses left out; never negative."""
        end = self.ended if self.ended is not None else now
        still = sum((until if until is not None else end) - start for start, until in self.paused)
        return max(0, end - self.began - still)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The stages so far, the last one being now."""

    stages: tuple[Stage, ...]
    is_frozen: bool = False
    is_closed: bool = False

    @property
    def now(self) -> Stage:
        """The stage the debate is in."""
        return self.stages[-1]

    def is_late(self, fact: Fact) -> bool:
        """Tell whether an act reached the facilitator only after its phase had closed."""
        event = fact.event
        if not isinstance(event, ActBase):
            return False
        stage = next((stage for stage in self.stages if stage.id == event.phase), None)
        if stage is None:
            return True
        return stage.heads is not None and stage.heads.get(fact.author, 0) < fact.number


def schedule_of(state: State, people: People, charter: Charter) -> Schedule:
    """Work out the stages: the longest chain of facilitators' moves, its clocks and its holds."""
    facts = tuple(state.proceedings.values())
    stages = _stages(state, people, charter)
    dressed = tuple(_with_clock(stage, facts, people) for stage in stages)
    return Schedule(
        stages=dressed,
        is_frozen=_holds(facts, people, SessionFrozen, SessionThawed),
        is_closed=_holds(facts, people, SessionClosed, SessionReopened),
    )


def _stages(state: State, people: People, charter: Charter) -> list[Stage]:
    opening = founding(state)
    began = opening.milliseconds if opening else 0
    stages = [Stage(id=None, phase=charter.runsheet.phases[0], began=began)]
    for fact, event in _path(state, people):
        phase = charter.runsheet.phase(event.to)
        if phase is None:
            continue
        last = stages[-1]
        stages[-1] = Stage(last.id, last.phase, last.began, fact.milliseconds, dict(event.heads))
        stages.append(Stage(id=fact.id, phase=phase, began=fact.milliseconds))
    return stages


def _path(state: State, people: People) -> list[tuple[Fact, PhaseMoved]]:
    """Return the moves from the first to the newest of the longest chain."""
    moves = {
        fact.id: (fact, event)
        for fact, event in said(state.proceedings.values(), PhaseMoved)
        if people.led(fact)
    }
    parents = {name: event.after for name, (_, event) in moves.items()}
    whole = [pair for pair in moves.values() if _is_rooted(pair[0].id, parents)]
    if not whole:
        return []
    name: FactId | None = max(whole, key=lambda pair: (depth(pair[0].id, parents), pair[0].moment))[
        0
    ].id
    path = []
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


def _with_clock(stage: Stage, facts: tuple[Fact, ...], people: People) -> Stage:
    extra = sum(
        event.minutes
        for fact, event in said(facts, PhaseExtended)
        if event.phase == stage.id and people.led(fact)
    )
    ends = {
        event.pause: fact.milliseconds
        for fact, event in said(facts, PhaseResumed)
        if people.led(fact)
    }
    pauses = tuple(
        (fact.milliseconds, ends.get(fact.id, stage.ended))
        for fact, event in said(facts, PhasePaused)
        if event.phase == stage.id and people.led(fact)
    )
    return Stage(
        stage.id, stage.phase, stage.began, stage.ended, stage.heads, extra, tuple(sorted(
            pauses, key=lambda pause: pause[0]))
    )  # fmt: skip


def _holds(
    facts: tuple[Fact, ...],
    people: People,
    start: type[SessionFrozen] | type[SessionClosed],
    end: type[SessionThawed] | type[SessionReopened],
) -> bool:
    ended = set()
    for fact, event in said(facts, end):
        if people.led(fact):
            ended.add(event.frozen if isinstance(event, SessionThawed) else event.closed)
    return any(fact.id not in ended for fact, _ in said(facts, start) if people.led(fact))
