"""Where one is in a journal: what came before need not be read again while the mark still holds."""

from __future__ import annotations

from typing import NamedTuple


class Bookmark(NamedTuple):
    """A place in a journal where everything before it is known."""

    generation: int
    created: int
    offset: int
    mark: str
    """The seal of the last line before it, as a fingerprint of what came before."""
    mark_offset: int
    position: int
    """How many documents came before it, as the follower counts."""
