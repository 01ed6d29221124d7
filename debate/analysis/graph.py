"""The argument graph: what is asserted, how strongly, and how each thing bears on another.

A node is an argument or a motion, known by its id, with a base score: what people give it before
any reply is counted. A *relation* lets one argument support or attack another. An *undercut* does
not say that an argument is untrue but that it does not matter to what it was brought up for
(Pollock 1987, *Defeasible reasoning*), so it must weaken the relation and leave the argument alone.

The undercut relation is therefore reified: made a node of its own, the *relevance* of its bearer,
with base score 1 (a relation is taken to hold until somebody denies it) and its undercutters as
attackers. The strength of that node is the weight of the edge:

    signal(x) = strength(x) * relevance(x)
    relevance(x) = influence(1, aggregate of -weight(u) * signal(u) over the undercutters u of x)

and `signal` is what every relation of `x` carries onwards, to be multiplied by the relation's own
weight. An argument without undercutters has relevance 1. With Quadratic Energy one undercutter of
strength u leaves 1 / (1 + u²). An undercutter is an argument like any other: it can be supported,
attacked and undercut in its turn.

A graph is a value: to change one is to make another. Nothing here computes a strength.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, Self

Sign = Literal[1, -1]
SUPPORTS: Sign = 1
ATTACKS: Sign = -1


@dataclass(frozen=True, slots=True)
class Relation:
    """One argument that supports or attacks another one, or a motion."""

    source: str
    target: str
    sign: Sign
    """`SUPPORTS` (1) or `ATTACKS` (-1)."""
    weight: float = 1.0
    """How much of the source's strength counts, in [0, 1]."""


@dataclass(frozen=True, slots=True)
class Undercut:
    """One argument that denies that another one matters to what it bears on."""

    source: str
    bearer: str
    """The argument whose relation is denied; all of them, when it has several."""
    weight: float = 1.0
    """How much of the source's strength counts, in [0, 1]."""


@dataclass(frozen=True, slots=True)
class ArgumentGraph:
    """An immutable weighted bipolar argument graph with undercuts; it may have cycles.

    Raises:
        ValueError: If a base score or a weight is outside [0, 1], an end is not in the graph, or
            the same source relates to (or undercuts) the same target twice.
    """

    bases: Mapping[str, float]
    """The base score of every argument and motion by its id, each in [0, 1]."""
    relations: tuple[Relation, ...] = ()
    undercuts: tuple[Undercut, ...] = ()

    def __post_init__(self) -> None:
        """Freeze the base scores and check every end and number."""
        object.__setattr__(self, "bases", MappingProxyType(dict(self.bases)))
        for name, base in self.bases.items():
            require_unit(f"the base score of {name!r}", base)
        pairs = [(each.source, each.target) for each in self.relations]
        denials = [(each.source, each.bearer) for each in self.undercuts]
        self._check_ends(pairs, "relation")
        self._check_ends(denials, "undercut")
        weighed = ((each.source, each.weight) for each in self.relations)
        doubted = ((each.source, each.weight) for each in self.undercuts)
        for source, weight in (*weighed, *doubted):
            require_unit(f"the weight from {source!r}", weight)

    @classmethod
    def of(
        cls,
        bases: Mapping[str, float],
        edges: Iterable[tuple[str, str, int] | tuple[str, str, int, float]],
        undercuts: Iterable[tuple[str, str]] = (),
    ) -> Self:
        """Build a graph from plain tuples.

        Args:
            bases: The base score of every node, in [0, 1].
            edges: (source, target, 1 for support or -1 for attack, optional weight).
            undercuts: (source, bearer).
        """
        return cls(
            bases,
            tuple(
                Relation(source, target, SUPPORTS if sign > 0 else ATTACKS, *weight)
                for source, target, sign, *weight in edges
            ),
            tuple(Undercut(source, bearer) for source, bearer in undercuts),
        )

    def with_base(self, argument: str, base: float) -> Self:
        """Return the graph in which one argument has another base score."""
        self.require(argument)
        return type(self)({**self.bases, argument: base}, self.relations, self.undercuts)

    def with_argument(
        self,
        argument: str,
        base: float,
        relations: Iterable[Relation] = (),
        undercuts: Iterable[Undercut] = (),
    ) -> Self:
        """Return the graph with one more argument and what it bears on.

        Raises:
            ValueError: If the argument is already there.
        """
        if argument in self.bases:
            raise ValueError(f"argument {argument!r} is already in the graph")
        return type(self)(
            {**self.bases, argument: base},
            (*self.relations, *relations),
            (*self.undercuts, *undercuts),
        )

    def without(self, argument: str) -> Self:
        """Return the graph with one argument taken out, and whatever it said or was told.

        What only acted through it is still a node but reaches nothing, so every other strength is
        that of the graph without the argument and its replies.
        """
        self.require(argument)
        return type(self)(
            {name: base for name, base in self.bases.items() if name != argument},
            tuple(each for each in self.relations if argument not in (each.source, each.target)),
            tuple(each for each in self.undercuts if argument not in (each.source, each.bearer)),
        )

    def require(self, argument: str) -> None:
        """Raise ValueError when an argument is not in the graph."""
        if argument not in self.bases:
            raise ValueError(f"there is no argument {argument!r} in the graph")

    def _check_ends(self, pairs: list[tuple[str, str]], kind: str) -> None:
        """Raise ValueError when a pair names what is not there, or stands there twice."""
        for source, target in pairs:
            self.require(source)
            self.require(target)
        if len(set(pairs)) < len(pairs):
            twice = next(pair for pair in pairs if pairs.count(pair) > 1)
            raise ValueError(f"the {kind} from {twice[0]!r} to {twice[1]!r} is there twice")


def require_unit(what: str, value: float) -> None:
    """Raise ValueError when a number is not in [0, 1]; not-a-number is not."""
    if not 0.0 <= value <= 1.0:
        raise ValueError(f"{what} is {value}, outside [0, 1]")
