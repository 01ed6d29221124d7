"""In which order the nodes of a graph can be computed, each after all it depends on.

Nearly every debate has an order, so this quick walk looks for it first; only when there is none does
`debate.analysis.components` find who goes round in a circle.
"""

from __future__ import annotations

from collections.abc import Sequence


def dependency_order(predecessors: Sequence[Sequence[int]]) -> list[int] | None:
    """Return every node once, after all those it depends on; None when a cycle forbids it.

    Depth first, so that the replies to one argument stand close before it. O(nodes + edges).

    Args:
        predecessors: For node `i`, the nodes it depends on; nodes are 0 .. n - 1.
    """
    order: list[int] = []
    is_begun, is_done = bytearray(len(predecessors)), bytearray(len(predecessors))
    for root in range(len(predecessors)):
        if not is_begun[root] and not _descend([root], predecessors, order, is_begun, is_done):
            return None
    return order


def _descend(
    waiting: list[int],
    predecessors: Sequence[Sequence[int]],
    order: list[int],
    is_begun: bytearray,
    is_done: bytearray,
) -> bool:
    """Put in order what waits and all it depends on; say whether there is an order.

    What depends on nothing, as most replies do, never waits.
    """
    while waiting:
        node = waiting[-1]
        if is_begun[node]:
            waiting.pop()
            if not is_done[node]:
                is_done[node] = 1
                order.append(node)
            continue
        is_begun[node] = 1
        for source in predecessors[node]:
            if is_begun[source]:
                if not is_done[source]:
                    return False
            elif predecessors[source]:
                waiting.append(source)
            else:
                is_begun[source] = is_done[source] = 1
                order.append(source)
    return True
