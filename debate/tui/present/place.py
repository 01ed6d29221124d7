"""Where we are: the one view that every screen has, by itself as the first screen needs no other."""

from __future__ import annotations

from typing import NamedTuple


class StatusView(NamedTuple):
    """The one line of where we are: left what, right how long and with whom."""

    left: str
    right: str = ""
    progress: float | None = None
    """How much of the phase's time is over, in [0, 1]; None when it has none."""
    is_pressing: bool = False
    """Whether the time is nearly over."""


class LightView(NamedTuple):
    """How the exchange with remote stores stands: a mark and a few words."""

    mark: str = ""
    """Empty when the debate is on this device alone."""
    words: str = ""
    short: str | None = None
    """What is left of the words where there is little room; all of them when None."""
    is_pressing: bool = False
    """Whether something is in the way."""
