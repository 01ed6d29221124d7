"""Whether people who prefer alike also reason alike: the Deliberative Reason Index of a debate.

Reasons are the weights of arguments, preferences a ranking on a ballot or, of three motions or more,
the sliders. Weights are kept once, so opening and closing are told apart by the ballots alone: both
are laid beside the weights as they stand. No figure here is one person's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from debate.analysis.findings.deciding import choices_of, tiers_among
from debate.analysis.findings.grouping import opinions_of
from debate.analysis.findings.movement import Pending
from debate.analysis.ranking import Ranking, full_tiers
from debate.analysis.reason_index import (
    MINIMUM_ARGUMENTS,
    MINIMUM_OPTIONS,
    MINIMUM_TO_SHOW,
    SHUFFLES,
    Null,
    Ratings,
    reason_index,
)
from debate.analysis.refusal import Reason, Refused
from debate.analysis.stepwise import Steps, finished
from debate.domain.ids import MotionId

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from debate.analysis.rank_correlation import Row
    from debate.domain.ballot import Moment
    from debate.domain.debate import Debate

Source = Literal["options", "motions", "sliders"]
"""Where preferences come from: a ranking of options, one of motions, or stances on motions."""
Preferences = dict[str, "Row"]
PAIRS = 400_000
"""About so many pairs are dealt in all for the null, so that a large room takes seconds."""
FEWEST_SHUFFLES = 39
"""The null is dealt at least so often: the smallest p is then .025."""
LEAST_WEIGHED = 0.5
"""An argument is shared when at least this part of the people weighed it."""


@dataclass(frozen=True, slots=True)
class Index:
    """The index at one moment."""

    people: int
    """People in at least one pair."""
    dropped: int
    """People who weighed or ranked, but too little or all alike."""
    modified: float
    """The index: about 0 or below without any link, 1 when preferences mirror reasons."""
    standard: float
    """The form in which weak correlations count in full; runs high by itself."""
    null: Null
    """What the index would be if preferences were dealt to other people."""


Figure = Index | Pending | Refused


@dataclass(frozen=True, slots=True)
class Coherence:
    """The index before and after the debate."""

    source: Source
    options: int
    """How many options, or motions, are preferred among."""
    arguments: int
    """How many arguments were weighed by at least half of the people who also ranked."""
    opening: Figure
    closing: Figure
    is_paired: bool
    """Whether both are about the same people."""

    @property
    def change(self) -> float | None:
        """How much the index rose; None unless both are known and about the same people."""
        if self.is_paired and isinstance(self.opening, Index) and isinstance(self.closing, Index):
            return self.closing.modified - self.opening.modified
        return None


def coherence_finding(debate: Debate, motion: MotionId | None = None) -> Coherence | Refused:
    """Return how coherent a debate is; see `coherence_steps`."""
    return finished(coherence_steps(debate, motion))


def coherence_steps(debate: Debate, motion: MotionId | None) -> Steps[Coherence | Refused]:
    """Work out the index of a debate, in steps.

    Args:
        debate: An open debate.
        motion: The motion whose options are ranked; the motions themselves when None.

    Returns:
        The index at both moments, or why there is nothing to compare.
    """
    choices = choices_of(debate, motion)
    if len(choices) < MINIMUM_OPTIONS:
        return Refused(Reason.TOO_FEW_ITEMS, needed=MINIMUM_OPTIONS, had=len(choices))
    opinions = opinions_of(debate, motion)
    rows = dict(zip(opinions.people, opinions.rows, strict=True))
    source = _source(debate, motion)
    found = {moment: _preferences(debate, motion, moment, choices) for moment in _MOMENTS}
    given = {moment: each for moment, each in found.items() if isinstance(each, dict)}
    is_paired = len(given) == 2
    people = _people(rows, given.values(), is_paired=is_paired)
    columns = _shared(rows, people)
    reasons = {name: [rows[name][column] for column in columns] for name in people}
    figures: dict[Moment, Figure] = {}
    for done, moment in enumerate(_MOMENTS, start=1):
        figures[moment] = _figure(reasons, found[moment])
        yield done / len(_MOMENTS)
    return Coherence(
        source, len(choices), len(columns), figures["opening"], figures["closing"], is_paired
    )


_MOMENTS: tuple[Moment, ...] = ("opening", "closing")


def _source(debate: Debate, motion: MotionId | None) -> Source:
    """Return where preferences come from; a ranking of motions goes before sliders."""
    if motion is not None:
        return "options"
    polls = (debate.poll((None, moment, 0)) for moment in _MOMENTS)
    return "motions" if any(poll.cast for poll in polls) else "sliders"


def _preferences(
    debate: Debate, motion: MotionId | None, moment: Moment, choices: Sequence[str]
) -> Preferences | Pending | Refused:
    """Return each person's row of preferences at one moment, higher liked less."""
    if _source(debate, motion) == "sliders":
        return _stances(debate, moment, choices)
    poll = debate.poll((motion, moment, 0))
    if not poll.is_revealed:
        return Pending(moment, poll.cast)
    rows: Preferences = {
        person: _ranks(ballot.ranking, choices)
        for person, ballot in poll.ballots.items()
        if tiers_among(choices, ballot.ranking)
    }
    return rows or Refused(Reason.NOTHING_COUNTED, needed=1, had=0)


def _ranks(tiers: Sequence[Sequence[str]], choices: Sequence[str]) -> Row:
    """Return the place of each choice; what was left out stands last, what is unknown is dropped."""
    places: dict[str, float] = {}
    for place, tier in enumerate(full_tiers(choices, Ranking(tiers_among(choices, tiers)))):
        places.update(dict.fromkeys(tier, float(place)))
    return [places[name] for name in choices]


def _stances(
    debate: Debate, moment: Moment, choices: Sequence[str]
) -> Preferences | Pending | Refused:
    """Return each person's stances on the motions, turned so that higher is liked less."""
    polls = [debate.poll((MotionId(name), moment, 0)) for name in choices]
    sealed = [poll for poll in polls if not poll.is_revealed]
    if sealed:
        return Pending(moment, max(poll.cast for poll in sealed))
    rows: dict[str, list[float | None]] = {}
    for place, poll in enumerate(polls):
        for person, ballot in poll.ballots.items():
            if ballot.stance is not None:
                row = rows.setdefault(person, [None] * len(polls))
                row[place] = -float(ballot.stance)
    return dict(rows) or Refused(Reason.NOTHING_COUNTED, needed=1, had=0)


def _people(
    rows: Mapping[str, Row], found: Collection[Preferences], *, is_paired: bool
) -> frozenset[str]:
    """Return who weighed and ranked: at both moments when there are two."""
    sets = [each.keys() & rows.keys() for each in found]
    if not sets:
        return frozenset()
    return frozenset(set.intersection(*sets) if is_paired else set.union(*sets))


def _shared(rows: Mapping[str, Row], people: Collection[str]) -> list[int]:
    """Return the columns of the arguments that at least half of the people weighed."""
    width = max((len(row) for row in rows.values()), default=0)
    need = LEAST_WEIGHED * len(people)
    return [
        column
        for column in range(width)
        if people and sum(rows[name][column] is not None for name in people) >= need
    ]


def _figure(reasons: Ratings, preferences: Preferences | Pending | Refused) -> Figure:
    """Return the index of one moment."""
    if not isinstance(preferences, dict):
        return preferences
    both = {name: row for name, row in preferences.items() if name in reasons}
    if len(both) < MINIMUM_TO_SHOW:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=MINIMUM_TO_SHOW, had=len(both))
    had = len(next(iter(reasons.values())))
    if had < MINIMUM_ARGUMENTS:
        return Refused(Reason.TOO_FEW_ITEMS, needed=MINIMUM_ARGUMENTS, had=had)
    pairs = len(both) * (len(both) - 1) // 2
    shuffles = max(FEWEST_SHUFFLES, min(SHUFFLES, PAIRS // pairs))
    found = reason_index(reasons, both, shuffles)
    if isinstance(found, Refused):
        return found
    if not found.may_be_shown:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=MINIMUM_TO_SHOW, had=found.people)
    return Index(found.people, found.dropped, found.modified, found.standard, found.null)
