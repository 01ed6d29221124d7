"""A lawful "no": which rule said it, and with what facts. Its words live in `debate.i18n`."""

from __future__ import annotations

from debate.domain.base import Frozen
from debate.domain.motion import Text
from debate.domain.text import clean_claim

Detail = str | int | Text
DETAIL_LIMIT = 500
"""The most characters of what is quoted in a refusal."""


class Refusal(Frozen):
    """Why a command did not become facts. Data, not an exception: nothing went wrong."""

    rule: str
    """A dotted code such as `phase.not-lawful`; every code has words in every language."""
    details: tuple[tuple[str, Detail], ...] = ()
    """Named values for the words, in a fixed order."""

    @classmethod
    def of(cls, rule: str, **details: Detail) -> Refusal:
        """Build a refusal from keyword details; what somebody typed is made fit to show."""
        return cls(
            rule=rule,
            details=tuple((name, _quoted(value)) for name, value in sorted(details.items())),
        )


def _quoted(detail: Detail) -> Detail:
    return clean_claim(detail).text[:DETAIL_LIMIT] if isinstance(detail, str) else detail
