"""The rules that many decisions share: who may act, when, on what, and with which words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from debate.domain.argument import NOTE_LIMIT, PROSE_LIMIT, Target
from debate.domain.debate import Debate
from debate.domain.events.base import Heads
from debate.domain.ids import ArgumentId, DeviceKey, FactId, MotionId, ParticipantId
from debate.domain.motion import CLAIM_LIMIT, Source
from debate.domain.refusal import Refusal
from debate.domain.runsheet import Act, Phase
from debate.domain.text import clean_claim, clean_prose
from debate.domain.views.floor import Argument
from debate.domain.views.people import Person

LINK = re.compile(r"https?://[^\s<>\"]+", re.ASCII)
CITE_LIMIT = 500
NAME_LIMIT = 40
SOURCE_LIMIT = 20
NUMBER_LIMIT = 2**53
"""Numbers of facts stay below it."""
_DEVICE = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)


@dataclass(frozen=True, slots=True)
class At:
    """Where a command comes from: the device whose next fact it would become."""

    device: DeviceKey


def heads_of(debate: Debate) -> Heads:
    """Return what has been seen of every author's log, in a fixed order."""
    return tuple(sorted(debate.state.heads.items()))


def phase_of(debate: Debate) -> FactId | None:
    """Return the fact that began the present phase."""
    return debate.schedule.now.id


def must_be_open(debate: Debate) -> Refusal | None:
    """Refuse before the opening fact is here."""
    return None if debate.is_open else Refusal.of("session.not-open")


def must_be_somebody(debate: Debate, at: At) -> Refusal | None:
    """Refuse devices nobody speaks through, and people who were removed."""
    if refusal := must_be_open(debate) or must_be_in_force(debate, at):
        return refusal
    person = debate.people.of(at.device)
    return None if person and person.is_present else Refusal.of("person.not-joined")


def must_be_in_force(debate: Debate, at: At) -> Refusal | None:
    """Refuse the devices of those who were removed, and devices that were given up."""
    people = debate.people
    if at.device in people.authority.limits:
        return Refusal.of("person.removed")
    return Refusal.of("device.retired") if at.device in people.limits else None


def must_lead(debate: Debate, at: At) -> Refusal | None:
    """Refuse anybody but a facilitator."""
    if refusal := must_be_open(debate):
        return refusal
    return None if debate.people.is_facilitator(at.device) else Refusal.of("person.not-facilitator")


def must_act(debate: Debate, at: At, act: Act) -> Refusal | None:
    """Refuse who may not act, and acts that the present phase does not allow."""
    if refusal := must_be_somebody(debate, at):
        return refusal
    if person_at(debate, at).role == "observer":
        return Refusal.of("person.observer")
    if debate.schedule.is_closed:
        return Refusal.of("session.closed")
    if debate.schedule.is_frozen and not debate.people.is_facilitator(at.device):
        return Refusal.of("session.frozen")
    return must_be_lawful(debate, act)


def must_be_lawful(debate: Debate, act: Act) -> Refusal | None:
    """Refuse an act outside its phase, and say when it will be possible, or was."""
    now = debate.schedule.now.phase
    if act in now.acts:
        return None
    before, after = phases_around(debate)
    for steps, later in enumerate(after, start=1):
        if act in later.acts and steps == 1:
            return Refusal.of("phase.next", act=act, phase=now.title, later=later.title)
        if act in later.acts:
            title = later.title
            return Refusal.of("phase.not-yet", act=act, phase=now.title, later=title, steps=steps)
    earlier = next((phase for phase in reversed(before) if act in phase.acts), None)
    if earlier is None:
        return Refusal.of("phase.not-lawful", act=act, phase=now.title)
    return Refusal.of("phase.over", act=act, phase=now.title, earlier=earlier.title)


def phases_around(debate: Debate) -> tuple[tuple[Phase, ...], tuple[Phase, ...]]:
    """Return the phases of the run-sheet before the present one, and those after it."""
    phases, now = debate.charter.runsheet.phases, debate.schedule.now.phase.id
    place = next((i for i, phase in enumerate(phases) if phase.id == now), len(phases))
    return phases[:place], phases[place + 1 :]


def person_at(debate: Debate, at: At) -> Person:
    """Return who speaks; only after `must_be_somebody` had no refusal."""
    people = debate.people
    return people.by_id[people.owners[at.device]]


def argument_named(debate: Debate, name: ArgumentId) -> Argument | Refusal:
    """Return the argument that everybody can see under that id."""
    argument = debate.floor.arguments.get(name)
    if argument is None:
        return Refusal.of("argument.unknown", argument=name)
    return argument


def standing_argument(debate: Debate, name: ArgumentId) -> Argument | Refusal:
    """Return an argument that is neither withdrawn nor hidden."""
    argument = argument_named(debate, name)
    if isinstance(argument, Refusal):
        return argument
    if argument.hidden_for is not None:
        return Refusal.of("argument.hidden", reason=argument.hidden_for)
    return Refusal.of("argument.withdrawn") if argument.is_withdrawn else argument


def must_be_there(debate: Debate, target: Target) -> Refusal | None:
    """Refuse a target that is neither a motion nor an argument that stands."""
    if debate.charter.motion(target):
        return None
    found = standing_argument(debate, ArgumentId(target))
    return found if isinstance(found, Refusal) else None


def must_be_motion(debate: Debate, motion: MotionId | None) -> Refusal | None:
    """Refuse a motion that is not put to this debate; None stands for all of them."""
    if motion is None or debate.charter.motion(motion):
        return None
    return Refusal.of("motion.unknown", motion=motion)


def must_know(debate: Debate, participant: ParticipantId) -> Refusal | None:
    """Refuse a person who is not in this debate."""
    known = participant in debate.people.by_id
    return None if known else Refusal.of("person.unknown", person=participant)


def is_device(text: str) -> bool:
    """Tell whether a text could be the key of a device."""
    return _DEVICE.fullmatch(text) is not None


def claim_in(text: str) -> str | Refusal:
    """Return a claim as it may be kept: one line of at most 280 characters."""
    return _measured(clean_claim(text).text, CLAIM_LIMIT)


def prose_in(text: str, *, may_be_empty: bool = False) -> str | Refusal:
    """Return longer text as it may be kept: at most 20,000 characters."""
    return _measured(clean_prose(text).text, PROSE_LIMIT, may_be_empty=may_be_empty)


def note_in(text: str, *, may_be_empty: bool = True) -> str | Refusal:
    """Return a reason or note as it may be kept: one line of at most 500 characters."""
    return _measured(clean_claim(text).text, NOTE_LIMIT, may_be_empty=may_be_empty)


def name_in(text: str) -> str | Refusal:
    """Return a person's name as it may be kept: one line of at most 40 characters."""
    return _measured(clean_claim(text).text, NAME_LIMIT)


def free_name(debate: Debate, typed: str | None, me: Person | None) -> str | Refusal | None:
    """Return the name as the journal may hold it: none at all under a secret contract."""
    if typed is None or debate.charter.contract == "secret":
        return None
    name = name_in(typed)
    if isinstance(name, Refusal):
        return name
    taken = any(
        person.name and person.name.casefold() == name.casefold()
        for person in debate.people.by_id.values()
        if person.is_present and (me is None or person.id != me.id)
    )
    return Refusal.of("person.name-taken", name=name) if taken else name


def _measured(text: str, limit: int, *, may_be_empty: bool = False) -> str | Refusal:
    if not text and not may_be_empty:
        return Refusal.of("text.empty")
    if len(text) > limit:
        return Refusal.of("text.too-long", length=len(text), limit=limit)
    return text


def is_link(text: str) -> bool:
    """Tell whether a text is a link to the web, with nothing in it that cannot be seen."""
    return LINK.fullmatch(text) is not None and clean_claim(text).text == text


def sources_in(sources: Iterable[Source]) -> tuple[Source, ...] | Refusal:
    """Return sources as they may be kept: cited in words, links only to the web."""
    kept: list[Source] = []
    for source in sources:
        cite = _measured(clean_claim(source.cite).text, CITE_LIMIT)
        if isinstance(cite, Refusal):
            return cite
        if source.url is not None and not is_link(source.url):
            return Refusal.of("source.bad-link", link=source.url[:80])
        kept.append(Source(cite=cite, url=source.url))
    if len(kept) > SOURCE_LIMIT:
        return Refusal.of("source.too-many", count=len(kept), limit=SOURCE_LIMIT)
    return tuple(kept)
