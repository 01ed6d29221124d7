"""What a figure says when it may not be given: a value, never an exception and never a bare `None`.

A number from too few people misleads more than a gap does, so each measure of this room returns
either its figure or a `Refused` that names why and what would be enough. `debate.i18n` finds the
words. This is not the law's lawful "no" (`debate.domain.refusal`): nobody did anything wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a figure is withheld; the value is the code that gets words and goes into JSON."""

    TOO_FEW_PEOPLE = "too-few-people"
    """Fewer people (or answers) than the measure needs."""
    TOO_FEW_MOVERS = "too-few-movers"
    """Fewer people changed their mind than could ever differ from chance."""
    TOO_FEW_ITEMS = "too-few-items"
    """Fewer arguments, options or statements than the measure needs."""
    NO_VARIATION = "no-variation"
    """Everybody gave the same answer, so the measure divides by zero."""
    NOTHING_COUNTED = "nothing-counted"
    """There is not one act, answer or argument to take a share of."""
    EMPTY_SIDE = "empty-side"
    """One of the two sides that would be compared has nobody or nothing in it."""
    SMALL_CELL = "small-cell"
    """So few people that a figure would give their answers away."""
    COULD_BE_CHANCE = "could-be-chance"
    """Shuffled answers look as structured as these (`had` is p, `needed` the largest p)."""
    UNSTABLE = "unstable"
    """Leaving out some people changes the picture (`had` and `needed` are stabilities)."""
    NOT_RUN = "not-run"
    """The caller asked for no repetitions, so there is nothing to report."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A figure withheld, with the reason and the two numbers that decided it."""

    reason: Reason
    """Which rule withheld it."""
    needed: float
    """What the rule asks for, in the unit the reason names."""
    had: float
    """What there was, in the same unit."""

    def to_json(self) -> dict[str, float | str]:
        """Return the refusal as a JSON object with `refused`, `needed` and `had`."""
        return {"refused": self.reason.value, "needed": self.needed, "had": self.had}
