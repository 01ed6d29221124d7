"""The Oxford result, the crossings, and when percentages may be used."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.oxford import Crossings, Oxford, Side, crossings, oxford, side_of, transitions
from debate.analysis.refusal import Reason, Refused
from debate.analysis.shift import Pairs, pair

PAIRS = st.lists(st.tuples(st.integers(-100, 100), st.integers(-100, 100)), max_size=30).map(
    lambda steps: Pairs(
        people=tuple(f"p{place:02}" for place in range(len(steps))),
        before=tuple(before for before, _ in steps),
        after=tuple(after for _, after in steps),
        dropped=0,
    )
)


def _result(before: list[int], after: list[int]) -> Oxford:
    result = oxford(pair(dict(zip("abcdefgh", before)), dict(zip("abcdefgh", after))))  # noqa: B905
    assert isinstance(result, Oxford)
    return result


def test_the_edges_are_undecided() -> None:
    assert [side_of(x) for x in (-21, -20, 0, 20, 21)] == [-1, 0, 0, 0, 1]


def test_the_larger_gain_wins_even_when_the_other_side_is_larger() -> None:
    result = _result([-50, -50, -50, 0], [-50, -50, -50, 50])
    assert result.winner is Side.FOR
    assert (result.swing(Side.FOR), result.swing(Side.AGAINST), result.margin) == (25, 0, 25)
    assert result.percent(result.after, Side.FOR) == 25
    assert not result.may_show_percentages


def test_losing_less_wins_and_equal_gains_tie() -> None:
    assert _result([50, 50, -50], [0, 0, 0]).winner is Side.AGAINST
    assert _result([0, 0], [50, -50]).winner is None


def test_nobody_paired_has_no_winner() -> None:
    assert oxford(pair({}, {"a": 1})) == Refused(Reason.TOO_FEW_PEOPLE, needed=1, had=0)


def test_percentages_are_allowed_from_twenty_people() -> None:
    people = dict.fromkeys(map(str, range(20)), 50)
    result = oxford(pair(people, people))
    assert isinstance(result, Oxford)
    assert result.may_show_percentages


def test_crossings_tell_a_switch_from_a_decision() -> None:
    table = transitions(pair({"a": 0, "b": -50, "c": 50}, {"a": 50, "b": 50, "c": 0}))
    found = crossings(table)
    assert found == Crossings(forward=2, back=1, switched=1)
    assert found.p == 1.0
    assert Crossings(6, 0, 0).p == 0.03125


@given(PAIRS)
def test_rows_and_columns_of_the_transitions_are_the_two_results(pairs: Pairs) -> None:
    table = transitions(pairs)
    assert len(table) == 9
    assert sum(table.values()) == len(pairs.people)
    result = oxford(pairs)
    if isinstance(result, Oxford):
        for side in Side:
            assert sum(table[side, end] for end in Side) == result.before[side]
            assert sum(table[start, side] for start in Side) == result.after[side]
        assert sum(result.gain(side) for side in Side) == 0


@given(PAIRS)
def test_a_mirrored_debate_has_the_other_winner(pairs: Pairs) -> None:
    mirrored = Pairs(
        pairs.people, tuple(-x for x in pairs.before), tuple(-x for x in pairs.after), 0
    )
    one, other = oxford(pairs), oxford(mirrored)
    if isinstance(one, Oxford) and isinstance(other, Oxford):
        assert (one.winner or 0) == -(other.winner or 0)
