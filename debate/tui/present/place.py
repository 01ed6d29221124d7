"""Where we are: the one view that every screen has, by itself as the first screen needs no other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatusView:
    """The one line of where we are: left what, right how long and with whom."""

    left: str
    right: str = ""
    progress: float | None = None
    """How much of the phase's time is over, in [0, 1]; None when it has none."""
    is_pressing: bool = False
    """Whether the time is nearly over."""
