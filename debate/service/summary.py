"""One debate in a line: what the list of debates shows without opening the journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from debate.domain.wording import Wording

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.service.session import Session

MINIMUM_CELL = 3
"""The fewest people who may be shown together where nobody may be told apart."""
HISTOGRAM_BINS = 10
"""Bins of stances from −100 to 100, each 20 points wide, in a mini-histogram."""


class Summary(NamedTuple):
    """What a list says of a debate."""

    id: str
    title: str
    motions: tuple[str, ...]
    people: int
    arguments: int
    facts: int
    last: int
    """The time of the newest fact, in milliseconds since 1970."""
    phase: Wording
    is_closed: bool = False
    balances: tuple[tuple[str, float], ...] = ()
    """Each motion's strength in [0, 1]; empty while a phase hides totals or weights."""
    histogram: tuple[int, ...] = ()
    """Stances of the newest revealed ballot on the first motion that has one; empty without."""

    def to_document(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        return {
            "title": self.title,
            "motions": list(self.motions),
            "people": self.people,
            "arguments": self.arguments,
            "facts": self.facts,
            "last": self.last,
            "phase": {"en": self.phase.en, "nl": self.phase.nl},
            "closed": self.is_closed,
            "balances": {motion: round(value * 1000) for motion, value in self.balances},
            "histogram": list(self.histogram),
        }

    @classmethod
    def from_document(cls, name: str, document: Mapping[str, Any]) -> Summary:
        """Read what `to_document` wrote; fields it lacks are empty."""
        phase = document.get("phase", {})
        return cls(
            id=name,
            title=document.get("title", ""),
            motions=tuple(document.get("motions", ())),
            people=document.get("people", 0),
            arguments=document.get("arguments", 0),
            facts=document.get("facts", 0),
            last=document.get("last", 0),
            phase=Wording(phase.get("en"), phase.get("nl")),
            is_closed=document.get("closed", False),
            balances=tuple(
                (motion, value / 1000) for motion, value in document.get("balances", {}).items()
            ),
            histogram=tuple(document.get("histogram", ())),
        )


def summary_of(session: Session) -> Summary:
    """Work out the line of an open debate."""
    debate = session.debate
    last = int(session.newest[:13])
    if not debate.is_open:
        return Summary(session.id, "", (), 0, 0, session.journal.position, last, Wording())
    phase = debate.schedule.now.phase.title
    return Summary(
        id=session.id,
        title=debate.charter.title,
        motions=tuple(debate.charter.motion_ids),
        people=len(debate.people.present()),
        arguments=sum(argument.is_standing for argument in debate.floor.arguments.values()),
        facts=session.journal.position,
        last=last,
        phase=Wording(phase.en, phase.nl),
        is_closed=debate.schedule.is_closed,
        balances=_balances(session),
        histogram=histogram_of(debate),
    )


def _balances(session: Session) -> tuple[tuple[str, float], ...]:
    """Return the strengths that everybody may see; a list is no way around what a phase hides."""
    from debate.service.sight import sight_in

    debate = session.debate
    sight = sight_in(debate, None)
    if not (sight.sees_totals and sight.sees_weights):
        return ()
    return tuple(
        (motion, session.scales.strength(motion) or 0.0) for motion in debate.charter.motion_ids
    )


def histogram_of(debate: Debate) -> tuple[int, ...]:
    """Count the stances of the newest revealed ballot of the first motion that has one.

    Under a secret contract a ballot of one or two people stays closed here too.
    """
    least = MINIMUM_CELL if debate.charter.contract == "secret" else 1
    revealed = [
        poll for poll in debate.polls.values() if poll.reveal and len(poll.ballots) >= least
    ]
    if not revealed:
        return ()
    newest = max(revealed, key=lambda poll: poll.reveal.moment if poll.reveal else ("", ""))
    stances = [ballot.stance for ballot in newest.ballots.values() if ballot.stance is not None]
    return binned(stances, HISTOGRAM_BINS)


def binned(stances: list[int], bins: int) -> tuple[int, ...]:
    """Count stances from −100 to 100 in equal bins; a bin's edge belongs to the upper bin."""
    counts = [0] * bins
    for stance in stances:
        counts[min(bins - 1, (stance + 100) * bins // 200)] += 1
    return tuple(counts)
