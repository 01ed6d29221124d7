"""What things are called where people point at them: argument 3, question q1, Ada.

Numbers follow the order of arrival on this replica's floor, openings first. They are for pointing
within one sitting; ids are what facts use.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from debate.domain.argument import Target
from debate.domain.ids import ArgumentId, FactId, MotionId, OptionId, ParticipantId
from debate.errors import UsageError

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.i18n.catalog import Translator

NOBODY = ParticipantId("")
"""Is called "somebody", as all are while the phase hides who said what."""
SHORTEST = 4
"""The fewest characters of an id that may stand for it."""


def argument_numbers(debate: Debate) -> Mapping[ArgumentId, int]:
    """Number the arguments of a debate from 1."""
    return {name: place for place, name in enumerate(debate.floor.arguments, start=1)}


def argument_called(debate: Debate, text: str) -> ArgumentId:
    """Return the argument that a number, an id or the start of one points at.

    Raises:
        UsageError: nothing, or more than one.
    """
    names = list(debate.floor.arguments)
    digits = text.removeprefix("#")
    if _is_place(digits, len(names)):
        return names[int(digits) - 1]
    likely = [name for name in names if name == text] or [
        name for name in names if len(text) >= SHORTEST and name.startswith(text)
    ]
    if len(likely) == 1:
        return likely[0]
    raise UsageError.not_one(len(likely), what="argument", value=text)


def motion_called(debate: Debate, text: str | None) -> MotionId:
    """Return the motion that an id, the start of one, or None (the only motion) points at.

    Raises:
        UsageError: nothing, or more than one.
    """
    names = debate.charter.motion_ids
    likely = [name for name in names if text is None or name == text] or [
        name for name in names if text is not None and name.startswith(text)
    ]
    if len(likely) == 1:
        return likely[0]
    if text is None:
        raise UsageError(what="motion", value="", reason="missing")
    raise UsageError.not_one(len(likely), what="motion", value=text)


def _is_place(digits: str, most: int) -> bool:
    """Tell whether a text is a number from 1 to `most`; a longer one is never read as a number."""
    is_short = digits.isascii() and digits.isdigit() and len(digits) <= len(str(most))
    return is_short and 0 < int(digits) <= most


def option_called(debate: Debate, motion: MotionId, text: str) -> OptionId:
    """Return the option of a motion that its id, a pack's short name for it or a start points at.

    Raises:
        UsageError: nothing, or more than one.
    """
    from debate.analysis.findings.deciding import options_of

    names = options_of(debate, motion)
    likely = [name for name in names if text and text in {name, name.rpartition("/")[2]}] or [
        name for name in names if len(text) >= SHORTEST and name.startswith(text)
    ]
    if len(likely) == 1:
        return likely[0]
    raise UsageError.not_one(len(likely), what="option", value=text)


def target_called(debate: Debate, text: str) -> Target:
    """Return the motion or argument that a text points at."""
    if text in debate.charter.motion_ids:
        return MotionId(text)
    try:
        return argument_called(debate, text)
    except UsageError:
        return motion_called(debate, text)


def nth_called(names: tuple[FactId, ...], text: str, *, what: str, letter: str = "") -> FactId:
    """Return what `q2` or the start of an id points at in a list of facts.

    Raises:
        UsageError: nothing, or more than one.
    """
    digits = text.removeprefix(letter)
    if _is_place(digits, len(names)):
        return names[int(digits) - 1]
    likely = [name for name in names if len(text) >= SHORTEST and name.startswith(text)]
    if len(likely) == 1:
        return likely[0]
    raise UsageError.not_one(len(likely), what=what, value=text)


def person_called(debate: Debate, text: str) -> ParticipantId:
    """Return the person that a name or a number of joining points at.

    Raises:
        UsageError: nobody, or more than one.
    """
    likely = [
        person.id
        for person in debate.people.by_id.values()
        if str(person.number) == text
        or (person.name and person.name.casefold() == text.casefold())
        or person.id == text
    ]
    if len(likely) == 1:
        return likely[0]
    raise UsageError.not_one(len(likely), what="person", value=text)


def name_of(debate: Debate, person: ParticipantId | None, t: Translator) -> str:
    """Return what screens call a person, as the contract allows.

    Under a secret contract nobody is told apart; otherwise the nameless go by their number.
    """
    if person is None:
        return t.text("the pack")
    if debate.charter.contract == "secret":
        return t.text("somebody")
    found = debate.people.by_id.get(person)
    if found is None:
        return t.text("somebody")
    return found.name or t.text("participant {number}", number=found.number)
