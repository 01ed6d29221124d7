"""The two steps of finding groups that numpy does a hundred times faster, and when that pays.

numpy is an extra (`[fast]`) and takes longer to import than a workshop's groups take to compute, so
it is imported here, inside functions, and only for large conversations. Everything has a twin in
pure Python that gives the same groups, in `projection` and `clusters`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import chain

from debate.analysis.clusters import Clusters
from debate.analysis.opinions import Row
from debate.analysis.projection import Point

WORTHWHILE = 12_000
"""People times statements (times repetitions) above which numpy earns its import back."""
_NO_VARIANCE = 1e-10
"""An axis with less than this share of the first one's variance is rounding noise."""


def is_worthwhile(cells: int) -> bool:
    """Tell whether a table of so many cells should be handled by numpy: large, and it is there."""
    return cells > WORTHWHILE and find_spec("numpy") is not None


class ArrayTable:
    """The twin of `projection.PlainTable`, in arrays."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Centre the answers of one person or more."""
        import numpy as np

        cells = np.fromiter(chain.from_iterable(rows), dtype=object).reshape(len(rows), -1)
        seen = np.not_equal(cells, np.array(None, dtype=object)).astype(bool)
        cells[~seen] = 0.0
        table = cells.astype(float)
        means = table.sum(axis=0) / np.maximum(seen.sum(axis=0), 1)
        self.means: tuple[float, ...] = tuple(means.tolist())
        self._table = np.where(seen, table - means, 0.0)
        answered = seen.sum(axis=1)
        stretch = np.sqrt(table.shape[1] / np.maximum(answered, 1))
        self._scales = np.where(answered > 0, stretch, 0.0)

    def principal_axes(self, count: int) -> list[tuple[float, Sequence[float]]]:
        """Return the principal axes by the eigenvectors of the smaller Gram matrix."""
        import numpy as np

        table = self._table
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

    def along(self, axes: Sequence[Sequence[float]]) -> list[list[float]]:
        """Return where each person stands on each axis."""
        import numpy as np

        places: list[list[float]] = (
            self._table @ np.array(axes).T * self._scales[:, None]
        ).tolist()
        return places


def dealing(points: Sequence[Point]) -> Callable[[Sequence[Point]], Clusters]:
    """Return the twin of `clusters.dealing` for points that all weigh 1.

    Squares and sums are added in the order in which the pure twin adds them, so that ties and means
    are the same to the last bit.

    Args:
        points: One or more positions.
    """
    import numpy as np

    across, along = np.array(points).T

    def deal(centres: Sequence[Point]) -> Clusters:
        x, y = np.array(centres).T
        right, up = across[:, None] - x, along[:, None] - y
        found, labels = np.unique((right * right + up * up).argmin(axis=1), return_inverse=True)
        size = len(found)
        held = np.bincount(labels, minlength=size)
        middle = (np.bincount(labels, weights=each, minlength=size) for each in (across, along))
        places = zip(*((each / held).tolist() for each in middle), strict=True)
        return Clusters(labels=tuple(labels.tolist()), centres=tuple(places))

    return deal
