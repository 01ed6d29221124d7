"""The words of a figure that is withheld: why, and what would be enough.

Keys are the values of `debate.analysis.refusal.Reason`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from debate.i18n.catalog import Translator
from debate.i18n.marks import N_
from debate.i18n.numbers import format_number

WITHHELD: Mapping[str, str] = {
    "too-few-people": N_("Too few people to say: {had}, and it takes {needed}."),
    "too-few-movers": N_(
        "Too few people moved to tell it from chance: {had}, and it takes {needed}."
    ),
    "too-few-items": N_("Too few arguments or statements to say: {had}, and it takes {needed}."),
    "no-variation": N_("Everybody gave the same answer, so there is nothing to compare."),
    "nothing-counted": N_("There is nothing to take a share of yet."),
    "empty-side": N_("One of the two sides is empty."),
    "small-cell": N_(
        "A group of {had} is too small to show: figures of fewer than {needed} would tell on people."
    ),
    "could-be-chance": N_(
        "This could be chance: shuffled answers look as clear in {had} of cases; at most {needed} "
        "would do."
    ),
    "unstable": N_(
        "Leaving out some people changes the picture: {had} of it stays, and it takes {needed}."
    ),
    "not-run": N_("The test was not run."),
}
"""Why a figure is withheld."""

_UNKNOWN = N_("This figure is withheld ({code}).")


class Withheld(Protocol):
    """A figure that may not be given: see `debate.analysis.refusal.Refused`."""

    def to_json(self) -> dict[str, float | str]:
        """Return `refused`, `needed` and `had`."""


def withheld_text(refused: Withheld, t: Translator) -> str:
    """Return why a figure is withheld, and what would be enough."""
    told = refused.to_json()
    code = str(told["refused"])
    numbers = {
        name: format_number(value if isinstance(value, int) else _plain(float(value)), t.language)
        for name in ("needed", "had")
        for value in [told[name]]
    }
    return t.text(WITHHELD.get(code, _UNKNOWN), code=code, **numbers)


def _plain(value: float) -> float | int:
    """Return a whole number without its fraction."""
    return int(value) if value.is_integer() else value
