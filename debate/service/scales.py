"""The strengths of a debate, kept up to date as people argue and weigh.

One graph holds every motion of a debate with base score one half, and each argument that stands
with the base score of its weights. What changed since the last state is put into the graph; what
did not is not computed again, so that no key press waits for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from debate.analysis import base_score as scores
from debate.analysis.graph import ATTACKS, SUPPORTS, ArgumentGraph, Relation, Sign, Undercut
from debate.analysis.incremental import LiveStrengths
from debate.analysis.semantics import QUADRATIC_ENERGY, SEMANTICS, Semantics

if TYPE_CHECKING:
    from debate.domain import argument as words
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
        self._standing: dict[ArgumentId, Argument] = {}
        self._rebuild(debate)

    def follow(self, debate: Debate) -> None:
        """Take in a newer state of the same debate: new weights and arguments cost what they are."""
        if debate is self._debate:
            return
        old, new = self._standing, _standing(debate)
        added = [name for name in new if name not in old]
        gone = any(name not in new for name in old)
        agreed = debate.charter is self._debate.charter or (
            debate.charter.scheme == self._debate.charter.scheme
            and debate.charter.motion_ids == self._debate.charter.motion_ids
        )
        related = debate.talk.relations == self._debate.talk.relations
        if gone or not agreed or not related or any(_moved(old[n], new[n]) for n in old):
            self._rebuild(debate)
            return
        for name in old:
            if old[name] is not new[name]:
                base = self._base(debate, new[name])
                if base != self._live.base(name):
                    self._live.reweigh(name, base)
        for name in added:
            relations, undercuts = _edges([new[name]])
            self._live.add(name, self._base(debate, new[name]), relations, undercuts)
        self._debate, self._standing = debate, new

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
        standing = _standing(debate)
        relations, undercuts = _edges(standing.values())
        more, denials = _drawn(debate, standing, {(each.source, each.target) for each in relations})
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
        self._debate, self._standing = debate, standing

    def _base(self, debate: Debate, argument: Argument) -> float:
        return scores.base_score(argument.weights.values(), SCHEMES[debate.charter.scheme]).value


def _standing(debate: Debate) -> dict[ArgumentId, Argument]:
    """Return the arguments that take part: they stand, and so does all that they bear on."""
    floor = debate.floor
    found = {
        name: argument
        for name, argument in floor.arguments.items()
        if argument.is_standing and name in floor.roots
    }
    motions = set(debate.charter.motion_ids)
    while True:
        lost = [
            name
            for name, each in found.items()
            if each.target not in motions and each.target not in found
        ]
        if not lost:
            return found
        for name in lost:
            del found[name]


def _moved(old: Argument, new: Argument) -> bool:
    """Tell whether an argument bears on something else than before."""
    return (old.relation, old.target) != (new.relation, new.target)


def _edges(
    arguments: Iterable[Argument],
) -> tuple[tuple[Relation, ...], tuple[Undercut, ...]]:
    relations, undercuts = [], []
    for each in arguments:
        if each.relation == "undercuts":
            undercuts.append(Undercut(each.id, each.target))
        else:
            relations.append(Relation(each.id, each.target, _sign(each.relation)))
    return tuple(relations), tuple(undercuts)


def _drawn(
    debate: Debate, standing: Mapping[ArgumentId, Argument], taken: set[tuple[str, str]]
) -> tuple[tuple[Relation, ...], tuple[Undercut, ...]]:
    """Return the relations people drew between what stands; the first of two alike counts."""
    nodes = {*standing, *debate.charter.motion_ids}
    relations, undercuts, seen = [], [], set(taken)
    denied = {(each.id, each.target) for each in standing.values() if each.relation == "undercuts"}
    for each in debate.talk.relations:
        pair = (each.source, each.target)
        if each.source not in standing or each.target not in nodes or pair in seen | denied:
            continue
        if each.relation == "undercuts":
            denied.add(pair)
            undercuts.append(Undercut(*pair))
        else:
            seen.add(pair)
            relations.append(Relation(*pair, _sign(each.relation)))
    return tuple(relations), tuple(undercuts)


def _sign(relation: words.Relation) -> Sign:
    return SUPPORTS if relation == "supports" else ATTACKS
