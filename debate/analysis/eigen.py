"""The leading eigenvectors of a symmetric matrix, without numpy.

Block power iteration with a Rayleigh-Ritz step (Rutishauser 1969, *Computational aspects of F. L.
Bauer's simultaneous iteration method*): the block makes it quick and sure where the second and third
eigenvalues are close. The starting block is fixed, so that the result is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import itemgetter, mul

from debate.analysis.draws import Draws

Vector = list[float]
Eigenpair = tuple[float, Vector]
"""An eigenvalue and its vector of length 1."""
_BLOCK = 8
"""How many vectors are iterated together; the error shrinks by the ratio of values 9 and 2."""
_ROUNDS = 1000
_RESIDUAL = 1e-11
"""Largest |Mv - lambda v| / lambda_1 that counts as converged."""
_DEPENDENT = 1e-10
"""A vector that loses this much of its length to the others adds nothing to them."""
_SWEEPS = 30


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
    basis = _orthonormal(start)
    pairs: list[Eigenpair] = []
    for _ in range(_ROUNDS):
        images = [_image(matrix, vector) for vector in basis]
        pairs = _ritz_pairs(basis, images)[:count]
        if _converged(matrix, pairs):
            break
        basis = _orthonormal(images)
    return [(value, vector) for value, vector in pairs if value > _DEPENDENT * pairs[0][0]]


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


def _ritz_pairs(basis: Sequence[Vector], images: Sequence[Vector]) -> list[Eigenpair]:
    """Return the best eigenpairs within the span of an orthonormal basis, largest first."""
    small = [[dot(unit, image) for image in images] for unit in basis]
    pairs = []
    for value, mix in _small_pairs(small):
        columns = zip(*basis, strict=True)
        pairs.append((value, [dot(mix, column) for column in columns]))
    return sorted(pairs, key=itemgetter(0), reverse=True)


def _converged(matrix: Sequence[Vector], pairs: Sequence[Eigenpair]) -> bool:
    """Tell whether every pair is an eigenpair to within rounding."""
    return all(
        math.dist(_image(matrix, vector), [value * part for part in vector])
        <= _RESIDUAL * pairs[0][0]
        for value, vector in pairs
    )


def _small_pairs(matrix: list[Vector]) -> list[Eigenpair]:
    """Return all eigenpairs of a small symmetric matrix (Jacobi 1846, cyclic by rows)."""
    size = len(matrix)
    vectors = [[float(row == column) for column in range(size)] for row in range(size)]
    scale = sum(map(abs, (value for row in matrix for value in row)))
    for _ in range(_SWEEPS):
        beside = sum(abs(matrix[i][j]) for i in range(size) for j in range(i))
        if beside <= 1e-16 * scale:
            break
        for first in range(size - 1):
            for second in range(first + 1, size):
                _rotate(matrix, vectors, first, second)
    return [(matrix[i][i], [row[i] for row in vectors]) for i in range(size)]


def _rotate(matrix: list[Vector], vectors: list[Vector], first: int, second: int) -> None:
    """Turn two axes so that their entry beside the diagonal vanishes; keep track in `vectors`."""
    entry = matrix[first][second]
    if entry == 0:
        return
    slope = (matrix[second][second] - matrix[first][first]) / (2 * entry)
    tangent = math.copysign(1.0, slope) / (abs(slope) + math.hypot(slope, 1.0))
    cosine = 1 / math.hypot(tangent, 1.0)
    sine = tangent * cosine
    for row in (*matrix, *vectors):
        left, right = row[first], row[second]
        row[first], row[second] = cosine * left - sine * right, sine * left + cosine * right
    upper, lower = matrix[first], matrix[second]
    matrix[first] = [cosine * a - sine * b for a, b in zip(upper, lower, strict=True)]
    matrix[second] = [sine * a + cosine * b for a, b in zip(upper, lower, strict=True)]
