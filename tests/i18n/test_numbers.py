"""Numbers, times and days read as each language writes them."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.i18n.catalog import translator
from debate.i18n.numbers import (
    ago,
    countdown,
    format_day,
    format_moment,
    format_number,
    format_percent,
    format_signed,
)


@pytest.mark.parametrize(
    ("value", "digits", "english", "dutch"),
    [
        (0.61, None, "0.61", "0,61"),
        (12_345, None, "12,345", "12.345"),
        (-1234.5, 1, "−1,234.5", "−1.234,5"),
        (-0.001, None, "0.00", "0,00"),
        (3, 1, "3.0", "3,0"),
        (math.nan, None, "–", "–"),
        (-math.inf, None, "–", "–"),
    ],
)
def test_numbers_have_the_marks_of_the_language(
    value: float, digits: int | None, english: str, dutch: str
) -> None:
    assert format_number(value, "en", digits) == english
    assert format_number(value, "nl", digits) == dutch


def test_a_signed_number_says_which_way_and_zero_says_neither() -> None:
    assert [format_signed(value, "nl") for value in (0.11, -40, 0, 40)] == [
        "+0,11",
        "−40",
        "0",
        "+40",
    ]


def test_a_share_is_a_percentage_with_a_space_that_does_not_break() -> None:
    assert format_percent(0.7, "en") == "70\u00a0%"
    assert format_percent(0.125, "nl", 1) == "12,5\u00a0%"


@given(st.floats(-1e12, 1e12), st.integers(0, 6))
def test_a_number_can_be_read_back(value: float, digits: int) -> None:
    text = format_number(value, "nl", digits).replace(".", "").replace(",", ".").replace("−", "-")
    assert math.isclose(float(text), value, abs_tol=0.5000001 * 10**-digits, rel_tol=1e-12)


@pytest.mark.parametrize(
    ("seconds", "english", "dutch"),
    [
        (-5, "just now", "zojuist"),
        (59, "just now", "zojuist"),
        (60, "1 minute ago", "1 minuut geleden"),
        (7199, "1 hour ago", "1 uur geleden"),
        (7200, "2 hours ago", "2 uur geleden"),
        (13 * 86_400, "13 days ago", "13 dagen geleden"),
        (15 * 86_400, "2 weeks ago", "2 weken geleden"),
    ],
)
def test_what_is_past_is_told_in_its_largest_unit(seconds: int, english: str, dutch: str) -> None:
    assert ago(seconds, translator("en")) == english
    assert ago(seconds, translator("nl")) == dutch


def test_a_timer_counts_to_zero_and_beyond() -> None:
    seconds = (432, 0.2, 0, -30, 3723)
    assert [countdown(s) for s in seconds] == ["07:12", "00:01", "00:00", "−00:30", "1:02:03"]


def test_days_and_moments_are_in_words() -> None:
    moment = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
    assert format_day(date(2026, 3, 1), "nl") == "1 maart 2026"
    assert format_moment(moment, "en") == "24 November 2026, 14:05"
    assert format_moment(moment, "nl") == "24 november 2026, 14:05"
