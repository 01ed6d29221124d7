"""What each argument did: its strength, what the motion would be without it, how it was received.

Strengths come from the graph that is given; nothing is weighed anew here. How the two sides of a
room weigh an argument links stances to weights, so it is only told when each side has three people.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal

from debate.analysis.attribution import removal
from debate.analysis.base_score import BUDGET, QUADRATIC, SCALE
from debate.analysis.comparison import MINIMUM_CELL, Magnitude, cliffs_delta, magnitude
from debate.analysis.disagreement import HALF_WEIGHTS, Reception, reception
from debate.analysis.refusal import Reason, Refused
from debate.analysis.shapley import shares
from debate.domain.ids import ArgumentId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from debate.analysis.exposure import Sides
    from debate.analysis.graph import ArgumentGraph
    from debate.analysis.incremental import LiveStrengths
    from debate.domain.argument import Relation, Target
    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId, ParticipantId
    from debate.domain.views.floor import Argument, Floor
    from debate.domain.weight import Scheme

Leaning = Literal["for", "against"]
_SCHEMES: Final = {"scale": SCALE, "budget": BUDGET, "quadratic": QUADRATIC}


class Bearing(StrEnum):
    """Whether an argument brings the two sides of a room together or sets them apart."""

    UNIFYING = "unifying"
    """Both sides give it much, and hardly differ (Cliff's delta below .147)."""
    DIVIDING = "dividing"
    """The sides differ a great deal (Cliff's delta from .474 on)."""
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class AcrossSides:
    """How people for and people against weigh one argument."""

    for_n: int
    against_n: int
    for_mean: float
    """0 to 10."""
    against_mean: float
    """0 to 10."""
    delta: float
    """Cliff's delta, -1 (all against give it more) to 1 (all for do)."""

    @property
    def bearing(self) -> Bearing:
        """Whether it unifies or divides."""
        size = magnitude(self.delta)
        if size is Magnitude.LARGE:
            return Bearing.DIVIDING
        liked = min(self.for_mean, self.against_mean) > HALF_WEIGHTS
        return Bearing.UNIFYING if liked and size is Magnitude.NEGLIGIBLE else Bearing.NEITHER


@dataclass(frozen=True, slots=True)
class ArgumentFinding:
    """One argument that stands."""

    id: ArgumentId
    number: int
    """Its number on the floor, from 1."""
    leaning: Leaning
    """The side of the motion it helps, replies included."""
    relation: Relation
    target: Target
    is_direct: bool
    """Whether it is about the motion itself."""
    is_opening: bool
    """Whether the pack brought it."""
    base: float
    """What people gave it, as a base score in [0, 1]."""
    raters: int
    strength: float
    """After its replies, in [0, 1]."""
    without: float
    """What the motion would be without it and its replies."""
    moved: float
    """The motion's strength less `without`."""
    share: float | None
    """Its part of what the direct arguments did together; the parts add up. None for a reply."""
    replies: int
    """Replies that stand."""
    adopters: int
    reception: Reception | Refused
    across: AcrossSides | Refused
    is_cyclic: bool
    """Whether it lies on a circle of relations."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """The arguments of one motion, in the order they came."""

    strength: float
    """Where the motion stands: 0 all against, 1 all for, 0.5 balance."""
    raters: int
    """How many people weighed anything here."""
    arguments: tuple[ArgumentFinding, ...]

    def strongest(self, leaning: Leaning, count: int = 3) -> tuple[ArgumentFinding, ...]:
        """Return the direct arguments of a side that move the balance most, the first one most."""
        found = [each for each in self.arguments if each.is_direct and each.leaning == leaning]
        return tuple(sorted(found, key=lambda each: (-abs(each.moved), each.number))[:count])

    @property
    def contested(self) -> tuple[ArgumentFinding, ...]:
        """Arguments people weigh very differently, the most contested first."""
        found = [each for each in self.arguments if _is(each, "contested-strong", "contested-weak")]
        return tuple(sorted(found, key=lambda each: (-_spread_of(each), each.number)))

    @property
    def agreed(self) -> tuple[ArgumentFinding, ...]:
        """Arguments nearly everybody gives much, the strongest first."""
        found = [each for each in self.arguments if _is(each, "agreed-strong")]
        return tuple(sorted(found, key=lambda each: (-each.base, each.number)))

    @property
    def unanswered(self) -> tuple[ArgumentFinding, ...]:
        """Direct arguments that nobody replied to, the strongest first."""
        found = [each for each in self.arguments if each.is_direct and not each.replies]
        return tuple(sorted(found, key=lambda each: (-each.strength, each.number)))

    def bearing(self, bearing: Bearing) -> tuple[ArgumentFinding, ...]:
        """Return the arguments that unify the sides, or those that divide them."""
        return tuple(
            each
            for each in self.arguments
            if isinstance(each.across, AcrossSides) and each.across.bearing is bearing
        )

    def find(self, name: ArgumentId) -> ArgumentFinding | None:
        """Return one argument; None when it does not stand."""
        return next((each for each in self.arguments if each.id == name), None)


def _is(each: ArgumentFinding, *quadrants: str) -> bool:
    return isinstance(each.reception, Reception) and each.reception.quadrant in quadrants


def _spread_of(each: ArgumentFinding) -> float:
    return each.reception.spread if isinstance(each.reception, Reception) else 0.0


def weighing_finding(
    debate: Debate, motion: MotionId, live: LiveStrengths, cyclic: frozenset[str], sides: Sides
) -> Weighing:
    """Return what each argument about a motion did.

    Args:
        debate: An open debate.
        motion: One of its motions.
        live: The strengths of everything that stands.
        cyclic: The arguments that lie on a circle.
        sides: Where people stood at the opening ballot, if that is revealed.
    """
    graph = live.graph()
    standing = [each for each in debate.floor.under(motion) if each.id in graph.bases]
    scribe = _Scribe(debate, motion, live, graph, sides)
    return Weighing(
        strength=live.strength(motion),
        raters=len({person for each in standing for person in each.weights}),
        arguments=tuple(scribe.describe(each, is_cyclic=each.id in cyclic) for each in standing),
    )


class _Scribe:
    """Describes one argument after the other."""

    def __init__(
        self,
        debate: Debate,
        motion: MotionId,
        live: LiveStrengths,
        graph: ArgumentGraph,
        sides: Sides,
    ) -> None:
        self._debate = debate
        self._motion = motion
        self._live = live
        self._bases = graph.bases
        self._sides = sides
        self._shares = shares(graph, motion, live.semantics)
        self._numbers = {name: place for place, name in enumerate(debate.floor.arguments, start=1)}
        self._even = sum(name in graph.bases for name in debate.floor.roots)

    def describe(self, each: Argument, *, is_cyclic: bool) -> ArgumentFinding:
        """Return what one argument did."""
        floor, done = self._debate.floor, removal(self._live, each.id, self._motion)
        is_direct = each.target == self._motion
        return ArgumentFinding(
            id=each.id,
            number=self._numbers[each.id],
            leaning=leaning_of(floor, each),
            relation=each.relation,
            target=each.target,
            is_direct=is_direct,
            is_opening=each.author is None,
            base=self._live.base(each.id),
            raters=len(each.weights),
            strength=self._live.strength(each.id),
            without=done.without,
            moved=done.moved,
            share=self._shares.get(each.id) if is_direct else None,
            replies=sum(name in self._bases for name in floor.replies.get(each.id, ())),
            adopters=len(each.adopters),
            reception=reception(self._given(each.weights)),
            across=self._across(each.weights),
            is_cyclic=is_cyclic,
        )

    def _given(self, weights: Mapping[ParticipantId, int]) -> list[float]:
        return [self._ten(weights[person]) for person in sorted(weights)]

    def _ten(self, weight: int) -> float:
        """Return a weight on 0 to 10; of a budget, 5 is an even share of the points."""
        return on_ten(weight, self._debate.charter.scheme, self._even)

    def _across(self, weights: Mapping[ParticipantId, int]) -> AcrossSides | Refused:
        """Return how the two sides weigh an argument; refused when either has fewer than three."""
        in_favour = [self._ten(weights[name]) for name in weights if self._sides.get(name, 0) > 0]
        against = [self._ten(weights[name]) for name in weights if self._sides.get(name, 0) < 0]
        delta = cliffs_delta(in_favour, against)
        fewest = min(len(in_favour), len(against))
        if isinstance(delta, Refused):
            return delta
        if fewest < MINIMUM_CELL:
            return Refused(Reason.SMALL_CELL, needed=MINIMUM_CELL, had=fewest)
        return AcrossSides(
            for_n=len(in_favour),
            against_n=len(against),
            for_mean=_mean(in_favour),
            against_mean=_mean(against),
            delta=delta,
        )


def _mean(values: Sequence[float]) -> float:
    """Return the mean of at least one number, added up in order."""
    return sum(sorted(values)) / len(values)


def on_ten(weight: int, scheme: Scheme, arguments: int) -> float:
    """Return a weight on 0 to 10, so that 5 is the middle under every scheme.

    Of a budget the middle is an even share, 100 / `arguments`, and twice that or more is 10; a
    quadratic vote of -10 is 0 and one of 10 is 10.
    """
    if scheme == "budget":
        return min(10.0, HALF_WEIGHTS * weight * max(1, arguments) / 100)
    return 10 * _SCHEMES[scheme].unit(weight)


def leaning_of(floor: Floor, argument: Argument) -> Leaning:
    """Return which side of its motion an argument helps: every attack on the way turns it round.

    Args:
        floor: Every argument; this one must hang under a motion.
        argument: The argument.
    """
    turns, step = argument.relation != "supports", argument
    while (above := floor.arguments.get(ArgumentId(step.target))) is not None:
        turns ^= above.relation != "supports"
        step = above
    return "against" if turns else "for"
