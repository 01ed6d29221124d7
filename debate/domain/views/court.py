"""What was said of one argument, and what of it counts: whose word it is decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from debate.domain.events.arguments import (
    ArgumentAdopted,
    ArgumentFlagged,
    ArgumentHidden,
    ArgumentShown,
    FlagResolved,
    WeightCleared,
    WeightSet,
)
from debate.domain.fact import Fact
from debate.domain.ids import FactId, ParticipantId
from debate.domain.state import ArgumentRecord
from debate.domain.views.people import People, said
from debate.domain.views.saying import in_order, newest_by
from debate.domain.weight import Scheme, is_in_range


@dataclass(frozen=True, slots=True)
class Flag:
    """A request to look at an argument that no facilitator has answered yet."""

    id: FactId
    by: ParticipantId | None
    reason: str


def weights_of(
    record: ArgumentRecord, people: People, scheme: Scheme | None = None
) -> Mapping[ParticipantId, int]:
    """Return the weight each person gives an argument; who gave none is not in it.

    Args:
        record: What was said of the argument.
        people: Who counts.
        scheme: Leaves out weights that it does not know; None takes every weight.
    """
    return {
        person: fact.event.value
        for person, fact in latest_weights(record, people, scheme).items()
        if isinstance(fact.event, WeightSet)
    }


def latest_weights(
    record: ArgumentRecord, people: People, scheme: Scheme | None = None
) -> Mapping[ParticipantId, Fact]:
    """Return what each person said last of an argument's weight; see `weights_of`."""
    if not record.weights:
        return {}
    voices = {
        fact.id: people.voice_for(fact, event.on_behalf_of)
        for fact in record.weights.values()
        if isinstance(event := fact.event, WeightSet | WeightCleared)
        and (isinstance(event, WeightCleared) or scheme is None or is_in_range(scheme, event.value))
    }
    return newest_by(record.weights.values(), lambda fact: voices.get(fact.id))


@dataclass(frozen=True, slots=True)
class Court:
    """Judges what was said of one argument: whose word it is, and whether that counts."""

    people: People
    scheme: Scheme

    def own(self, facts: Iterable[Fact], author: ParticipantId | None) -> list[Fact]:
        """Return what one person, on any device, said."""
        people = self.people
        return [
            fact
            for fact in facts
            if people.counts(fact) and people.owners.get(fact.author) == author
        ]

    def adopters(
        self, record: ArgumentRecord, author: ParticipantId | None
    ) -> frozenset[ParticipantId]:
        """Return who else stands by an argument."""
        if not record.adoptions:
            return frozenset()
        latest = newest_by(record.adoptions.values(), self.people.voice)
        return frozenset(
            person
            for person, fact in latest.items()
            if person != author and isinstance(fact.event, ArgumentAdopted)
        )

    def hidings(self, record: ArgumentRecord) -> list[tuple[FactId, str]]:
        """Return the hidings in force with their reasons, the newest last."""
        if not record.moderation:
            return []
        led = [fact for fact in record.moderation.values() if self.people.led(fact)]
        ended = {event.hiding for _, event in said(led, ArgumentShown)}
        return [
            (fact.id, event.reason)
            for fact, event in said(in_order(led), ArgumentHidden)
            if fact.id not in ended
        ]

    def flags(self, record: ArgumentRecord) -> tuple[Flag, ...]:
        """Return the flags that no facilitator answered, in the order they came."""
        if not record.moderation:
            return ()
        people, facts = self.people, record.moderation.values()
        done = {event.flag for fact, event in said(facts, FlagResolved) if people.led(fact)}
        return tuple(
            Flag(fact.id, people.owners.get(fact.author), event.reason)
            for fact, event in said(in_order(facts), ArgumentFlagged)
            if fact.id not in done and people.counts(fact)
        )
