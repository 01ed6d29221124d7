"""The strengths of a debate, kept up to date as people argue and weigh.

One graph holds every motion of a debate with base score one half, and each argument that stands
with the base score of its weights. What changed since the last state is put into the graph; what
did not is not computed again, so that no key press waits for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from debate.analysis import base_score as scores
from debate.analysis.graph import ArgumentGraph
from debate.analysis.incremental import LiveStrengths
from debate.analysis.semantics import QUADRATIC_ENERGY, SEMANTICS, Semantics
from debate.service.argument_graph import drawn_in, edges_of, standing_in

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.ids import ArgumentId, MotionId
    from debate.domain.views.floor import Argument
    from debate.domain.weight import Scheme

MOTION_BASE: Final = 0.5
"""A motion stands at the balance until somebody argues."""
SCHEMES: Final[Mapping[Scheme, scores.Scheme]] = {
    "scale": scores.SCALE,
    "budget": scores.BUDGET,
    "quadratic": scores.QUADRATIC,
}
Heard = tuple["Argument | None", "Argument"]
"""An argument as it was, if it was there, and as it is."""


class Scales:
    """Strengths of one debate under one semantics; `follow` takes in a newer state."""

    def __init__(self, debate: Debate, semantics: str = QUADRATIC_ENERGY.name) -> None:
        """Weigh a debate.

        Args:
            debate: An open debate.
            semantics: A code of `debate.analysis.semantics.SEMANTICS`.
        """
        self._base_semantics = SEMANTICS[semantics]
        self._debate: Debate = debate
        self._standing: set[ArgumentId] = set()
        self._rebuild(debate)

    def follow(self, debate: Debate) -> None:
        """Take in a newer state of the same debate: new weights and arguments cost what they are."""
        if debate is self._debate:
            return
        known = self._debate.floor.arguments
        heard = [
            (known.get(name), argument)
            for name, argument in debate.floor.arguments.items()
            if known.get(name) is not argument
        ]
        if self._is_rewired(debate, heard):
            self._rebuild(debate)
            return
        for _, argument in heard:
            self._take_in(debate, argument)
        self._debate = debate

    def strengths(self) -> Mapping[str, float]:
        """Return the strength in [0, 1] of every motion and of every argument that stands."""
        return self._live.by_argument()

    def strength(self, name: MotionId | ArgumentId) -> float | None:
        """Return a strength in [0, 1]; None for what does not stand."""
        known = name in self._standing or name in self._debate.charter.motion_ids
        return self._live.strength(name) if known else None

    def base(self, name: ArgumentId) -> float | None:
        """Return the base score of an argument in [0, 1]; None for what does not stand."""
        return self._live.base(name) if name in self._standing else None

    def without(self, name: ArgumentId) -> float | None:
        """Return what its motion would be without an argument and its replies, in [0, 1]."""
        if name not in self._standing:
            return None
        return self._live.without(name, self._debate.floor.roots[name])

    def supposing(self, name: ArgumentId, ratings: Iterable[int]) -> float | None:
        """Return what its motion would be if an argument had these weights, in [0, 1]."""
        if name not in self._standing:
            return None
        base = scores.base_score(ratings, SCHEMES[self._debate.charter.scheme]).value
        return self._live.supposing(name, base, self._debate.floor.roots[name])

    @property
    def live(self) -> LiveStrengths:
        """The graph underneath, for attribution and what-if; not to be changed."""
        return self._live

    @property
    def cyclic(self) -> frozenset[str]:
        """The arguments that lie on a cycle."""
        return self._cyclic

    def _rebuild(self, debate: Debate) -> None:
        from debate.analysis.strength import strengths

        scheme = SCHEMES[debate.charter.scheme]
        self._semantics: Semantics = self._base_semantics.with_kappa(scheme.kappa)
        standing = standing_in(debate)
        relations, undercuts = edges_of(standing.values())
        more, denials = drawn_in(
            debate, standing, {(each.source, each.target) for each in relations}
        )
        graph = ArgumentGraph(
            {
                **dict.fromkeys(debate.charter.motion_ids, MOTION_BASE),
                **{name: self._base(debate, each) for name, each in standing.items()},
            },
            (*relations, *more),
            (*undercuts, *denials),
        )
        self._live = LiveStrengths(graph, self._semantics)
        self._cyclic = strengths(graph, self._semantics).cyclic if more or denials else frozenset()
        self._debate, self._standing = debate, set(standing)

    def _is_rewired(self, debate: Debate, heard: Sequence[Heard]) -> bool:
        """Tell whether more is new than weights, and arguments that nothing yet bears on."""
        before = self._debate
        added = sum(old is None for old, _ in heard)
        is_agreed = debate.charter is before.charter or (
            debate.charter.scheme == before.charter.scheme
            and debate.charter.motion_ids == before.charter.motion_ids
        )
        return (
            not is_agreed
            or debate.talk.relations != before.talk.relations
            or len(debate.floor.arguments) != len(before.floor.arguments) + added
            or any(_moves_others(debate, old, new) for old, new in heard)
        )

    def _take_in(self, debate: Debate, argument: Argument) -> None:
        """Weigh one argument anew, or for the first time; what does not stand is left out."""
        name, target = argument.id, argument.target
        if name in self._standing:
            base = self._base(debate, argument)
            if base != self._live.base(name):
                self._live.reweigh(name, base)
        elif argument.is_standing and (target in self._standing or debate.charter.motion(target)):
            relations, undercuts = edges_of([argument])
            self._live.add(name, self._base(debate, argument), relations, undercuts)
            self._standing.add(name)

    def _base(self, debate: Debate, argument: Argument) -> float:
        return scores.base_score(argument.weights.values(), SCHEMES[debate.charter.scheme]).value


def _moves_others(debate: Debate, old: Argument | None, new: Argument) -> bool:
    """Tell whether an argument comes or goes together with what bears on it."""
    if old is not None:
        places = [(each.relation, each.target, each.is_standing) for each in (old, new)]
        return places[0] != places[1]
    is_drawn = any(new.id in (each.source, each.target) for each in debate.talk.relations)
    return is_drawn or new.id in debate.floor.replies
