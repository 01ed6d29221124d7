"""How evenly people took part, and whether they took in the other side.

The silent count as people who said nothing. Which side a person is on is only known from a revealed
opening ballot; no figure here is one person's.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.analysis.exposure import cross_cutting, exposures, restatement_share, steelman_share
from debate.analysis.findings.polls import too_few
from debate.analysis.findings.weighing import leaning_of, on_ten
from debate.analysis.participation import evenness, gini, stance_balance, top_share, turn_gap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from debate.analysis.exposure import Sides
    from debate.analysis.refusal import Refused
    from debate.domain.debate import Debate
    from debate.domain.ids import ArgumentId, MotionId

_SIDES = {"for": 1, "against": -1}


@dataclass(frozen=True, slots=True)
class TakingPart:
    """Who argued and weighed about one motion, as counts and shares."""

    people: int
    """People who take part in the debate, observers left out."""
    said: int
    """Arguments and replies that people brought, those taken back or hidden included."""
    speakers: int
    """People who brought any."""
    weighers: int
    """People who weighed any."""
    in_favour: int
    """Arguments that stand and help the motion, those of the pack included."""
    against: int
    """Arguments that stand and go against it."""
    gini: float | Refused
    """Inequality of what people brought: 0 all alike, 1 one person brought it all."""
    evenness: float | Refused
    top_share: float | Refused
    """The share of the person who brought most."""
    turn_gap: float | Refused
    """Above 0 people spoke in runs, below 0 they alternated, compared with chance."""
    balance: float | Refused
    """1 when both sides have as many arguments, 0 when one has them all."""
    cross_cutting: float | Refused
    """Mean share of the other side's arguments that people with a side weighed."""
    steelman: float | Refused
    """Share of people with a side who gave an argument of the other side more than the middle."""
    restated: int
    """Arguments put in somebody else's words."""
    fair: int
    """Those of them that their authors called fair."""
    fairness: float | Refused


def taking_part_finding(debate: Debate, motion: MotionId, sides: Sides) -> TakingPart:
    """Return how people took part in the debate about a motion."""
    under = debate.floor.under(motion)
    present = [person.id for person in debate.people.present()]
    authors = [each.author for each in under if each.author is not None]
    counts = Counter(authors)
    said = [counts[name] for name in sorted({*present, *counts})]
    refused = too_few(len(said), debate.charter.contract)
    standing = {each.id: each for each in under if each.is_standing}
    leanings = {name: _SIDES[leaning_of(debate.floor, each)] for name, each in standing.items()}
    restated = [each for each in debate.talk.restatements if each.offered.about in standing]
    judged = [each for each in restated if each.is_fair is not None]
    fair = sum(bool(each.is_fair) for each in judged)
    in_favour = sum(side > 0 for side in leanings.values())
    across = _Across(debate, sides, leanings)
    return TakingPart(
        people=len(present),
        said=len(authors),
        speakers=len(counts),
        weighers=len({person for each in under for person in each.weights}),
        in_favour=in_favour,
        against=len(leanings) - in_favour,
        gini=refused or gini(said),
        evenness=refused or evenness(said),
        top_share=refused or top_share(said),
        turn_gap=refused or turn_gap(authors),
        balance=stance_balance(in_favour, len(leanings) - in_favour),
        cross_cutting=across.weighed(),
        steelman=across.granted(),
        restated=len(restated),
        fair=fair,
        fairness=restatement_share(fair, len(judged)),
    )


class _Across:
    """What people with a side weighed of the other side."""

    def __init__(self, debate: Debate, sides: Sides, leanings: Mapping[ArgumentId, int]) -> None:
        charter = debate.charter
        self._sides = sides
        self._leanings: dict[str, int] = {str(name): side for name, side in leanings.items()}
        self._weights: dict[str, dict[str, float]] = {}
        sided = sum(1 for side in sides.values() if side)
        self._refused = too_few(sided, charter.contract)
        for name in leanings:
            for person, weight in debate.floor.arguments[name].weights.items():
                given = self._weights.setdefault(person, {})
                given[name] = on_ten(weight, charter.scheme, len(leanings))

    def weighed(self) -> float | Refused:
        """Return the mean share of the other side's arguments that people weighed."""
        if self._refused:
            return self._refused
        return cross_cutting(exposures(self._sides, self._leanings, self._weights))

    def granted(self) -> float | Refused:
        """Return the share of people who gave an argument of the other side more than the middle."""
        return self._refused or steelman_share(self._sides, self._leanings, self._weights)
