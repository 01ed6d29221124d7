"""Strengths that stay up to date while people argue and weigh.

One weight or one new argument moves only what lies between it and the motion, so only that is
computed again (`debate.analysis.ripple`), and the answer equals the one from scratch to the last
bit. The same walk answers "what if" without keeping the change. On a graph with cycles each change
is a new fixed point from the base scores, as `debate.analysis.strength` wants.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from debate.analysis.graph import ArgumentGraph, Relation, Undercut, require_unit
from debate.analysis.ripple import Network
from debate.analysis.semantics import QUADRATIC_ENERGY, Semantics
from debate.analysis.strength import strengths
from debate.analysis.wiring import wire


class LiveStrengths:
    """The strengths of a graph that changes.

    Every method that takes an argument raises `ValueError` when it is not in the graph, and every
    one that takes a base score when that is outside [0, 1].
    """

    def __init__(self, graph: ArgumentGraph, semantics: Semantics = QUADRATIC_ENERGY) -> None:
        """Compute everything once.

        Raises:
            ValueError: If the semantics is not defined for the graph.
        """
        semantics.require(graph)
        self.semantics = semantics
        """What every answer follows."""
        self._bases = dict(graph.bases)
        self._relations, self._undercuts = list(graph.relations), list(graph.undercuts)
        wiring = wire(graph)
        self._places = dict(wiring.places)
        self._network = None if wiring.cyclic else Network(wiring, semantics)
        self._fixed = {} if self._network else self._fixed_point(graph)

    def graph(self) -> ArgumentGraph:
        """Return the graph as it stands. O(nodes + relations)."""
        return ArgumentGraph(self._bases, tuple(self._relations), tuple(self._undercuts))

    def strength(self, argument: str) -> float:
        """Return the strength of an argument or motion, in [0, 1]."""
        place = self._place(argument)
        return self._network.strengths[place] if self._network else self._fixed[argument]

    def by_argument(self) -> Mapping[str, float]:
        """Return the strength of everything at once, in [0, 1]."""
        if not self._network:
            return dict(self._fixed)
        values = self._network.strengths
        return {name: values[place] for name, place in self._places.items()}

    def base(self, argument: str) -> float:
        """Return the base score of an argument or motion, in [0, 1]."""
        self._place(argument)
        return self._bases[argument]

    def reweigh(self, argument: str, base: float) -> None:
        """Give an argument another base score."""
        place = self._place(argument)
        require_unit(f"the base score of {argument!r}", base)
        self._bases[argument] = base
        if self._network:
            self._network.keep(place, base)
        else:
            self._fixed = self._fixed_point(self.graph())

    def add(
        self,
        argument: str,
        base: float,
        relations: Iterable[Relation] = (),
        undercuts: Iterable[Undercut] = (),
    ) -> None:
        """Add an argument that bears on what is there; it cannot close a circle.

        Args:
            argument: An id that is not in the graph yet.
            base: Its base score, in [0, 1].
            relations: What it supports or attacks; it is the source of each.
            undercuts: Whose relevance it denies; it is the source of each.

        Raises:
            ValueError: If the id is taken, another source is named, or the graph would refuse it.
        """
        relations, undercuts = tuple(relations), tuple(undercuts)
        self._require_addition(argument, base, relations, undercuts)
        self._bases[argument] = base
        self._relations += relations
        self._undercuts += undercuts
        self._places[argument] = len(self._places)
        if self._network:
            self._attach(self._network, argument, relations, undercuts)
        else:
            self._fixed = self._fixed_point(self.graph())

    def supposing(self, argument: str, base: float, topic: str) -> float:
        """Return the strength `topic` would have if `argument` had the base score `base`."""
        place, about = self._place(argument), self._place(topic)
        require_unit(f"the base score of {argument!r}", base)
        if not self._network:
            return self._fixed_point(self.graph().with_base(argument, base))[topic]
        changed = self._network.ripple(place, base).strengths
        return changed.get(about, self._network.strengths[about])

    def without(self, argument: str, topic: str) -> float:
        """Return the strength `topic` would have without `argument` and all that acts through it.

        Raises:
            ValueError: If the argument is the topic.
        """
        place, about = self._place(argument), self._place(topic)
        if place == about:
            raise ValueError(f"{topic!r} cannot be judged without itself")
        if not self._network:
            return self._fixed_point(self.graph().without(argument))[topic]
        changed = self._network.ripple(place, self._bases[argument], is_muted=True).strengths
        return changed.get(about, self._network.strengths[about])

    def _place(self, argument: str) -> int:
        """Return where an argument stands."""
        place = self._places.get(argument)
        if place is None:
            raise ValueError(f"there is no argument {argument!r} in the graph")
        return place

    def _fixed_point(self, graph: ArgumentGraph) -> dict[str, float]:
        """Return the strengths of a graph that has, or had, cycles."""
        return dict(strengths(graph, self.semantics).by_argument)

    def _require_addition(
        self,
        argument: str,
        base: float,
        relations: tuple[Relation, ...],
        undercuts: tuple[Undercut, ...],
    ) -> None:
        """Raise ValueError unless an argument can be added: judged on the part that is new."""
        if argument in self._bases:
            raise ValueError(f"argument {argument!r} is already in the graph")
        sources = {each.source for each in relations} | {each.source for each in undercuts}
        if sources - {argument}:
            raise ValueError(f"what {argument!r} bears on must start from it")
        targets = {each.target for each in relations} | {each.bearer for each in undercuts}
        present = {target: self.base(target) for target in targets}
        self.semantics.require(ArgumentGraph({**present, argument: base}, relations, undercuts))

    def _attach(
        self,
        network: Network,
        argument: str,
        relations: tuple[Relation, ...],
        undercuts: tuple[Undercut, ...],
    ) -> None:
        """Put a new argument in place, connect it, and only then let it speak."""
        place = network.append(self._bases[argument])
        for relation in relations:
            weight = relation.sign * relation.weight
            network.connect(place, self._places[relation.target], weight)
        for denial in undercuts:
            network.deny(place, self._places[denial.bearer], -denial.weight)
        network.keep(place, self._bases[argument])
