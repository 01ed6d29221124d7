"""Strengths of a thousand arguments beside a plain recursive reference.

The reference is the textbook formula of Quadratic Energy, written as recursion over mappings; other
programs stand in `benchmarks.peers`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

from debate.analysis.graph import ATTACKS, SUPPORTS, ArgumentGraph, Relation
from debate.analysis.strength import strengths

SIZES = (1_000, 25_000)
ROUNDS = 9
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


def cpu(work: Callable[[ArgumentGraph], object], graph: ArgumentGraph) -> float:
    """Return the processor time of one piece of work, in seconds."""
    start = time.process_time()
    work(graph)
    return time.process_time() - start


def main() -> None:
    """Print the ratio at a thousand arguments, and the share of a frame at 25,000."""
    graph = tree(SIZES[0])
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(cpu(reference, graph))
        ours.append(cpu(strengths, graph))
    ratio = median(ours) / median(theirs)
    print(f"strengths of 1,000, beside recursion: ratio {ratio:.2f} (budget 1.0, of Uncertainpy)")
    large = tree(SIZES[1])
    spent = median(cpu(strengths, large) for _ in range(ROUNDS))
    print(f"strengths of 25,000, beside a frame of 16 ms: ratio {spent / FRAME:.2f} (budget 1.0)")


if __name__ == "__main__":
    main()
