"""Who weighs alike: the opinion groups of one motion or a whole debate, from argument weights.

Nobody's id leaves this room: people are positions without labels, in the order of the positions, so
that nothing tells who stands where. One's own position is marked, unless the contract is secret.
Below twelve people, or when groups are no clearer than chance, nothing is called a group.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.analysis.acceleration import is_worthwhile
from debate.analysis.consensus import group_informed_consensus
from debate.analysis.conversation import LARGEST_P, LEAST_STABILITY, MINIMUM_GROUP
from debate.analysis.findings.plane import Plane, plane_of
from debate.analysis.findings.weighing import leaning_of, on_ten
from debate.analysis.groups import Groups, find_groups
from debate.analysis.opinions import Opinions, from_stances
from debate.analysis.refusal import Reason, Refused
from debate.analysis.representative import Answer, Tally, representatives, tallies, tally
from debate.analysis.robustness import SUBSAMPLES, default_shuffles
from debate.analysis.stepwise import Doubts, Steps, doubts, finished
from debate.domain.ids import ArgumentId
from debate.domain.weight import BUDGET, spent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId, ParticipantId

MINIMUM_PEOPLE = 12
"""With fewer people who weighed anything no groups are shown."""
MIDDLE = 5.0
"""The weight, on 0 to 10, that neither grants an argument much nor little."""
MOST_SHARED = 5
"""How many shared arguments are named."""
LEAST_SHARE = 0.6
"""The smoothed share that every group must reach for an argument to be shared."""


@dataclass(frozen=True, slots=True)
class Known:
    """An argument that sets a group apart."""

    argument: ArgumentId
    answer: Answer
    """Agree: the group gives it more than the middle; disagree: less."""
    inside: Tally
    outside: Tally


@dataclass(frozen=True, slots=True)
class OpinionGroup:
    """Five people or more who weigh alike."""

    size: int
    known_by: tuple[Known, ...]
    """Empty when nothing sets it clearly apart."""


@dataclass(frozen=True, slots=True)
class Shared:
    """An argument that all groups weigh the same way."""

    argument: ArgumentId
    answer: Answer
    consensus: float
    """The product over the groups of their smoothed shares, in (0, 1)."""
    everybody: Tally


@dataclass(frozen=True, slots=True)
class Grouping:
    """Who weighs alike, and how sure that is."""

    people: int
    """People who weighed anything."""
    arguments: int
    """Arguments that anybody weighed."""
    plane: Plane
    """Where people stand; the nearer, the more alike they weigh."""
    groups: tuple[OpinionGroup, ...]
    """The largest first; empty when there are no clear groups."""
    others: int
    """People in no group, or in one that is too small to show."""
    shared: tuple[Shared, ...]
    """What everybody weighs alike, most agreed first; without clear groups all people are one."""
    doubts: Doubts
    refusals: tuple[Refused, ...]
    """Why there are no clear groups; empty when there are."""


def opinions_of(debate: Debate, motion: MotionId | None) -> Opinions:
    """Return what people gave the arguments that stand, from -1 (little) to 1 (much).

    A weight from 0 to 10 becomes (w - 5) / 5, a quadratic vote v / 10. Of a budget an even share is
    0, nothing -1 and twice an even share 1; who spent all points on a motion gave its other
    arguments nothing. Every other missing weight is missing.

    Args:
        debate: An open debate.
        motion: Which motion; all of them when None.
    """
    stances: dict[str, dict[str, float]] = {}
    for name in debate.charter.motion_ids if motion is None else (motion,):
        for person, given in _given(debate, name).items():
            stances.setdefault(person, {}).update(given)
    return from_stances(stances, scale=1.0)


def _given(debate: Debate, motion: MotionId) -> dict[ParticipantId, dict[str, float]]:
    """Return what each person gave the arguments of one motion."""
    scheme, under = debate.charter.scheme, debate.floor.under(motion)
    standing = [each for each in under if each.is_standing]
    found: dict[ParticipantId, dict[str, float]] = {}
    for each in standing:
        for person, weight in each.weights.items():
            ten = on_ten(weight, scheme, len(standing))
            found.setdefault(person, {})[each.id] = (ten - MIDDLE) / MIDDLE
    if scheme == "budget":
        for person, given in found.items():
            if spent(scheme, [each.weights.get(person, 0) for each in under]) >= BUDGET:
                found[person] = {each.id: given.get(each.id, -1.0) for each in standing}
    return found


def grouping_finding(
    debate: Debate, motion: MotionId | None = None, own: ParticipantId | None = None
) -> Grouping | Refused:
    """Return who weighs alike; see `grouping_steps`."""
    return finished(grouping_steps(debate, motion, own))


def grouping_steps(
    debate: Debate, motion: MotionId | None = None, own: ParticipantId | None = None
) -> Steps[Grouping | Refused]:
    """Work out who weighs alike, in steps.

    Args:
        debate: An open debate.
        motion: Which motion; all of them when None.
        own: Who looks, to mark their place; nobody's place is marked under a secret contract.

    Returns:
        The groups with their doubts, or why nothing can be said of so few people or arguments.
    """
    opinions = opinions_of(debate, motion)
    if len(opinions.people) < MINIMUM_PEOPLE:
        return Refused(Reason.TOO_FEW_PEOPLE, needed=MINIMUM_PEOPLE, had=len(opinions.people))
    repetitions = 1 + default_shuffles(opinions) + SUBSAMPLES
    fast = is_worthwhile(opinions.cells * repetitions)
    found = find_groups(opinions, fast=fast)
    doubt = yield from doubts(opinions, found, fast=fast)
    refusals = _refusals(found, doubt)
    clear = found if not refusals else None
    sides = {name: _side(debate, name) for name in opinions.statements}
    seen = None if debate.charter.contract == "secret" else own
    return Grouping(
        people=len(opinions.people),
        arguments=len(opinions.statements),
        plane=plane_of(opinions, found, sides, seen, labels=_labels(found) if clear else {}),
        groups=_described(opinions, clear) if clear else (),
        others=len(opinions.people) - (sum(_shown(clear)) if clear else 0),
        shared=_shared(opinions, clear),
        doubts=doubt,
        refusals=refusals,
    )


def _side(debate: Debate, name: str) -> int:
    """Return the side of an argument: 1 for its motion, -1 against it."""
    argument = debate.floor.arguments[ArgumentId(name)]
    return 1 if leaning_of(debate.floor, argument) == "for" else -1


def _shown(found: Groups) -> tuple[int, ...]:
    """Return the sizes of the groups that are large enough to show, largest first."""
    return tuple(size for size in found.sizes if size >= MINIMUM_GROUP)


def _labels(found: Groups) -> Mapping[int, int]:
    """Return the group of each row that is in a group large enough to show."""
    shown = len(_shown(found))
    pairs = zip(found.members, found.labels, strict=True)
    return {row: label for row, label in pairs if label < shown}


def _refusals(found: Groups, doubt: Doubts) -> tuple[Refused, ...]:
    """Return every rule that a division fails."""
    refusals = []
    sizes = found.sizes
    if len(sizes) < 2:
        refusals.append(Refused(Reason.NO_VARIATION, needed=2, had=len(sizes)))
    elif len(_shown(found)) < 2:
        refusals.append(Refused(Reason.SMALL_CELL, needed=MINIMUM_GROUP, had=sizes[1]))
    if doubt.chance > LARGEST_P:
        refusals.append(Refused(Reason.COULD_BE_CHANCE, needed=LARGEST_P, had=doubt.chance))
    if doubt.stability < LEAST_STABILITY:
        refusals.append(Refused(Reason.UNSTABLE, needed=LEAST_STABILITY, had=doubt.stability))
    return tuple(refusals)


def _described(opinions: Opinions, found: Groups) -> tuple[OpinionGroup, ...]:
    """Return the groups that are large enough to show, with what sets each apart."""
    answered = tallies(opinions, found)
    return tuple(
        OpinionGroup(
            size,
            tuple(
                Known(ArgumentId(each.statement), each.answer, each.inside, each.outside)
                for each in representatives(answered, group)
            ),
        )
        for group, size in enumerate(_shown(found))
    )


def _shared(opinions: Opinions, clear: Groups | None) -> tuple[Shared, ...]:
    """Return the arguments that every group weighs the same way."""
    found = [
        shared
        for column, name in enumerate(opinions.statements)
        if (shared := _of_all(ArgumentId(name), _parts(opinions, column, clear))) is not None
    ]
    return tuple(sorted(found, key=lambda each: (-each.consensus, each.argument))[:MOST_SHARED])


def _parts(opinions: Opinions, column: int, clear: Groups | None) -> list[Tally]:
    """Return how each group answered one statement; all people are one without clear groups."""
    if clear is None:
        return [tally(row[column] for row in opinions.rows)]
    groups = range(len(clear.sizes))
    return [tally(opinions.rows[row][column] for row in clear.rows_of(g)) for g in groups]


def _of_all(name: ArgumentId, parts: Sequence[Tally]) -> Shared | None:
    """Return an argument as a shared one, when it is."""
    for answer in Answer:
        if all(part.share(answer) >= LEAST_SHARE for part in parts):
            everybody = Tally(
                agree=sum(part.agree for part in parts),
                disagree=sum(part.disagree for part in parts),
                seen=sum(part.seen for part in parts),
            )
            consensus = group_informed_consensus(parts, answer)
            return Shared(name, answer, consensus, everybody)
    return None
