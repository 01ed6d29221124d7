"""The room as its facilitator sees it: the phase with its clock, the line to read, and the counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.analysis.findings.room import Room, room_finding
from debate.report.readings.room import Kind, Waiting, room_readings

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.runsheet import Phase
    from debate.i18n.catalog import Translator

__all__ = [
    "Kind",
    "Room",
    "Standing",
    "Waiting",
    "next_phase",
    "room_of",
    "room_words",
    "standing",
]
MINUTE = 60_000
"""In milliseconds."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a debate stands in its run-sheet."""

    phase: Phase
    place: int
    """Its number in the run-sheet, from 1."""
    phases: int
    left: int | None
    """Milliseconds until it should end, negative when it runs over; None without an end, and once
    the debate is closed."""
    elapsed: int
    is_paused: bool
    is_frozen: bool
    is_closed: bool
    following: Phase | None
    """The next phase; None in the last one, and once the debate is closed."""


def standing(debate: Debate, now: int) -> Standing:
    """Return where a debate stands; `now` is in milliseconds since 1970."""
    schedule, phases = debate.schedule, debate.charter.runsheet.phases
    stage, is_closed = schedule.now, schedule.is_closed
    elapsed = stage.elapsed(now)
    place = next((i for i, phase in enumerate(phases, 1) if phase.id == stage.phase.id), 0)
    return Standing(
        phase=stage.phase,
        place=place,
        phases=len(phases),
        left=None if stage.minutes is None or is_closed else stage.minutes * MINUTE - elapsed,
        elapsed=elapsed,
        is_paused=stage.is_paused,
        is_frozen=schedule.is_frozen,
        is_closed=is_closed,
        following=None if is_closed else next_phase(debate),
    )


def next_phase(debate: Debate) -> Phase | None:
    """Return the phase that comes after the present one."""
    phases, now = debate.charter.runsheet.phases, debate.schedule.now.phase.id
    place = next((i for i, phase in enumerate(phases) if phase.id == now), len(phases))
    return phases[place + 1] if place + 1 < len(phases) else None


def room_of(debate: Debate) -> Room:
    """Return the counts of a room."""
    return room_finding(debate)


def room_words(debate: Debate, t: Translator) -> tuple[Waiting, ...]:
    """Return the counts in words, what waits first."""
    return room_readings(room_finding(debate), debate, t)
