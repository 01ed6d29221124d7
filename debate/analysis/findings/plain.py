"""A finding as plain JSON: refusals say why, numbers are rounded alike on every machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction

from debate.analysis.findings.movement import Pending
from debate.analysis.refusal import Refused

DIGITS = 6
"""Digits behind the point: far below what any figure can mean, above what rounding can shake."""

Plain = bool | int | float | str | None | list["Plain"] | dict[str, "Plain"]


def plain(value: object) -> Plain:
    """Return a finding, or a part of one, as JSON values.

    A refusal is an object with `refused`, `needed` and `had`, a figure that waits for a ballot one
    with `pending` and `cast`; a fraction is written as one, exactly; an enumeration is its name in lower
    case, as a key too.

    Raises:
        TypeError: The value is nothing that findings are made of.
    """
    match value:
        case Refused() | Pending():
            return dict(value.to_json())
        case Fraction() | Enum():
            return word(value)
        case bool() | int() | str() | None:
            return value
        case float():
            return round(value, DIGITS) + 0.0
        case tuple() | list():
            return [plain(each) for each in value]
        case Mapping():
            return {word(key): plain(each) for key, each in value.items()}
        case _ if is_dataclass(value):
            return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
        case _:
            raise TypeError(type(value).__name__)


def word(value: object) -> str:
    """Return how a key, a fraction or the member of an enumeration is written."""
    return value.name.lower().replace("_", "-") if isinstance(value, Enum) else str(value)
