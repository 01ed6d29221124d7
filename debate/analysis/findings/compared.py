"""The same motions in several groups, each kept apart: the one value that every face shows.

It never pools the journals: each group is a debate of its own. No name stands in it unless every
group's agreement allows names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from debate.analysis.comparison import MINIMUM_CELL
from debate.analysis.findings.apart import Movement, movement_finding
from debate.analysis.findings.gathering import Group, common_motions
from debate.analysis.findings.movement import Pending
from debate.analysis.findings.plain import Plain, plain
from debate.analysis.findings.side_by_side import SideBySide, side_by_side_finding
from debate.analysis.findings.unraised import Unraised, unraised_findings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from debate.domain.ids import ArgumentId, MotionId, ParticipantId, SessionId
    from debate.domain.participant import Contract
    from debate.domain.weight import Scheme


@dataclass(frozen=True, slots=True)
class GroupHead:
    """Which debate a group is."""

    name: str
    session: SessionId
    people: int
    """People who take part, observers left out."""
    contract: Contract
    scheme: Scheme
    is_closed: bool


@dataclass(frozen=True, slots=True)
class MotionCompared:
    """One motion in the groups that debate it."""

    motion: MotionId
    movement: Movement
    sides: SideBySide
    unraised: tuple[tuple[Unraised, ...], ...]
    """For each group what the others raised and it did not."""
    passed_by: tuple[tuple[ArgumentId, ...], ...]
    """For each group the pack's arguments that nobody there weighed, adopted or answered, and that
    three people or more of another group weighed."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Several groups compared."""

    groups: tuple[GroupHead, ...]
    motions: tuple[MotionCompared, ...]
    reworded: tuple[MotionId, ...]
    """Motions that bear one name and differ in words: not compared."""
    alone: tuple[MotionId, ...]
    """Motions that one group debates: not compared."""
    has_names: bool
    """Whether every group's agreement allows to say who raised an argument."""

    @property
    def mixes_schemes(self) -> bool:
        """Whether the groups weighed by different rules, so that strengths differ by that alone."""
        return len({each.scheme for each in self.groups}) > 1

    def motion(self, name: MotionId) -> MotionCompared | None:
        """Return one motion; None when it is not compared."""
        return next((each for each in self.motions if each.motion == name), None)

    def to_json(self, names: Mapping[ParticipantId, str | None]) -> dict[str, Plain]:
        """Return the comparison as a JSON object; groups are told by their place, from 0.

        Args:
            names: The name each person goes by; None, or no entry, for the nameless.
        """
        whole = cast("dict[str, Plain]", plain(self))
        whole["motions"] = [_motion_json(each, names) for each in self.motions]
        return whole


def compared(groups: tuple[Group, ...]) -> Compared:
    """Return what can be said about several groups.

    Args:
        groups: Two open debates or more, in the order in which they are shown.
    """
    common = common_motions(groups)
    has_names = allows_names(groups)
    return Compared(
        groups=tuple(map(_head, groups)),
        motions=tuple(motion_compared(groups, name, names=has_names) for name in common.motions),
        reworded=common.reworded,
        alone=common.alone,
        has_names=has_names,
    )


def allows_names(groups: tuple[Group, ...]) -> bool:
    """Tell whether no group's agreement, and no phase, forbids to say who raised an argument."""
    return all(group.sees_authors and group.found.contract != "secret" for group in groups)


def motion_compared(groups: tuple[Group, ...], motion: MotionId, *, names: bool) -> MotionCompared:
    """Return what can be said about one motion; see `compared` and `allows_names`."""
    return MotionCompared(
        motion=motion,
        movement=movement_finding(groups, motion),
        sides=side_by_side_finding(groups, motion),
        unraised=unraised_findings(groups, motion, names=names),
        passed_by=_passed_by(groups, motion),
    )


def _head(group: Group) -> GroupHead:
    debate = group.debate
    return GroupHead(
        name=group.name,
        session=debate.state.session,
        people=group.found.people,
        contract=group.found.contract,
        scheme=group.found.scheme,
        is_closed=debate.schedule.is_closed,
    )


def _passed_by(groups: tuple[Group, ...], motion: MotionId) -> tuple[tuple[ArgumentId, ...], ...]:
    """Return for each group the pack's arguments it did nothing with, and another group weighed."""
    touched = [_touched(group, motion) for group in groups]
    weighed = [
        {each.id for each in group.voiced(motion) if len(each.weights) >= MINIMUM_CELL}
        if group.sees_totals
        else set()
        for group in groups
    ]
    return tuple(
        tuple(
            each.id
            for each in group.voiced(motion)
            if each.author is None
            and group.sees_totals
            and each.id not in touched[place]
            and any(each.id in others for others in weighed)
        )
        for place, group in enumerate(groups)
    )


def _touched(group: Group, motion: MotionId) -> set[str]:
    """Return the arguments of a group that anybody weighed, adopted or answered."""
    voiced = group.voiced(motion)
    answered = {each.target for each in voiced}
    return {each.id for each in voiced if each.weights or each.adopters or each.id in answered}


def _motion_json(found: MotionCompared, names: Mapping[ParticipantId, str | None]) -> Plain:
    """Return one motion as JSON, with names where ids of people were."""
    whole = cast("dict[str, Plain]", plain(found))
    shifts = found.movement.groups
    movement = cast("dict[str, Plain]", whole["movement"])
    movement["groups"] = [
        {"pending": each.moment, "cast": each.cast} if isinstance(each, Pending) else plain(each)
        for each in shifts
    ]
    whole["unraised"] = [
        [{**cast("dict[str, Plain]", plain(each)), "author": _name(each, names)} for each in row]
        for row in found.unraised
    ]
    return whole


def _name(each: Unraised, names: Mapping[ParticipantId, str | None]) -> str | None:
    return names.get(each.author) if each.author else None
