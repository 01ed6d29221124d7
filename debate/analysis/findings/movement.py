"""Who moved between the opening and the closing ballot: the whole group, and each person if allowed.

It says nothing until both ballots are revealed. Under a secret contract no row is one person's: the
two stances of a person are never put side by side, and a table with a cell of one or two people is
withheld; how far people moved is then told in five classes only.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from debate.analysis.comparison import MINIMUM_CELL
from debate.analysis.findings.polls import too_few, too_few_sure
from debate.analysis.intervals import Interval, bootstrap_interval
from debate.analysis.oxford import (
    Crossings,
    Oxford,
    Side,
    Transitions,
    crossings,
    oxford,
    transitions,
)
from debate.analysis.refusal import Reason, Refused
from debate.analysis.shift import NetShift, Pairs, movers_p, net_shift, pair, regression_slope
from debate.analysis.significance import sign_flip_p
from debate.domain.ids import ParticipantId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from debate.domain.ballot import Moment
    from debate.domain.participant import Contract
    from debate.domain.views.polls import Poll

FAR = 40
"""More points than this is a long way: over a fifth of the slider."""
SIDES = (Side.AGAINST, Side.UNDECIDED, Side.FOR)
"""The order of rows and columns of a transition table."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A ballot that is still missing or sealed, so that nothing can be said about a shift."""

    moment: Moment
    cast: int
    """How many have cast it so far; 0 when nobody has."""

    def to_json(self) -> dict[str, int | str]:
        """Return what is waited for as a JSON object with `pending` and `cast`."""
        return {"pending": self.moment, "cast": self.cast}


@dataclass(frozen=True, slots=True)
class PersonMoved:
    """One person's stance at both ballots; never under a secret contract."""

    person: ParticipantId
    number: int
    """Their place in the order of joining."""
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class ConfidenceChange:
    """How much surer the people who said so both times became."""

    n: int
    before: float
    """Mean confidence, 0 to 100."""
    after: float
    surer: int
    less_sure: int

    @property
    def change(self) -> float:
        """After less before, in percentage points."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Shift:
    """What the debate did to the people who answered both times."""

    n: int
    """People with both answers."""
    unpaired: int
    """People with one answer; they are left out."""
    towards: int
    """People who moved towards for, however little."""
    away: int
    """People who moved towards against."""
    unchanged: int
    net: NetShift
    interval: Interval | Refused
    """The 95 % interval of the mean change, by expanded percentile bootstrap."""
    p: float | Refused
    """Exact sign-flip p of the mean change; refused below six movers."""
    oxford: Oxford
    table: tuple[tuple[int, ...], ...] | Refused
    """People by side before (rows) and after (columns): against, undecided, for."""
    crossings: Crossings | Refused
    crossings_p: float | Refused
    """Exact McNemar p of the crossings; refused below six of them."""
    slope: float | Refused
    """Closing on opening stance: below 1, extremes drifted inwards, which they do by themselves."""
    classes: tuple[int, ...]
    """People who moved far towards against, a little, not at all, a little towards for, far."""
    people: tuple[PersonMoved, ...]
    """Empty under a secret contract; ordered by closing stance, opening stance and number."""
    confidence: ConfidenceChange | Refused

    @property
    def movers(self) -> int:
        """People who changed their answer at all."""
        return self.towards + self.away


def shift_finding(
    before: Poll, after: Poll, contract: Contract, numbers: Mapping[ParticipantId, int]
) -> Shift | Pending | Refused:
    """Return the shift between two ballots.

    Args:
        before: The earlier ballot.
        after: The later one.
        contract: What may be shown of people.
        numbers: Each person's place in the order of joining.
    """
    for poll in (before, after):
        if not poll.is_revealed:
            return Pending(poll.key[1], poll.cast)
    pairs = pairs_between(before, after)
    net, result = net_shift(pairs), oxford(pairs)
    if isinstance(net, Refused) or isinstance(result, Refused):
        return Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)
    return too_few(net.n, contract) or _shift(
        pairs,
        net,
        result,
        rows=() if contract == "secret" else _people(pairs, numbers),
        confidence=_confidence(before, after, contract),
        is_secret=contract == "secret",
    )


def pairs_between(before: Poll, after: Poll) -> Pairs:
    """Return the people who gave a stance in both ballots; nobody before the reveal."""
    return pair(_stances(before), _stances(after))


def _stances(poll: Poll) -> dict[str, float | None]:
    """Return the stance of each person who opened a ballot."""
    return {person: ballot.stance for person, ballot in poll.ballots.items()}


def _shift(
    pairs: Pairs,
    net: NetShift,
    result: Oxford,
    *,
    rows: tuple[PersonMoved, ...],
    confidence: ConfidenceChange | Refused,
    is_secret: bool,
) -> Shift:
    """Return the shift of people of whom there are enough."""
    steps = transitions(pairs)
    crossed = crossings(steps)
    table = _table(steps, is_secret=is_secret)
    return Shift(
        n=net.n,
        unpaired=pairs.dropped,
        towards=net.moved_up,
        away=net.moved_down,
        unchanged=net.unchanged,
        net=net,
        interval=change_interval(pairs.changes),
        p=movers_p(sign_flip_p(pairs.changes), net.moved_up + net.moved_down),
        oxford=result,
        table=table,
        crossings=table if isinstance(table, Refused) else crossed,
        crossings_p=movers_p(crossed.p, crossed.forward + crossed.back),
        slope=regression_slope(pairs),
        classes=_classes(pairs.changes),
        people=rows,
        confidence=confidence,
    )


def change_interval(changes: tuple[float, ...]) -> Interval | Refused:
    """Return the interval of the mean change; people who all moved alike have none."""
    found = bootstrap_interval(changes)
    if not isinstance(found, Refused) and min(changes) == max(changes):
        return Refused(Reason.NO_VARIATION, needed=2, had=1)
    return found


def _table(table: Transitions, *, is_secret: bool) -> tuple[tuple[int, ...], ...] | Refused:
    """Return the table in the order of `SIDES`, unless a small cell would tell on somebody."""
    small = [count for count in table.values() if 0 < count < MINIMUM_CELL]
    if is_secret and small:
        return Refused(Reason.SMALL_CELL, needed=MINIMUM_CELL, had=min(small))
    return tuple(tuple(table[before, after] for after in SIDES) for before in SIDES)


def _classes(changes: tuple[float, ...]) -> tuple[int, ...]:
    """Return how many people moved how far, from far towards against to far towards for."""
    found = [0] * 5
    for change in changes:
        step = 2 if abs(change) > FAR else 1 if change else 0
        found[2 + step if change > 0 else 2 - step] += 1
    return tuple(found)


def _people(pairs: Pairs, numbers: Mapping[ParticipantId, int]) -> tuple[PersonMoved, ...]:
    """Return each person's two stances."""
    rows = [
        PersonMoved(person, numbers.get(person, 0), round(before), round(after))
        for name, before, after in zip(pairs.people, pairs.before, pairs.after, strict=True)
        if (person := ParticipantId(name))
    ]
    return tuple(sorted(rows, key=lambda row: (row.after, row.before, row.number)))


def _confidence(before: Poll, after: Poll, contract: Contract) -> ConfidenceChange | Refused:
    """Return how much surer people became who said so both times."""
    both = [
        (ballot.confidence, later.confidence)
        for person, ballot in before.ballots.items()
        if (later := after.ballots.get(person)) is not None
        and ballot.confidence is not None
        and later.confidence is not None
    ]
    if refused := too_few_sure(len(both), contract):
        return refused
    return ConfidenceChange(
        n=len(both),
        before=fmean(start for start, _ in both),
        after=fmean(end for _, end in both),
        surer=sum(end > start for start, end in both),
        less_sure=sum(end < start for start, end in both),
    )
