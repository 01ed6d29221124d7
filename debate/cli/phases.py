"""Verbs: lead a debate from phase to phase, hold it and end it."""

from __future__ import annotations

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.domain import commands as c
from debate.domain.ids import PhaseId
from debate.errors import UsageError
from debate.service.wiring import wall_clock

MINUTE = 60_000


def next(context: Context) -> int:
    """Go on to the next phase."""
    return _moved(context, c.NextPhase())


def undo(context: Context) -> int:
    """Go back to the phase before."""
    return _moved(context, c.UndoPhase())


def go(context: Context) -> int:
    """Go to a phase by its id."""
    name = PhaseId(context.args.phase)
    if name not in {phase.id for phase in context.seat().debate.charter.runsheet.phases}:
        raise UsageError(what="phase", value=name)
    return _moved(context, c.MovePhase(name))


def _moved(context: Context, command: c.NextPhase | c.UndoPhase | c.MovePhase) -> int:
    seat = context.seat()
    answer = seat.submit(command)
    title = seat.debate.schedule.now.phase.title.within(context.language)
    return context.answer(answer, context.t.text("The phase is now: {phase}.", phase=title))


def pause(context: Context) -> int:
    """Stop the clock."""
    return context.act(c.PausePhase(), context.t.text("The clock stands still."))


def resume(context: Context) -> int:
    """Let the clock run on."""
    return context.act(c.ResumePhase(), context.t.text("The clock runs."))


def extend(context: Context) -> int:
    """Give this phase more minutes, or fewer."""
    minutes = context.args.minutes
    said = (
        context.t.plural("{n} minute less.", "{n} minutes less.", -minutes)
        if minutes < 0
        else context.t.plural("{n} minute more.", "{n} minutes more.", minutes)
    )
    return context.act(c.ExtendPhase(minutes), said)


def freeze(context: Context) -> int:
    """Let nobody but facilitators act."""
    return context.act(c.FreezeSession(context.args.reason), context.t.text("Frozen."))


def thaw(context: Context) -> int:
    """Let people act again."""
    return context.act(c.ThawSession(), context.t.text("People can act again."))


def close(context: Context) -> int:
    """End the debate."""
    return context.act(c.CloseSession(), context.t.text("The debate is closed."))


def reopen(context: Context) -> int:
    """Go on with a debate that was ended."""
    return context.act(c.ReopenSession(), context.t.text("The debate is open again."))


def show(context: Context) -> int:
    """Show the phases and the clock."""
    debate, t = context.seat().debate, context.t
    now = debate.schedule.now
    rows = [
        {
            "id": phase.id,
            "title": phase.title.within(context.language),
            "minutes": phase.minutes,
            "acts": sorted(phase.acts),
            "is_now": phase.id == now.phase.id,
        }
        for phase in debate.charter.runsheet.phases
    ]
    elapsed = now.elapsed(wall_clock()) // MINUTE
    if context.is_json:
        context.say_json({"phases": rows, "elapsed_minutes": elapsed, "minutes": now.minutes,
                          "is_paused": now.is_paused, "is_frozen": debate.schedule.is_frozen,
                          "is_closed": debate.schedule.is_closed})  # fmt: skip
        return Exit.DONE
    for row in rows:
        mark = "▸" if row["is_now"] else " "
        minutes = t.text("{minutes} min", minutes=row["minutes"]) if row["minutes"] else ""
        context.say(f"{mark} {row['id']:<14} {row['title']:<40} {minutes}".rstrip())
    context.say(t.text("{elapsed} of {minutes} minutes gone.", elapsed=elapsed, minutes=now.minutes)
                if now.minutes else t.text("{elapsed} minutes so far.", elapsed=elapsed))  # fmt: skip
    return Exit.DONE
