"""A lawful "no": which rule said it, and with what facts. Its words live in `debate.i18n`."""

from __future__ import annotations

from debate.domain.base import Frozen
from debate.domain.motion import Text

Detail = str | int | Text


class Refusal(Frozen):
    """Why a command did not become facts. Data, not an exception: nothing went wrong."""

    rule: str
    """A dotted code such as `phase.not-lawful`; every code has words in every language."""
    details: tuple[tuple[str, Detail], ...] = ()
    """Named values for the words, in a fixed order."""

    @classmethod
    def of(cls, rule: str, **details: Detail) -> Refusal:
        """Build a refusal from keyword details."""
        return cls(rule=rule, details=tuple(sorted(details.items())))
