"""What happens when a new debate begins: what must hold first, then the debate, then the seats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.domain.decide.rules import name_in
from debate.domain.refusal import Refusal
from debate.i18n.messages import refusal_text

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.i18n.catalog import Translator
    from debate.service.new_debate import NewDebate
    from debate.service.seat import Seat
from debate.service.workspace import Workspace

NAME = "name"
"""The setting that keeps the name a person goes by."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with what was typed."""

    field: str
    """The field it stands in."""
    words: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A debate that was begun, and who could not sit down in it."""

    seat: Seat
    refused: tuple[tuple[str, Refusal], ...] = ()


def begin_with(workspace: Workspace, new: NewDebate, others: Sequence[str]) -> Begun | Refusal:
    """Begin a debate, keep the founder's name, and let the others sit down.

    Raises:
        StoreError: the disk refused.
    """
    seat = workspace.begin(new)
    if isinstance(seat, Refusal):
        return seat
    if new.name:
        workspace.choose(NAME, new.name)
    answers = [(name, workspace.add_seat(seat.session, name)) for name in others]
    return Begun(seat, tuple((name, no) for name, no in answers if isinstance(no, Refusal)))


def has_room(debate: Debate) -> bool:
    """Tell whether there is a room to lead: phases to go through, and others who are or may come.

    A run-sheet that lets people in at its beginning alone, with nobody else there, is for one person.
    """
    later = debate.charter.runsheet.phases[1:]
    may_come = any("join" in phase.acts for phase in later)
    return bool(later) and (may_come or len(debate.people.present()) > 1)


def fault_in(new: NewDebate, others: Sequence[str], t: Translator) -> Fault | None:
    """Return the first thing that is wrong with what was typed; None when all is well."""
    if not new.title:
        return Fault("title", t.text("A debate needs a title."))
    own = (new.name,) if new.name else ()
    for field, names in (("name", own), ("others", others)):
        for name in names:
            if isinstance(refusal := name_in(name), Refusal):
                return Fault(field, f"{name}: {refusal_text(refusal, t)}")
    folded = [name.casefold() for name in (*own, *others)]
    if len(set(folded)) < len(folded):
        return Fault("others", t.text("Two people cannot have one name here."))
    return None
