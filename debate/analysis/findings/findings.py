"""All the findings of a debate, motion by motion: the one value that every face shows.

Ids of people stand in it only to look names up; `to_json` writes their number and the name they go
by in their place, and under a secret contract there are no rows of people at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from debate.analysis.findings.coherence import Coherence, coherence_finding
from debate.analysis.findings.deciding import (
    Carried,
    Preference,
    carried_finding,
    preference_finding,
)
from debate.analysis.findings.grouping import Grouping, grouping_finding
from debate.analysis.findings.movement import Pending, PersonMoved, Shift, shift_finding
from debate.analysis.findings.moving import Moved, moved_finding
from debate.analysis.findings.plain import Plain, plain
from debate.analysis.findings.polls import PollFinding, poll_finding
from debate.analysis.findings.taking_part import TakingPart, taking_part_finding
from debate.analysis.findings.weighing import Weighing, weighing_finding
from debate.analysis.oxford import side_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from debate.analysis.incremental import LiveStrengths
    from debate.analysis.refusal import Refused
    from debate.domain.ballot import Moment
    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId, ParticipantId
    from debate.domain.participant import Contract
    from debate.domain.views.polls import Poll
    from debate.domain.weight import Scheme


@dataclass(frozen=True, slots=True)
class MotionFindings:
    """What can be said about one motion."""

    motion: MotionId
    polls: tuple[PollFinding, ...]
    """Every ballot that anybody cast or that was revealed, in the order of the moments."""
    shift: Shift | Pending | Refused
    """From the opening to the newest closing ballot."""
    moved: Moved | Pending | Refused
    """What moved people, by their own account."""
    weighing: Weighing
    taking_part: TakingPart
    carried: Carried | Pending | Refused
    """Whether it carries by a simple majority of the verdicts."""
    preference: Preference | Pending | Refused
    """In which order people prefer its options."""
    coherence: Coherence | Refused
    """Whether those who rank its options alike also reason alike."""

    def poll(self, moment: Moment) -> PollFinding | None:
        """Return the newest ballot of a moment; None when nobody cast one."""
        found = [each for each in self.polls if each.moment == moment]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class Findings:
    """What can be said about a debate."""

    contract: Contract
    scheme: Scheme
    people: int
    """People who take part, observers left out."""
    motions: tuple[MotionFindings, ...]
    groups: Grouping | Refused
    """Who weighs alike, over all motions."""
    preference: Preference | Pending | Refused
    """In which order people prefer the motions."""
    coherence: Coherence | Refused
    """Whether those who prefer the same motions also reason alike."""

    def motion(self, name: MotionId) -> MotionFindings | None:
        """Return the findings of one motion; None when it is not put to this debate."""
        return next((each for each in self.motions if each.motion == name), None)

    def to_json(self, names: Mapping[ParticipantId, str | None] | None) -> dict[str, Plain]:
        """Return the findings as a JSON object.

        Args:
            names: The name each person goes by; None, or no entry, for the nameless. None instead
                of the mapping where nobody may be told apart: rows then have no number either.
        """
        return {
            "contract": self.contract,
            "scheme": self.scheme,
            "people": self.people,
            "motions": [motion_json(each, names) for each in self.motions],
            "groups": _groups_json(self.groups),
            "preference": plain(self.preference),
            "coherence": plain(self.coherence),
        }


HELD_BACK = frozenset({"weighing", "groups", "coherence"})
"""What tells of weights: the keys to leave out while a phase hides them."""


def without_weights(found: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return findings as JSON, of a debate or of a motion, without what tells of weights."""
    kept = {key: value for key, value in found.items() if key not in HELD_BACK}
    motions = kept.get("motions")
    if isinstance(motions, list):
        kept["motions"] = [without_weights(each) for each in motions if isinstance(each, dict)]
    return kept


def _groups_json(found: Grouping | Refused) -> Plain:
    """Return groups without the map: who knows what somebody weighed could find them on it."""
    whole = cast("dict[str, Plain]", plain(found))
    return {key: each for key, each in whole.items() if key != "plane"}


def motion_json(
    found: MotionFindings, names: Mapping[ParticipantId, str | None] | None
) -> dict[str, Plain]:
    """Return the findings of one motion as a JSON object; see `Findings.to_json`."""
    whole = cast("dict[str, Plain]", plain(found))
    if isinstance(found.shift, Shift):
        shift = cast("dict[str, Plain]", whole["shift"])
        rows = found.shift.people if names is not None else without_order(found.shift.people)
        shift["people"] = [_person_json(row, names) for row in rows]
    return whole


def without_order(rows: Iterable[PersonMoved]) -> tuple[PersonMoved, ...]:
    """Return rows in an order that tells nothing of who came first."""
    return tuple(sorted(rows, key=lambda row: (row.before, row.after)))


def _person_json(row: PersonMoved, names: Mapping[ParticipantId, str | None] | None) -> Plain:
    """Return one person's row, with number and name, where they may be seen, where the id was."""
    return {
        "number": None if names is None else row.number,
        "name": None if names is None else names.get(row.person),
        "before": row.before,
        "after": row.after,
    }


def all_findings(debate: Debate, live: LiveStrengths, cyclic: frozenset[str]) -> Findings:
    """Return the findings of every motion.

    Args:
        debate: An open debate.
        live: The strengths of everything that stands in it.
        cyclic: The arguments that lie on a circle of relations.
    """
    charter = debate.charter
    return Findings(
        contract=charter.contract,
        scheme=charter.scheme,
        people=len(debate.people.present()),
        motions=tuple(motion_findings(debate, name, live, cyclic) for name in charter.motion_ids),
        groups=grouping_finding(debate),
        preference=preference_finding(debate, None),
        coherence=coherence_finding(debate),
    )


def motion_findings(
    debate: Debate, motion: MotionId, live: LiveStrengths, cyclic: frozenset[str]
) -> MotionFindings:
    """Return the findings of one motion; see `all_findings`."""
    contract = debate.charter.contract
    opening, closing = debate.poll((motion, "opening", 0)), newest_poll(debate, motion, "closing")
    sides = sides_of(opening)
    numbers = {person.id: person.number for person in debate.people.by_id.values()}
    return MotionFindings(
        motion=motion,
        polls=tuple(
            poll_finding(poll, contract) for key, poll in debate.polls.items() if key[0] == motion
        ),
        shift=shift_finding(opening, closing, contract, numbers),
        moved=moved_finding(opening, closing, contract),
        weighing=weighing_finding(debate, motion, live, cyclic, sides),
        taking_part=taking_part_finding(debate, motion, sides),
        carried=carried_finding(debate, motion),
        preference=preference_finding(debate, motion),
        coherence=coherence_finding(debate, motion),
    )


def newest_poll(debate: Debate, motion: MotionId, moment: Moment) -> Poll:
    """Return the newest revealed ballot of a moment; without one the newest that was cast."""
    held = [poll for key, poll in debate.polls.items() if key[:2] == (motion, moment)]
    revealed = [poll for poll in held if poll.is_revealed]
    return next(reversed(revealed or held), debate.poll((motion, moment, 0)))


def sides_of(opening: Poll) -> dict[str, int]:
    """Return each person's side at the opening ballot; nobody's before its reveal."""
    return {
        person: int(side_of(ballot.stance))
        for person, ballot in opening.ballots.items()
        if ballot.stance is not None
    }
