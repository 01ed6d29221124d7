"""Numbers, durations and dates as people read them in either language.

A handful of formats for two languages, without Babel: importing it takes longer than drawing the
first screen. Minus is the true sign (−), and a number that does not exist is a dash.
"""

from __future__ import annotations

import math
from datetime import date, datetime

from debate.i18n.catalog import Language, Translator

MINUS = "−"
NO_NUMBER = "–"
POINTS: dict[Language, str] = {"en": ".", "nl": ","}
"""What stands between a whole and its fraction."""
_NO_BREAK = "\u00a0"
_SWAP = str.maketrans(",.", ".,")
_MINUTE, _HOUR, _DAY, _WEEK = 60, 3600, 86_400, 604_800
_MONTHS: dict[Language, tuple[str, ...]] = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
}


def format_number(value: float, language: Language, digits: int | None = None) -> str:
    """Return a number: 0.61 in English is 0,61 in Dutch, and 12,000 is 12.000.

    Args:
        value: The number.
        language: Whose marks to use.
        digits: Digits behind the mark; by default 2 for a float and none for an integer.
    """
    return _format(value, language, digits, signed=False)


def format_signed(value: float, language: Language, digits: int | None = None) -> str:
    """Return a number with its sign: +0.11, −40; nothing before zero."""
    return _format(value, language, digits, signed=True)


def format_percent(share: float, language: Language, digits: int = 0) -> str:
    """Return a share of one as a percentage: 0.7 is 70 %."""
    return f"{_format(share * 100.0, language, digits, signed=False)}{_NO_BREAK}%"


def ago(seconds: float, t: Translator) -> str:
    """Return how long ago something was, in the largest whole unit up to weeks."""
    if seconds < _MINUTE:
        return t.text("just now")
    if seconds < _HOUR:
        return t.plural("{n} minute ago", "{n} minutes ago", int(seconds // _MINUTE))
    if seconds < _DAY:
        return t.plural("{n} hour ago", "{n} hours ago", int(seconds // _HOUR))
    if seconds < 2 * _WEEK:
        return t.plural("{n} day ago", "{n} days ago", int(seconds // _DAY))
    return t.plural("{n} week ago", "{n} weeks ago", int(seconds // _WEEK))


def countdown(seconds: float) -> str:
    """Return the time that is left, as on a timer: 07:12, 1:02:03; −00:30 when it is over."""
    left = math.ceil(seconds)
    minutes, rest = divmod(abs(left), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    sign = MINUS if left < 0 else ""
    return f"{sign}{hours}:{minutes:02d}:{rest:02d}" if hours else f"{sign}{minutes:02d}:{rest:02d}"


def format_day(day: date, language: Language) -> str:
    """Return a day in words: 24 November 2026."""
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def format_moment(moment: datetime, language: Language) -> str:
    """Return a day and time: 24 November 2026, 14:05; in the zone that the moment has."""
    return f"{format_day(moment, language)}, {moment:%H:%M}"


def _format(value: float, language: Language, digits: int | None, *, signed: bool) -> str:
    """Return a number with the marks of a language."""
    if not math.isfinite(value):
        return NO_NUMBER
    places = digits if digits is not None else 2 * isinstance(value, float)
    text = f"{abs(value):,.{places}f}"
    is_zero = not text.strip("0.,")
    sign = "" if is_zero else MINUS if value < 0 else "+" if signed else ""
    return sign + (text.translate(_SWAP) if language == "nl" else text)
