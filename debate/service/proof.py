"""Was my ballot counted as I cast it? Each of one's ballots held against what was kept here.

What opens a ballot is kept on the device it was cast on, so that nobody has to believe a screen:
the seal is worked out again from what was kept, and compared with the journal and with the count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from debate.domain.events.decisions import BallotSealed
from debate.domain.views.people import said
from debate.i18n.event_words import VALUE_WORDS
from debate.report.readings.proof import proof_reading
from debate.service.names import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from debate.domain.ballot import Ballot
    from debate.domain.fact import Fact
    from debate.domain.ids import FactId, ParticipantId
    from debate.domain.views.polls import Poll, PollKey
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat

State = Literal["sealed", "counted", "unopened", "late", "elsewhere"]
CODE = 10
"""Characters of a seal that people compare."""


@dataclass(frozen=True, slots=True)
class BallotProof:
    """What became of one ballot that was cast from this seat."""

    key: PollKey
    code: str
    """The beginning of its seal, as the journal has it."""
    fact: FactId
    state: State
    """`sealed`: not revealed yet. `counted`: opened, and as it was cast. `unopened`: revealed, and
    nobody opened it. `late`: cast after the reveal. `elsewhere`: opened, and this device does not
    hold what was cast. What is counted and does not fit its seal cannot be: `Poll` leaves it out."""
    ballot: Ballot | None = None
    """What it holds, where this device knows it."""
    voter: ParticipantId | None = None
    """The person on paper whom it was typed for; None for one's own."""


def proofs_of(seat: Seat) -> tuple[BallotProof, ...]:
    """Return what became of every ballot cast from a seat: the one that counts, and late ones."""
    return tuple(
        each
        for poll in seat.debate.polls.values()
        for each in (*_counting(seat, poll), *_late(seat, poll))
    )


def _counting(seat: Seat, poll: Poll) -> Iterator[BallotProof]:
    me = seat.person
    for voter, seal in poll.seals.items():
        is_own = me is not None and voter == me.id
        if is_own or seal.author == seat.device:
            yield _proof(seat, poll, seal, None if is_own else voter)


def _late(seat: Seat, poll: Poll) -> Iterator[BallotProof]:
    for fact, event in said(seat.debate.state.ballots.values(), BallotSealed):
        if fact.id in poll.late and fact.author == seat.device:
            yield BallotProof(poll.key, event.commitment[:CODE], fact.id, "late", seat.kept(fact))


def _proof(seat: Seat, poll: Poll, seal: Fact, voter: ParticipantId | None) -> BallotProof:
    owner = voter or (seat.person.id if seat.person else None)
    opened = poll.ballots.get(owner) if owner else None
    kept = seat.kept(seal)
    code = seal.event.commitment[:CODE] if isinstance(seal.event, BallotSealed) else ""
    state = _state(poll, opened, kept)
    return BallotProof(poll.key, code, seal.id, state, kept or opened, voter)


def _state(poll: Poll, opened: Ballot | None, kept: Ballot | None) -> State:
    if not poll.is_revealed:
        return "sealed"
    if opened is None:
        return "unopened"
    return "counted" if opened == kept else "elsewhere"


def proof_words(seat: Seat, proof: BallotProof, t: Translator) -> tuple[str, str]:
    """Return which ballot it is, and what became of it."""
    motion, moment, number = proof.key
    found = seat.debate.charter.motion(motion) if motion else None
    title = found.short.within(t.language) if found else t.text("All motions")
    name = t.text(VALUE_WORDS[moment]) if moment in VALUE_WORDS else moment
    parts = [title, f"{name} {number + 1}" if number else name]
    if proof.voter is not None:
        parts.append(t.text("typed for {name}", name=name_of(seat.debate, proof.voter, t)))
    return " · ".join(parts), proof_reading(proof.state, proof.code, proof.ballot, t)
