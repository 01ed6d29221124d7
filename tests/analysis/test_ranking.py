"""Orders that a meeting prefers, and what must not change them."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.grading import MajorityGrade, Score, approval, majority_judgment, score
from debate.analysis.ranking import Ranking, Tiers, borda, pairwise, peeled
from debate.analysis.schulze import ranked_pairs, schulze

OPTIONS = ("A", "B", "C", "D")


def strict(order: str, people: int = 1) -> Ranking:
    """Return a ballot that ranks single options, as `strict("BAC")`."""
    return Ranking(tuple((option,) for option in order), people)


@st.composite
def ballots(draw: st.DrawFn) -> Ranking:
    order: list[str] = draw(st.permutations(OPTIONS))
    named = order[: draw(st.integers(0, len(OPTIONS)))]
    tiers: list[tuple[str, ...]] = []
    for option in named:
        is_equal: bool = draw(st.booleans())
        if tiers and is_equal:
            tiers[-1] += (option,)
        else:
            tiers.append((option,))
    return Ranking(tuple(tiers), draw(st.integers(1, 9)))


rankings = st.lists(ballots(), max_size=8)


def sets(tiers: Tiers | None) -> list[set[str]] | None:
    """Return tiers without the order within them."""
    return None if tiers is None else [set(tier) for tier in tiers]


@given(rankings)
def test_every_option_stands_in_one_tier(found: list[Ranking]) -> None:
    order = schulze(OPTIONS, pairwise(OPTIONS, found))
    assert sorted(option for tier in order for option in tier) == list(OPTIONS)


@given(rankings, st.permutations(OPTIONS), st.randoms())
def test_neither_the_list_of_options_nor_the_order_of_ballots_decides(
    found: list[Ranking], options: list[str], chance: Random
) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    before, after = pairwise(OPTIONS, found), pairwise(options, shuffled)
    assert before == after
    assert sets(schulze(options, after)) == sets(schulze(OPTIONS, before))
    assert sets(ranked_pairs(options, after)) == sets(ranked_pairs(OPTIONS, before))
    assert borda(options, shuffled) == borda(OPTIONS, found)


@given(rankings)
def test_an_option_that_beats_all_others_one_against_one_wins(found: list[Ranking]) -> None:
    support = pairwise(OPTIONS, found)
    for option in OPTIONS:
        rivals = [other for other in OPTIONS if other != option]
        if all(support[option][rival] > support[rival][option] for rival in rivals):
            assert schulze(OPTIONS, support)[0] == (option,)
            assert (ranked_pairs(OPTIONS, support) or ((option,),))[0] == (option,)


@given(rankings)
def test_every_ballot_weighs_the_same_in_a_borda_count(found: list[Ranking]) -> None:
    people = sum(ranking.people for ranking in found)
    assert sum(borda(OPTIONS, found).values()) == people * 6


def test_a_circle_of_three_equals_is_a_tie() -> None:
    circle = [strict("ABC"), strict("BCA"), strict("CAB")]
    support = pairwise("ABC", circle)
    assert schulze("ABC", support) == (("A", "B", "C"),)
    assert ranked_pairs("ABC", support) is None


def test_the_weakest_victory_of_a_circle_gives_way() -> None:
    circle = [strict("ABC", 4), strict("BCA", 3), strict("CAB", 2)]
    support = pairwise("ABC", circle)
    assert ranked_pairs("ABC", support) == schulze("ABC", support) == (("A",), ("B",), ("C",))


def test_with_equal_support_the_victory_with_fewer_opponents_is_stronger() -> None:
    """A beats B 5:4, B beats C 5:1 and C beats A 5:3, so that A's victory over B gives way."""
    support = {
        "A": {"A": 0, "B": 5, "C": 3},
        "B": {"A": 4, "B": 0, "C": 5},
        "C": {"A": 5, "B": 1, "C": 0},
    }
    assert schulze("ABC", support) == (("B",), ("C",), ("A",))
    assert ranked_pairs("ABC", support) == (("B",), ("C",), ("A",))


def test_what_a_ballot_leaves_out_stands_below_what_it_names() -> None:
    support = pairwise("ABC", [strict("B", 7)])
    assert (support["B"]["A"], support["A"]["C"], support["C"]["B"]) == (7, 0, 0)
    assert borda("ABC", [strict("B")]) == {"A": Fraction(1, 2), "B": 2, "C": Fraction(1, 2)}


@pytest.mark.parametrize("ballot", [strict("AA"), strict("AX")])
def test_a_ballot_that_does_not_rank_the_options_is_refused(ballot: Ranking) -> None:
    with pytest.raises(ValueError, match="does not rank"):
        pairwise("ABC", [ballot])
    with pytest.raises(ValueError, match="does not rank"):
        borda("ABC", [ballot])


def test_peeling_takes_the_unbeaten_away_again_and_again() -> None:
    assert peeled("ABC", lambda one, other: one < other) == (("A",), ("B",), ("C",))
    assert peeled("", lambda _one, _other: True) == ()


# ----------------------------------------------------------------- judging one by one


def test_a_missing_score_is_not_a_zero() -> None:
    ballots_: list[dict[str, float | None]] = [{"a": 8, "b": 3}, {"a": None, "b": 9}, {"a": 4}]
    assert score(ballots_) == {"a": Score(Fraction(6), 2), "b": Score(Fraction(6), 2)}
    assert score([{"a": None}]) == {}


def test_approving_twice_counts_once() -> None:
    assert approval("ab", [["a", "a"], ["a", "b"], []]) == {"a": 2, "b": 1}
    with pytest.raises(ValueError, match="no option 'x'"):
        approval("ab", [["x"]])


@given(st.lists(st.integers(0, 6), min_size=1, max_size=12))
def test_a_majority_stands_behind_a_majority_grade(grades: list[int]) -> None:
    found = majority_judgment(grades)
    assert found is not None
    assert found.grade in grades
    assert found.above <= Fraction(1, 2)
    assert found.below < Fraction(1, 2)


def test_equal_grades_are_ordered_by_which_way_the_rest_lean() -> None:
    rising = majority_judgment([2, 2, 2, 4, 4])
    steady = majority_judgment([2, 2, 2])
    sinking = majority_judgment([0, 0, 2, 2, 2])
    assert rising is not None
    assert steady is not None
    assert sinking is not None
    assert sinking.order < steady.order < rising.order < MajorityGrade(3, *2 * (Fraction(0),)).order
    assert majority_judgment([]) is None
