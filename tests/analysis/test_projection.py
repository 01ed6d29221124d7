"""The plane that people stand in, with numpy and without."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.analysis import acceleration, eigen
from debate.analysis.eigen import dot, leading_pairs
from debate.analysis.opinions import Opinions
from debate.analysis.projection import project
from tests.analysis.tables import camps, table, votes

MATRICES = st.integers(1, 12).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(-5, 5), min_size=size, max_size=size), min_size=size, max_size=size
    )
)


@settings(deadline=None)
@given(MATRICES)
def test_an_eigenvector_is_only_stretched(factor: list[list[int]]) -> None:
    gram = [[float(dot(one, other)) for other in factor] for one in factor]
    pairs = leading_pairs(gram, min(2, len(gram)))
    trace = sum(gram[i][i] for i in range(len(gram)))
    for value, vector in pairs:
        image = [dot(row, vector) for row in gram]
        assert math.dist(image, [value * part for part in vector]) <= 1e-6 * max(trace, 1)
        assert math.hypot(*vector) == pytest.approx(1)
        assert value <= trace * (1 + 1e-9)
    assert all(one[0] >= other[0] for one, other in itertools.pairwise(pairs))


def test_equal_eigenvalues_are_both_found() -> None:
    same = [[3.0, 0.0, 0.0], [0.0, 3.0, 0.0], [0.0, 0.0, 1.0]]
    assert [value for value, _ in leading_pairs(same, 2)] == pytest.approx([3, 3])


def test_a_matrix_of_one_direction_has_no_second() -> None:
    row = [float(place + 1) for place in range(12)]
    ((value, vector),) = leading_pairs([[a * b for b in row] for a in row], 2)
    assert value == pytest.approx(650)
    assert abs(dot(vector, row)) == pytest.approx(650**0.5)


def test_a_matrix_of_noughts_has_no_direction() -> None:
    assert leading_pairs([[0.0, 0.0], [0.0, 0.0]], 2) == []


def test_values_that_do_not_settle_are_given_as_near_as_they_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(eigen, "_ROUNDS", 1)
    monkeypatch.setattr(eigen, "_SWEEPS", 1)
    size = 20
    gram = [[float(min(i, j) + 1) for j in range(size)] for i in range(size)]
    assert len(leading_pairs(gram, 2)) == 2


def test_one_person_stands_in_the_middle_of_one_axis() -> None:
    found = project([(1.0, -1.0, 0.0)])
    assert found.positions == ((0.0, 0.0),)
    assert found.variances == (0.0,)
    assert found.means == (1.0, -1.0, 0.0)


def test_whoever_saw_little_is_drawn_outwards_and_whoever_saw_nothing_is_in_the_middle() -> None:
    rows = [(1.0, 1.0), (-1.0, -1.0), (1.0, None), (None, None)]
    x = [abs(place) for place, _ in project(rows).positions]
    assert x[3] == 0
    mean = 1 / 3
    assert x[2] == pytest.approx(
        (1 - mean) * math.sqrt(2) * abs(project(rows).axes[0][0]), abs=1e-9
    )


def test_the_extremity_of_a_statement_is_where_somebody_who_only_agreed_with_it_stands() -> None:
    rows = [(1.0, 1.0, -1.0), (-1.0, -1.0, 1.0), (1.0, 0.0, -1.0)]
    found = project(rows)
    pull = (1 - found.means[0]) * math.sqrt(3)
    along = [pull * axis[0] for axis in found.axes]
    assert found.extremity(0) == pytest.approx(math.hypot(*along))


@settings(deadline=None)
@given(votes())
def test_numpy_finds_the_same_variances(opinions: Opinions) -> None:
    plain, fast = project(opinions.rows), project(opinions.rows, fast=True)
    assert plain.variances == pytest.approx(fast.variances, abs=1e-7)
    assert plain.means == pytest.approx(fast.means, abs=1e-12)


@pytest.mark.parametrize("shape", [(12, 20), (20, 12)])
def test_numpy_finds_the_same_positions(shape: tuple[int, int]) -> None:
    opinions = camps(*shape)
    plain, fast = project(opinions.rows), project(opinions.rows, fast=True)
    for one, other in zip(plain.positions, fast.positions, strict=True):
        assert one == pytest.approx(other, abs=1e-8)


def test_numpy_is_worthwhile_only_for_much_and_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not acceleration.is_worthwhile(12_000)
    assert acceleration.is_worthwhile(12_001)
    monkeypatch.setattr(acceleration, "find_spec", lambda name: None)
    assert not acceleration.is_worthwhile(10**9)


def test_a_rejected_statement_is_a_pass_of_everybody() -> None:
    opinions = table([(1.0, None), (None, -1.0)], rejected=("s1",))
    assert opinions.moderated_rows == ((1.0, 0.0), (None, 0.0))
    assert opinions.rows[1] == (None, -1.0)
    assert opinions.cells == 4
