"""Opinion groups: who is in one, which, and how sure that is."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.analysis.clusters import first_distinct, k_means, spread_starts
from debate.analysis.conversation import Conversation, analyse, priorities
from debate.analysis.draws import Draws
from debate.analysis.groups import Method, find_groups, largest_k, qualified
from debate.analysis.opinions import Opinions, from_stances, from_weights, gather
from debate.analysis.partition import adjusted_rand_index, distances, silhouette
from debate.analysis.refusal import Reason, Refused
from debate.analysis.robustness import default_shuffles, shuffle_p, stability
from tests.analysis.tables import camps, table, votes

LABELS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=20)


def _clear(opinions: Opinions) -> Conversation:
    found = analyse(opinions, shuffles=19, subsamples=3, fast=False)
    assert isinstance(found, Conversation)
    return found


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("fast", [False, True])
def test_planted_camps_are_found(method: Method, fast: bool) -> None:
    opinions = camps(24, 12)
    found = find_groups(opinions, method, fast=fast)
    assert found.k == 2
    assert adjusted_rand_index(found.labels, [0] * 12 + [1] * 12) == 1
    assert found.sizes == (12, 12)
    assert found.rows_of(0) == tuple(range(12))


@settings(deadline=None, max_examples=50)
@given(votes(), st.sampled_from(Method))
def test_every_member_is_in_one_group_and_groups_are_named_by_size(
    opinions: Opinions, method: Method
) -> None:
    found = find_groups(opinions, method)
    assert len(found.labels) == len(found.members)
    assert sum(found.sizes) == len(found.members)
    assert list(found.sizes) == sorted(found.sizes, reverse=True)
    assert set(found.labels) == set(range(len(found.sizes)))
    assert -1 <= found.clarity <= 1


@settings(deadline=None, max_examples=15)
@given(st.permutations(range(20)))
def test_in_a_workshop_the_order_of_the_people_makes_no_difference(order: list[int]) -> None:
    opinions = camps(20, 24, pull=0.25)
    one, other = find_groups(opinions), find_groups(opinions.of(order))
    assert one.method is Method.WORKSHOP
    again = [other.labels[order.index(row)] for row in range(20)]
    assert adjusted_rand_index(one.labels, again) == 1


def test_more_than_a_hundred_people_are_grouped_as_in_polis() -> None:
    found = find_groups(camps(120, 24), fast=True)
    assert found.method is Method.POLIS
    assert len(found.bases) == 100
    assert adjusted_rand_index(found.labels, [0] * 60 + [1] * 60) == 1


def test_few_answers_keep_people_out_unless_there_are_few_people() -> None:
    seen, little, nothing = (1.0,) * 8, (1.0,) * 6 + (None,) * 2, (None,) * 8
    assert qualified([seen] * 15 + [little]) == tuple(range(15))
    assert qualified([little, seen, nothing]) == (0, 1, 2)
    assert qualified([nothing] * 10 + [little] * 12) == (0, 1, 2, *range(10, 22))
    assert qualified([(1.0, None)] * 16) == tuple(range(15))


def test_more_base_clusters_allow_more_groups_up_to_five() -> None:
    assert [largest_k(bases) for bases in (1, 11, 12, 24, 36, 100)] == [2, 2, 3, 4, 5, 5]


def test_identical_people_form_no_groups() -> None:
    found = _clear(table([(1.0, -1.0)] * 12))
    assert found.groups.sizes == (12,)
    assert Refused(Reason.NO_VARIATION, needed=2, had=1) in found.refusals


def test_clear_camps_are_called_groups_and_go_into_json() -> None:
    found = _clear(camps(24, 16))
    assert found.has_clear_groups
    assert found.chance == 0.05
    assert found.stability == 1
    written = json.loads(json.dumps(found.to_json()))
    assert written["assignments"] == found.assignments
    assert len(found.assignments) == 24
    assert written["clear"] is True
    assert len(written["representative"]) == 2
    assert len(written["consensus"]) == 16


def test_noise_is_not_called_groups() -> None:
    stream = Draws(5)
    rows = [tuple(float(stream.below(3) - 1) for _ in range(8)) for _ in range(12)]
    reasons = {refused.reason for refused in _clear(table(rows)).refusals}
    assert reasons & {Reason.COULD_BE_CHANCE, Reason.UNSTABLE}


def test_a_few_people_are_never_called_groups_and_say_nothing_of_each_other() -> None:
    found = _clear(camps(6, 8))
    assert Refused(Reason.TOO_FEW_PEOPLE, needed=10, had=6) in found.refusals
    assert found.representative == (Refused(Reason.SMALL_CELL, needed=5, had=3),) * 2
    assert found.to_json()["representative"][0]["refused"] == "small-cell"  # type: ignore[index]


def test_tests_that_were_not_run_are_refusals() -> None:
    found = analyse(camps(12, 8), shuffles=0, subsamples=0)
    assert isinstance(found, Conversation)
    assert found.chance == found.stability == Refused(Reason.NOT_RUN, needed=1, had=0)
    assert found.refusals == (found.chance, found.stability)
    assert found.to_json()["stability"] == {"refused": "not-run", "needed": 1, "had": 0}


def test_unstable_groups_are_refused() -> None:
    found = analyse(camps(12, 7, pull=0.05, seed=8), shuffles=0, subsamples=5)
    assert isinstance(found, Conversation)
    assert isinstance(found.stability, float)
    assert any(refused.reason is Reason.UNSTABLE for refused in found.refusals)


def test_an_empty_conversation_is_refused() -> None:
    assert analyse(gather([])) == Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)
    nothing = Opinions(people=("a",), statements=(), rows=((),))
    assert analyse(nothing) == Refused(Reason.TOO_FEW_ITEMS, needed=1, had=0)


def test_doubts_are_the_same_with_numpy_and_without() -> None:
    opinions = camps(16, 10)
    groups = find_groups(opinions)
    for measure, times in ((shuffle_p, 9), (stability, 3)):
        assert measure(opinions, groups, times, fast=True) == measure(opinions, groups, times)


def test_a_large_conversation_is_shuffled_less() -> None:
    assert default_shuffles(camps(4, 4)) == 99
    assert default_shuffles(table([(1.0,) * 1000] * 100)) == 19


def test_the_last_answer_counts_and_the_order_is_that_of_reading() -> None:
    found = gather([("s2", "b", 1), ("s2", "a", 0), ("s1", "b", -1), ("s2", "b", -1)], ["s1"])
    assert found.people == ("b", "a")
    assert found.statements == ("s2", "s1")
    assert found.rows == ((-1, -1), (0, None))
    assert found.rejected == {"s1"}


def test_sliders_and_weights_keep_their_strength() -> None:
    assert from_stances({"b": {"m": 40}, "a": {"n": -100}}).rows == ((None, -1.0), (0.4, None))
    assert from_weights({"a": {"x": 10, "y": 5, "z": 0}}).rows == ((1, 0, -1),)


@given(LABELS)
def test_a_division_is_like_itself_under_any_names(labels: list[tuple[int, int]]) -> None:
    one, other = [a for a, _ in labels], [b for _, b in labels]
    found = adjusted_rand_index(one, other)
    assert found == pytest.approx(adjusted_rand_index(other, one))
    assert found == pytest.approx(adjusted_rand_index([3 - a for a in one], other))
    assert found <= 1 + 1e-9
    assert adjusted_rand_index(one, [7 - a for a in one]) == 1


def test_a_silhouette_is_high_for_far_pairs_and_nought_for_points_alone_or_together() -> None:
    apart = distances([(0, 0), (0, 1), (9, 0), (9, 1)])
    assert silhouette(apart, [0, 0, 1, 1]) > 0.8
    assert silhouette(apart, [0, 1, 0, 1]) < 0
    assert silhouette(apart, [0, 0, 0, 0]) == 0
    assert silhouette(apart, [0, 1, 2, 3]) == 0
    assert silhouette(distances([(0, 0)] * 4), [0, 0, 1, 1]) == 0


def test_a_centre_without_points_is_dropped() -> None:
    found = k_means([(0, 0), (0, 0.1), (5, 5)], [1, 1, 1], [(0, 0), (9, -9), (5, 5)], rounds=5)
    assert found.labels == (0, 0, 1)
    assert found.centres == ((0, 0.05), (5, 5))


def test_points_are_dealt_out_no_more_often_than_asked() -> None:
    points = [(0.0, 0.0), (1.0, 0.0), (9.0, 0.0)]
    assert k_means(points, [1, 1, 1], [(0, 0), (1, 0)], rounds=1).labels == (0, 1, 1)
    assert k_means(points, [1, 1, 1], [(0, 0), (1, 0)], rounds=9).labels == (0, 0, 1)


def test_starts_are_distinct_and_as_many_as_there_are() -> None:
    points = [(0.0, 0.0), (1e-13, 0.0), (1.0, 1.0), (2.0, 2.0)]
    assert first_distinct(points, 2) == [(0.0, 0.0), (1.0, 1.0)]
    assert len(first_distinct(points, 9)) == 3
    assert spread_starts([(0.0, 0.0)] * 3, 2, Draws()) == [(0.0, 0.0)]
    assert set(spread_starts([(0.0, 0.0), (3.0, 4.0)], 2, Draws())) == {(0.0, 0.0), (3.0, 4.0)}


def test_a_statement_about_the_conversation_itself_goes_first() -> None:
    opinions = Opinions(("a", "b"), ("s", "t", "u"), ((1, -1, 1), (1, 1, 0)), frozenset("u"))
    found = _clear(opinions)
    first = priorities(found, meta={"t"})
    assert set(first) == {"s", "t"}
    assert first["t"] == 49
    assert first["s"] > 0
