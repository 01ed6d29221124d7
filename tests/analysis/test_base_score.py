"""From ratings to base scores: few raters say little, and nobody says nothing."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.base_score import (
    BUDGET,
    QUADRATIC,
    SCALE,
    BaseScore,
    Method,
    Scheme,
    base_score,
    mean,
    median,
    shrunk,
    trimmed,
)

ratings = st.lists(st.none() | st.integers(0, 10), max_size=20)
Ratings = list[int | None]


@pytest.mark.parametrize(
    ("given_ratings", "expected"),
    [([8], 0.575), ([8, 9], 0.640), ([8] * 8, 0.718), ([], 0.5)],
)
def test_a_few_high_ratings_move_the_score_a_little(
    given_ratings: list[int], expected: float
) -> None:
    assert shrunk(given_ratings) == pytest.approx(expected, abs=5e-4)


@given(ratings)
def test_every_method_lies_between_the_lowest_and_the_highest_rating(given_: Ratings) -> None:
    rated = [rating / 10 for rating in given_ if rating is not None]
    for method in (mean, median, trimmed):
        found = method(given_)
        if not rated:
            assert found is None
        else:
            assert found is not None
            assert min(rated) - 1e-12 <= found <= max(rated) + 1e-12
    assert 0.0 < shrunk(given_) < 1.0


@given(ratings, st.randoms(), st.sampled_from(Method))
def test_the_order_of_ratings_changes_nothing(
    given_: Ratings, chance: Random, method: Method
) -> None:
    shuffled = list(given_)
    chance.shuffle(shuffled)
    assert base_score(shuffled, method=method) == base_score(given_, method=method)


@given(ratings)
def test_a_missing_rating_is_not_a_zero(given_: Ratings) -> None:
    rated = [rating for rating in given_ if rating is not None]
    assert base_score([*given_, None]) == base_score(rated)
    assert base_score(given_).raters == len(rated)


@pytest.mark.parametrize("method", Method)
def test_an_argument_that_nobody_rated_has_the_prior(method: Method) -> None:
    assert base_score([], SCALE, method) == BaseScore(0.5, 0)
    assert base_score([None], BUDGET, method) == BaseScore(0.0, 0)


def test_each_method_is_its_own() -> None:
    given_ = [0, 1, 2, 3, 10]
    found = {method: base_score(given_, method=method).value for method in Method}
    assert found == pytest.approx(
        {Method.SHRUNK: 3.1 / 8, Method.MEAN: 0.32, Method.MEDIAN: 0.2, Method.TRIMMED: 0.2}
    )


@pytest.mark.parametrize(
    ("scheme", "rating", "expected"),
    [
        (SCALE, 0, 0.0),
        (SCALE, 10, 1.0),
        (BUDGET, 25, 0.25),
        (QUADRATIC, -10, 0.0),
        (QUADRATIC, 0, 0.5),
        (QUADRATIC, 10, 1.0),
        (Scheme(1, 5, prior=0.5), 2, 0.25),
    ],
)
def test_each_scheme_has_its_mapping_to_the_unit(
    scheme: Scheme, rating: float, expected: float
) -> None:
    assert scheme.unit(rating) == expected
    assert mean([rating], scheme) == expected


@pytest.mark.parametrize("rating", [-1, 11, float("nan")])
def test_a_rating_outside_the_scale_is_refused(rating: float) -> None:
    with pytest.raises(ValueError, match=r"outside 0 \.\. 10"):
        base_score([rating])


@given(st.lists(st.lists(st.integers(0, 25), min_size=4, max_size=4), min_size=1, max_size=8))
def test_budgets_never_add_up_to_more_than_one(people: list[list[int]]) -> None:
    scores = [base_score(points, BUDGET).value for points in zip(*people, strict=True)]
    assert sum(scores) <= 1.0 + 1e-12


def test_a_prior_and_its_strength_can_be_chosen() -> None:
    assert shrunk([10], strength=1.0, prior=0.0) == 0.5
    assert shrunk([10], strength=0.0) == 1.0
    assert shrunk([], strength=0.0, prior=0.25) == 0.25
