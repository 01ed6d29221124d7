"""Words about a shift: counts first, no percentages of a few, and nothing said that is not so."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.analysis.findings.movement import Pending, Shift
from debate.analysis.findings.polls import PollFinding
from debate.analysis.refusal import Reason, Refused
from debate.i18n.catalog import translator
from debate.report.readings.refusals import (
    REASONS,
    chance_reading,
    chance_words,
    pending_reading,
    refusal_reading,
)
from debate.report.readings.shift import (
    apart_readings,
    ballots_reading,
    share_words,
    shift_readings,
)
from tests.analysis.findings.test_movement import named, shift_of
from tests.analysis.findings.test_polls import room

EN, NL = translator("en"), translator("nl")
STANCES = st.integers(-100, 100)
PAIRS = st.lists(st.tuples(STANCES, STANCES), min_size=1, max_size=25)
few = settings(max_examples=40)
"""Each example is a shift with all its tests of chance."""


def shifted(pairs: list[tuple[int, int]]) -> Shift:
    before, after = (named(tuple(values)) for values in zip(*pairs, strict=True))
    shift = shift_of(before, after)
    assert isinstance(shift, Shift)
    return shift


@few
@given(PAIRS)
def test_no_percentage_is_given_of_fewer_than_twenty_people(pairs: list[tuple[int, int]]) -> None:
    words = " ".join(shift_readings(shifted(pairs), EN))
    assert ("percentage" in words) == (len(pairs) >= 20)
    assert "%" not in words


@few
@given(PAIRS)
def test_nothing_is_ever_called_significant(pairs: list[tuple[int, int]]) -> None:
    words = " ".join(shift_readings(shifted(pairs), EN))
    assert "significan" not in words


@few
@given(PAIRS)
def test_below_six_movers_chance_is_not_judged(pairs: list[tuple[int, int]]) -> None:
    shift = shifted(pairs)
    words = shift_readings(shift, EN)[2]
    assert words.startswith("Too few moved") == (shift.movers < 6)


@few
@given(PAIRS)
def test_the_counts_come_first_and_add_up(pairs: list[tuple[int, int]]) -> None:
    first = shift_readings(shifted(pairs), EN)[0]
    assert sum(map(int, re.findall(r"\d+", first))) == len(pairs)


@few
@given(PAIRS)
def test_the_side_that_gained_most_is_the_one_that_is_named(pairs: list[tuple[int, int]]) -> None:
    words = shift_readings(shifted(pairs), EN)[3]
    gain_for = sum(b > 20 for _, b in pairs) - sum(a > 20 for a, _ in pairs)
    gain_against = sum(b < -20 for _, b in pairs) - sum(a < -20 for a, _ in pairs)
    side = "for" if gain_for > gain_against else "against" if gain_against > gain_for else "neither"
    assert words.startswith(f"By the Oxford rule {side} ")


def test_the_direction_of_the_mean_is_said() -> None:
    assert "15 points towards for" in shift_readings(shifted([(0, 10), (0, 20)]), EN)[1]
    assert "1 point towards against" in shift_readings(shifted([(0, -1)]), EN)[1]
    assert "by as much as a point" in shift_readings(shifted([(5, 5)]), EN)[1]


def test_who_answered_once_is_told() -> None:
    shift = shift_of({"a": 10, "b": None, "c": 5}, {"a": 20, "b": 5})
    assert "2 answered only once and are left out." in shift_readings(shift, EN)[0]


def test_a_drift_to_the_average_is_told_only_when_there_is_one() -> None:
    drifted = shift_readings(shifted([(-90, -30), (90, 30), (0, 0)]), EN)
    assert "this alone proves nothing" in drifted[-1]
    steady = shift_readings(shifted([(-90, -90), (90, 90), (0, 0)]), EN)
    assert "this alone proves nothing" not in steady[-1]


def test_people_who_stayed_on_their_side_did_not_cross() -> None:
    assert "Nobody changed side." in shift_readings(shifted([(50, 60)]), EN)


def test_a_secret_shift_says_what_it_withholds() -> None:
    words = shift_readings(shift_of(named((-60, 10, 70)), named((0, 30, 70)), "secret"), EN)
    assert "How many changed side cannot be said." in " ".join(words)


def test_confidence_is_told_of_a_hundred() -> None:
    sure = {"a": 40, "b": 60}
    shift = shift_of({"a": 1, "b": 2}, {"a": 1, "b": 2}, confidence=sure)
    assert "of 100 they were 50 sure before and 50 after" in shift_readings(shift, EN)[5]


# Chance ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("p", "words"),
    [
        (1.0, "by chance this happens more often than not"),
        (0.5, "by chance this happens 1 time in 2"),
        (1 / 15, "by chance this happens 1 time in 15"),
        (1 / 4096, "by chance this happens 1 time in 4,096"),
        (1e-9, "by chance this happens less than 1 time in 10,000"),
    ],
)
def test_chance_is_told_as_times(p: float, words: str) -> None:
    assert chance_words(p, EN) == words


def test_a_chance_above_one_in_twenty_could_be_chance() -> None:
    assert chance_reading(1 / 15, EN).endswith("it could be chance.")
    assert chance_reading(1 / 43, EN).endswith("it is hardly chance.")
    assert chance_reading(Refused(Reason.TOO_FEW_MOVERS, 6, 2), EN).startswith("Too few moved")


# Refusals ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("t", [EN, NL])
def test_every_reason_has_words_with_its_numbers_filled_in(reason: Reason, t: object) -> None:
    words = refusal_reading(Refused(reason, needed=5, had=2.5), EN if t is EN else NL)
    assert words.endswith(".")
    assert not set("{}") & set(words)


def test_no_reason_is_without_words() -> None:
    assert set(REASONS) == set(Reason)


@pytest.mark.parametrize(
    ("pending", "words"),
    [
        (Pending("opening", 0), "Nobody has cast the opening ballot yet, so nothing can be compared."),
        (Pending("opening", 3), "The opening ballots are still sealed: 3 are cast."),
        (Pending("closing", 0), "Nobody has cast the closing ballot yet, so nothing can be compared."),
        (Pending("closing", 1), "The closing ballots are still sealed: 1 is cast."),
    ],
)  # fmt: skip
def test_what_is_waited_for_is_said(pending: Pending, words: str) -> None:
    assert pending_reading(pending, EN) == words
    assert shift_readings(pending, EN) == (words,)


def test_a_refused_shift_is_its_refusal() -> None:
    assert shift_readings(Refused(Reason.SMALL_CELL, 3, 2), EN) == (
        "Withheld, as it would give away what 2 of you answered: this takes 3.",
    )


# Ballots -----------------------------------------------------------------------------------------


def test_ballots_that_do_not_count_are_told() -> None:
    poll = PollFinding("opening", 0, 5, True, 3, 2, 1, 1, None)
    assert ballots_reading(poll, EN) == (
        "3 ballots were opened. 2 are still closed. 1 came after the reveal and does not count. "
        "1 does not agree with its seal and does not count."
    )
    sealed = PollFinding("opening", 0, 5, False, 0, 0, 0, 0, None)
    assert ballots_reading(sealed, EN) == "5 ballots are cast and sealed."


def test_how_far_apart_people_stand_is_told_before_and_after() -> None:
    found = room_poll(6)
    both = apart_readings(found, found, EN)
    assert both[0].startswith("How far apart people stand: 0.45 before, 0.45 after.")
    assert apart_readings(found, None, EN)[0].startswith("How far apart people stand: 0.45.")
    assert apart_readings(None, None, EN) == ()
    few = apart_readings(room_poll(2), None, EN)
    assert few[1] == "Camps: Too few people to say: this takes 5, and there are 2."


def room_poll(people: int) -> PollFinding:
    from debate.service.findings import motion_findings_of

    assembly = room(people)
    found = motion_findings_of(assembly.debate, assembly.motion).poll("opening")
    assert found is not None
    return found


def test_a_share_is_counts_until_twenty() -> None:
    assert share_words(7, 19, EN) == "7 of 19"
    assert share_words(5, 20, EN) == "5 of 20 (25\u00a0%)"


@pytest.mark.parametrize(("turn", "side"), [(1, "for"), (-1, "against")])
def test_a_side_that_lost_least_did_not_gain(turn: int, side: str) -> None:
    pairs = [(60 * turn, 0), (-60 * turn, 0), (-60 * turn, 0)]
    words = shift_readings(shifted(pairs), EN)[3]
    assert words.startswith(f"By the Oxford rule {side} wins, as it lost least:")


def test_moves_that_cancel_out_are_not_called_standing_still() -> None:
    words = " ".join(shift_readings(shifted([(-60, 60), (60, -60)]), EN))
    assert "Moves both ways cancel out" in words
    assert "ended nearer to it" not in words
