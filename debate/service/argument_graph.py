"""A debate as a graph: what takes part in the balance, and what bears on what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from debate.analysis.graph import ATTACKS, SUPPORTS, Relation, Sign, Undercut

if TYPE_CHECKING:
    from debate.domain import argument as words
    from debate.domain.debate import Debate
    from debate.domain.ids import ArgumentId
    from debate.domain.views.floor import Argument


def standing_in(debate: Debate) -> dict[ArgumentId, Argument]:
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


def edges_of(
    arguments: Iterable[Argument],
) -> tuple[tuple[Relation, ...], tuple[Undercut, ...]]:
    """Return what each argument does to what it answers: support or attack it, or undercut it."""
    relations, undercuts = [], []
    for each in arguments:
        if each.relation == "undercuts":
            undercuts.append(Undercut(each.id, each.target))
        else:
            relations.append(Relation(each.id, each.target, _sign(each.relation)))
    return tuple(relations), tuple(undercuts)


def drawn_in(
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
