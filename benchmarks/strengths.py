"""Strengths of a thousand arguments beside Uncertainpy, and of 25,000 beside a frame on the screen.

Until `make bench-peers` has fetched Uncertainpy, the textbook formula of Quadratic Energy stands in for
it, written as recursion over mappings: it looks for no cycle and keeps no order, so it is told without
a budget.
"""

from __future__ import annotations

from functools import partial
from time import process_time

from benchmarks import uncertainpy
from benchmarks.verdict import in_turn, tell
from debate.analysis.graph import ATTACKS, SUPPORTS, ArgumentGraph, Relation
from debate.analysis.semantics import QUADRATIC_ENERGY
from debate.analysis.strength import settle, strengths
from debate.analysis.wiring import wire

SIZES = (1_000, 25_000)
BUDGET = 1.0
ROUNDS = 25
FRAME = 0.016


def tree(size: int) -> ArgumentGraph:
    """Return a tree of `size` arguments below the node `0`, five replies each."""
    bases = {str(node): (node * 37 % 100) / 100 for node in range(size)}
    relations = tuple(
        Relation(str(node), str((node - 1) // 5), SUPPORTS if node % 3 else ATTACKS)
        for node in range(1, size)
    )
    return ArgumentGraph(bases, relations)


def reference(graph: ArgumentGraph) -> dict[str, float]:
    """Return every strength by recursion; an acyclic graph without undercuts."""
    replies: dict[str, list[Relation]] = {}
    for relation in graph.relations:
        replies.setdefault(relation.target, []).append(relation)
    known: dict[str, float] = {}

    def strength(name: str) -> float:
        if name not in known:
            energy = sum(each.sign * strength(each.source) for each in replies.get(name, ()))
            base, pull = graph.bases[name], energy * energy / (1 + energy * energy)
            known[name] = base + (1 - base) * pull if energy >= 0 else base - base * pull
        return known[name]

    return {name: strength(name) for name in graph.bases}


def main() -> None:
    """Print the ratio at a thousand arguments, and the share of a frame at 25,000."""
    small, large = (tree(size) for size in SIZES)
    library = uncertainpy.solver(small)
    name, budget = ("Uncertainpy", BUDGET) if library else ("plain recursion", None)
    peer = library or partial(reference, small)
    theirs, ours = in_turn((peer, partial(strengths, small)), ROUNDS, process_time)
    sweep, whole = in_turn(
        (partial(settle, wire(large), QUADRATIC_ENERGY), partial(strengths, large)),
        ROUNDS,
        process_time,
    )
    tell("strengths of 1,000 arguments", min(ours) / min(theirs), budget, peer=name)
    tell("strengths of 25,000 worked out anew", min(sweep) / FRAME, BUDGET, peer="a frame of 16 ms")
    tell("the same from nothing, once a debate", min(whole) / FRAME, None, peer="a frame of 16 ms")


if __name__ == "__main__":
    main()
