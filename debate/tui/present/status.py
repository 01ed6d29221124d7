"""The one line of where a debate is: its phase, its clock, who is here, and whether it is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.i18n.numbers import countdown
from debate.service.balloting import is_alone
from debate.service.room import next_phase
from debate.service.wiring import wall_clock
from debate.tui.cells import cut
from debate.tui.present.place import StatusView

if TYPE_CHECKING:
    from debate.domain.views.schedule import Schedule, Stage
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat

SECOND, MINUTE = 1_000, 60_000
"""In milliseconds."""
PRESSING = 60 * SECOND
"""Less than this is left when a clock presses."""
SEPARATOR = " · "
LONGEST_NAME = 20
"""So many cells of a name are shown."""


def status_view(seat: Seat, t: Translator, title: str = "", now: int | None = None) -> StatusView:
    """Return the line of where a debate is.

    Args:
        seat: Who looks at it.
        t: The language.
        title: What stands on the left.
        now: Milliseconds since 1970; the time of this machine when None.
    """
    debate = seat.debate
    schedule = debate.schedule
    moment = wall_clock() if now is None else now
    words = [*who_sits(seat), phase_words(schedule, t, moment)]
    people = len(debate.people.present())
    if people > 1:
        words.append(t.text("{count} here", count=people))
    left = time_left(schedule.now, moment)
    is_running = left is not None and not schedule.is_closed
    return StatusView(
        left=title,
        right=SEPARATOR.join(words),
        progress=progress(schedule.now, moment) if is_running else None,
        is_pressing=schedule.is_closed or schedule.is_frozen or (is_running and _presses(left)),
    )


def who_sits(seat: Seat) -> tuple[str, ...]:
    """Return the name of who acts here, where others could be taken for them; none when alone.

    A secret debate puts no name beside what somebody holds, not even one's own.
    """
    person, debate = seat.person, seat.debate
    is_told_apart = debate.charter.contract != "secret" and len(debate.people.present()) > 1
    if person is None or not person.name or not is_told_apart:
        return ()
    return (cut(person.name, LONGEST_NAME),)


def now_words(seat: Seat, t: Translator) -> str:
    """Say which phase it is; who is alone reads its line here, and which key goes on from there."""
    phase = seat.debate.schedule.now.phase
    words = t.text("The phase is now: {phase}.", phase=phase.title.within(t.language))
    if not is_alone(seat):
        return words
    script = phase.script.within(t.language)
    onwards = t.text("N begins the next phase.") if next_phase(seat.debate) else ""
    return " ".join(each for each in (words, script, onwards) if each)


def phase_words(schedule: Schedule, t: Translator, now: int) -> str:
    """Return the phase with its clock, and in words whatever holds it up."""
    if schedule.is_closed:
        return t.text("closed")
    stage = schedule.now
    left = time_left(stage, now)
    words = stage.phase.title.within(t.language)
    if left is not None:
        words = f"{words} {countdown(left / SECOND)}"
    if stage.is_paused:
        words += SEPARATOR + t.text("clock stands still")
    return words + SEPARATOR + t.text("frozen") if schedule.is_frozen else words


def time_left(stage: Stage, now: int) -> int | None:
    """Return the milliseconds a stage has left, negative when it runs over; None without a clock."""
    return None if stage.minutes is None else stage.minutes * MINUTE - stage.elapsed(now)


def progress(stage: Stage, now: int) -> float | None:
    """Return how much of a stage's time is over, in [0, 1]; None without a clock."""
    if not stage.minutes:
        return None
    return min(1.0, stage.elapsed(now) / (stage.minutes * MINUTE))


def _presses(left: int | None) -> bool:
    return left is not None and left < PRESSING
