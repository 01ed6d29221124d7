"""Which side facilitators asked people to argue, whatever they hold themselves."""

from __future__ import annotations

from collections.abc import Mapping

from debate.domain.events.people import SideAssigned
from debate.domain.fact import Fact
from debate.domain.ids import FactId, MotionId, ParticipantId
from debate.domain.motion import Side
from debate.domain.state import State
from debate.domain.views.people import People, said
from debate.domain.views.saying import newest

Sides = Mapping[tuple[ParticipantId, MotionId], Side]


def sides_of(state: State, people: People) -> Sides:
    """Return the newest side that each person was asked to argue on each motion."""
    asked: dict[tuple[ParticipantId, MotionId], list[Fact]] = {}
    given: dict[FactId, Side] = {}
    for fact, event in said(state.people.values(), SideAssigned):
        if people.led(fact):
            asked.setdefault((event.participant, event.motion), []).append(fact)
            given[fact.id] = event.side
    latest = {key: newest(facts) for key, facts in asked.items()}
    return {key: given[fact.id] for key, fact in latest.items() if fact is not None}
