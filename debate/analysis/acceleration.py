"""The two steps of finding groups that numpy does a hundred times faster, and when that pays.

numpy is an extra (`[fast]`) and takes longer to import than a workshop's groups take to compute, so
it is imported here, inside functions, and only for large conversations. Everything has a twin in
pure Python that gives the same groups: `projection` and `clusters` say which.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec

from debate.analysis.projection import Point

WORTHWHILE = 12_000
"""People times statements (times repetitions) above which numpy earns its import back."""
_NO_VARIANCE = 1e-10
"""An axis with less than this share of the first one's variance is rounding noise."""


def is_worthwhile(cells: int) -> bool:
    """Tell whether a table of so many cells should be handled by numpy: large, and it is there."""
    return cells > WORTHWHILE and find_spec("numpy") is not None


def principal_axes(
    centred: Sequence[Sequence[float]], count: int
) -> list[tuple[float, Sequence[float]]]:
    """Return the largest sums of squares along an axis, with the axes, largest first.

    Args:
        centred: Rows whose columns each have mean 0.
        count: How many axes are wanted; fewer come back when there is less variance.
    """
    import numpy as np

    table = np.array(centred)
    tall = table.shape[0] >= table.shape[1]
    values, vectors = np.linalg.eigh(table.T @ table if tall else table @ table.T)
    found: list[tuple[float, Sequence[float]]] = []
    for place in range(1, count + 1):
        value = float(values[-place])
        if value <= _NO_VARIANCE * max(float(values[-1]), _NO_VARIANCE):
            break
        axis = vectors[:, -place] if tall else table.T @ vectors[:, -place] / value**0.5
        found.append((value, axis.tolist()))
    return found


def nearest_to(points: Sequence[Point]) -> Callable[[Sequence[Point]], list[int]]:
    """Return a function that finds, for each of the points, the place of its nearest centre.

    The squares are added as the pure twin adds them, so that ties fall alike; the first centre wins.

    Args:
        points: One or more positions.
    """
    import numpy as np

    across, along = np.array(points).T[:, :, None]

    def nearest(centres: Sequence[Point]) -> list[int]:
        x, y = np.array(centres).T
        right, up = across - x, along - y
        found: list[int] = (right * right + up * up).argmin(axis=1).tolist()
        return found

    return nearest
