"""What a debate decides: the order of options or motions from rankings, and whether a motion carries.

Only revealed ballots are looked at, and only in sums. The newest moment that anybody voted at
counts; while its ballots are sealed there is no decision yet, whatever an earlier one said.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from debate.analysis.findings.movement import Pending
from debate.analysis.findings.polls import too_few
from debate.analysis.majority import Count, Decision, Rule, decision
from debate.analysis.ranking import Ranking, Tiers, borda, pairwise
from debate.analysis.refusal import Reason, Refused
from debate.analysis.schulze import schulze
from debate.domain.ballot import MOMENTS
from debate.domain.ids import OptionId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from debate.domain.ballot import Ballot, Moment
    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId
    from debate.domain.views.polls import Poll

MINIMUM_CHOICES = 2
"""One option is no choice."""


@dataclass(frozen=True, slots=True)
class Duel:
    """Two choices one against one."""

    one: str
    other: str
    prefer_one: int
    """People who rank `one` higher; who ranks them alike counts for neither."""
    prefer_other: int


@dataclass(frozen=True, slots=True)
class Preference:
    """The order that a meeting prefers."""

    moment: Moment
    choices: tuple[str, ...]
    """Ids of options or motions, in the order they were put."""
    ballots: int
    """Ballots that rank anything."""
    tiers: Tiers
    """By the Schulze method, best first; those in one tier are equal."""
    points: tuple[tuple[str, Fraction], ...]
    """The Borda count of each choice, in the order they were put."""
    duels: tuple[Duel, ...]
    """Every two choices."""

    @property
    def winner(self) -> str | None:
        """The one choice that stands above all others; None in a tie for the first place."""
        first = self.tiers[0]
        return first[0] if len(first) == 1 else None

    @property
    def beats_all(self) -> bool:
        """Whether the winner beats every other choice one against one (Condorcet 1785)."""
        return self.winner is not None and all(
            (each.prefer_one > each.prefer_other) is (each.one == self.winner)
            and each.prefer_one != each.prefer_other
            for each in self.duels
            if self.winner in (each.one, each.other)
        )


@dataclass(frozen=True, slots=True)
class Carried:
    """Whether one motion carries, with every count it rests on."""

    moment: Moment
    rule: Rule
    count: Count
    quorum: Fraction | None
    """The share of those who may vote that must take part; None when anybody is enough."""
    decision: Decision
    without_verdict: int
    """Ballots that were opened and say neither yes nor no nor anything else."""


def options_of(debate: Debate, motion: MotionId) -> tuple[OptionId, ...]:
    """Return what can be ranked under a motion: the pack's options, then what people proposed."""
    put = debate.charter.motion(motion)
    packed = tuple(option.id for option in put.options) if put else ()
    proposed = tuple(OptionId(each.id) for each in debate.talk.options if each.about == motion)
    return (*packed, *proposed)


def choices_of(debate: Debate, motion: MotionId | None) -> tuple[str, ...]:
    """Return what people rank: the options of a motion, or the motions when it is None."""
    return debate.charter.motion_ids if motion is None else options_of(debate, motion)


def tiers_among(choices: Sequence[str], tiers: Iterable[Iterable[str]]) -> Tiers:
    """Return a ballot's tiers with each choice once, where it first stands, and nothing unknown."""
    left = set(choices)
    found = []
    for tier in tiers:
        kept = tuple(name for name in dict.fromkeys(tier) if name in left)
        left.difference_update(kept)
        if kept:
            found.append(kept)
    return tuple(found)


def preference_finding(debate: Debate, motion: MotionId | None) -> Preference | Pending | Refused:
    """Return the order in which a meeting prefers the options of a motion, or the motions.

    Args:
        debate: An open debate.
        motion: Whose options; the motions themselves when None.
    """
    choices = choices_of(debate, motion)
    if len(choices) < MINIMUM_CHOICES:
        return Refused(Reason.TOO_FEW_ITEMS, needed=MINIMUM_CHOICES, had=len(choices))
    poll = _newest(debate, motion, lambda ballot: bool(tiers_among(choices, ballot.ranking)))
    if not isinstance(poll, _Counted):
        return poll
    rankings = [Ranking(tiers_among(choices, each.ranking)) for each in poll.ballots]
    support = pairwise(choices, rankings)
    points = borda(choices, rankings)
    return Preference(
        moment=poll.moment,
        choices=tuple(choices),
        ballots=len(rankings),
        tiers=schulze(choices, support),
        points=tuple((name, points[name]) for name in choices),
        duels=tuple(
            Duel(one, other, support[one][other], support[other][one])
            for place, one in enumerate(choices)
            for other in choices[place + 1 :]
        ),
    )


def carried_finding(
    debate: Debate, motion: MotionId, rule: Rule = Rule.SIMPLE, quorum: Fraction | None = None
) -> Carried | Pending | Refused:
    """Return whether a motion carries by the verdicts on its ballots.

    Args:
        debate: An open debate.
        motion: One of its motions.
        rule: What it takes.
        quorum: The share of those who may vote that must take part, in [0, 1].
    """
    poll = _newest(debate, motion, lambda ballot: ballot.verdict is not None)
    if not isinstance(poll, _Counted):
        return poll
    verdicts = [each.verdict for each in poll.ballots]
    count = Count(
        yes=verdicts.count("yes"),
        no=verdicts.count("no"),
        abstain=verdicts.count("abstain"),
        blocks=verdicts.count("block"),
        eligible=len({person.id for person in debate.people.present()} | poll.voters),
    )
    return Carried(
        moment=poll.moment,
        rule=rule,
        count=count,
        quorum=quorum,
        decision=decision(count, rule, quorum=quorum),
        without_verdict=poll.opened - len(verdicts),
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    """The ballots of one moment that say what is asked."""

    moment: Moment
    ballots: tuple[Ballot, ...]
    voters: frozenset[str]
    opened: int


def _newest(
    debate: Debate, motion: MotionId | None, says: Callable[[Ballot], bool]
) -> _Counted | Pending | Refused:
    """Return the ballots of the newest moment at which anybody said something.

    Args:
        debate: An open debate.
        motion: Whose ballots; those on whole motions when None.
        says: Whether a ballot says what is asked.
    """
    polls = [poll for key, poll in debate.polls.items() if key[0] == motion and poll.cast]
    for poll in sorted(polls, key=_order, reverse=True):
        moment = poll.key[1]
        if not poll.is_revealed:
            return Pending(moment, poll.cast)
        telling = {name: ballot for name, ballot in poll.ballots.items() if says(ballot)}
        if telling:
            return too_few(len(telling), debate.charter.contract) or _Counted(
                moment, tuple(telling.values()), frozenset(telling), len(poll.ballots)
            )
    return Refused(Reason.NOTHING_COUNTED, needed=1, had=0)


def _order(poll: Poll) -> tuple[int, int]:
    """Return how late a poll is."""
    _, moment, number = poll.key
    return MOMENTS.index(moment), number
