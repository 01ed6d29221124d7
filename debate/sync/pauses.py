"""How long a server asks us to stay away, in the two forms that HTTP allows."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime

LONGEST_PAUSE = 900.0
"""Seconds. A store that asks for more is asked again anyway: else it could silence us for good."""


def moment(text: str | None) -> dt.datetime | None:
    """Return the moment that a header names, if it names one."""
    try:
        found = parsedate_to_datetime(text or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def retry_after(text: str | None, *, at: dt.datetime | None = None) -> float | None:
    """Return the pause that a header asks for, in seconds.

    Args:
        text: Seconds, or a moment; None and nonsense ask for nothing.
        at: The moment to count from; this one when None.
    """
    if text is None:
        return None
    if text.strip().isascii() and text.strip().isdigit():
        return min(float(text.strip()), LONGEST_PAUSE)
    until = moment(text)
    if until is None:
        return None
    seconds = (until - (at or dt.datetime.now(dt.UTC))).total_seconds()
    return min(max(seconds, 0.0), LONGEST_PAUSE)
