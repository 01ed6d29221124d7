"""What a person may have meant who named something that is not there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from debate.errors import DebateError, UsageError

if TYPE_CHECKING:
    from debate.cli.context import Context
    from debate.domain.debate import Debate

MOST = 8
"""How many candidates are named."""
SAYS_ALL = frozenset({"not-yet", "past", "range"})
"""The reasons that leave nothing to name: what is known would be no answer."""


def hint(error: DebateError, context: Context) -> str:
    """Return a sentence on what is known here instead; empty when there is nothing to say."""
    if not isinstance(error, UsageError) or error.details.get("reason") in SAYS_ALL:
        return ""
    try:
        known = list(dict.fromkeys(_known(error, context)))
    except DebateError:
        return ""
    if not known:
        return ""
    from difflib import get_close_matches

    near = get_close_matches(str(error.details.get("value", "")), known, MOST)
    named = list(dict.fromkeys((*near, *known)))
    more = " …" if len(named) > MOST else ""
    return context.t.text("Known here: {names}.", names=", ".join(named[:MOST]) + more)


def _known(error: UsageError, context: Context) -> Iterable[str]:
    workspace = context.workspace
    candidates = error.details.get("candidates")
    if isinstance(candidates, tuple):
        return candidates
    match error.details.get("what"):
        case "session":
            name = str(error.details.get("value", "")).casefold()
            every = {f"{each.title} ({each.id[:8]})": each for each in workspace.summaries()}
            alike = [label for label, each in every.items() if each.title.casefold() == name]
            return alike or every
        case "runsheet":
            return list(workspace.runsheets)
        case "motion" if not hasattr(context.args, "session"):
            return [motion.id for motion in workspace.motions]
        case "argument" | "motion" | "person" | "phase" as what if context.session_name:
            return _known_in(str(what), context)
        case _:
            return ()


def _known_in(what: str, context: Context) -> Iterable[str]:
    seat = context.workspace.open(context.session_name or "")
    debate = seat.debate
    match what:
        case "motion":
            return debate.charter.motion_ids
        case "phase":
            return [phase.id for phase in debate.charter.runsheet.phases]
        case "person":
            return _people(debate)
        case _:
            return (*debate.charter.motion_ids, *_numbers(debate))


def _numbers(debate: Debate) -> Iterable[str]:
    count = len(debate.floor.arguments)
    if count < MOST:
        return [str(number) for number in range(1, count + 1)]
    return [f"1–{count}"]


def _people(debate: Debate) -> Iterable[str]:
    if debate.charter.contract == "secret":
        return ()
    return [person.name or str(person.number) for person in debate.people.by_id.values()]
