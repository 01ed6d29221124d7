"""How long a server asks us to stay away."""

from __future__ import annotations

import datetime as dt

import pytest

from debate.sync.pauses import LONGEST_PAUSE, moment, retry_after

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (None, None),
        ("7", 7.0),
        (" 30 ", 30.0),
        ("Sun, 01 Mar 2026 12:00:20 GMT", 20.0),
        ("Sun, 01 Mar 2026 12:00:20 -0000", 20.0),
        ("Sun, 01 Mar 2026 11:59:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("１０", None),
    ],
)
def test_both_forms_are_understood(text: str | None, seconds: float | None) -> None:
    assert retry_after(text, at=NOON) == seconds


@pytest.mark.parametrize("text", ["86400", "9" * 400, "Mon, 01 Mar 2027 12:00:00 GMT"])
def test_no_server_silences_us_for_good(text: str) -> None:
    assert retry_after(text, at=NOON) == LONGEST_PAUSE


def test_a_moment_is_counted_from_this_one() -> None:
    assert retry_after("Thu, 01 Jan 1970 00:00:00 GMT") == 0.0
    assert moment(None) is None
