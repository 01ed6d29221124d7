"""The Deliberative Reason Index, its null and its refusals."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.analysis.rank_correlation import correlations, ranks, spearman
from debate.analysis.reason_index import (
    Pair,
    ReasonIndex,
    individual_indices,
    modified_index,
    pairs,
    reason_index,
    standard_index,
)
from debate.analysis.refusal import Reason, Refused

RATINGS = st.lists(
    st.tuples(
        st.lists(st.integers(0, 10), min_size=6, max_size=6),
        st.permutations([1, 2, 3, 4]),
    ),
    min_size=4,
    max_size=7,
)
COHERENT = {
    name: ([0, 2, 4, 6, 8] if place % 2 else [8, 6, 4, 2, 0], [1, 2, 3] if place % 2 else [3, 2, 1])
    for place, name in enumerate("abcdefgh")
}


def _split(
    people: dict[str, tuple[list[int], list[int]]],
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    return {k: v[0] for k, v in people.items()}, {k: v[1] for k, v in people.items()}


def test_equal_values_share_their_rank() -> None:
    assert ranks([5, 1, 5, 9]) == [2.5, 1, 2.5, 4]
    assert ranks([]) == []


def test_a_correlation_takes_the_items_that_both_answered() -> None:
    assert spearman([1, 2, 3, None], [2, 4, 9, 1]) == pytest.approx(1)
    assert spearman([1, 2, None, None], [2, 4, 9, 1]) == Refused(Reason.TOO_FEW_ITEMS, 3, 2)
    assert spearman([1, 2, 3], [7, 7, 7]) == Refused(Reason.NO_VARIATION, needed=2, had=1)


def test_missing_and_constant_answers_drop_pairs_and_nothing_else() -> None:
    found = correlations(
        {"a": [1, 2, 3, 4], "b": [4, 3, None, 1], "c": [5, 5, 5, 5], "d": [1, None, None, 2]}
    )
    assert set(found) == {("a", "b")}
    assert found["a", "b"] == pytest.approx(-1)


def test_the_worked_example_of_deliberr_comes_out() -> None:
    found = pairs(
        {"1": [1, 2, 3, 4], "2": [2, 3, 2, 3], "3": [3, 4, 4, 3], "4": [4, 3, 2, 1]},
        {"1": [1, 2, 3], "2": [2, 3, 1], "3": [3, 1, 2], "4": [3, 2, 1]},
    )
    assert standard_index(found) == pytest.approx(-0.13147573)
    assert modified_index(found) == pytest.approx(-0.13147573)


def test_a_pair_without_any_correlation_counts_as_far_only_in_the_modified_index() -> None:
    nothing = [Pair("a", "b", 0.0, 0.0)]
    assert standard_index(nothing) == 1
    assert modified_index(nothing) == pytest.approx(1 - 2 * 2**0.5)


def test_no_pair_has_no_index() -> None:
    assert modified_index([]) == Refused(Reason.TOO_FEW_PEOPLE, needed=2, had=0)


def test_a_coherent_group_scores_one_and_its_null_scores_less() -> None:
    found = reason_index(*_split(COHERENT), shuffles=50)
    assert isinstance(found, ReasonIndex)
    assert (found.people, found.pairs, found.dropped) == (8, 28, 0)
    assert found.modified == pytest.approx(1)
    assert found.standard == pytest.approx(1)
    assert found.null.mean < found.null.high <= 1
    assert found.null.p < 0.1
    assert found.may_be_shown


def test_small_groups_rankings_and_sets_are_refused() -> None:
    reasons, wishes = _split(COHERENT)
    three = {person: reasons[person] for person in "abc"}
    assert reason_index(three, wishes) == Refused(Reason.TOO_FEW_PEOPLE, needed=4, had=3)
    few = {person: row[:4] for person, row in reasons.items()}
    assert reason_index(few, wishes) == Refused(Reason.TOO_FEW_ITEMS, needed=5, had=4)
    two = {person: row[:2] for person, row in wishes.items()}
    assert reason_index(reasons, two) == Refused(Reason.TOO_FEW_ITEMS, needed=3, had=2)
    alike = dict.fromkeys(reasons, [5] * 5)
    assert reason_index(alike, wishes) == Refused(Reason.NO_VARIATION, needed=1, had=0)
    assert reason_index({}, {}) == Refused(Reason.TOO_FEW_PEOPLE, needed=4, had=0)


def test_a_person_who_rates_all_alike_is_dropped_and_counted() -> None:
    reasons, wishes = _split(COHERENT)
    found = reason_index({**reasons, "h": [3] * 5}, wishes, shuffles=5)
    assert isinstance(found, ReasonIndex)
    assert (found.people, found.dropped) == (7, 1)
    assert not found.may_be_shown
    sparse = {person: [None, None, None, 1, 2] for person in "efgh"}
    thin = reason_index({**reasons, **sparse}, wishes, shuffles=5)
    assert isinstance(thin, ReasonIndex)
    assert thin.people == 4


def test_a_null_without_pairs_is_the_figure_itself() -> None:
    reasons = {"a": [1, 2, 3, 4, 5], "b": [5, 4, 3, 2, 1], "c": [3] * 5, "d": [4] * 5}
    wishes = {"a": [1, 2, 3], "b": [3, 2, 1], "c": [2, 2, 2], "d": [2, 2, 2]}
    found = reason_index(reasons, wishes, shuffles=20)
    assert isinstance(found, ReasonIndex)
    assert found.null.high == found.modified


@settings(max_examples=40, deadline=None)
@given(RATINGS)
def test_an_index_lies_between_minus_three_and_one_and_ignores_names(
    answers: list[tuple[list[int], list[int]]],
) -> None:
    people = {f"p{place}": answer for place, answer in enumerate(answers)}
    renamed = {f"q{9 - place}": answer for place, answer in enumerate(answers)}
    one, other = pairs(*_split(people)), pairs(*_split(renamed))
    for index in (standard_index, modified_index):
        found, again = index(one), index(other)
        assert type(found) is type(again)
        if not isinstance(found, Refused) and not isinstance(again, Refused):
            assert found == pytest.approx(again)
            assert -3 - 1e-9 <= found <= 1 + 1e-9
    scores = individual_indices(one)
    whole = len(people) * (len(people) - 1) / 2
    if len(one) == whole:
        assert sum(scores.values()) / len(scores) == pytest.approx(modified_index(one))
