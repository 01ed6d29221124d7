"""In which order the nodes of a graph can be computed, and which of them go round in a circle.

Nearly every debate has an order, so the quick walk looks for that first; only when there is none
does the thorough one find who is to blame. Both keep their own stack, so that a chain of ten
thousand replies is no deeper than a chain of ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_UNSEEN = -1


def components(predecessors: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected components: largest sets that all reach each other.

    Tarjan 1972, *Depth-first search and linear graph algorithms*, with an explicit stack. The walk
    follows the edges backwards, so each component comes after all those it depends on.
    O(nodes + edges).

    Args:
        predecessors: For node `i`, the nodes it depends on; nodes are 0 .. n - 1.
    """
    walk = _Walk(predecessors)
    for root in range(len(predecessors)):
        if walk.found[root] == _UNSEEN:
            walk.explore(root)
    return walk.complete


def on_cycles(predecessors: Sequence[Sequence[int]]) -> set[int]:
    """Return the nodes on a cycle: in a component of several, or pointing at themselves."""
    several = {node for part in components(predecessors) if len(part) > 1 for node in part}
    return several | {node for node, sources in enumerate(predecessors) if node in sources}


class _Walk:
    """The state of one depth-first walk."""

    def __init__(self, predecessors: Sequence[Sequence[int]]) -> None:
        size = len(predecessors)
        self.predecessors = predecessors
        self.found = [_UNSEEN] * size
        """When a node was first met."""
        self.lowest = [0] * size
        """The earliest open node that can be reached from it."""
        self.is_open = [False] * size
        self.open: list[int] = []
        self.complete: list[list[int]] = []
        self.clock = 0

    def explore(self, root: int) -> None:
        """Walk everything that `root` depends on."""
        path: list[tuple[int, Iterator[int]]] = [self._enter(root)]
        while path:
            node, rest = path[-1]
            for source in rest:
                if self.found[source] == _UNSEEN:
                    path.append(self._enter(source))
                    break
                if self.is_open[source]:
                    self.lowest[node] = min(self.lowest[node], self.found[source])
            else:
                path.pop()
                self._leave(node)
                if path:
                    parent = path[-1][0]
                    self.lowest[parent] = min(self.lowest[parent], self.lowest[node])

    def _enter(self, node: int) -> tuple[int, Iterator[int]]:
        """Meet a node for the first time."""
        self.found[node] = self.lowest[node] = self.clock
        self.clock += 1
        self.open.append(node)
        self.is_open[node] = True
        return node, iter(self.predecessors[node])

    def _leave(self, node: int) -> None:
        """Close the component of a node that reaches nothing met before it."""
        if self.lowest[node] != self.found[node]:
            return
        start = len(self.open) - 1
        while self.open[start] != node:
            start -= 1
        part = self.open[start:]
        del self.open[start:]
        for member in part:
            self.is_open[member] = False
        self.complete.append(part)
