"""Thresholds to the last vote."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.majority import Base, Count, Decision, Rule, decision

people = st.integers(0, 30)
counts = st.builds(Count, people, people, people, people)


@pytest.mark.parametrize(
    ("rule", "count", "is_carried"),
    [
        (Rule.SIMPLE, Count(5, 4), True),
        (Rule.SIMPLE, Count(5, 5), False),
        (Rule.TWO_THIRDS, Count(6, 3), True),
        (Rule.TWO_THIRDS, Count(5, 3), False),
        (Rule.THREE_QUARTERS, Count(3, 1), True),
        (Rule.THREE_QUARTERS, Count(5, 2), False),
        (Rule.UNANIMITY, Count(7, 0, abstain=2), True),
        (Rule.UNANIMITY, Count(7, 1), False),
        (Rule.CONSENT, Count(1, 9), True),
        (Rule.CONSENT, Count(9, 0, blocks=1), False),
        (Rule.CONSENSUS_MINUS_ONE, Count(9, 1), True),
        (Rule.CONSENSUS_MINUS_ONE, Count(9, 0, blocks=1), True),
        (Rule.CONSENSUS_MINUS_ONE, Count(9, 1, blocks=1), False),
    ],
)
def test_each_rule_at_its_edge(rule: Rule, count: Count, is_carried: bool) -> None:
    assert decision(count, rule).is_carried is is_carried


@given(counts, st.sampled_from(Rule))
def test_nothing_is_carried_in_an_empty_room(count: Count, rule: Rule) -> None:
    found = decision(count, rule)
    assert found.is_quorate is bool(count.present)
    assert found.is_quorate or not found.is_carried


@given(counts, st.sampled_from(Rule), st.sampled_from([Base.CAST, Base.PRESENT]))
def test_one_more_yes_never_loses_a_motion(count: Count, rule: Rule, base: Base) -> None:
    more = Count(count.yes + 1, count.no, count.abstain, count.blocks)
    assert decision(more, rule, base=base).is_carried >= decision(count, rule, base=base).is_carried


def test_abstentions_count_when_the_share_is_of_those_present() -> None:
    count = Count(6, 3, abstain=3)
    assert decision(count, Rule.TWO_THIRDS).is_carried
    assert decision(count, Rule.TWO_THIRDS, base=Base.PRESENT) == Decision(
        is_carried=False, is_quorate=True, share=Fraction(1, 2)
    )


def test_a_share_of_the_eligible_asks_for_an_absolute_majority() -> None:
    assert not decision(Count(9, 0, eligible=20), base=Base.ELIGIBLE).is_carried
    assert decision(Count(11, 0, eligible=20), base=Base.ELIGIBLE).is_carried


def test_abstentions_help_to_meet_a_quorum() -> None:
    half = Fraction(1, 2)
    missed = decision(Count(6, 1, eligible=20), quorum=half)
    assert (missed.is_carried, missed.is_quorate, missed.share) == (False, False, Fraction(6, 7))
    assert decision(Count(6, 1, abstain=3, eligible=20), quorum=half).is_carried


def test_nobody_for_or_against_is_no_share() -> None:
    assert decision(Count(0, 0, abstain=5)) == Decision(
        is_carried=False, is_quorate=True, share=None
    )


def test_a_rule_that_needs_the_number_of_eligible_says_so() -> None:
    with pytest.raises(ValueError, match="not known"):
        decision(Count(6, 1), quorum=Fraction(1, 2))
    with pytest.raises(ValueError, match="not known"):
        decision(Count(6, 1), base=Base.ELIGIBLE)


def test_an_impossible_count_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than 0"):
        Count(-1, 0)
    with pytest.raises(ValueError, match="11 took part and 10 may vote"):
        Count(6, 5, eligible=10)
