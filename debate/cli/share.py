"""A share of people as it is typed: 1/2, 0.5 or 50%, exact to the last digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


def share(text: str) -> Fraction:
    """Return the share that a text says.

    Raises:
        ValueError: It says none, or one outside 0 to 1.
    """
    from fractions import Fraction

    number = text.strip().removesuffix("%").rstrip()
    try:
        found = Fraction(number) / (100 if text.strip().endswith("%") else 1)
    except ZeroDivisionError as error:
        raise ValueError(text) from error
    if not 0 <= found <= 1:
        raise ValueError(text)
    return found
