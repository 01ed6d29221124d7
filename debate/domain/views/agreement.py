"""The charter in force: what was agreed at the opening, and what was amended in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from debate.domain.charter import Charter
from debate.domain.events.decisions import BallotSealed
from debate.domain.events.session import CharterAmended, SessionOpened
from debate.domain.fact import Fact
from debate.domain.ids import FactId, MotionId
from debate.domain.motion import Motion
from debate.domain.participant import Contract, strictest
from debate.domain.state import State
from debate.domain.views.people import People, founding, said


def charter_of(state: State, people: People) -> Charter | None:
    """Return the charter in force; None while the opening fact is still under way.

    Titles and new motions may always change. Scheme, run-sheet and contract are locked once a
    ballot was cast that the amendment's author had seen; and whatever was amended meanwhile, nobody
    gets a contract weaker than the one they cast a ballot under.
    """
    opening = founding(state)
    if opening is None or not isinstance(opening.event, SessionOpened):
        return None
    charter = opening.event.charter
    offered: set[Contract] = {charter.contract}
    for _, amendment in amendments(state, people):
        locked = _saw_a_ballot(state, people, amendment)
        charter = _amended(charter, amendment, locked=locked)
        if not locked:
            offered.add(charter.contract)
    promised = {event.contract for _, event in seals_of(state, people)} & offered
    return charter.model_copy(
        update={"contract": strictest(frozenset({charter.contract, *promised}))}
    )


def amendments(state: State, people: People) -> list[tuple[Fact, CharterAmended]]:
    """Return the facilitators' amendments, each after the one it follows."""
    found = [
        (fact, event)
        for fact, event in said(state.proceedings.values(), CharterAmended)
        if people.led(fact)
    ]
    parents = {fact.id: event.after for fact, event in found}
    return sorted(found, key=lambda pair: (depth(pair[0].id, parents), pair[0].moment))


def depth(name: FactId, parents: Mapping[FactId, FactId | None]) -> int:
    """Return how many facts a fact follows, one after the other."""
    steps = 0
    while (parent := parents.get(name)) is not None:
        name, steps = parent, steps + 1
    return steps


def seals_of(state: State, people: People) -> Iterator[tuple[Fact, BallotSealed]]:
    """Yield the ballots cast by people whose word counts: they lock what was agreed."""
    for fact, event in said(state.ballots.values(), BallotSealed):
        if people.voice(fact) is not None or people.led(fact):
            yield fact, event


def _saw_a_ballot(state: State, people: People, amendment: CharterAmended) -> bool:
    heads = dict(amendment.heads)
    return any(fact.number <= heads.get(fact.author, 0) for fact, _ in seals_of(state, people))


def _amended(charter: Charter, amendment: CharterAmended, *, locked: bool) -> Charter:
    motions: dict[MotionId, Motion] = {}
    for motion in (*charter.motions, *amendment.motions):
        motions.setdefault(motion.id, motion)
    update: dict[str, object] = {"motions": tuple(motions.values())}
    if amendment.title is not None:
        update["title"] = amendment.title
    if not locked:
        for field in ("runsheet", "scheme", "contract"):
            value = getattr(amendment, field)
            if value is not None:
                update[field] = value
    return charter.model_copy(update=update)
