"""The people of a debate as rows: who, as what, on paper or not; never what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.domain.views.hands import hands_of
from debate.tui.cells import cut
from debate.tui.widgets.ink import Line, Role

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.ids import ParticipantId
    from debate.domain.views.people import Person
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat

_SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in the list."""

    id: str
    name: str
    note: str
    is_present: bool = True
    has_hand: bool = False


@dataclass(frozen=True, slots=True)
class PersonAct:
    """One thing a facilitator can do about a person."""

    key: str
    label: str


def person_rows(debate: Debate, t: Translator) -> tuple[PersonRow, ...]:
    """Return a row for everybody: raised hands first, then in the order of joining, the gone last."""
    hands = [hand.by for hand in hands_of(debate.state, debate.people)]
    rows = [
        PersonRow(
            person.id, label_of(person, debate, t), _note(person, debate, t, hands),
            person.is_present, person.id in hands,
        )
        for person in debate.people.by_id.values()
    ]  # fmt: skip
    order = {name: place for place, name in enumerate(hands)}
    return tuple(
        sorted(rows, key=lambda row: (not row.is_present, order.get(row.id, len(hands))))  # type: ignore[call-overload]
    )


def label_of(person: Person, debate: Debate, t: Translator) -> str:
    """Return what a list of people calls somebody: by number where nobody is named."""
    if debate.charter.contract != "secret" and person.name:
        return person.name
    return t.text("participant {number}", number=person.number)


def _note(person: Person, debate: Debate, t: Translator, hands: Sequence[ParticipantId]) -> str:
    roles = {
        "facilitator": t.text("facilitator"),
        "participant": t.text("participant"),
        "observer": t.text("observer"),
    }
    channels = {"paper": t.text("on paper"), "proxy": t.text("by proxy")}
    words = [roles[person.role]]
    words += [channels[person.channel]] if person.channel else []
    words += [t.text("on the roster")] if person.is_confirmed else []
    words += [t.text("hand up, {place} in the queue", place=hands.index(person.id) + 1)] if (
        person.id in hands
    ) else []  # fmt: skip
    sides = {"for": t.text("argues for"), "against": t.text("argues against")}
    asked = {side for (who, _), side in debate.sides.items() if who == person.id}
    words += [sides[side] for side in sorted(asked)]
    words += [] if person.is_present else [t.text("left")]
    return _SEPARATOR.join(words)


def paint_person(row: PersonRow, width: int) -> Sequence[Line]:
    """Return one line: the name, and as what they are here."""
    half = max(12, width // 3)
    role: Role = "ink" if row.is_present else "muted"
    sign = "● " if row.has_hand else "  "
    name = cut(row.name, half)
    return [
        [(sign, "focus"), (name + " " * (half - len(name) + 1), role),
         (cut(row.note, max(0, width - half - 3)), "muted")]
    ]  # fmt: skip


def person_acts(seat: Seat, person: Person, t: Translator) -> tuple[PersonAct, ...]:
    """Return what the person at a seat can do about somebody, what is done most first."""
    debate = seat.debate
    hands = {hand.by for hand in hands_of(debate.state, debate.people)}
    removed = {each.participant for each in debate.people.authority.removals.values()}
    is_chief, is_me = person.id == debate.people.chief, seat.person == person
    if person.id in removed:
        return (PersonAct("reinstate", t.text("Let them take part again")),)
    offered = (
        (person.id in hands, "lower", t.text("Lower their hand: they had the floor")),
        (bool(person.channel), "ballot", t.text("Type their ballot from paper")),
        (not person.channel and person.role == "participant", "lead", t.text("Let them lead too")),
        (
            person.role == "facilitator" and not is_chief,
            "unlead",
            t.text("Let them no longer lead"),
        ),
        (person.role == "participant", "observe", t.text("Let them only watch")),
        (person.role == "observer", "take-part", t.text("Let them take part")),
        (not person.is_confirmed, "confirm", t.text("Put them on the roster")),
        (not is_chief and not is_me, "remove", t.text("End their part, with a reason")),
    )
    return tuple(PersonAct(key, label) for is_offered, key, label in offered if is_offered)
