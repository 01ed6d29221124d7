"""The leading eigenvectors of a symmetric matrix, without numpy.

Block power iteration with a Rayleigh-Ritz step (Rutishauser 1969, *Computational aspects of F. L.
Bauer's simultaneous iteration method*): the block makes it quick and sure where the second and third
eigenvalues are close. The starting block is fixed, so that the result is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter, mul

from debate.analysis.draws import Draws

Vector = list[float]
Eigenpair = tuple[float, Vector]
"""An eigenvalue and its vector of length 1."""
_BLOCK = 8
"""How many vectors are iterated together; the error shrinks by the ratio of values 9 and 2."""
_ROUNDS = 500
_STEPS = 3
"""How often the block is multiplied between two Ritz steps, which cost more."""
_RESIDUAL = 1e-11
"""Largest |Mv - lambda v| / lambda_1 that counts as converged."""
_DEPENDENT = 1e-10
"""A vector that loses this much of its length to the others adds nothing to them."""
_SWEEPS = 30
_NEGLIGIBLE = 1e-17
"""Entries beside the diagonal below this share of all entries need no rotation."""


def dot(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the inner product of two vectors of the same length."""
    product: float = sum(map(mul, one, other))
    return product


def leading_pairs(matrix: Sequence[Vector], count: int) -> list[Eigenpair]:
    """Return the largest eigenvalues of a matrix with their vectors, largest first.

    Args:
        matrix: Square, symmetric, without negative eigenvalues.
        count: How many pairs are wanted, at most the size of the matrix.

    Returns:
        `count` pairs, or fewer when the matrix has a lower rank.
    """
    size = len(matrix)
    stream = Draws()
    start = [[stream.unit() - 0.5 for _ in range(size)] for _ in range(min(size, _BLOCK))]
    pairs: list[_Ritz] = []
    for _ in range(_ROUNDS):
        basis = _orthonormal(start)
        pairs = _ritz_pairs(basis, [_image(matrix, vector) for vector in basis])
        if all(pair.error <= _RESIDUAL * pairs[0].value for pair in pairs[:count]):
            break
        start = [pair.image for pair in pairs]
        for _ in range(_STEPS):
            start = [_image(matrix, vector) for vector in start]
    least = _DEPENDENT * pairs[0].value if pairs else 0.0
    return [(pair.value, pair.vector) for pair in pairs[:count] if pair.value > least]


@dataclass(frozen=True, slots=True)
class _Ritz:
    """A value and a vector that come near to an eigenpair."""

    value: float
    vector: Vector
    image: Vector
    """The matrix times the vector."""

    @property
    def error(self) -> float:
        """|Mv - lambda v|: 0 for an eigenpair."""
        return math.dist(self.image, [self.value * part for part in self.vector])


def _image(matrix: Sequence[Vector], vector: Vector) -> Vector:
    """Return the matrix times the vector."""
    return [dot(row, vector) for row in matrix]


def _orthonormal(vectors: Sequence[Vector]) -> list[Vector]:
    """Return vectors of length 1 at right angles that span the same; dependent ones drop out.

    Modified Gram-Schmidt, twice over: once is not enough for nearly parallel vectors.
    """
    found: list[Vector] = []
    for vector in vectors:
        length = math.hypot(*vector)
        rest = vector
        for _ in range(2):
            for unit in found:
                along = dot(rest, unit)
                rest = [value - along * part for value, part in zip(rest, unit, strict=True)]
        left = math.hypot(*rest)
        if left > _DEPENDENT * length:
            found.append([value / left for value in rest])
    return found


def _ritz_pairs(basis: Sequence[Vector], images: Sequence[Vector]) -> list[_Ritz]:
    """Return the best eigenpairs within the span of an orthonormal basis, largest first."""
    small = [[dot(unit, image) for image in images] for unit in basis]
    pairs = [
        _Ritz(value, _mixed(basis, mix), _mixed(images, mix)) for value, mix in _small_pairs(small)
    ]
    return sorted(pairs, key=attrgetter("value"), reverse=True)


def _mixed(vectors: Sequence[Vector], shares: Vector) -> Vector:
    """Return the sum of some vectors, each times its share."""
    return [dot(shares, column) for column in zip(*vectors, strict=True)]


def _small_pairs(matrix: list[Vector]) -> list[Eigenpair]:
    """Return all eigenpairs of a small symmetric matrix (Jacobi 1846, cyclic by rows)."""
    size = len(matrix)
    vectors = [[float(row == column) for column in range(size)] for row in range(size)]
    scale = sum(map(abs, (value for row in matrix for value in row)))
    for _ in range(_SWEEPS):
        turns = [
            (first, second)
            for first in range(size - 1)
            for second in range(first + 1, size)
            if abs(matrix[first][second]) > _NEGLIGIBLE * scale
        ]
        if not turns:
            break
        for first, second in turns:
            _rotate(matrix, vectors, first, second)
    return [(matrix[i][i], [row[i] for row in vectors]) for i in range(size)]


def _rotate(matrix: list[Vector], vectors: list[Vector], first: int, second: int) -> None:
    """Turn two axes so that their entry beside the diagonal vanishes; keep track in `vectors`."""
    entry = matrix[first][second]
    if entry == 0:
        return
    slope = (matrix[second][second] - matrix[first][first]) / 2 / entry
    tangent = math.copysign(1.0, slope) / (abs(slope) + math.hypot(slope, 1.0))
    cosine = 1 / math.hypot(tangent, 1.0)
    sine = tangent * cosine
    for row in (*matrix, *vectors):
        left, right = row[first], row[second]
        row[first], row[second] = cosine * left - sine * right, sine * left + cosine * right
    upper, lower = matrix[first], matrix[second]
    matrix[first] = [cosine * a - sine * b for a, b in zip(upper, lower, strict=True)]
    matrix[second] = [sine * a + cosine * b for a, b in zip(upper, lower, strict=True)]
