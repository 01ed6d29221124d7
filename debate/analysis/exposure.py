"""Whether people took in the other side: what they weighed of it, and whether they granted any.

Undecided people have no other side and are left out. The E-I index is only fair beside the shares of
what there was to weigh, so the three always come together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from statistics import fmean

from debate.analysis.refusal import Reason, Refused

Sides = Mapping[str, int]
"""Id of a person or an argument to its side: 1 for, -1 against, 0 undecided."""
GRANTED = 5.0
"""A weight above this, on 0 to 10, grants an argument something."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """What one person weighed of each side."""

    other: float | Refused
    """Share of the other side's arguments that this person weighed, 0 to 1."""
    own: float | Refused
    """Share of the arguments of this person's own side, 0 to 1."""
    external: float | Refused
    """E-I index: (other - own) / (other + own) in numbers of arguments, -1 to 1 (Krackhardt and
    Stern 1988, *Informal networks and organizational crises*)."""

    @property
    def gap(self) -> float | Refused:
        """Own share less other share, -1 to 1; above 0 means that the own side drew more."""
        if isinstance(self.own, Refused):
            return self.own
        return self.other if isinstance(self.other, Refused) else self.own - self.other


def exposures(
    people: Sides, arguments: Sides, weighed: Mapping[str, Collection[str]]
) -> dict[str, Exposure]:
    """Return what each person with a side weighed of both sides (after Mutz 2002).

    *Cross-cutting social networks: testing democratic theory in practice.*

    Args:
        people: Participant id to side.
        arguments: Argument id to side.
        weighed: Participant id to the arguments that person weighed; absent means none.
    """
    return {
        person: _exposure(side, arguments, frozenset(weighed.get(person, ())))
        for person, side in people.items()
        if side
    }


def _exposure(side: int, arguments: Sides, weighed: frozenset[str]) -> Exposure:
    """Return what a person on `side` weighed of the `arguments`."""
    there = {face: {name for name, of in arguments.items() if of == face} for face in (side, -side)}
    own, other = len(there[side] & weighed), len(there[-side] & weighed)
    return Exposure(
        other=_share(other, len(there[-side]), Reason.EMPTY_SIDE),
        own=_share(own, len(there[side]), Reason.EMPTY_SIDE),
        external=_share(other - own, other + own, Reason.NOTHING_COUNTED),
    )


def _share(part: int, whole: int, reason: Reason) -> float | Refused:
    """Return part / whole, or the refusal of an empty whole."""
    return part / whole if whole else Refused(reason, needed=1, had=0)


def cross_cutting(found: Mapping[str, Exposure]) -> float | Refused:
    """Return the mean share of the other side's arguments that people weighed, 0 to 1."""
    shares = [one.other for one in found.values() if not isinstance(one.other, Refused)]
    if not shares:
        return Refused(Reason.NOTHING_COUNTED, needed=1, had=0)
    return fmean(shares)


def steelman_share(
    people: Sides, arguments: Sides, weights: Mapping[str, Mapping[str, float]]
) -> float | Refused:
    """Return the share of people with a side who gave an opposing argument more than 5, 0 to 1.

    Args:
        people: Participant id to side.
        arguments: Argument id to side.
        weights: Participant id to the weights that person gave, 0 to 10; absent means none.
    """
    sided = {person: side for person, side in people.items() if side}
    granted = sum(
        any(
            weight > GRANTED and arguments.get(argument, 0) == -side
            for argument, weight in weights.get(person, {}).items()
        )
        for person, side in sided.items()
    )
    return _share(granted, len(sided), Reason.TOO_FEW_PEOPLE)


def restatement_share(accepted: int, restated: int) -> float | Refused:
    """Return the share of restatements by the other side that the author accepted, 0 to 1.

    The stricter steelman figure: not "I granted it" but "you said it as I would".

    Args:
        accepted: Restatements that the author called fair.
        restated: All restatements of an argument by somebody of the other side.
    """
    return _share(accepted, restated, Reason.NOTHING_COUNTED)
