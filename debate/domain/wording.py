"""A text in both languages without the checks of `Text`, for lists that must be there at once.

`Text` is part of what a debate is agreed on and is checked when it is read; a `Wording` is what a
list shows of it, and building it needs no pydantic.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Wording(NamedTuple):
    """One text in the languages it is known in."""

    en: str | None = None
    nl: str | None = None

    def within(self, language: Literal["en", "nl"]) -> str:
        """Return the text in `language`, or in the other one when it is missing."""
        first, second = (self.nl, self.en) if language == "nl" else (self.en, self.nl)
        return first or second or ""
