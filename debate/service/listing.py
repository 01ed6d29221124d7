"""The line of an open debate in the list of debates: what everybody may see of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.domain.wording import Wording
from debate.service.sight import sight_in
from debate.service.summary import Summary

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.service.session import Session

MINIMUM_CELL = 3
"""The fewest people who may be shown together where nobody may be told apart."""
HISTOGRAM_BINS = 10
"""Bins of stances from −100 to 100, each 20 points wide, in a mini-histogram."""


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
