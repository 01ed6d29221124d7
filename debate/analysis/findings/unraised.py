"""Arguments that other groups raised and one's own did not.

An argument counts as raised in a group that has one alike in words on the same side of the motion; a
reply to the same opening argument, that says the same of it, needs to be less alike. Who says it in
other words altogether is not seen: so the nearest of one's own stands beside each, to judge by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.analysis.findings.gathering import few
from debate.analysis.findings.weighing import Leaning, leaning_of
from debate.analysis.likeness import Likeness
from debate.domain.ids import ArgumentId

if TYPE_CHECKING:
    from debate.analysis.findings.gathering import Group
    from debate.analysis.refusal import Refused
    from debate.domain.argument import Relation
    from debate.domain.ids import MotionId, ParticipantId
    from debate.domain.views.floor import Argument

ALIKE = 0.45
"""From this likeness on two arguments on one side of a motion say the same."""
ALIKE_IN_PLACE = 0.35
"""The same for two replies of one kind to one opening argument: the place tells half of it."""
NEAR = 0.2
"""Below this likeness the nearest argument has nothing to do with it, and is not named."""
MIDDLE = 0.5
"""The strength that says nothing."""
Key = tuple[int, ArgumentId]
"""A group's place, and one of its arguments."""


@dataclass(frozen=True, slots=True)
class Near:
    """The argument of a group that is most like one of another group."""

    argument: ArgumentId
    likeness: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class Unraised:
    """An argument that a group never raised, as another group put it."""

    group: int
    """The place of the group whose words these are."""
    argument: ArgumentId
    leaning: Leaning
    relation: Relation
    answers: ArgumentId | None
    """The opening argument it answers; None when it answers none."""
    raised_in: tuple[int, ...]
    """The places of all groups that raised it."""
    strength: float | Refused | None
    """Its strength there, in [0, 1]; refused below three weights; None where a phase hides it."""
    author: ParticipantId | None
    """Who raised it there; None unless every group's agreement allows names."""
    nearest: Near | None
    """What comes nearest to it in the group that never raised it."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """One argument of one group, as it is looked at here."""

    group: int
    argument: Argument
    leaning: Leaning
    place: tuple[ArgumentId, Relation] | None
    """The opening argument it answers and how; None when it answers none."""

    @property
    def key(self) -> Key:
        """What it is found by."""
        return (self.group, self.argument.id)


def unraised_findings(
    groups: Sequence[Group], motion: MotionId, *, names: bool
) -> tuple[tuple[Unraised, ...], ...]:
    """Return for each group what the others raised and it did not, most widely raised first.

    Args:
        groups: The groups that are compared.
        motion: A motion that two of them debate or more.
        names: Whether every group's agreement allows to say who raised an argument.
    """
    voices = [each for place, group in enumerate(groups) for each in _voices(place, group, motion)]
    ear, scribe = _Ear(voices), _Scribe(groups, motion, names=names)
    return tuple(
        tuple(scribe.told(ear, each, place) for each in _missing(ear, scribe, place))
        if group.motion(motion)
        else ()
        for place, group in enumerate(groups)
    )


def _texts(argument: Argument) -> set[str]:
    """Return the claim of an argument in each language it has."""
    return {text for text in (argument.claim.en, argument.claim.nl) if text}


def _voices(place: int, group: Group, motion: MotionId) -> list[Voiced]:
    """Return the arguments of a group that can be read."""
    floor = group.debate.floor
    return [
        Voiced(place, each, leaning_of(floor, each), _place(floor.arguments, each))
        for each in group.voiced(motion)
    ]


def _place(
    arguments: Mapping[ArgumentId, Argument], each: Argument
) -> tuple[ArgumentId, Relation] | None:
    """Return which opening argument an argument answers, and how."""
    answered = arguments.get(ArgumentId(each.target))
    if answered is None or answered.author is not None:
        return None
    return (answered.id, each.relation)


class _Ear:
    """Hears which arguments of several groups say the same."""

    def __init__(self, voices: Sequence[Voiced]) -> None:
        self.voices = {each.key: each for each in voices}
        texts = [(each.key, text) for each in voices for text in sorted(_texts(each.argument))]
        keys = [key for key, _ in texts]
        likeness = Likeness([text for _, text in texts])
        self._namesakes: defaultdict[ArgumentId, list[Key]] = defaultdict(list)
        for key in self.voices:
            self._namesakes[key[1]].append(key)
        self._near: dict[Key, dict[Key, float]] = {key: {} for key in keys}
        for place, key in enumerate(keys):
            near = self._near[key]
            for other, value in likeness.to(place).items():
                there = keys[other]
                if self.voices[there].leaning == self.voices[key].leaning:
                    near[there] = max(value, near.get(there, 0.0))

    def likeness(self, one: Key, other: Key) -> float:
        """Return how alike two arguments are; one that a pack brings to both groups is itself."""
        return 1.0 if one[1] == other[1] else self._near[one].get(other, 0.0)

    def says_the_same(self, one: Key, other: Key) -> bool:
        """Tell whether two arguments say the same."""
        here, there = self.voices[one].place, self.voices[other].place
        is_in_place = here is not None and here == there
        return self.likeness(one, other) >= (ALIKE_IN_PLACE if is_in_place else ALIKE)

    def groups_of(self, one: Key) -> frozenset[int]:
        """Return the places of the groups that raised an argument, in whatever words."""
        near = (*self._near[one], *self._namesakes[one[1]])
        found = {other[0] for other in near if self.says_the_same(one, other)}
        return frozenset({one[0], *found})

    def nearest(self, one: Key, group: int) -> Near | None:
        """Return what comes nearest to an argument in a group; None when nothing comes near."""
        there = (
            (value, name) for (place, name), value in self._near[one].items() if place == group
        )
        value, name = max(there, default=(0.0, ArgumentId("")))
        return Near(name, value) if value >= NEAR else None


def _missing(ear: _Ear, scribe: _Scribe, group: int) -> Sequence[tuple[Voiced, frozenset[int]]]:
    """Return what a group never raised, once each, the most widely raised and strongest first."""
    heard = [(each, ear.groups_of(key)) for key, each in ear.voices.items() if key[0] != group]
    absent = [(each, places) for each, places in heard if group not in places]
    absent.sort(key=lambda row: (-len(row[1]), -scribe.force(row[0]), *row[0].key))
    kept: list[tuple[Voiced, frozenset[int]]] = []
    for each, places in absent:
        if not any(ear.says_the_same(each.key, known.key) for known, _ in kept):
            kept.append((each, places))
    return kept


class _Scribe:
    """Writes down what is known of an argument where it was raised."""

    def __init__(self, groups: Sequence[Group], motion: MotionId, *, names: bool) -> None:
        self._groups = groups
        self._names = names
        found = [group.findings(motion) for group in groups]
        self._weighings = [each.weighing if each else None for each in found]

    def _strength(self, voiced: Voiced) -> float | Refused | None:
        """Return an argument's strength where it was raised, when that may be told."""
        weighing = self._weighings[voiced.group]
        weighed = weighing.find(voiced.argument.id) if weighing else None
        if weighed is None or not self._groups[voiced.group].sees_totals:
            return None
        return few(weighed.raters) or weighed.strength

    def force(self, voiced: Voiced) -> float:
        """Return what arguments are put in order by: a strength, or the middle where none is told."""
        strength = self._strength(voiced)
        return strength if isinstance(strength, float) else MIDDLE

    def told(self, ear: _Ear, found: tuple[Voiced, frozenset[int]], group: int) -> Unraised:
        """Return an argument as it is told to a group that never raised it."""
        (voiced, places), argument = found, found[0].argument
        return Unraised(
            group=voiced.group,
            argument=argument.id,
            leaning=voiced.leaning,
            relation=argument.relation,
            answers=voiced.place[0] if voiced.place else None,
            raised_in=tuple(sorted(places)),
            strength=self._strength(voiced),
            author=argument.author if self._names else None,
            nearest=ear.nearest(voiced.key, group),
        )
