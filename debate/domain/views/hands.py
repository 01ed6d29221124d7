"""Who asks for the floor, in the order in which they did."""

from __future__ import annotations

from dataclasses import dataclass

from debate.domain.events.people import HandLowered, HandRaised
from debate.domain.fact import Fact
from debate.domain.ids import FactId, ParticipantId
from debate.domain.state import State
from debate.domain.views.people import People, said
from debate.domain.views.saying import in_order


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand that is up."""

    id: FactId
    by: ParticipantId


def hands_of(state: State, people: People) -> tuple[Hand, ...]:
    """Return the hands that are up: one a person, the one that waits longest first."""
    facts = tuple(state.people.values())
    lowered = {
        event.hand
        for fact, event in said(facts, HandLowered)
        if people.led(fact) or _is_own(fact, event.hand, state, people)
    }
    found: dict[ParticipantId, Hand] = {}
    for fact in in_order(fact for fact, _ in said(facts, HandRaised)):
        person = people.of(fact.author)
        if fact.id not in lowered and people.counts(fact) and person and person.is_present:
            found.setdefault(person.id, Hand(fact.id, person.id))
    return tuple(found.values())


def _is_own(lowering: Fact, hand: FactId, state: State, people: People) -> bool:
    """Tell whether who lowers a hand is who raised it, on whichever device."""
    raised = state.people.get(hand)
    owner = people.owners.get(lowering.author)
    return raised is not None and owner is not None and people.owners.get(raised.author) == owner
